/* The map page: follows its controls and the URL. The server's HTML is complete; this takes it further. */

import { Card } from "./card.js";
import { cells, loadFile, loadShapes, reading, texts } from "./data.js";
import { Drawing } from "./drawing.js";
import { Foot } from "./foot.js";
import { Keys } from "./keys.js";
import { FROM, label } from "./labels.js";
import { changed, councilUrl, isOn, panelUrl, parse, url, usualPeriod } from "./state.js";
import * as around from "./surroundings.js";
import { Table } from "./table.js";
import * as towns from "./towns.js";
import * as words from "./words.js";
import { Zoom } from "./zoom.js";

const section = document.querySelector("section.map");
const stage = document.getElementById("map-stage");
const form = document.getElementById("map-controls");
const panel = document.getElementById("panel");
const closing = document.getElementById("map-close");
const years = JSON.parse(section.dataset.years);
const files = JSON.parse(section.dataset.files);
const without = JSON.parse(section.dataset.without); // types without a council, by year
const written = location.search; // the query that the server answered
const measures = [...form.elements.measure.options].map((option) => option.value);
const switching = document.getElementById("map-views"); // not there in a release without tiles

/** The state that the address says now. */
const addressed = () => ({ ...parse(location.search, years, measures), ...(switching ? {} : { view: "" }) });

/** The state as the server drew it: a link to a council alone shows the tier that it is on. */
function asDrawn(state) {
  if (!state.council || state.type || state.tier !== "upper") return state;
  const tier = [...form.elements.tier.options].find((option) => option.defaultSelected)?.value ?? state.tier;
  return tier === state.tier ? state : { ...state, tier, period: usualPeriod(tier) };
}

/** The state that the page was written in, as its controls have it: a file answers any query with the same page. */
function asWritten(state) {
  const choices = ["measure", "year", "tier", "type", "reading", "period"].map((name) => {
    const option = [...form.elements[name].options].find((one) => one.defaultSelected);
    return [name, option?.value ?? state[name]];
  });
  const view = drawing.shapes.endsWith("-tiles") ? "tiles" : "";
  const chosen = { ...state, ...Object.fromEntries(choices), view };
  return { ...chosen, period: Number(chosen.period) || usualPeriod(chosen.tier) };
}

/** What is shown now: the state, its file, its cells by council. */
const here = {
  state: asDrawn(addressed()),
  file: null,
  cells: [],
  bySlug: new Map(),
  lines(slug) {
    const cell = this.bySlug.get(slug);
    return cell && words.card(cell, this.file.phrases);
  },
};

let naming = 0; // the frame in which names are written anew
const drawing = new Drawing(document.getElementById("map-canvas"));
const card = new Card(stage, (slug) => here.lines(slug));
const keys = new Keys({ focused, left, chosen: choose });
const table = new Table(document.getElementById("map-table-details"));
const foot = new Foot(section, document.querySelector(".map-below"), {
  lines: (slug) => here.lines(slug), url: (slug) => councilUrl(slug, here.state), open: choose, left: () => drawing.outline("hovered", null),
});
const zoom = new Zoom(stage, scaled, () => drawing.england.bySlug.get(here.state.council)?.getBBox());

let drawn = asWritten(here.state); // the state that is drawn: at first the page's own
let owed = null; // the sentences of a map that is coloured, and not yet named
let awaited = false; // a council was chosen here, and its panel is not drawn yet

/** What follows a change of scale: no card stands where its council was, and names stand where they fit now. */
function scaled(now) {
  card.hide();
  cancelAnimationFrame(naming);
  naming = requestAnimationFrame(() => {
    const wanted = stage.dataset.view !== "tiles" && now.scale >= FROM;
    const known = wanted ? towns.known(section.dataset.towns, () => scaled(zoom)) : [];
    label(drawing.england, now.box, now.home, now.unit, here.bySlug, here.state.council, known);
  });
}

function help() {
  const text = document.createElement("p");
  text.id = "map-help";
  text.hidden = true;
  text.textContent = "Arrow keys move to the neighbouring council, letters to a name, Enter opens it.";
  stage.append(text);
}

function know(state, file) {
  here.file = file;
  here.cells = cells(file, state);
  here.bySlug = new Map(here.cells.map((cell) => [cell.slug, cell]));
}

/** Prepare the shapes that stand in the stage: keyboard, pointer, zoom. */
function attach() {
  keys.attach(drawing.england);
  for (const sheet of drawing.sheets) {
    sheet.svg.addEventListener("pointerover", hovered);
    sheet.svg.addEventListener("pointerleave", unhovered);
    sheet.svg.addEventListener("click", clicked);
  }
}

/**
 * Take a state as the one wanted. The address, the map and the panel all follow `here.state`, whichever of
 * several quick choices made it; what was begun for another state ends without drawing anything.
 */
function go(state, { push = true } = {}) {
  const moved = panelOf(state) !== panelOf(here.state);
  here.state = state;
  if (push) history.pushState(null, "", url(state, years));
  if (moved && !state.council) awaited = false;
  if (push && moved) window.dispatchEvent(new Event("_dashprivate_pushstate"));
  settle(state);
}

/** Draw a state once what it needs is here, unless another is wanted by then. */
async function settle(state, { again = true } = {}) {
  try {
    const file = await loadFile(files[`${state.tier}-${state.period}`]);
    const shapes = file.years[state.year][state.view || "shapes"];
    const markup = onStage(shapes) ? null : await loadShapes(shapes);
    if (state !== here.state) return;
    if (!onStage(shapes)) {
      drawing.replace(markup);
      stage.dataset.view = state.view || "map";
      zoom.attach();
      attach();
      drawn = null;
    }
    if (here.file && onlyCouncil(drawn, state)) follow(state);
    else draw(state, file);
  } catch (error) {
    if (again && state === here.state) location.reload();
    throw error;
  }
}

const onStage = (shapes) => shapes.includes(`${drawing.shapes}.`);

/** What the panel shows: only a change of it concerns the application, which a change of colours would wait for. */
const panelOf = (state) => state.council && panelUrl(state.council, state);

/** Whether two states differ in the chosen council at most, so that the map stands as it is. */
const onlyCouncil = (one, other) => Boolean(one) && url({ ...one, council: "" }, years) === url({ ...other, council: "" }, years);

function draw(state, file) {
  know(state, file);
  around.controls(form, state, without);
  const how = reading(file, state);
  const said = texts(file, state);
  drawing.colour(here.cells, how);
  around.legend(file.measures[state.measure].legend[how], here.cells, how);
  around.write(said);
  around.others(state);
  around.standingOut(here.cells, state, file.phrases);
  foot.hide();
  scaled(zoom);
  if (!drawn) drawing.name(here.cells, state, file.phrases); // shapes just put up: nothing may be chosen by no name
  drawn = state;
  owed = said;
  requestAnimationFrame(() => setTimeout(() => owed === said && follow(drawn), 0));
}

/** What can follow the colours by a frame: names, links, the table, the announcement. */
function dress(state, said) {
  const { file } = here;
  owed = null;
  drawing.name(here.cells, state, file.phrases);
  table.update(here.cells, state, file, `${file.measures[state.measure].label}, ${state.year}`);
  document.getElementById("map-live").textContent = said.live;
}

/** Show which council is chosen, on a map that stands. */
function follow(state) {
  drawn = state;
  if (owed) dress(state, owed);
  around.controls(form, state, without);
  around.views(state, years);
  keys.update(here.cells, state.council);
  mark();
  around.title(texts(here.file, state), here.bySlug.get(state.council)?.name, state.year, state.view);
  around.cited(url(state, years));
  around.pictures(url(state, years));
  section.dataset.shown = url(state, years);
}

function mark() {
  const { council } = here.state;
  drawing.choose(council, here.bySlug.get(council)?.short);
  drawing.bring(council);
  document.getElementById("map-introduction").hidden = Boolean(council);
  around.leftOut(written);
  closing.hidden = !council;
  closing.href = url({ ...here.state, council: "" }, years);
}

/* ---- choosing a council ---- */
function choose(slug) {
  awaited = true;
  card.hide();
  foot.hide();
  go({ ...here.state, council: slug });
}

function close() {
  const { council } = here.state;
  go({ ...here.state, council: "" });
  keys.focus(council);
  const { svg } = drawing.england; // on a phone the panel is far below the map
  if (svg.getBoundingClientRect().bottom < 0) svg.scrollIntoView({ block: "center" });
}

document.addEventListener("dashboard:drawn", ({ detail }) => {
  if (!awaited || !detail.url || detail.url !== panelOf(here.state)) return;
  awaited = false;
  const heading = panel.querySelector("h1, h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
});

closing.addEventListener("click", (event) => {
  if (!here.file) return;
  event.preventDefault();
  close();
});
closing.parentElement.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && here.file && here.state.council && !event.defaultPrevented) close();
});

/* ---- pointer and focus ---- */
let dwelling = 0;

/** Fetch a council's panel once the pointer or the focus rests on it, so that opening it waits for nothing. */
function warm(slug) {
  clearTimeout(dwelling);
  if (!slug || navigator.connection?.saveData) return;
  dwelling = setTimeout(() => fetch(panelUrl(slug, here.state), { priority: "low" }).catch(() => {}), 50);
}

function hovered(event) {
  const link = event.target.closest("a[data-slug][href]");
  if (event.pointerType === "touch" || event.buttons) return;
  if (!link || !here.file) return unhovered();
  warm(link.dataset.slug);
  drawing.outline("hovered", link.dataset.slug);
  card.point(link.dataset.slug, event.clientX, event.clientY);
}

function unhovered() {
  warm(null);
  drawing.outline("hovered", null);
  card.leave();
}

function clicked(event) {
  const link = event.target.closest("a[data-slug][href]");
  if (!link || !here.file || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { slug } = link.dataset;
  if (event.pointerType !== "touch") return choose(slug);
  if (foot.slug !== slug) drawing.outline("hovered", slug);
  return foot.tap(slug);
}

function focused(slug) {
  const link = drawing.england.bySlug.get(slug);
  zoom.show(link.getBBox());
  drawing.bring(slug);
  warm(slug);
  drawing.outline("focused", slug, "focus-halo");
  card.show(slug, link.getBoundingClientRect());
}

function left() {
  drawing.outline("focused", null);
  card.hide();
}

/* ---- controls and history ---- */
form.addEventListener("change", ({ target }) => go(changed(here.state, target.name, target.value)));
form.addEventListener("submit", (event) => event.preventDefault());
switching?.addEventListener("click", (event) => {
  const { view } = event.target.closest("a")?.dataset ?? {};
  if (!view || !here.file || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go({ ...here.state, view: view === "tiles" ? view : "" });
});

window.addEventListener("popstate", () => go(addressed(), { push: false }));

/** A council chosen elsewhere on the page, in the search: opened here, on the tier that draws it. */
document.addEventListener("map:choose", (event) => {
  if (!here.file) return;
  event.preventDefault();
  if (here.bySlug.has(event.detail.slug)) choose(event.detail.slug);
  else bring(event.detail);
});

/** Open a council that this view leaves out, by its tier or type; one that no map of the year draws has its own page. */
async function bring(council) {
  const { state } = here;
  const tier = isOn(council.type, state.tier) ? state.tier : { upper: "lower", lower: "upper" }[state.tier];
  const period = tier === state.tier ? state.period : usualPeriod(tier);
  const wider = { ...state, tier, period, type: "", council: council.slug };
  const file = await loadFile(files[`${tier}-${period}`]).catch(() => null);
  if (state !== here.state) return bring(council); // chosen on while the file came: from where the reader is now
  if (!file || !cells(file, wider).some((cell) => cell.slug === council.slug)) return location.assign(council.url);
  awaited = true;
  return go(wider);
}

/* ---- start: the server has drawn this state already ---- */
help();
attach();
const first = here.state;
if (first.tier !== parse(location.search, years, measures).tier) history.replaceState(null, "", url(first, years));
loadFile(files[`${first.tier}-${first.period}`]).then((file) => {
  if (here.file) return undefined; // another state was chosen meanwhile, and is drawn
  if (!onlyCouncil(drawn, first)) return settle(first, { again: false });
  know(first, file);
  table.know(here.cells, first, file);
  if (onlyCouncil(first, here.state)) follow(here.state);
  return undefined;
}).finally(() => {
  delete section.dataset.wait;
  document.dispatchEvent(new Event("page:ready"));
});

/* The map page: follows its controls and the URL. The server's HTML is complete; this takes it further. */

import { Card } from "./card.js";
import { cells, loadFile, loadShapes, reading, texts } from "./data.js";
import { Drawing } from "./drawing.js";
import { Keys } from "./keys.js";
import { changed, isOn, panelUrl, parse, url, usualPeriod } from "./state.js";
import * as around from "./surroundings.js";
import { Table } from "./table.js";
import * as words from "./words.js";
import { Zoom } from "./zoom.js";

const section = document.querySelector("section.map");
const stage = document.getElementById("map-stage");
const form = document.getElementById("map-controls");
const panel = document.getElementById("panel");
const closing = document.getElementById("map-close");
const years = JSON.parse(section.dataset.years);
const files = JSON.parse(section.dataset.files);
const written = location.search; // the query that the server answered
const measures = [...form.elements.measure.options].map((option) => option.value);

/** What is shown now: the state, its file, its cells by council. */
const here = {
  state: parse(location.search, years, measures),
  file: null,
  cells: [],
  bySlug: new Map(),
  lines(slug) {
    const cell = this.bySlug.get(slug);
    return cell && words.card(cell, this.file.phrases);
  },
};

const drawing = new Drawing(document.getElementById("map-canvas"));
const card = new Card(stage, (slug) => here.lines(slug));
const keys = new Keys({ focused, left, chosen: choose });
const table = new Table(document.getElementById("map-table-details"));
const zoom = new Zoom(stage, () => card.hide(), () => drawing.england.bySlug.get(here.state.council)?.getBBox());

let turn = 0;
let awaited = false; // a council was chosen here, and its panel is not drawn yet

function help() {
  const text = document.createElement("p");
  text.id = "map-help";
  text.hidden = true;
  text.textContent = "Arrow keys move to the neighbouring council, letters to a name, Enter opens it.";
  stage.append(text);
}

function know(state, file) {
  here.state = state;
  here.file = file;
  here.cells = cells(file, state);
  here.bySlug = new Map(here.cells.map((cell) => [cell.slug, cell]));
}

/** Prepare the shapes that stand in the stage: keyboard, pointer, zoom. */
function attach() {
  keys.attach(drawing.england);
  for (const sheet of [drawing.england, drawing.london]) {
    sheet.svg.addEventListener("pointerover", hovered);
    sheet.svg.addEventListener("pointerleave", unhovered);
    sheet.svg.addEventListener("click", clicked);
  }
}

/** Show a state: at once where its file is here, after fetching it otherwise. */
async function show(state, { push = false } = {}) {
  const mine = ++turn;
  const moved = panelOf(state) !== panelOf(here.state);
  here.state = state; // at once, so that a choice made while another loads keeps both
  if (push) history.pushState(null, "", url(state, years));
  const same = here.file && state.tier === here.file.tier && state.period === here.file.period;
  try {
    const file = same ? here.file : await loadFile(files[`${state.tier}-${state.period}`]);
    const shapes = file.years[state.year].shapes;
    if (!shapes.includes(`${drawing.shapes}.`)) {
      const markup = await loadShapes(shapes);
      if (mine !== turn) return;
      drawing.replace(markup);
      zoom.attach();
      attach();
    }
    if (mine === turn) draw(state, file);
  } catch (error) {
    if (mine === turn) location.reload();
    throw error;
  }
  if (push && moved) window.dispatchEvent(new Event("_dashprivate_pushstate"));
}

/** What the panel shows: only a change of it concerns the application, which a change of colours would wait for. */
const panelOf = (state) => state.council && panelUrl(state.council, state);

function draw(state, file) {
  know(state, file);
  around.controls(form, state);
  const how = reading(file, state);
  const said = texts(file, state);
  drawing.colour(here.cells, how);
  around.legend(file.measures[state.measure].legend[how], here.cells, how);
  around.write(said);
  around.others(state);
  card.hide();
  const mine = turn;
  requestAnimationFrame(() => setTimeout(() => mine === turn && afterwards(said), 0));
}

/** What can follow a frame later: names, links, the table, the announcement. */
function afterwards(said) {
  const { state, file } = here;
  drawing.name(here.cells, state, file.phrases);
  keys.update(here.cells, state.council);
  mark();
  table.update(here.cells, state, file, `${file.measures[state.measure].label}, ${state.year}`);
  around.title(said, here.bySlug.get(state.council)?.name, state.year);
  document.getElementById("map-live").textContent = said.live;
  section.dataset.shown = url(state, years);
}

function mark() {
  const { council } = here.state;
  drawing.choose(council, here.bySlug.get(council)?.short);
  document.getElementById("map-introduction").hidden = Boolean(council);
  around.leftOut(written);
  closing.hidden = !council;
  closing.href = url({ ...here.state, council: "" }, years);
}

/* ---- choosing a council ---- */
function choose(slug) {
  awaited = true;
  card.hide();
  retitle({ ...here.state, council: slug });
}

function close() {
  const { council } = here.state;
  retitle({ ...here.state, council: "" });
  keys.focus(council);
}

function retitle(state) {
  here.state = state;
  history.pushState(null, "", url(state, years));
  window.dispatchEvent(new Event("_dashprivate_pushstate"));
  followCouncil();
}

function followCouncil() {
  keys.update(here.cells, here.state.council);
  mark();
  around.title(texts(here.file, here.state), here.bySlug.get(here.state.council)?.name, here.state.year);
}

document.addEventListener("dashboard:drawn", ({ detail }) => {
  if (!awaited || !detail.url) return;
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
  choose(link.dataset.slug);
}

function focused(slug) {
  const link = drawing.england.bySlug.get(slug);
  zoom.show(link.getBBox());
  warm(slug);
  drawing.outline("focused", slug, "focus-halo");
  card.show(slug, link.getBoundingClientRect());
}

function left() {
  drawing.outline("focused", null);
  card.hide();
}

/* ---- controls and history ---- */
form.addEventListener("change", ({ target }) => {
  show(changed(here.state, target.name, target.value), { push: true });
});
form.addEventListener("submit", (event) => event.preventDefault());

window.addEventListener("popstate", () => {
  const state = parse(location.search, years, measures);
  if (!here.file) return;
  show(state);
});

/** A council chosen elsewhere on the page, in the search: opened here, on the tier that draws it. */
document.addEventListener("map:choose", (event) => {
  if (!here.file) return;
  event.preventDefault();
  if (here.bySlug.has(event.detail.slug)) choose(event.detail.slug);
  else bring(event.detail);
});

/** Open a council that this view leaves out, by its tier or type; one that no map of the year draws has its own page. */
async function bring({ slug, type, url: page }) {
  const { state } = here;
  const tier = isOn(type, state.tier) ? state.tier : { upper: "lower", lower: "upper" }[state.tier];
  const period = tier === state.tier ? state.period : usualPeriod(tier);
  const wider = { ...state, tier, period, type: "", council: slug };
  const file = await loadFile(files[`${tier}-${period}`]).catch(() => null);
  if (!file || !cells(file, wider).some((cell) => cell.slug === slug)) {
    location.assign(page);
    return;
  }
  awaited = true;
  show(wider, { push: true });
}

/* ---- start: the server has drawn this state already ---- */
help();
loadFile(files[`${here.state.tier}-${here.state.period}`]).then((file) => {
  know(here.state, file);
  attach();
  keys.update(here.cells, here.state.council);
  mark();
  table.know(here.cells, here.state, file);
  section.dataset.shown = url(here.state, years);
}).finally(() => {
  delete section.dataset.wait;
  document.dispatchEvent(new Event("page:ready"));
});

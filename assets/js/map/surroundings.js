/* What stands around the map: sentences, legend, controls, title. */

import { attribute } from "./dom.js";
import { councilUrl, url, usualPeriod } from "./state.js";
import * as words from "./words.js";

const PERIODS = { 1: "One year", 3: "Three years pooled" };
const byId = (id) => document.getElementById(id);

/** Write the sentences of a state. */
export function write(said) {
  byId("map-heading").textContent = said.heading;
  byId("map-subtitle").textContent = said.subtitle;
  byId("map-summary").textContent = said.summary;
  byId("map-origins").textContent = said.origins;
  byId("map-marks").textContent = said.marks;
  byId("map-marks").hidden = !said.marks;
  byId("map-notes").replaceChildren(...said.notes.map((note) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = note;
    return paragraph;
  }));
}

/** Show what the server says of an address while it is the page's own: a choice made here has another. */
export function leftOut(address) {
  const notice = byId("left-out");
  if (notice) notice.hidden = location.search !== address;
}

/** Say whether councils of other types stand around those in view. */
export function others(state) {
  byId("map-others").hidden = !state.type;
}

/**
 * The councils of each class; classes without a shade, which follow the first five, only where they occur.
 * @returns {[string, string, number][]} class, label, councils
 */
export function counted(entries, cells, reading) {
  const found = {};
  for (const cell of cells) {
    const kind = reading === "compared" ? cell.standing : cell.fill;
    found[kind] = (found[kind] ?? 0) + 1;
  }
  return entries
    .filter(([kind], index) => found[kind] || index < 5)
    .map(([kind, label]) => [kind, label, found[kind] ?? 0]);
}

/** Write the legend. */
export function legend(entries, cells, reading) {
  byId("map-legend").innerHTML = counted(entries, cells, reading)
    .map(([kind, label, councils]) => `<li><span><svg class="map-key" width="22" height="14" aria-hidden="true" focusable="false">` +
      `<rect class="${kind}" x=".5" y=".5" width="21" height="13"/></svg></span><span>${label}</span>` +
      `<span class="count">${councils}</span></li>`)
    .join("");
}

const ARROWS = { higher: "▲ ", much_higher: "▲ ", lower: "▼ ", much_lower: "▼ " };

/** Name those who stand out, A to Z: the rules are those of dashboard/mapview/telling.py, the sentences the page's. */
export function standingOut(cells, state, phrases) {
  const marked = cells.filter((cell) => ARROWS[cell.comparison]);
  const rest = byId("telling-rest");
  const most = Number(rest.dataset.most);
  byId("telling-list").replaceChildren(...marked.slice(0, most).map((cell) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = councilUrl(cell.slug, state);
    link.textContent = cell.short;
    const how = document.createElement("span");
    how.className = "row-note";
    how.textContent = words.capital(words.comparison(cell, phrases));
    item.append(ARROWS[cell.comparison], link, ` ${words.figure(cell, phrases)} (${words.origin(cell, phrases)})`, how);
    return item;
  }));
  byId("telling-list").hidden = !marked.length;
  const { none, some, many } = rest.dataset;
  rest.textContent = !marked.length ? none : marked.length > most ? many.replace("{n}", marked.length) : some;
}

/** Offer no type that is left without a council in the year (`without`: those by year), and no tier where there is one. */
function offer(form, state, without) {
  const gone = without[state.year] ?? [];
  for (const option of form.elements.type.options)
    option.hidden = option.disabled = gone.includes(option.value) && option.value !== state.type;
  form.elements.tier.parentElement.hidden = gone.includes("county") && gone.includes("district");
}

/** Show a state in the controls. */
export function controls(form, state, without) {
  offer(form, state, without);
  for (const name of ["measure", "year", "reading", "tier", "type"]) form.elements[name].value = state[name];
  const usual = usualPeriod(state.tier);
  const chosen = state.period === usual ? "" : String(state.period);
  if (form.elements.period.dataset.tier === state.tier) {
    form.elements.period.value = chosen;
    return;
  }
  form.elements.period.dataset.tier = state.tier;
  form.elements.period.replaceChildren(...Object.entries(PERIODS).map(([period, label]) =>
    new Option(label, Number(period) === usual ? "" : period, false, Number(period) === state.period)));
}

/** Lead from the switch to the map and to its tiles, in the view there is now. */
export function views(state, years) {
  for (const link of document.querySelectorAll("#map-views a")) {
    const view = link.dataset.view === "tiles" ? "tiles" : "";
    link.href = url({ ...state, view }, years);
    attribute(link, "aria-current", view === state.view && "true");
  }
}

/** Lead to the pictures of the view there is now (dashboard/addresses/pictures.py); each link keeps its form and size. */
export function pictures(path) {
  const asked = path.split("?")[1] ?? "";
  for (const link of document.querySelectorAll("#map-pictures a")) {
    const { pathname, searchParams } = new URL(link.href);
    const size = searchParams.get("size");
    const query = [asked, size && `size=${size}`].filter(Boolean).join("&");
    link.setAttribute("href", `${pathname}${query ? `?${query}` : ""}`);
  }
}

/** The document's title: what the server wrote, with the map's part and the council's exchanged. */
export function title(said, council, year, view) {
  const [before] = /^(?:[A-Z][a-z]+: )*/.exec(document.title); // "Draft: Demonstration: "
  document.title = `${before}${council ? `${council}, ${year}. ` : ""}${view ? said.title.replace(": map of ", ": tiles of ") : said.title}`;
}

/** How the page is cited (dashboard/pages/site/citation.py): its title and its path, of the release it shows. */
export function cited(path) {
  const address = byId("citation-address");
  const { site, release } = address.dataset;
  const named = new URLSearchParams(path.split("?")[1] ?? "");
  named.set("release", release);
  byId("citation-title").textContent = document.title;
  address.textContent = `${site}/?${named}`;
}

/* The drawn map: its shapes by council, and how they are coloured, marked, outlined and named. */

import { attribute } from "./dom.js";
import { councilUrl } from "./state.js";
import * as words from "./words.js";

const TRIANGLES = {
  much_higher: ["up much", "M0-6 5.5 4h-11z"], higher: ["up", "M0-6 5.5 4h-11z"],
  lower: ["down", "M0 6 5.5-4h-11z"], much_lower: ["down much", "M0 6 5.5-4h-11z"],
};
const SVG = "http://www.w3.org/2000/svg";

/** One SVG of the stage: England, as a map or as tiles, or London enlarged. */
class Sheet {
  constructor(svg) {
    this.svg = svg;
    this.links = [...svg.querySelectorAll("a[data-slug]")];
    this.bySlug = new Map(this.links.map((link) => [link.dataset.slug, link]));
    this.marks = svg.querySelector(".marks");
    this.overlay = svg.querySelector(".overlay");
  }

  colour(classes, marked) {
    for (const [slug, link] of this.bySlug) attribute(link.firstElementChild, "class", classes.get(slug) ?? "other");
    this.marks.innerHTML = marked.filter((cell) => this.bySlug.has(cell.slug)).map((cell) => this.mark(cell)).join("");
  }

  mark(cell) {
    const [kind, path] = TRIANGLES[cell.comparison];
    return `<g transform="translate(${this.bySlug.get(cell.slug).dataset.at})"><path class="mark ${kind}" d="${path}"/></g>`;
  }

  outline(kind, slug, halo) {
    for (const old of this.overlay.querySelectorAll(`[data-for="${kind}"]`)) old.remove();
    const link = slug && this.bySlug.get(slug);
    if (!link) return;
    for (const one of halo ? [halo, kind] : [kind]) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", one);
      path.setAttribute("d", link.firstElementChild.getAttribute("d"));
      path.dataset.for = kind;
      this.overlay.append(path);
    }
  }
}

/** The stage's map, remade whenever the shapes of another vintage take its place. */
export class Drawing {
  constructor(canvas) {
    this.canvas = canvas;
    this.read();
  }

  read() {
    this.england = new Sheet(this.canvas.querySelector(".map-england"));
    const london = this.canvas.querySelector(".map-london svg"); // among tiles it needs no enlarging
    this.london = london && new Sheet(london);
    this.sheets = this.london ? [this.england, this.london] : [this.england];
    this.shapes = this.canvas.querySelector(".map-shapes").dataset.shapes;
  }

  replace(markup) {
    this.canvas.innerHTML = markup;
    this.read();
  }

  colour(cells, reading) {
    const classes = new Map(cells.map((cell) => [cell.slug, reading === "compared" ? cell.standing : cell.fill]));
    const marked = cells.filter((cell) => TRIANGLES[cell.comparison]);
    for (const sheet of this.sheets) sheet.colour(classes, marked);
  }

  /** Name and link every shape; those of other types are neither. */
  name(cells, state, phrases) {
    const known = new Map(cells.map((cell) => [cell.slug, cell]));
    for (const link of this.england.links) {
      const cell = known.get(link.dataset.slug);
      attribute(link, "href", cell && councilUrl(cell.slug, state));
      attribute(link, "aria-label", cell && words.name(cell, phrases));
    }
    for (const link of this.london?.links ?? []) attribute(link, "href", known.has(link.dataset.slug) && councilUrl(link.dataset.slug, state));
  }

  outline(kind, slug, halo) {
    for (const sheet of this.sheets) sheet.outline(kind, slug, halo);
  }

  /** Scroll the box that tiles stand in on a narrow screen, so that a council's is in its middle. */
  bring(slug) {
    const box = this.canvas.querySelector(".map-tiles-box");
    const link = box && this.england.bySlug.get(slug);
    if (!link || box.scrollWidth <= box.clientWidth) return;
    const place = link.getBoundingClientRect();
    box.scrollLeft += place.left + place.width / 2 - box.getBoundingClientRect().left - box.clientWidth / 2;
  }

  /** Outline the chosen council and write its name above it (inside it, where it is large). */
  choose(slug, label) {
    this.outline("chosen", slug, "halo");
    for (const old of this.england.overlay.querySelectorAll('[data-for="name"]')) old.remove();
    const link = slug && this.england.bySlug.get(slug);
    if (!link || !label) return;
    const box = link.getBBox();
    const unit = parseFloat(getComputedStyle(this.england.svg).getPropertyValue("--k-now")) || 5;
    const inside = box.height > 60 * unit && box.width > 90 * unit;
    const [x, y] = link.dataset.at.split(" ").map(Number);
    const group = document.createElementNS(SVG, "g");
    group.dataset.for = "name";
    group.setAttribute("transform", inside ? `translate(${x} ${y})` : `translate(${box.x + box.width / 2} ${box.y})`);
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("class", "chosen-name");
    text.setAttribute("dy", inside ? "4" : "-7");
    text.textContent = label;
    group.append(text);
    this.england.overlay.append(group);
  }
}


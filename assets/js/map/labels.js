/* Names in view, once the map is zoomed in: of councils, each where it fits within its own borders, and of towns. */

import * as towns from "./towns.js";

const SVG = "http://www.w3.org/2000/svg";
const FONT = 12; // px
const LINE = 14; // px from one line to the next
export const FROM = 1.5; // times enlarged, below which the map is one picture of England
const MARK = 9; // px that a triangle takes above and below its point

const measured = new Map();
let pen = null;

function width(text, font) {
  const key = `${font} ${text}`;
  if (!measured.has(key)) {
    pen ??= document.createElement("canvas").getContext("2d");
    pen.font = font;
    measured.set(key, pen.measureText(text).width);
  }
  return measured.get(key);
}

/** The ways to write a name: in one line, or broken at one of its spaces. */
export const lines = (name) => [[name], ...[...name.matchAll(/ /g)].map(({ index }) => [name.slice(0, index), name.slice(index + 1)])];

/**
 * The first way in which a name fits within a circle, and where its first line stands; null where none does.
 * @param {string} name @param {number} radius px @param {boolean} marked whether a triangle stands on the point
 * @param {(text: string) => number} wide px
 */
export function fitting(name, radius, marked, wide) {
  for (const told of lines(name)) {
    const half = Math.max(...told.map(wide)) / 2 + 1;
    const tall = told.length * LINE;
    const top = marked ? MARK : -tall / 2; // under the triangle, else about the point
    if (Math.hypot(half, Math.max(Math.abs(top), top + tall)) <= radius) return { told, first: top + FONT - 1 };
  }
  return null;
}

/**
 * Write the names of a sheet anew.
 * @param {{links: SVGElement[], overlay: SVGElement, svg: SVGElement}} sheet
 * @param {import("./towns.js").Town[]} known towns; none until they are fetched, and none among tiles
 */
export function label(sheet, box, home, unit, bySlug, chosen, known) {
  const scale = home.w / box.w;
  const [group, dots] = ["names", "towns"].map((kind) => emptied(sheet, kind));
  if (scale < FROM) return;
  const family = getComputedStyle(sheet.svg).fontFamily;
  const strong = (text) => width(text, `600 ${FONT}px ${family}`);
  const whole = { left: 0, top: 0, right: box.w / unit, bottom: box.h / unit };
  const taken = [...sheet.overlay.querySelectorAll("text")].map((text) => seen(text, sheet.svg));
  const named = new Set(bySlug.has(chosen) ? [bySlug.get(chosen).short] : []);
  for (const link of sheet.links) {
    const cell = bySlug.get(link.dataset.slug);
    if (!cell) continue;
    const [x, y] = link.dataset.at.split(" ").map(Number);
    const [left, top] = [(x - box.x) / unit, (y - box.y) / unit];
    const marked = /higher|lower/.test(cell.comparison);
    if (marked) taken.push({ left: left - MARK, right: left + MARK, top: top - MARK, bottom: top + MARK });
    if (cell.slug === chosen || !towns.inside({ left, right: left, top, bottom: top }, whole)) continue;
    const place = fitting(cell.short, Number(link.dataset.r ?? 0) / unit, marked, strong);
    const name = place && covered(place, left, top, strong);
    if (!name || !towns.inside(name, whole)) continue;
    group.append(written(place, x, y));
    named.add(cell.short);
    taken.push(name);
  }
  const wide = (text) => width(text, `500 ${towns.FONT}px ${family}`);
  dots.append(...towns.placed(known, box, unit, scale, taken, named, wide).map(towns.drawn));
}

/** The layer of a kind under the chosen council's outline, with nothing in it. */
function emptied({ svg, overlay }, kind) {
  const there = svg.querySelector(`.${kind}`);
  there?.replaceChildren();
  if (there) return there;
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", kind);
  group.setAttribute("aria-hidden", "true"); // each shape has its name
  overlay.before(group);
  return group;
}

/** What a council's name covers, in px from the corner of what is seen. */
export function covered({ told, first }, left, top, wide) {
  const half = Math.max(...told.map(wide)) / 2 + 2;
  const from = top + first - FONT;
  return { left: left - half, right: left + half, top: from - 1, bottom: from + told.length * LINE + 1 };
}

function seen(text, svg) {
  const [at, from] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
  return { left: at.left - from.left, right: at.right - from.left, top: at.top - from.top, bottom: at.bottom - from.top };
}

function written({ told, first }, x, y) {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("transform", `translate(${x} ${y})`);
  told.forEach((line, index) => {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("class", "council-name");
    text.setAttribute("y", String(first + index * LINE));
    text.textContent = line;
    group.append(text);
  });
  return group;
}

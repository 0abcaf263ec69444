/* Names of the councils in view, once the map is zoomed in: each where it fits within its own borders. */

const SVG = "http://www.w3.org/2000/svg";
const FONT = 12; // px
const LINE = 14; // px from one line to the next
const FROM = 1.5; // times enlarged, below which the map is one picture of England
const MARK = 9; // px that a triangle takes above and below its point

const measured = new Map();
let pen = null;

function width(text, family) {
  if (!measured.has(text)) {
    pen ??= document.createElement("canvas").getContext("2d");
    pen.font = `600 ${FONT}px ${family}`;
    measured.set(text, pen.measureText(text).width);
  }
  return measured.get(text);
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

/** Write the names of a sheet anew. @param {{links: SVGElement[], overlay: SVGElement, svg: SVGElement}} sheet */
export function label(sheet, box, home, unit, bySlug, chosen) {
  let group = sheet.svg.querySelector(".names");
  group?.replaceChildren();
  if (home.w / box.w < FROM) return;
  if (!group) {
    group = document.createElementNS(SVG, "g");
    group.setAttribute("class", "names");
    group.setAttribute("aria-hidden", "true"); // each shape has its name
    sheet.overlay.before(group);
  }
  const family = getComputedStyle(sheet.svg).fontFamily;
  for (const link of sheet.links) {
    const cell = bySlug.get(link.dataset.slug);
    if (!cell || cell.slug === chosen) continue;
    const [x, y] = link.dataset.at.split(" ").map(Number);
    if (x < box.x || y < box.y || x > box.x + box.w || y > box.y + box.h) continue;
    const place = fitting(cell.short, Number(link.dataset.r ?? 0) / unit, /higher|lower/.test(cell.comparison), (text) => width(text, family));
    if (place) group.append(written(place, x, y));
  }
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

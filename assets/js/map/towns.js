/* The largest towns as dots with names, once the map is enlarged: where one is. They give way to all else. */

import { loadFile } from "./data.js";

const SVG = "http://www.w3.org/2000/svg";
export const FONT = 11; // px
const DOT = 2.5; // px, its radius
const AIR = 3; // px around a name and around a dot
const SHOWN = 200000; // residents of the smallest town named if the map were not enlarged: n times enlarged, a n-th of it

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box px from the corner of what is seen */
/** @typedef {[name: string, x: number, y: number, residents: number]} Town x and y in the map's units, the largest first */

let held = null; // of England, the largest first; null until they are wanted

/**
 * The towns, once they are here: fetched when they are first wanted, and again where that failed.
 * @param {string} address where they are; empty in a release made before towns were named
 * @param {() => void} come what to do when they have come
 */
export function known(address, come) {
  if (address && !held) {
    held = [];
    loadFile(address).then((found) => { held = found; come(); }).catch(() => { held = null; });
  }
  return held ?? [];
}

/** Whether two boxes share any place; whether one lies wholly in another. */
export const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
export const inside = (one, whole) => one.left >= whole.left && one.top >= whole.top && one.right <= whole.right && one.bottom <= whole.bottom;

/** The places of a name beside its dot, the best first: right, left, above, below. */
function places(x, y, wide) {
  const near = DOT + AIR;
  const half = FONT / 2 + 1;
  return [
    { anchor: "start", dx: near, dy: FONT * 0.36, box: { left: x - near, right: x + near + wide, top: y - half, bottom: y + half } },
    { anchor: "end", dx: -near, dy: FONT * 0.36, box: { left: x - near - wide, right: x + near, top: y - half, bottom: y + half } },
    { anchor: "middle", dx: 0, dy: -near, box: { left: x - wide / 2, right: x + wide / 2, top: y - near - FONT, bottom: y + near } },
    { anchor: "middle", dx: 0, dy: near + FONT * 0.8, box: { left: x - wide / 2, right: x + wide / 2, top: y - near, bottom: y + near + FONT } },
  ];
}

/**
 * The towns that have room: in view, large enough for the scale, on nothing that is taken and not on each other.
 * A town whose council is named on the map by the same name is not named again.
 * @param {Town[]} towns @param {{x: number, y: number, w: number, h: number}} view units @param {number} unit units in a px
 * @param {number} scale times enlarged @param {Box[]} taken @param {Set<string>} named @param {(name: string) => number} wide px
 */
export function placed(towns, view, unit, scale, taken, named, wide) {
  const whole = { left: 0, top: 0, right: view.w / unit, bottom: view.h / unit };
  const full = [...taken];
  const found = [];
  for (const [name, x, y, residents] of towns) {
    if (residents * scale < SHOWN) break;
    if (named.has(name)) continue;
    const [left, top] = [(x - view.x) / unit, (y - view.y) / unit];
    if (left < 0 || top < 0 || left > whole.right || top > whole.bottom) continue;
    const place = places(left, top, wide(name)).find(({ box }) => inside(box, whole) && !full.some((one) => meet(one, box)));
    if (!place) continue;
    full.push({ left: place.box.left - AIR, right: place.box.right + AIR, top: place.box.top - AIR, bottom: place.box.bottom + AIR });
    found.push({ name, x, y, ...place });
  }
  return found;
}

/** A town's dot and name, drawn. */
export function drawn({ name, x, y, anchor, dx, dy }) {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("transform", `translate(${x} ${y})`);
  const dot = document.createElementNS(SVG, "circle");
  dot.setAttribute("class", "town-dot");
  dot.setAttribute("r", String(DOT));
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("class", "town-name");
  text.setAttribute("text-anchor", anchor);
  text.setAttribute("x", String(dx));
  text.setAttribute("y", dy.toFixed(1));
  text.textContent = name;
  group.append(dot, text);
  return group;
}

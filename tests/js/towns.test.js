/* Towns on the enlarged map: the largest that have room, on nothing that stands there already. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { inside, meet, placed } from "../../assets/js/map/towns.js";

const wide = (text) => 6 * text.length; // px
const view = { x: 1000, y: 500, w: 800, h: 600 }; // units; with 2 of them in a px: 400 by 300 px
const whole = { left: 0, top: 0, right: 400, bottom: 300 };
const names = (towns, { scale = 4, taken = [], named = [] } = {}) => placed(towns, view, 2, scale, taken, new Set(named), wide).map(({ name }) => name);

for (const [what, towns, more, expected] of [
  ["a town in view is named", [["Ely", 1400, 800, 90000]], {}, ["Ely"]],
  ["a town out of view is not", [["Ely", 900, 800, 90000]], {}, []],
  ["a town whose dot would be cut is not", [["Ely", 1001, 501, 90000]], {}, []],
  ["a town too small for the scale is not", [["Ely", 1400, 800, 49999]], {}, []],
  ["it is once the map is larger", [["Ely", 1400, 800, 49999]], { scale: 5 }, ["Ely"]],
  ["a town that bears the name of a council on the map is not named twice", [["Ely", 1400, 800, 90000]], { named: ["Ely"] }, []],
  ["a town whose dot a council's name covers is left out", [["Ely", 1400, 800, 90000]], { taken: [{ left: 190, right: 210, top: 145, bottom: 155 }] }, []],
  ["of two at one place the larger is named", [["Bath", 1400, 800, 95000], ["Ely", 1402, 800, 90000]], {}, ["Bath"]],
  ["a name gives way to the other side of its dot", [["Ely", 1400, 800, 90000]], { taken: [{ left: 207, right: 240, top: 140, bottom: 160 }] }, ["Ely"]],
]) {
  test(what, () => assert.deepEqual(names(towns, more), expected));
}

test("no name or dot lies on another, on what was there, or beyond the edge: however they are scattered", () => {
  let seed = 1;
  const chance = (most) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  let found = 0;
  for (let run = 0; run < 60; run += 1) {
    const towns = Array.from({ length: 80 }, (_, at) => ["Town ".repeat(1 + chance(4)) + at, 950 + chance(900), 450 + chance(700), 200000 - 1000 * at]);
    const taken = Array.from({ length: 12 }, () => ({ left: chance(380), top: chance(290) })).map(({ left, top }) => ({ left, top, right: left + 60, bottom: top + 14 }));
    const drawn = placed(towns, view, 2, 4, taken, new Set(), wide);
    found += drawn.length;
    for (const [at, { name, x, y, anchor, dx, box }] of drawn.entries()) {
      assert.ok(inside(box, whole), name);
      const [left, top] = [(x - view.x) / 2, (y - view.y) / 2];
      assert.ok(inside({ left: left - 2.5, right: left + 2.5, top: top - 2.5, bottom: top + 2.5 }, box), `${name}: its dot is part of it`);
      const from = left + dx - { start: 0, middle: wide(name) / 2, end: wide(name) }[anchor];
      assert.ok(from >= box.left - 0.01 && from + wide(name) <= box.right + 0.01, `${name}: written where its box is`);
      for (const other of [...taken, ...drawn.slice(0, at).map((one) => one.box)]) assert.ok(!meet(box, other), name);
    }
  }
  assert.ok(found > 600, `${found} towns`);
});

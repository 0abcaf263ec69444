/* What part of England is in view. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { scaled, within } from "../../assets/js/map/zoom.js";

const HOME = { x: 0, y: 0, w: 1400, h: 700 };

for (const [told, box, expected] of [
  ["stays as it is within the map", { x: 100, y: 50, w: 700, h: 350 }, { x: 100, y: 50, w: 700, h: 350 }],
  ["is never wider than England", { x: -40, y: 9, w: 2000, h: 900 }, HOME],
  ["comes no closer than a fourteenth", { x: 5, y: 5, w: 10, h: 5 }, { x: 5, y: 5, w: 100, h: 50 }],
  ["leaves no side of the map", { x: 900, y: -30, w: 700, h: 350 }, { x: 700, y: 0, w: 700, h: 350 }],
]) {
  test(`a view ${told}`, () => assert.deepEqual(within(box, HOME), expected));
}

test("what is zoomed in on keeps its place in the window", () => {
  for (const [x, y] of [[0, 0], [300, 200], [1399, 699]])
    for (const factor of [0.5, 1.6, 4, 40]) {
      const before = { x: 200, y: 100, w: 700, h: 350 };
      const after = scaled(before, HOME, factor, x, y);
      assert.ok(Math.abs((x - before.x) / before.w - (x - after.x) / after.w) < 1e-9);
      assert.ok(Math.abs((y - before.y) / before.h - (y - after.y) / after.h) < 1e-9);
      assert.ok(after.w >= HOME.w / 14 && after.w <= HOME.w);
    }
});

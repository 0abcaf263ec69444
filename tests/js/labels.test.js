/* Names on the map: a name stands where it fits within the borders of its council, and nowhere else. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, lines } from "../../assets/js/map/labels.js";

const wide = (text) => 7 * text.length; // px

test("a name is written in one line, or broken at one of its spaces", () => {
  assert.deepEqual(lines("Kent"), [["Kent"]]);
  assert.deepEqual(lines("Brighton and Hove"), [["Brighton and Hove"], ["Brighton", "and Hove"], ["Brighton and", "Hove"]]);
});

for (const [name, radius, marked, expected] of [
  ["Kent", 30, false, ["Kent"]],
  ["Kent", 12, false, null],
  ["Kent", 24, true, null],
  ["Kent", 40, true, ["Kent"]],
  ["Brighton and Hove", 50, false, ["Brighton", "and Hove"]],
  ["Brighton and Hove", 70, false, ["Brighton and Hove"]],
]) {
  test(`${name} within ${radius} px${marked ? " under a triangle" : ""}: ${expected?.join(" / ") ?? "not written"}`, () => {
    assert.deepEqual(fitting(name, radius, marked, wide)?.told ?? null, expected);
  });
}

test("every corner of what is written lies within the circle", () => {
  for (let radius = 5; radius < 120; radius += 1)
    for (const marked of [false, true]) {
      const place = fitting("North East Lincolnshire", radius, marked, wide);
      if (!place) continue;
      const top = place.first - 11;
      const foot = top + 14 * place.told.length;
      const half = Math.max(...place.told.map(wide)) / 2;
      for (const y of [top, foot]) assert.ok(Math.hypot(half, y) <= radius, `${radius} ${marked}`);
    }
});

/* Moving about the map by keyboard. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Keys } from "../../assets/js/map/keys.js";

const GRID = { east: [20, 10], middle: [10, 10], north: [10, 0], south: [10, 20], west: [0, 10] };

/** The map's keyboard over councils by their places; of the middle of the grid the release names the neighbours. */
function keyboard(current, places = GRID, shown = Object.keys(places)) {
  const slugs = Object.keys(places);
  const near = { middle: "2,0,3,4" };
  const links = slugs.map((slug) => ({ dataset: { slug, at: places[slug].join(" "), near: near[slug] ?? ",,," } }));
  const keys = new Keys({});
  keys.sheet = { links, bySlug: new Map(links.map((link) => [link.dataset.slug, link])) };
  keys.order = shown;
  keys.names = shown;
  keys.current = current;
  return keys;
}

for (const [key, from, to] of [
  ["ArrowUp", "middle", "north"], ["ArrowRight", "middle", "east"], ["ArrowDown", "middle", "south"], ["ArrowLeft", "middle", "west"],
  ["ArrowDown", "north", "middle"], ["ArrowUp", "north", null], ["Home", "middle", "east"], ["End", "middle", "west"], [" ", "middle", null],
]) {
  test(`"${key}" goes from ${from} to ${to ?? "nowhere"}`, () => assert.equal(keyboard(from).next({ key }), to));
}

for (const [told, places, to] of [
  ["the nearest is taken", { near: [0, -10], far: [0, -30] }, "near"],
  ["what stands aside counts as farther", { straight: [0, -25], aside: [8, -12] }, "straight"],
  ["what stands more beside than ahead is not ahead", { beside: [20, -13] }, null],
  ["what stands a little more ahead than that is", { ahead: [20, -15] }, "ahead"],
  ["what stands behind is not ahead", { behind: [0, 10] }, null],
]) {
  test(`where the release names no neighbour, ${told}`, () => {
    const keys = keyboard("here", { here: [0, 0], ...places });
    assert.equal(keys.next({ key: "ArrowUp" }), to);
  });
}

test("a neighbour that is out of view is passed over for the nearest ahead", () => {
  assert.equal(keyboard("south", GRID, ["north", "south"]).next({ key: "ArrowUp" }), "north");
  assert.equal(keyboard("middle", GRID, ["middle", "south"]).next({ key: "ArrowUp" }), null);
});

test("letters typed together are one word; a letter again goes on to the next of its name", () => {
  const names = ["barnet", "barnsley", "bath", "kent"];
  const keys = keyboard("barnet", Object.fromEntries(names.map((name) => [name, [0, 0]])));
  assert.equal(keys.next({ key: "b" }), "barnsley");
  assert.equal(keys.next({ key: "a" }), "barnet"); // "ba", from where the focus still is
  assert.equal(keys.next({ key: "T" }), "bath");
  assert.equal(keys.next({ key: "x" }), null);
});

/* The release's figures, read column by column, and rounded as they are printed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { cells, reading, texts, worked } from "../../assets/js/map/data.js";
import { file } from "./england.js";

const STATE = { year: "2023-24", measure: "upheld_pct", type: "", reading: "figure" };

/** Half up, by whole numbers of any size: the rule itself, in other words than the script's. */
function halfUp(n, d, places) {
  const tenfold = 10n ** BigInt(places);
  const exact = BigInt(n) * tenfold;
  const down = exact / BigInt(d);
  const rounded = 2n * (exact % BigInt(d)) >= BigInt(d) ? down + 1n : down;
  return rounded;
}

for (const [n, d, unit, printed] of [
  [1, 2, "percent", "50"], [1, 8, "percent", "13"], [1, 40, "percent", "3"], [2, 3, "percent", "67"],
  [0, 7, "percent", "0"], [7, 7, "percent", "100"], [199, 200, "percent", "100"], [1, 201, "percent", "0"],
  [6, 141574, "per_100k", "4.2"], [27, 812000, "per_100k", "3.3"], [1, 2000000, "per_100k", "0.1"], [3, 100000, "per_100k", "3"],
]) {
  test(`${n} of ${d} is printed as ${printed} (${unit})`, () => assert.equal(worked(n, d, unit), printed));
}

test("every percentage of up to 250 cases is rounded half up, never by a binary fraction", () => {
  for (let d = 1; d <= 250; d++)
    for (let n = 0; n <= d; n++) assert.equal(worked(n, d, "percent"), String(halfUp(n, d, 2)), `${n} of ${d}`);
});

test("rates per 100,000 of any council are rounded half up to one decimal", () => {
  for (let d = 2_000; d < 1_700_000; d += 7_919)
    for (const n of [0, 1, 2, 3, 5, 8, 40, 250]) {
      const tenths = halfUp(n, d, 6);
      const printed = tenths % 10n === 0n ? `${tenths / 10n}` : `${tenths / 10n}.${tenths % 10n}`;
      assert.equal(worked(n, d, "per_100k"), printed, `${n} of ${d}`);
    }
});

test("a year's councils are read in the order of the file, each with its own figures", () => {
  const read = cells(file(), STATE).map(({ slug, state, shown, n, d, fill }) => ({ slug, state, shown, n, d, fill }));
  assert.deepEqual(read, [
    { slug: "kent", state: "percentage_only", shown: "77", n: -1, d: -1, fill: "c4" },
    { slug: "bury", state: "value", shown: "82", n: 27, d: 33, fill: "c1" },
    { slug: "leeds", state: "not_held", shown: null, n: -1, d: -1, fill: "not-held" },
  ]);
});

test("a figure brings the type's average only where it stands beside it, and its note", () => {
  const [kent, bury] = cells(file(), STATE);
  assert.deepEqual([kent.average, kent.note, kent.origin, kent.shownOrigin], [null, "", null, "reported"]);
  assert.deepEqual(
    [bury.average, bury.note, bury.origin, bury.shownOrigin],
    [["80%", "printed", "published"], "Printed as 81%.", "published", "published"],
  );
});

test("how a council stands is in the file's own words, and what is printed is told from what is worked out", () => {
  assert.deepEqual(cells(file(), STATE).map((one) => [one.said, one.printed]), [
    ["", true],
    ["no clear difference from other {councils}{beyond}", false],
    ["", false],
  ]);
});

for (const [n, d, shown] of [[0, 33, "0"], [33, 33, "100"], [0, 0, null], [-1, 33, null], [3, -1, null]]) {
  test(`${n} of ${d} shows ${shown}`, () => {
    const held = file();
    held.years["2023-24"].columns = [[-1, n, -1], [-1, d, -1]];
    assert.equal(cells(held, STATE)[1].shown, shown);
  });
}

test("councils of one type are those of that type", () => {
  assert.deepEqual(cells(file(), { ...STATE, type: "metropolitan" }).map((one) => one.slug), ["bury", "leeds"]);
  assert.deepEqual(cells(file(), { ...STATE, type: "london" }), []);
});

test("what is read once is kept", () => {
  const held = file();
  assert.equal(cells(held, STATE)[0], cells(held, { ...STATE, type: "county" })[0]);
});

test("a state's sentences are those of its type and reading", () => {
  assert.deepEqual(texts(file(), STATE), { title: "Upheld, 2023-24", summary: "Kent leads.", notes: ["A note.", "Another note."] });
  assert.deepEqual(texts(file(), { ...STATE, type: "county", reading: "compared" }).notes, []);
});

test("a measure that is never compared shows its figure, whatever was asked for", () => {
  assert.equal(reading(file(), { measure: "compliance_pct", reading: "compared" }), "figure");
  assert.equal(reading(file(), { measure: "upheld_pct", reading: "compared" }), "compared");
});

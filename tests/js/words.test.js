/* What is said of one council: the names of tests/mapview/test_names.py, composed by the script. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as words from "../../assets/js/map/words.js";
import { cell, PHRASES } from "./england.js";

const METS = "metropolitan borough councils";
const few = { n: 0, d: 1, shown: "0", fill: "few", comparison: "none" };
const rate = { measure: "upheld_per_100k", unit: "per_100k", d: 812000, shown: "3.3", average: ["4.6", "printed", "published"] };
const empty = { n: 0, d: 0, shown: null, average: null };

for (const [told, expected] of [
  [{ shownOrigin: "simulated", origin: "simulated" }, `82%, 27 of 33, similar to ${METS}, average 80%, simulated`],
  [{ n: 40, d: 40, shown: "100", comparison: "much_higher" }, `100%, 40 of 40, much higher than ${METS}, average 80%, published`],
  [few, "0 of 1 upheld, 0%, too few to compare, average 80%, published"],
  [{ ...empty, state: "no_cases" }, "no investigations, published"],
  [{ ...empty, average: cell().average, state: "no_cases" }, "no investigations, published"],
  [{ ...empty, state: "not_held", origin: null, shownOrigin: null }, "figure not held"],
  [{ ...empty, state: "not_applicable", origin: null, shownOrigin: null }, "not applicable"],
  [{ ...empty, state: "unheard_of", origin: null, shownOrigin: null }, "figure not held"],
  [{ state: "percentage_only", n: -1, d: -1, shown: "77", origin: null }, "77%, counts not held, average 80%, published"],
  [{ shown: "93", n: 22, d: 24, origin: "simulated", note: "The printed 93% does not follow from 22 of 24." },
    `93%, 22 of 24, similar to ${METS}, average 80%, figure published, counts simulated. The printed 93% does not follow from 22 of 24.`],
  [{ average: null, comparison: "none" }, "82%, 27 of 33, published"],
  [rate, `3.3 per 100,000, 27 upheld, 812,000 residents, similar to ${METS}, average 4.6, published`],
  [{ ...rate, n: 1081, d: 2_436_000, period: 3 }, `3.3 per 100,000, 1,081 upheld in three years, similar to ${METS}, average 4.6, published`],
]) {
  test(`a name says: ${expected}`, () => {
    assert.equal(words.name(cell(told), PHRASES, true), `Leeds City Council, ${expected}`);
  });
}

test("few cases of a measure that is never compared are not said to be too few to compare", () => {
  assert.equal(words.comparison(cell(few), PHRASES, false), "");
  assert.equal(words.comparison(cell(few), PHRASES, true), "too few to compare");
});

test("nothing is compared where there is no value", () => {
  assert.equal(words.comparison(cell({ state: "percentage_only" }), PHRASES, true), "");
});

test("a card leads with the figure and names what was counted", () => {
  assert.deepEqual(words.card(cell(), PHRASES, true), {
    name: "Leeds City Council",
    lead: "82%",
    rest: "27 of 33 investigations upheld",
    average: `Average of ${METS} 80%, published by the Ombudsman`,
    comparison: `Similar to ${METS}`,
    note: "",
    origin: "published",
    originWords: "Published by the Ombudsman",
  });
});

test("a card of few cases leads with them", () => {
  const card = words.card(cell(few), PHRASES, true);
  assert.deepEqual([card.lead, card.rest, card.comparison], ["0 of 1 upheld", "0%", "Too few to compare"]);
});

for (const [comparison, mark] of [["much_higher", "▲"], ["higher", "▲"], ["lower", "▼"], ["much_lower", "▼"]]) {
  test(`a card marks what is ${comparison} with ${mark}, and says that chance does not explain it`, () => {
    const said = words.card(cell({ comparison }), PHRASES, true).comparison;
    assert.equal(said, `${mark} ${comparison[0].toUpperCase()}${comparison.slice(1).replace("_", " ")} than ${METS}, by more than chance explains`);
  });
}

test("a card says both origins where they differ, and none where nothing is shown", () => {
  assert.equal(words.card(cell({ origin: "simulated" }), PHRASES, true).originWords, "Figure published, counts simulated");
  const unheld = words.card(cell({ ...empty, state: "not_held", origin: null, shownOrigin: null }), PHRASES, true);
  assert.deepEqual([unheld.origin, unheld.originWords, unheld.lead, unheld.rest], [null, null, "figure not held", ""]);
});

test("an average that we pooled is said to be ours", () => {
  const card = words.card(cell({ average: ["80%", "pooled", "simulated"] }), PHRASES, true);
  assert.equal(card.average, `Average of ${METS} 80%, pooled by us, simulated`);
});

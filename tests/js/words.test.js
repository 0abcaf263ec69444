/* What is said of one council: the names of tests/mapview/test_names.py, composed by the script. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as words from "../../assets/js/map/words.js";
import { cell, PHRASES } from "./england.js";

const METS = "metropolitan borough councils";
const NO_CLEAR = `no clear difference from other ${METS}`;
const SIMULATED = " (the others’ figures are simulated)";
const few = { n: 0, d: 1, shown: "0", fill: "few", comparison: "none", said: "too few to compare" };
const rate = { measure: "upheld_per_100k", unit: "per_100k", d: 812000, shown: "3.3", average: ["4.6", "printed", "published"] };
const empty = { n: 0, d: 0, shown: null, average: null, said: "" };

for (const [told, expected] of [
  [{ shownOrigin: "simulated", origin: "simulated" }, `82%, 27 of 33, ${NO_CLEAR}, average 80%, simulated`],
  [{ n: 40, d: 40, shown: "100", comparison: "much_higher", said: "much higher than other {councils}{beyond}" },
    `100%, 40 of 40, much higher than other ${METS}, average 80%, published`],
  [{ comparison: "higher", said: `higher than other {councils}{beyond}${SIMULATED}` },
    `82%, 27 of 33, higher than other ${METS}${SIMULATED}, average 80%, published`],
  [{ comparison: "none", said: "not compared: first year" }, "82%, 27 of 33, not compared: first year, average 80%, published"],
  [{ n: 444, d: 446, shown: "100" }, `over 99%, 444 of 446, ${NO_CLEAR}, average 80%, published`],
  [{ n: 444, d: 446, shown: "100", printed: true }, `100%, 444 of 446, ${NO_CLEAR}, average 80%, published`],
  [{ n: 1, d: 300, shown: "0" }, `under 1%, 1 of 300, ${NO_CLEAR}, average 80%, published`],
  [{ n: 0, d: 300, shown: "0" }, `0%, 0 of 300, ${NO_CLEAR}, average 80%, published`],
  [{ ...rate, n: 1, d: 5_000_000, shown: "0" }, `under 0.1 per 100,000, 1 upheld, 5,000,000 residents, ${NO_CLEAR}, average 4.6, published`],
  [few, "0 of 1 upheld, 0%, too few to compare, average 80%, published"],
  [{ ...empty, state: "no_cases" }, "no investigations, published"],
  [{ ...empty, average: cell().average, state: "no_cases" }, "no investigations, published"],
  [{ ...empty, state: "not_held", origin: null, shownOrigin: null }, "not held"],
  [{ ...empty, state: "not_applicable", origin: null, shownOrigin: null }, "not applicable"],
  [{ ...empty, state: "unheard_of", origin: null, shownOrigin: null }, "not held"],
  [{ state: "percentage_only", n: -1, d: -1, shown: "77", printed: true, origin: null, said: "" }, "77%, counts not held, average 80%, published"],
  [{ shown: "93", printed: true, n: 22, d: 24, origin: "simulated", note: "The printed 93% does not follow from 22 of 24." },
    `93%, 22 of 24, ${NO_CLEAR}, average 80%, figure published, counts simulated. The printed 93% does not follow from 22 of 24.`],
  [{ average: null, comparison: "none", said: "" }, "82%, 27 of 33, published"],
  [rate, `3.3 per 100,000, 27 upheld, 812,000 residents, ${NO_CLEAR}, average 4.6, published`],
  [{ ...rate, n: 1081, d: 2_436_000, period: 3 }, `3.3 per 100,000, 1,081 upheld in three years, ${NO_CLEAR}, average 4.6, published`],
]) {
  test(`a name says: ${expected}`, () => {
    assert.equal(words.name(cell(told), PHRASES), `Leeds City Council, ${expected}`);
  });
}

test("a comparison says how far beyond chance it is only where it is asked to", () => {
  const lower = cell({ comparison: "lower", said: "lower than other {councils}{beyond}" });
  assert.equal(words.comparison(lower, PHRASES), `lower than other ${METS}`);
  assert.equal(words.comparison(lower, PHRASES, ", by more"), `lower than other ${METS}, by more`);
});

test("a card leads with the figure and names what was counted", () => {
  assert.deepEqual(words.card(cell(), PHRASES), {
    name: "Leeds City Council",
    short: "Leeds City",
    lead: "82%",
    rest: "27 of 33 investigations upheld",
    average: `Average of ${METS} 80%, published by the Ombudsman`,
    comparison: `No clear difference from other ${METS}`,
    note: "",
    origin: "published",
    originWords: "Published by the Ombudsman",
  });
});

test("a card of few cases leads with them", () => {
  const card = words.card(cell(few), PHRASES);
  assert.deepEqual([card.lead, card.rest, card.comparison], ["0 of 1 upheld", "0%", "Too few to compare"]);
});

for (const [comparison, mark] of [["much_higher", "▲"], ["higher", "▲"], ["lower", "▼"], ["much_lower", "▼"]]) {
  test(`a card marks what is ${comparison} with ${mark}, and says that chance does not explain it`, () => {
    const than = comparison.replace("_", " ");
    const card = words.card(cell({ comparison, said: `${than} than other {councils}{beyond}${SIMULATED}` }), PHRASES);
    const far = comparison.startsWith("much") ? "far more" : "more";
    assert.equal(card.comparison, `${mark} ${than[0].toUpperCase()}${than.slice(1)} than other ${METS}, by ${far} than chance explains${SIMULATED}`);
  });
}

test("a card says both origins where they differ, and none where nothing is shown", () => {
  assert.equal(words.card(cell({ origin: "simulated" }), PHRASES).originWords, "Figure published, counts simulated");
  const unheld = words.card(cell({ ...empty, state: "not_held", origin: null, shownOrigin: null }), PHRASES);
  assert.deepEqual([unheld.origin, unheld.originWords, unheld.lead, unheld.rest], [null, null, "not held", ""]);
});

test("an average that we pooled is said to be ours", () => {
  const card = words.card(cell({ average: ["80%", "pooled", "simulated"] }), PHRASES);
  assert.equal(card.average, `Average of ${METS} 80%, pooled by us, simulated`);
});

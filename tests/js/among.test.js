import assert from "node:assert/strict";
import test from "node:test";

import { byName, byPostcode, folded, postcode } from "../../assets/js/find/among.js";

const council = (name, spellings, more = {}) => ({ name, spellings, ended: false, county: null, in: `in ${name}`, url: `/${name}`, ...more });
const INDEX = {
  councils: [
    council("Harrogate", ["harrogate borough council", "harrogate"], { ended: true }),
    council("Kent", ["kent county council", "kent"]),
    council("Canterbury", ["canterbury city council", "canterbury"], { county: 1 }),
    council("North Yorkshire", ["north yorkshire council", "north yorkshire"]),
    council("St Helens", ["st helens", "saint helens"]),
  ],
  places: [["Whitstable", 2, "whitstable"], ["Harrogate", 3, "harrogate"], ["Kentish Town", 1, "kentish town"]],
  said: {
    nothing: "Nothing is called “{text}”.", unknown: "The postcode {postcode} is not known.",
    byArea: "By area: {postcode}, {sector}.", byWiderArea: "By wider area: {outcode}.",
    elsewhere: { Wales: ["{postcode} is in Wales.", "By its area {postcode} is in Wales."] },
  },
};
const HELD = {
  rows: { 1: [2], 2: [2, 1], "2AB": [1], 9: ["Wales"], 8: ["Wales", 1] },
  parts: { "": { councils: [2, 1] }, 1: { councils: [2, 1] }, 9: { councils: [], problem: "CT1 9 is in Wales." } },
};
const names = (found) => [...found.councils, ...found.places].map((one) => one.name);

test("names are folded as the server folds them", () => {
  assert.equal(folded("King’s Lynn & West Norfolk"), "kings lynn and west norfolk");
  assert.equal(folded("  Ōld-Town. "), "old town");
});

test("a postcode is read in any case and spacing", () => {
  for (const text of ["ct1 2aa", "CT12AA", " ct1-2AA "]) assert.deepEqual(postcode(text), { outcode: "CT1", sector: "2", unit: "AA" });
  assert.deepEqual(postcode("CT1 2"), { outcode: "CT1", sector: "2", unit: "" });
  assert.deepEqual(postcode("ca11"), { outcode: "CA11", sector: "", unit: "" });
  assert.deepEqual(postcode("CT12A"), { outcode: "CT1", sector: "2", unit: "" });
  for (const text of ["Kent", "1CT", "", "CT1 2AAA"]) assert.equal(postcode(text), null);
});

test("a name finds councils that exist, then ended ones, then places", () => {
  assert.deepEqual(names(byName(INDEX, "harrogate")), ["Harrogate", "Harrogate"]);
  assert.deepEqual(names(byName(INDEX, "kent")), ["Kent", "Kentish Town"]);
  assert.deepEqual(names(byName(INDEX, "york nor")), ["North Yorkshire"]);
  assert.deepEqual(names(byName(INDEX, "Saint Helens")), ["St Helens"]);
  assert.equal(byName(INDEX, "council").matches, 4);
});

test("what is found nowhere is said", () => {
  assert.equal(byName(INDEX, "Nowhere").problem, "Nothing is called “Nowhere”.");
  assert.equal(byName(INDEX, "!").problem, "Nothing is called “!”.");
});

test("the longest prefix held says where a postcode lies, and both councils of a place are named", () => {
  const at = (text) => byPostcode(INDEX, postcode(text), HELD);
  assert.deepEqual(names(at("CT1 1AA")), ["Canterbury", "Kent"]);
  assert.deepEqual(names(at("CT1 2AB")), ["Kent"]);
  assert.deepEqual(names(at("CT1 2AA")), ["Canterbury", "Kent"]);
  assert.deepEqual(at("CT1 2AA").notes, ["By area: CT1 2AA, CT1 2."]);
  assert.equal(at("CT1 9AA").problem, "CT1 9AA is in Wales.");
  assert.equal(at("CT1 8AA").problem, "By its area CT1 8AA is in Wales.");
});

test("a beginning is answered by all within it, and what is not held by its wider area", () => {
  const at = (text) => byPostcode(INDEX, postcode(text), HELD);
  assert.deepEqual(names(at("CT1")), ["Canterbury", "Kent"]);
  assert.deepEqual(at("CT1").notes, []);
  assert.deepEqual(at("CT1 7AA").notes, ["By wider area: CT1."]);
  assert.equal(at("CT1 9").problem, "CT1 9 is in Wales.");
  assert.equal(byPostcode(INDEX, postcode("XX1 1AA"), null).problem, "The postcode XX1 1AA is not known.");
  assert.equal(byPostcode(INDEX, postcode("XX1"), null).problem, "The beginning of postcodes XX1 is not known.");
});

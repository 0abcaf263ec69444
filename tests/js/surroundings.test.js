/* Around the map: the legend counts its councils. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { cited, controls, counted, pictures, title } from "../../assets/js/map/surroundings.js";
import { cell } from "./england.js";

const LEGEND = [["c1", "0 to 59%"], ["c2", "60 to 69%"], ["c3", "70 to 79%"], ["c4", "80 to 89%"], ["c5", "90% and over"],
  ["few", "Fewer than five"], ["not-held", "Not held"]];

test("the legend counts the councils of each class, and keeps the five shades where nobody has them", () => {
  const shown = ["c3", "c3", "c4", "not-held"].map((fill) => cell({ fill }));
  const rows = counted(LEGEND, shown, "figure");
  assert.deepEqual(rows.map(([kind, , councils]) => [kind, councils]), [["c1", 0], ["c2", 0], ["c3", 2], ["c4", 1], ["c5", 0], ["not-held", 1]]);
  assert.equal(rows.reduce((sum, [, , councils]) => sum + councils, 0), shown.length);
  assert.equal(rows[4][1], "90% and over");
});

test("compared councils are counted by where they stand", () => {
  const shown = [cell({ fill: "c3", standing: "c1" }), cell({ fill: "few", standing: "few" })];
  assert.deepEqual(counted(LEGEND, shown, "compared").filter(([, , councils]) => councils).map(([kind]) => kind), ["c1", "few"]);
});

/** Stand in for a document of a title, and of the two parts of a citation. */
function documented(name, site) {
  const parts = { "citation-title": {}, "citation-address": { dataset: { site, release: "spring & summer" } } };
  globalThis.document = { title: name, getElementById: (id) => parts[id] };
  return parts;
}

for (const before of ["", "Demonstration: ", "Draft: ", "Embargoed: Demonstration: "]) {
  test(`the title keeps that it is “${before}” when the view changes`, () => {
    documented(`${before}Complaints upheld, 2023-24: map of England’s councils`, "");
    title({ title: "Complaints upheld, 2022-23: map of England’s councils" }, "Leeds City Council", "2022-23");
    assert.equal(document.title, `${before}Leeds City Council, 2022-23. Complaints upheld, 2022-23: map of England’s councils`);
  });
}

test("a view is cited by its title and its address, of the release it shows", () => {
  const parts = documented("Draft: A map", "https://councils.example");
  for (const path of ["/", "/?year=2022-23&council=leeds", "/?year=2022-23&council=leeds&release=spring+%26+summer"]) {
    cited(path);
    assert.equal(parts["citation-title"].textContent, "Draft: A map");
    const told = new URL(parts["citation-address"].textContent);
    assert.equal(told.origin + told.pathname, "https://councils.example/");
    assert.deepEqual(told.searchParams.getAll("release"), ["spring & summer"]);
    assert.equal(told.searchParams.get("council"), path === "/" ? null : "leeds");
  }
});

test("the links to pictures follow the view, each in its form and size", () => {
  const links = ["/map.png?year=2019-20", "/map.png?year=2019-20&size=large", "/map.svg?year=2019-20"].map((href) => ({
    href: `https://councils.example${href}`,
    setAttribute(name, value) { this[name] = `https://councils.example${value}`; },
  }));
  globalThis.document = { querySelectorAll: (asked) => (asked === "#map-pictures a" ? links : []) };
  const led = () => links.map(({ href }) => href.replace("https://councils.example", ""));
  pictures("/?measure=compliance_pct&view=tiles");
  assert.deepEqual(led(), ["png", "png", "svg"].map((form, i) => `/map.${form}?measure=compliance_pct&view=tiles${i === 1 ? "&size=large" : ""}`));
  pictures("/");
  assert.deepEqual(led(), ["/map.png", "/map.png?size=large", "/map.svg"]);
});

test("a year offers no type that is left without a council, and the next year may", () => {
  const select = (...values) => Object.assign([], { options: values.map((value) => ({ value })), parentElement: {}, dataset: { tier: "upper" } });
  const form = { elements: {
    measure: select(), year: select(), reading: select(), tier: select("upper", "lower"), type: select("", "county", "district", "unitary"), period: select(),
  } };
  const offered = () => form.elements.type.options.filter((option) => !option.hidden && !option.disabled).map((option) => option.value);
  const show = (state, without) => controls(form, { tier: "upper", period: 1, type: "", ...state }, without);
  show({ year: "2028-29" }, { "2028-29": ["county", "district"] });
  assert.deepEqual([offered(), form.elements.tier.parentElement.hidden], [["", "unitary"], true]);
  show({ year: "2028-29", type: "county" }, { "2028-29": ["county", "district"] });
  assert.deepEqual(offered(), ["", "county", "unitary"], "what is chosen stays to be seen");
  show({ year: "2027-28" }, { "2028-29": ["county", "district"] });
  assert.deepEqual([offered(), form.elements.tier.parentElement.hidden], [["", "county", "district", "unitary"], false]);
});

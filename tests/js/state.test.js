/* What the map shows, as the URL says it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { changed, councilUrl, isOn, panelUrl, parse, url, usualPeriod } from "../../assets/js/map/state.js";

const YEARS = ["2022-23", "2023-24", "2024-25"];
const MEASURES = ["upheld_pct", "compliance_pct", "upheld_per_100k"];
const USUAL = {
  measure: "upheld_pct", year: "2024-25", tier: "upper", type: "", reading: "figure", period: 1, view: "", council: "", release: "",
};
const read = (search) => parse(search, YEARS, MEASURES);

for (const [search, told] of [
  ["", {}],
  ["?measure=compliance_pct&year=2022-23&reading=compared&council=leeds&release=demo",
    { measure: "compliance_pct", year: "2022-23", reading: "compared", council: "leeds", release: "demo" }],
  ["?measure=unheard&year=1999-00&tier=middle&type=parish&reading=aloud&period=2", {}],
  ["?view=tiles", { view: "tiles" }],
  ["?view=globe", {}],
  ["?tier=lower", { tier: "lower", period: 3 }],
  ["?tier=lower&period=1", { tier: "lower", period: 1 }],
  ["?period=3", { period: 3 }],
  ["?type=district", { type: "district", tier: "lower", period: 3 }],
  ["?type=county&tier=lower", { type: "county", tier: "upper", period: 1 }],
  ["?type=unitary&tier=lower", { type: "unitary", tier: "lower", period: 3 }],
  ["?measure=%20%20&year=%20", {}],
  ["?council=%20leeds%20", { council: "leeds" }],
  ["?year=2022-23&year=2023-24", { year: "2023-24" }],
]) {
  test(`"${search}" is read as what it says, and what is unknown as usual`, () => {
    assert.deepEqual(read(search), { ...USUAL, ...told });
  });
}

function* everyState() {
  for (const measure of MEASURES)
    for (const year of YEARS)
      for (const tier of ["upper", "lower"])
        for (const type of ["", "county", "district", "metropolitan", "unitary", "london"].filter((one) => isOn(one, tier)))
          for (const reading of ["figure", "compared"])
            for (const period of [1, 3])
              for (const council of ["", "kingston-upon-hull-city-council"])
                for (const view of ["", "tiles"])
                  for (const release of ["", "2024-25 draft & more"]) yield { measure, year, tier, type, reading, period, view, council, release };
}

test("every state is read from the address that it is printed as", () => {
  const states = [...everyState()];
  assert.equal(states.length, 3 * 3 * (5 + 5) * 2 * 2 * 2 * 2 * 2);
  for (const state of states) assert.deepEqual(read(url(state, YEARS).slice(1)), state);
});

test("no two states have one address", () => {
  const addresses = [...everyState()].map((state) => url(state, YEARS));
  assert.equal(new Set(addresses).size, addresses.length);
});

test("what is usual is left out of an address", () => {
  assert.equal(url(USUAL, YEARS), "/");
  assert.equal(url({ ...USUAL, tier: "lower", period: 3 }, YEARS), "/?tier=lower");
  assert.equal(url({ ...USUAL, tier: "lower", period: 1 }, YEARS), "/?tier=lower&period=1");
});

for (const [type, tiers] of [
  ["county", ["upper"]], ["district", ["lower"]], ["unitary", ["upper", "lower"]],
  ["metropolitan", ["upper", "lower"]], ["london", ["upper", "lower"]], ["", ["upper", "lower"]],
]) {
  test(`councils of type "${type}" are drawn on the map of ${tiers.join(" and ")}`, () => {
    assert.deepEqual(["upper", "lower"].filter((tier) => isOn(type, tier)), tiers);
  });
}

test("few cases fall to districts, so their map usually pools three years", () => {
  assert.equal(usualPeriod("lower"), 3);
  assert.equal(usualPeriod("upper"), 1);
});

for (const [name, value, before, told] of [
  ["measure", "compliance_pct", {}, { measure: "compliance_pct" }],
  ["tier", "lower", {}, { tier: "lower", period: 3 }],
  ["tier", "lower", { type: "county" }, { tier: "lower", type: "", period: 3 }],
  ["tier", "lower", { type: "london" }, { tier: "lower", type: "london", period: 3 }],
  ["tier", "upper", { tier: "lower", period: 1 }, { tier: "upper", period: 1 }],
  ["type", "district", {}, { type: "district", tier: "lower", period: 3 }],
  ["type", "county", { tier: "lower", period: 3 }, { type: "county", tier: "upper", period: 1 }],
  ["type", "london", { period: 3 }, { type: "london", period: 3 }],
  ["period", "3", {}, { period: 3 }],
  ["period", "", { tier: "lower", period: 1 }, { tier: "lower", period: 3 }],
  ["year", "2022-23", { tier: "lower", period: 1 }, { tier: "lower", year: "2022-23", period: 1 }],
]) {
  test(`${name} set to "${value}" from ${JSON.stringify(before)} gives ${JSON.stringify(told)}`, () => {
    const from = { ...USUAL, ...before };
    const kept = structuredClone(from);
    assert.deepEqual(changed(from, name, value), { ...USUAL, ...told });
    assert.deepEqual(from, kept);
  });
}

test("every state that a control leads to is one that an address can say", () => {
  const controls = {
    tier: ["upper", "lower"], type: ["", "county", "district", "metropolitan", "unitary", "london"], period: ["", "1", "3"],
    measure: MEASURES, year: YEARS, reading: ["figure", "compared"],
  };
  for (const state of everyState())
    for (const [name, values] of Object.entries(controls))
      for (const value of values) {
        const after = changed(state, name, value);
        assert.deepEqual(read(url(after, YEARS).slice(1)), after, `${JSON.stringify(state)}: ${name}=${value}`);
      }
});

test("a council's addresses name its year, and the release where one is named", () => {
  assert.equal(councilUrl("leeds", USUAL), "/council/leeds/2024-25");
  assert.equal(councilUrl("leeds", { ...USUAL, release: "a&b" }), "/council/leeds/2024-25?release=a%26b");
  assert.equal(panelUrl("leeds", { ...USUAL, year: "2022-23" }), "/council/leeds/2022-23/panel.json");
});

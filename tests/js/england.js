/* A small England for the tests: one file of figures, as dashboard/mapview writes it, and cells read from it. */

export const PHRASES = {
  beyond: {
    much_lower: ", by far more than chance explains", lower: ", by more than chance explains",
    higher: ", by more than chance explains", much_higher: ", by far more than chance explains",
  },
  absolutes: { upheld_pct: { all: "over 99%", none: "under 1%" }, upheld_per_100k: { all: "", none: "under 0.1" } },
  types: { county: "county councils", metropolitan: "metropolitan borough councils", london: "London boroughs" },
  noCases: { upheld_pct: "no investigations", upheld_per_100k: "no cases" },
  states: { not_held: "not held", not_applicable: "not applicable" },
  countsNotHeld: "counts not held",
  counted: { upheld_pct: "upheld", upheld_per_100k: "upheld" },
  nouns: { upheld_pct: "investigations upheld", upheld_per_100k: "complaints upheld" },
  per100k: "{value} per 100,000",
  fraction: "{n} of {d}",
  rateBase: { 1: "{n} {counted}, {d} residents", 3: "{n} {counted} in three years" },
  average: "average {value}",
  originsDiffer: "figure {printed}, counts {counts}",
  origins: { published: "published by the Ombudsman", simulated: "simulated" },
  averageKinds: { printed: "{origin}", pooled: "pooled by us, {origin}" },
};

/** A cell as it is of Leeds: 27 of 33; what a test is about is said. */
export const cell = (told = {}) => ({
  slug: "leeds", name: "Leeds City Council", short: "Leeds City", type: "metropolitan", measure: "upheld_pct",
  unit: "percent", period: 1, state: "value", n: 27, d: 33, shown: "82", printed: false, fill: "c3",
  standing: "no-clear-difference", comparison: "no_clear_difference", said: "no clear difference from other {councils}{beyond}", origin: "published", shownOrigin: "published", note: "",
  average: ["80%", "printed", "published"], ...told,
});

/** Three councils in 2023-24, by columns: a value, one held as a percentage alone, one that is not held. */
export const file = () => ({
  tier: "upper",
  period: 1,
  phrases: PHRASES,
  councils: [
    ["bury", "Bury Metropolitan Borough Council", "Bury", "metropolitan"],
    ["kent", "Kent County Council", "Kent", "county"],
    ["leeds", "Leeds City Council", "Leeds", "metropolitan"],
  ],
  letters: {
    states: { v: "value", p: "percentage_only", h: "not_held" },
    classes: { 0: "c1", 3: "c4", f: "few", h: "not-held", s: "no-clear-difference" },
    comparisons: { s: "no_clear_difference", n: "none" },
    said: { a: "", b: "no clear difference from other {councils}{beyond}" },
    origins: { p: "published", r: "reported" },
  },
  sentences: ["Upheld, 2023-24", "Kent leads.", "A note.", "Another note."],
  measures: { upheld_pct: { unit: "percent", label: "Upheld", compared: true }, compliance_pct: { unit: "percent", compared: false } },
  years: {
    "2023-24": {
      councils: [1, 0, 2],
      columns: [[-1, 27, -1], [-1, 33, -1]],
      measures: {
        upheld_pct: {
          n: 0, d: 1, state: "pvh", fill: "30h", standing: "ssh", comparison: "nsn", said: "aba", origin: "-p-", shownOrigin: "rp-",
          shown: { 0: "77" }, notes: { 1: "Printed as 81%." }, average: "010",
          averages: { metropolitan: ["80%", "printed", "published"] },
          texts: { "all-figure": { title: 0, summary: 1, notes: [2, 3] }, "county-compared": { title: 0, summary: 1, notes: [] } },
        },
      },
    },
  },
});

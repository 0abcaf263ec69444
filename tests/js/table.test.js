/* The order of the table's rows. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { order } from "../../assets/js/map/table.js";
import { cell } from "./england.js";

const row = (short, told = {}, texts = [short]) => ({ cell: cell({ short, ...told }), texts });
const names = (rows, sorted) => [...rows].sort((a, b) => order(a, b, sorted)).map((one) => one.cell.short);

test("rows are sorted by name, up and down", () => {
  const rows = [row("Leeds"), row("Bury"), row("Kent")];
  assert.deepEqual(names(rows, { column: 0, down: false }), ["Bury", "Kent", "Leeds"]);
  assert.deepEqual(names(rows, { column: 0, down: true }), ["Leeds", "Kent", "Bury"]);
});

test("values are sorted as numbers; few cases and what is not held stand below every value", () => {
  const rows = [row("Nine", { shown: "9", printed: true }), row("Hundred", { shown: "100", n: 5, d: 5 }), row("Nought", { shown: "0", n: 0 }),
    row("Few", { shown: "100", fill: "few" }), row("Unheld", { shown: null })];
  assert.deepEqual(names(rows, { column: 2, down: true }), ["Hundred", "Nine", "Nought", "Few", "Unheld"]);
});

test("a value that rounding would call all stands below one that is all, and a printed one as it is printed", () => {
  const rows = [row("All", { shown: "100", n: 5, d: 5 }), row("Over 99", { shown: "100", n: 444, d: 446 }),
    row("Printed", { shown: "91", n: 9, d: 10, printed: true }), row("Computed", { shown: "90", n: 9, d: 10 }),
    row("Under 1", { shown: "0", n: 1, d: 300 }), row("None", { shown: "0", n: 0, d: 300 })];
  assert.deepEqual(names(rows, { column: 2, down: true }), ["All", "Over 99", "Printed", "Computed", "Under 1", "None"]);
  const averages = [row("A", { average: ["99%"] }), row("B", { average: ["over 99%"] }), row("C", { average: ["100%"] }),
    row("D", { average: ["1%"] }), row("E", { average: ["under 1%"] })];
  assert.deepEqual(names(averages, { column: 3, down: true }), ["C", "B", "A", "D", "E"]);
});

test("cases are sorted by their base, averages by their number, and equals by name either way", () => {
  const rows = [row("B", { d: 33 }), row("C", { d: 120 }), row("A", { d: 33 })];
  assert.deepEqual(names(rows, { column: 1, down: false }), ["A", "B", "C"]);
  assert.deepEqual(names(rows, { column: 1, down: true }), ["C", "A", "B"]);
  const averages = [row("A", { average: ["9%"] }), row("B", { average: ["over 99%"] }), row("C", { average: null })];
  assert.deepEqual(names(averages, { column: 3, down: true }), ["B", "A", "C"]);
});

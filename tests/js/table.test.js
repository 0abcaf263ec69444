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
  const rows = [row("Nine", { shown: "9" }), row("Hundred", { shown: "100" }), row("Nought", { shown: "0" }),
    row("Few", { shown: "100", fill: "few" }), row("Unheld", { shown: null })];
  assert.deepEqual(names(rows, { column: 2, down: true }), ["Hundred", "Nine", "Nought", "Few", "Unheld"]);
});

test("cases are sorted by their base, averages by their number, and equals by name either way", () => {
  const rows = [row("B", { d: 33 }), row("C", { d: 120 }), row("A", { d: 33 })];
  assert.deepEqual(names(rows, { column: 1, down: false }), ["A", "B", "C"]);
  assert.deepEqual(names(rows, { column: 1, down: true }), ["C", "A", "B"]);
  const averages = [row("A", { average: ["9%"] }), row("B", { average: ["over 99%"] }), row("C", { average: null })];
  assert.deepEqual(names(averages, { column: 3, down: true }), ["B", "A", "C"]);
});

/* The table beside the map: rewritten when it is read, on screen or paper; sortable by its headings. */

import { councilUrl } from "./state.js";
import * as words from "./words.js";

const PER = { percent: 100, per_100k: 100000 };
const VALUE = { 1: (cell) => cell.d, 2: exact, 3: (cell) => averaged(cell.average?.[0]) };

/** A value unrounded, so that "over 99%" stands below 100%; what is printed as printed; few cases and none below all. */
function exact(cell) {
  if (cell.shown === null || cell.fill === "few") return -1;
  return cell.printed || cell.n < 0 || cell.d <= 0 ? Number(cell.shown) : (PER[cell.unit] * cell.n) / cell.d;
}

/** An average by its number: "over 99%" above 99%, "under 1%" below 1%. */
function averaged(text = "") {
  const number = Number(/[\d.]+/.exec(text)?.[0] ?? -1);
  return number + (text.startsWith("over") ? 1e-6 : text.startsWith("under") ? -1e-6 : 0);
}

/** Which of two rows stands first: by value or words of a column, then by name. */
export function order(a, b, { column, down }) {
  const value = VALUE[column];
  const found = value ? value(a.cell) - value(b.cell) : a.texts[column].localeCompare(b.texts[column], "en-GB");
  return (down ? -found : found) || a.cell.short.localeCompare(b.cell.short, "en-GB");
}

export class Table {
  constructor(details) {
    this.details = details;
    this.body = details.querySelector("tbody");
    this.heads = [...details.querySelectorAll("thead th")];
    this.sorted = { column: 0, down: false };
    for (const [column, head] of this.heads.entries()) this.button(head, column);
    details.addEventListener("toggle", () => this.write());
    window.addEventListener("beforeprint", () => this.write()); // on paper the table is open
  }

  button(head, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => this.sort(column));
    head.replaceChildren(button);
    if (column === 0) head.setAttribute("aria-sort", "ascending");
  }

  sort(column) {
    this.sorted = { column, down: this.sorted.column === column && !this.sorted.down };
    this.heads.forEach((head, place) => {
      if (place === column) head.setAttribute("aria-sort", this.sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.stale = true;
    this.write();
  }

  /** Take new figures; they are written when the table is open, and before it is printed. */
  update(cells, state, file, caption) {
    Object.assign(this, { cells, state, file, stale: true });
    this.details.querySelector("caption").textContent = caption;
    this.details.querySelector("summary").textContent = `Table of the same figures: ${cells.length} council${cells.length === 1 ? "" : "s"}, A to Z`;
    if (this.details.open) this.write();
  }

  /** Know the figures that the server's own rows show. */
  know(cells, state, file) {
    Object.assign(this, { cells, state, file, stale: false });
  }

  write() {
    if (!this.stale || !this.cells) return;
    this.stale = false;
    const rows = this.cells.map((cell) => ({ cell, texts: this.texts(cell) }));
    if (this.sorted.column || this.sorted.down) rows.sort((a, b) => order(a, b, this.sorted));
    this.body.replaceChildren(...rows.map(({ cell, texts }) => this.row(cell, texts)));
  }

  texts(cell) {
    const { phrases } = this.file;
    return [cell.short, words.cases(cell, phrases), words.value(cell, phrases), words.average(cell),
      words.comparison(cell, phrases), [words.origin(cell, phrases), cell.note].filter(Boolean).join(". ")];
  }

  row(cell, texts) {
    const row = document.createElement("tr");
    const link = document.createElement("a");
    link.href = councilUrl(cell.slug, this.state);
    link.textContent = texts[0];
    const head = document.createElement("th");
    head.scope = "row";
    head.append(link);
    row.append(head, ...texts.slice(1).map((text, index) => {
      const data = document.createElement("td");
      if (index < 3) data.className = "number";
      data.textContent = text;
      return data;
    }));
    return row;
  }
}

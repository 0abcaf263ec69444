/* What is said of one council, from the phrases the release holds: the rules are those of dashboard/mapview/names.py. */

/** @typedef {import("./data.js").Cell} Cell */

const number = new Intl.NumberFormat("en-GB");
const filled = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const isFew = (cell) => cell.fill === "few";

/** @param {Cell} cell */
export function value(cell, phrases) {
  if (cell.state === "no_cases") return phrases.noCases[cell.measure];
  if (cell.shown === null) return phrases.states[cell.state] ?? phrases.states.not_held;
  return cell.unit === "percent" ? `${cell.shown}%` : filled(phrases.per100k, { value: cell.shown });
}

/** @param {Cell} cell */
export function cases(cell, phrases) {
  if (cell.state === "percentage_only") return phrases.countsNotHeld;
  if (cell.state !== "value" || cell.n < 0 || cell.d < 0) return "";
  const told = { n: number.format(cell.n), d: number.format(cell.d), counted: phrases.counted[cell.measure] };
  if (cell.unit !== "percent") return filled(phrases.rateBase[cell.period], told);
  return filled(phrases.fraction, told) + (isFew(cell) ? ` ${told.counted}` : "");
}

/** @param {Cell} cell */
export function comparison(cell, phrases, compared) {
  if (cell.state !== "value") return "";
  const kind = isFew(cell) && compared ? "too_few" : cell.comparison;
  return filled(phrases.compared[kind], { type: phrases.types[cell.type] });
}

/** @param {Cell} cell */
export const average = (cell) => (cell.average ? cell.average[0] : "");

/** @param {Cell} cell */
export function origin(cell, phrases) {
  if (!cell.shownOrigin) return "";
  if (cell.state === "value" && cell.origin && cell.origin !== cell.shownOrigin)
    return filled(phrases.originsDiffer, { printed: cell.shownOrigin, counts: cell.origin });
  return cell.shownOrigin;
}

/** The accessible name of a shape. @param {Cell} cell */
export function name(cell, phrases, compared) {
  const said = [value(cell, phrases), cases(cell, phrases)];
  if (isFew(cell)) said.reverse();
  const known = cell.state === "value" || cell.state === "percentage_only";
  const mean = known && cell.average ? filled(phrases.average, { value: average(cell) }) : "";
  const parts = [cell.name, ...said, comparison(cell, phrases, compared), mean, origin(cell, phrases)];
  return parts.filter(Boolean).join(", ") + (cell.note ? `. ${cell.note}` : "");
}

/** The lines of the card: name, value, cases, average, comparison, origin. @param {Cell} cell */
export function card(cell, phrases, compared) {
  const few = isFew(cell);
  const fraction = cases(cell, phrases) + (cell.unit === "percent" && cell.state === "value" && !few ? ` ${phrases.nouns[cell.measure]}` : "");
  const shown = value(cell, phrases);
  const mark = { higher: "▲ ", much_higher: "▲ ", lower: "▼ ", much_lower: "▼ " }[cell.comparison] ?? "";
  const said = comparison(cell, phrases, compared);
  return {
    name: cell.name,
    lead: few ? fraction : shown,
    rest: few ? shown : fraction,
    average: cell.average ? averageSentence(cell, phrases) : "",
    comparison: said && mark + capital(said) + (mark ? `, by ${phrases.more}` : ""),
    note: cell.note,
    origin: cell.shownOrigin,
    originWords: cell.shownOrigin && (origin(cell, phrases) === cell.shownOrigin ? capital(phrases.origins[cell.shownOrigin]) : capital(origin(cell, phrases))),
  };
}

function averageSentence(cell, phrases) {
  const [text, kind, from] = cell.average;
  return `Average of ${phrases.types[cell.type]} ${text}, ${filled(phrases.averageKinds[kind], { origin: phrases.origins[from] })}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

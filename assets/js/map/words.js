/* What is said of one council, from the phrases the release holds: the rules are those of dashboard/mapview/names.py. */

/** @typedef {import("./data.js").Cell} Cell */

const number = new Intl.NumberFormat("en-GB");
const filled = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, key) => values[key]);
const isFew = (cell) => cell.fill === "few";

/** @param {Cell} cell */
export function value(cell, phrases) {
  if (cell.state === "no_cases") return phrases.noCases[cell.measure];
  if (cell.shown === null) return phrases.states[cell.state] ?? phrases.states.not_held;
  const text = absolute(cell, phrases) ?? (cell.unit === "percent" ? `${cell.shown}%` : cell.shown);
  return cell.unit === "percent" ? text : filled(phrases.per100k, { value: text });
}

/** What stands where rounding would say all or none of what is neither; what is printed stays as printed. */
function absolute(cell, phrases) {
  if (cell.printed) return null;
  const { all, none } = phrases.absolutes[cell.measure];
  if (cell.shown === "0" && cell.n > 0) return none;
  return cell.unit === "percent" && cell.shown === "100" && cell.n < cell.d ? all : null;
}

/** @param {Cell} cell */
export function cases(cell, phrases) {
  if (cell.state === "percentage_only") return phrases.countsNotHeld;
  if (cell.state !== "value" || cell.n < 0 || cell.d < 0) return "";
  const told = { n: number.format(cell.n), d: number.format(cell.d), counted: phrases.counted[cell.measure] };
  if (cell.unit !== "percent") return filled(phrases.rateBase[cell.period], told);
  return filled(phrases.fraction, told) + (isFew(cell) ? ` ${told.counted}` : "");
}

/** How a council stands, or why it is not compared. @param {Cell} cell @param {string} [beyond] how far beyond chance */
export function comparison(cell, phrases, beyond = "") {
  return filled(cell.said, { councils: phrases.types[cell.type], beyond });
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

const leading = (cell, phrases) => {
  const said = [value(cell, phrases), cases(cell, phrases)];
  return isFew(cell) ? said.reverse() : said;
};

/** Value and cases in one line, those first that lead. @param {Cell} cell */
export const figure = (cell, phrases) => leading(cell, phrases).filter(Boolean).join(", ");

/** The accessible name of a shape. @param {Cell} cell */
export function name(cell, phrases) {
  const said = leading(cell, phrases);
  const known = cell.state === "value" || cell.state === "percentage_only";
  const mean = known && cell.average ? filled(phrases.average, { value: average(cell) }) : "";
  const parts = [cell.name, ...said, comparison(cell, phrases), mean, origin(cell, phrases)];
  return parts.filter(Boolean).join(", ") + (cell.note ? `. ${cell.note}` : "");
}

/** The lines of the card: name, value, cases, average, comparison, origin. @param {Cell} cell */
export function card(cell, phrases) {
  const few = isFew(cell);
  const fraction = cases(cell, phrases) + (cell.unit === "percent" && cell.state === "value" && !few ? ` ${phrases.nouns[cell.measure]}` : "");
  const shown = value(cell, phrases);
  const mark = { higher: "▲ ", much_higher: "▲ ", lower: "▼ ", much_lower: "▼ " }[cell.comparison] ?? "";
  const said = comparison(cell, phrases, phrases.beyond[cell.comparison]);
  return {
    name: cell.name,
    short: cell.short,
    lead: few ? fraction : shown,
    rest: few ? shown : fraction,
    average: cell.average ? averageSentence(cell, phrases) : "",
    comparison: said && mark + capital(said),
    note: cell.note,
    origin: cell.shownOrigin,
    originWords: cell.shownOrigin && (origin(cell, phrases) === cell.shownOrigin ? capital(phrases.origins[cell.shownOrigin]) : capital(origin(cell, phrases))),
  };
}

function averageSentence(cell, phrases) {
  const [text, kind, from] = cell.average;
  return `Average of ${phrases.types[cell.type]} ${text}, ${filled(phrases.averageKinds[kind], { origin: phrases.origins[from] })}`;
}

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

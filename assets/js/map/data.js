/* The release's figures: fetched once a tier and period, read column by column. */

/**
 * One measure of one council.
 * @typedef {{slug: string, name: string, short: string, type: string, measure: string, unit: string, period: number, state: string,
 *   n: number, d: number, shown: string|null, printed: boolean, said: string, fill: string, standing: string, comparison: string, origin: string|null,
 *   shownOrigin: string|null, note: string, average: [string, string, string]|null}} Cell
 */

const fetched = new Map();

/** Fetch a URL once; a failed fetch may be tried again. */
function once(url, read) {
  if (!fetched.has(url)) {
    const answer = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return read(response);
    });
    answer.catch(() => fetched.delete(url));
    fetched.set(url, answer);
  }
  return fetched.get(url);
}

export const loadFile = (url) => once(url, (response) => response.json());
export const loadShapes = (url) => once(url, (response) => response.text());

/**
 * Return the cells of the councils a state shows, in A to Z order.
 * @returns {Cell[]}
 */
export function cells(file, state) {
  const columns = file.years[state.year].measures[state.measure];
  columns.cells ??= every(file, state.year, state.measure); // read once, then kept
  return state.type ? columns.cells.filter((one) => one.type === state.type) : columns.cells;
}

/** The sentences of a state: title, heading, subtitle, marks, summary, origins, notes, live. */
export function texts(file, state) {
  const places = file.years[state.year].measures[state.measure].texts[`${state.type || "all"}-${state.reading}`];
  const say = (place) => (Array.isArray(place) ? place.map(say) : file.sentences[place]);
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [name, say(place)]));
}

/** The reading that applies: a measure that is never compared shows its figure. */
export const reading = (file, state) => (file.measures[state.measure].compared ? state.reading : "figure");

function every(file, year, measure) {
  const told = file.years[year];
  return told.councils.map((place, index) => cell(file, told, measure, place, index));
}

function cell(file, year, measure, place, index) {
  const columns = year.measures[measure];
  const [slug, name, short, type] = file.councils[place];
  const told = (column, kinds) => file.letters[kinds][columns[column][index]] ?? null;
  const n = year.columns[columns.n][index];
  const d = year.columns[columns.d][index];
  const state = told("state", "states");
  const unit = file.measures[measure].unit;
  return {
    slug, name, short, type, measure, unit, period: file.period, state, n, d,
    shown: columns.shown[index] ?? (state === "value" && n >= 0 && d > 0 ? worked(n, d, unit) : null),
    printed: index in columns.shown, // stands as its source printed it
    said: told("said", "said"),
    fill: told("fill", "classes"),
    standing: told("standing", "classes"),
    comparison: told("comparison", "comparisons"),
    origin: told("origin", "origins"),
    shownOrigin: told("shownOrigin", "origins"),
    note: columns.notes[index] ?? "",
    average: columns.average[index] === "1" ? columns.averages[type] : null,
  };
}

/** A fraction as it is printed, rounded half up in whole numbers: a percentage, or a rate to one decimal. */
export function worked(n, d, unit) {
  const per = unit === "percent" ? 100 : 1000000;
  const scaled = Math.floor((2 * per * n + d) / (2 * d));
  return String(unit === "percent" ? scaled : scaled / 10);
}

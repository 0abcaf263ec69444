/* What the map shows, as the URL says it. The rules are those of dashboard/addresses/view_state.py. */

/** @typedef {{measure: string, year: string, tier: string, type: string, reading: string, period: number, view: string, council: string, release: string}} State */

const TIERS_OF_TYPE = {
  county: ["upper"], district: ["lower"], metropolitan: ["upper", "lower"], unitary: ["upper", "lower"], london: ["upper", "lower"],
};
const FIRST_MEASURE = "upheld_pct";

/** @param {string} tier */
export const usualPeriod = (tier) => (tier === "lower" ? 3 : 1);

/** Whether a type is drawn on a tier's map; no type is on both. */
export const isOn = (type, tier) => !type || TIERS_OF_TYPE[type].includes(tier);

/**
 * Read a query string; what is unknown takes its default, and a type decides the tier it is on.
 * @param {string} search @param {string[]} years @param {string[]} measures @returns {State}
 */
export function parse(search, years, measures) {
  const asked = {};
  for (const [name, value] of new URLSearchParams(search)) if (value.trim()) asked[name] = value.trim();
  const type = TIERS_OF_TYPE[asked.type] ? asked.type : "";
  let tier = asked.tier === "lower" ? "lower" : "upper";
  if (!isOn(type, tier)) tier = TIERS_OF_TYPE[type][0];
  return {
    measure: measures.includes(asked.measure) ? asked.measure : FIRST_MEASURE,
    year: years.includes(asked.year) ? asked.year : years[years.length - 1],
    tier,
    type,
    reading: asked.reading === "compared" ? "compared" : "figure",
    period: { 1: 1, 3: 3 }[asked.period] || usualPeriod(tier),
    view: asked.view === "tiles" ? "tiles" : "",
    council: asked.council || "",
    release: asked.release || "",
  };
}

/**
 * The state after a control was changed: a tier and a type that do not go together make the other one give way.
 * @param {State} before @param {string} name the control's @param {string} value @returns {State}
 */
export function changed(before, name, value) {
  const state = { ...before, [name]: value };
  if (name === "tier" && !isOn(state.type, state.tier)) state.type = "";
  if (name === "type" && !isOn(state.type, state.tier)) state.tier = state.tier === "upper" ? "lower" : "upper";
  if (name === "period") state.period = Number(value) || usualPeriod(state.tier);
  else if (state.tier !== before.tier) state.period = usualPeriod(state.tier);
  return state;
}

/**
 * Print a state as the path and query of the map page; defaults are left out.
 * @param {State} state @param {string[]} years
 */
export function url(state, years) {
  const told = {
    measure: state.measure !== FIRST_MEASURE && state.measure,
    year: state.year !== years[years.length - 1] && state.year,
    tier: state.tier !== "upper" && state.tier,
    type: state.type,
    reading: state.reading !== "figure" && state.reading,
    period: state.period !== usualPeriod(state.tier) && String(state.period),
    view: state.view,
    council: state.council,
    release: state.release,
  };
  const query = new URLSearchParams(Object.entries(told).filter(([, value]) => value)).toString();
  return query ? `/?${query}` : "/";
}

/** The page of a council, as dashboard/addresses/urls.py writes it. */
export const councilUrl = (slug, state) => `/council/${slug}/${state.year}${release(state)}`;

/** The panel of a council, as assets/js/app.js asks for it. */
export const panelUrl = (slug, state) => `/council/${slug}/${state.year}/panel.json${release(state)}`;

const release = (state) => (state.release ? `?release=${encodeURIComponent(state.release)}` : "");

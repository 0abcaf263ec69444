/* The search for a council where no server answers it: among the names, places and postcodes of files.
   dashboard/as_files/finder.py writes them; what is typed stays in the browser, but for the first half of a postcode. */

const MOST = 12; // councils, and places, that an answer lists
const OUT = "[A-Z]{1,2}\\d[A-Z\\d]?";
const SPACED = new RegExp(`^(${OUT}) (\\d)([A-Z]{0,2})$`);
const WHOLE = new RegExp(`^(${OUT})(\\d)([A-Z]{1,2})$`);
const ALONE = new RegExp(`^${OUT}$`);
const [WHOLLY, BEGINNING, EACH_WORD] = [0, 1, 2];

/** A text as names are compared: dashboard/repository/names.py folds the same way. */
export const folded = (text) => text.toLowerCase().replaceAll("&", " and ").normalize("NFKD")
  .replace(/\p{M}/gu, "").replace(/['’‘`´]/g, "").replace(/[^0-9a-z]+/g, " ").trim();

/** A postcode or its beginning, in any case and spacing; null for any other text. */
export function postcode(text) {
  const spaced = text.toUpperCase().replace(/[\s.\-–_]+/g, " ").trim();
  const together = spaced.replaceAll(" ", "");
  if (ALONE.test(together) && !spaced.includes(" ")) return { outcode: together, sector: "", unit: "" };
  const found = SPACED.exec(spaced) ?? WHOLE.exec(together);
  if (!found) return null;
  const [, outcode, sector, unit] = found;
  return { outcode, sector, unit: unit.length === 2 ? unit : "" };
}

/** How a text reads as one of some spellings; null where as none. */
function reads(asked, spellings) {
  const words = asked.split(" ");
  const ways = spellings.map((own) => {
    if (own === asked) return WHOLLY;
    if (own.startsWith(asked)) return BEGINNING;
    const owned = own.split(" ");
    return words.every((word) => owned.some((one) => one.startsWith(word))) ? EACH_WORD : Number.POSITIVE_INFINITY;
  });
  const best = Math.min(...ways);
  return Number.isFinite(best) ? best : null;
}

const filled = (sentence, typed) => Object.entries(typed).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), sentence);

const nothing = (problem) => ({ councils: [], places: [], notes: [], matches: 0, problem });

function ofCouncils(index, numbers, notes = []) {
  const councils = [...new Set(numbers)].map((number) => index.councils[number]);
  return { councils, places: [], notes, matches: councils.length, problem: null };
}

/** A council and, of a district, its county: both serve its area. */
const tiers = (index, number) => [number, index.councils[number].county].filter((one) => one !== null);

/** What a name finds: councils that exist, then ended ones, then places; each best first. */
export function byName(index, text) {
  const asked = folded(text);
  if (!asked) return nothing(filled(index.said.nothing, { text: shortened(text) }));
  const found = index.councils
    .map((council) => ({ council, how: reads(asked, council.spellings) }))
    .filter(({ how }) => how !== null)
    .sort((a, b) => a.council.ended - b.council.ended || a.how - b.how)
    .map(({ council }) => council);
  const places = index.places
    .map(([name, number, ...spellings]) => ({ name, council: index.councils[number], how: reads(asked, spellings) }))
    .filter(({ how }) => how !== null)
    .sort((a, b) => a.how - b.how)
    .map(({ name, council }) => ({ name, what: council.in, url: council.url }));
  const matches = found.length + places.length;
  if (!matches) return nothing(filled(index.said.nothing, { text: shortened(text) }));
  return { councils: found.slice(0, MOST), places: places.slice(0, MOST), notes: [], matches, problem: null };
}

const shortened = (text) => (text.length <= 60 ? text : `${text.slice(0, 60).trimEnd()}…`);

/**
 * What a postcode finds in what is held below its outcode; the longest prefix held says where it lies.
 * @param {object|null} held the file of its outcode, null where there is none
 */
export function byPostcode(index, typed, held) {
  const sector = typed.sector ? `${typed.outcode} ${typed.sector}` : typed.outcode;
  const words = { outcode: typed.outcode, sector, postcode: typed.unit ? sector + typed.unit : sector };
  const unknown = index.said.unknown.replace("The postcode", typed.unit ? "The postcode" : "The beginning of postcodes");
  if (!held) return nothing(filled(unknown, words));
  if (typed.unit) {
    const prefix = [typed.sector + typed.unit, typed.sector, ""].find((one) => one in held.rows);
    if (prefix !== undefined) {
      const [where, split] = held.rows[prefix];
      if (typeof where === "string") return nothing(filled(index.said.elsewhere[where]?.[split ? 1 : 0] ?? unknown, words));
      return ofCouncils(index, tiers(index, where), split ? [filled(index.said.byArea, words)] : []);
    }
  }
  const own = held.parts[typed.sector];
  const part = own ?? held.parts[""];
  if (!part.councils.length) return nothing(part.problem ?? filled(unknown, words));
  const nearer = own && !typed.unit ? [] : [filled(index.said.byWiderArea, words)];
  return ofCouncils(index, part.councils, [...(part.notes ?? []), ...nearer]);
}

const files = new Map();

/** Fetch a file of the search once; null where there is none. */
function fetched(url) {
  if (!files.has(url)) {
    const read = fetch(url).then((response) => {
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return response.json();
    });
    read.catch(() => files.delete(url));
    files.set(url, read);
  }
  return files.get(url);
}

/** Answer whatever is typed, in the form in which the server answers it at /find.json. */
export async function answer(query) {
  const index = await fetched("/find/councils.json");
  const typed = postcode(query);
  if (!typed) return byName(index, query);
  return byPostcode(index, typed, await fetched(`/find/postcodes/${typed.outcode}.json`));
}

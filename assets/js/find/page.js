/* The page of the search where no server answers it: puts what the address asks for before the list of all councils. */

import { answer } from "./among.js";

const place = document.querySelector("[data-found]");

function paragraph(text, kind = "") {
  const element = document.createElement("p");
  element.className = kind;
  element.textContent = text;
  return element;
}

function list(items) {
  const element = document.createElement("ul");
  element.className = "found";
  element.append(...items.map(({ name, what, url }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = name;
    const kind = document.createElement("span");
    kind.className = "small";
    kind.textContent = ` ${what}`;
    item.append(link, kind);
    return item;
  }));
  return element;
}

async function show(query) {
  const heading = document.createElement("h2");
  try {
    const { councils, places, notes, matches, problem } = await answer(query);
    const listed = [...councils, ...places];
    const all = matches > listed.length ? `The first ${listed.length} of ${matches}` : `${matches}`;
    heading.textContent = matches ? `${all} found for “${query}”` : `Nothing found for “${query}”`;
    place.replaceChildren(heading, ...notes.map((note) => paragraph(note, "note")),
      ...(listed.length ? [list(listed)] : [paragraph(problem ?? "")]));
  } catch {
    place.replaceChildren(paragraph("This could not be loaded. Choose a council below."));
  }
}

const asked = (new URLSearchParams(location.search).get("q") ?? "").trim().slice(0, 80);
if (asked) {
  for (const input of document.querySelectorAll('input[name="q"]')) input.value = asked;
  show(asked);
}

/* Keeps groups of councils by name, in this browser only: nothing is sent. Shown only where storage works. */
(function () {
  "use strict";
  const KEY = "compare-groups";
  const MOST = 20;
  const LONGEST_NAME = 60;
  const LONGEST_QUERY = 2000;

  /* What is kept may have been written by anything: only pairs of a name and a query are read of it. */
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      if (!Array.isArray(kept)) return [];
      return kept
        .filter((one) => typeof one?.name === "string" && one.name.trim() && typeof one?.query === "string")
        .map(({ name, query }) => ({ name: name.slice(0, LONGEST_NAME), query: query.slice(0, LONGEST_QUERY) }))
        .slice(0, MOST);
    } catch {
      return [];
    }
  };

  const write = (groups) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(groups));
      return true;
    } catch {
      return false;
    }
  };

  const usable = () => {
    try {
      localStorage.getItem(KEY);
      return true;
    } catch {
      return false;
    }
  };

  const place = (id) => document.getElementById(id);
  const say = (text) => { if (place("kept-said")) place("kept-said").textContent = text; };

  /* The group and how it is looked at, not what was typed to be added, nor which release. */
  const shown = () => {
    const asked = new URLSearchParams(location.search);
    asked.delete("add");
    asked.delete("release");
    return asked.toString().replaceAll("%2C", ",");
  };

  const item = ({ name, query }, number) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/compare?${query}`;
    link.textContent = name;
    const forget = document.createElement("button");
    forget.type = "button";
    forget.dataset.forget = number;
    forget.textContent = "Forget";
    forget.setAttribute("aria-label", `Forget ${name}`);
    line.append(link, forget);
    return line;
  };

  const fill = () => {
    const section = place("kept-groups");
    const list = place("kept-list");
    if (!section || !list || !usable()) return;
    const groups = read();
    list.replaceChildren(...groups.map(item));
    section.hidden = !place("kept-form") && groups.length === 0;
  };

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "kept-form") return;
    event.preventDefault();
    const field = place("kept-name");
    const name = field.value.trim().slice(0, LONGEST_NAME);
    if (!name) return;
    const others = read().filter((one) => one.name !== name);
    if (others.length >= MOST) return say(`${MOST} groups are kept at most. Forget one first.`);
    if (!write([{ name, query: shown() }, ...others])) return say("This browser would not keep it.");
    field.value = "";
    fill();
    say(`Kept as ${name}.`);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-forget]");
    if (!button) return;
    const groups = read();
    const [gone] = groups.splice(Number(button.dataset.forget), 1);
    if (!gone) return;
    if (!write(groups)) return say("This browser would not forget it.");
    fill();
    say(`${gone.name} is forgotten.`);
    (place("kept-name") ?? document.querySelector("#kept-list a"))?.focus();
  });

  document.addEventListener("dashboard:drawn", fill);
  fill();
})();

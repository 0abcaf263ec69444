/* The search for a council, in the header and on the map page, as a combobox: suggestions of councils as one types a name or a postcode (ARIA 1.2). */
(function () {
  const KINDS = {
    county: "County council", district: "District council", metropolitan: "Metropolitan borough council",
    unitary: "Unitary council", london: "London borough council",
  };
  const WAIT = 120; // ms of quiet before asking
  const LEAST = 2; // characters

  /** Make one search, a form with a field, a combobox. */
  function combobox(box, input) {
    const name = input.id.replace(/-input$/, "");
    const list = document.createElement("ul");
    list.id = `${name}-list`;
    list.className = "search-list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Councils");
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    box.append(list, status);
    const wanted = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [name, value] of Object.entries(wanted)) input.setAttribute(name, value);

    let timer = 0;
    let turn = 0;
    let active = -1;
    let found = [];

    const close = () => {
      clearTimeout(timer);
      turn += 1;
      list.hidden = true;
      found = [];
      activate(-1);
      input.setAttribute("aria-expanded", "false");
    };

    const activate = (place) => {
      active = place;
      [...list.querySelectorAll('[role="option"]')].forEach((item, index) => {
        item.setAttribute("aria-selected", String(index === place));
        if (index === place) item.scrollIntoView({ block: "nearest" });
      });
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", `${name}-option-${place}`);
    };

    const option = (council, index) => {
      const item = document.createElement("li");
      item.id = `${name}-option-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = council.name;
      const kind = document.createElement("span");
      kind.className = "small";
      kind.textContent = KINDS[council.type] ?? "";
      item.append(kind);
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => choose(council));
      return item;
    };

    const offer = (answer) => {
      found = answer.councils.slice(0, 8);
      const nothing = document.createElement("li");
      nothing.className = "search-none";
      nothing.setAttribute("role", "presentation");
      nothing.textContent = answer.problem ?? "";
      list.replaceChildren(...(found.length ? found.map(option) : [nothing]));
      list.hidden = !found.length && !answer.problem;
      input.setAttribute("aria-expanded", String(found.length > 0));
      activate(-1);
      const more = answer.councils.length - found.length;
      status.textContent = found.length ? `${answer.councils.length} found${more > 0 ? `, ${found.length} offered` : ""}.` : nothing.textContent;
    };

    const ask = async () => {
      const query = input.value.trim();
      if (query.length < LEAST) return close();
      const mine = ++turn;
      const told = new URLSearchParams(new FormData(input.form));
      try {
        const response = await fetch(`/find.json?${told}`);
        const answer = await response.json();
        if (mine === turn) offer(answer);
      } catch {
        close(); // the form still answers
      }
      return undefined;
    };

    const choose = (council) => {
      input.value = council.name;
      close();
      const here = new CustomEvent("map:choose", { detail: council, cancelable: true });
      if (document.dispatchEvent(here)) window.location.assign(council.url);
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const count = found.length + 1; // the field itself is one of the places
        activate(((active + 1 + step + count) % count) - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        choose(found[active]);
      }
    });
    input.addEventListener("blur", () => setTimeout(close, 0));
  }

  for (const box of document.querySelectorAll('[role="search"]')) {
    const input = box.querySelector('input[type="search"][name="q"][id]');
    if (input && input.form.action.endsWith("/find")) combobox(box, input);
  }
})();

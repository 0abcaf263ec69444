/* The search for a council, in the header and on the map page, as a combobox: suggestions of councils and places
   as one types a name or a postcode (ARIA 1.2). */
(function () {
  const WAIT = 120; // ms of quiet before asking
  const LEAST = 2; // characters
  const MOST = 8; // offered at once; the form's page lists more

  /** Make one search, a form with a field, a combobox. */
  function combobox(box, input) {
    const name = input.id.replace(/-input$/, "");
    const list = document.createElement("ul");
    list.id = `${name}-list`;
    list.className = "search-list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Councils and places");
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    box.append(list, status);
    const wanted = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    for (const [attribute, value] of Object.entries(wanted)) input.setAttribute(attribute, value);

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

    const option = (one, index) => {
      const item = document.createElement("li");
      item.id = `${name}-option-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = one.name;
      const kind = document.createElement("span");
      kind.className = "small";
      kind.textContent = one.what;
      item.append(kind);
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => choose(one));
      return item;
    };

    const said = (text) => {
      const item = document.createElement("li");
      item.className = "search-none";
      item.setAttribute("role", "presentation");
      item.textContent = text;
      return item;
    };

    // What names a council first, then places, which lead to the page of who serves them.
    const offer = (answer) => {
      found = [...answer.councils, ...answer.places].slice(0, MOST);
      const notes = answer.notes.map(said);
      const problem = found.length || !answer.problem ? [] : [said(answer.problem)];
      list.replaceChildren(...notes, ...found.map(option), ...problem);
      list.hidden = list.childElementCount === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      activate(-1);
      const all = answer.matches;
      const counted = all > found.length ? `The first ${found.length} of ${all} offered.` : `${all} found.`;
      status.textContent = [...answer.notes, found.length ? counted : (answer.problem ?? "")].join(" ").trim();
    };

    const ask = async () => {
      const query = input.value.trim();
      if (query.length < LEAST) return close();
      const mine = ++turn;
      try {
        const answer = await answered(query);
        if (mine === turn) offer(answer);
      } catch {
        close(); // the form still answers
      }
      return undefined;
    };

    /* A copy of the site made of files names the script that finds without a server. */
    const answered = async (query) => {
      const { finder } = input.form.dataset;
      if (finder) return (await import(finder)).answer(query);
      const response = await fetch(`/find.json?${new URLSearchParams(new FormData(input.form))}`);
      return response.json();
    };

    const choose = (one) => {
      input.value = one.name;
      close();
      const here = one.slug && new CustomEvent("map:choose", { detail: one, cancelable: true });
      if (!here || document.dispatchEvent(here)) window.location.assign(one.url);
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

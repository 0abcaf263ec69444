/* The map by keyboard: one tab stop, arrows to the neighbour, letters to a name, Enter to open. */

import { attribute } from "./dom.js";

const DIRECTIONS = { ArrowUp: 0, ArrowRight: 1, ArrowDown: 2, ArrowLeft: 3 };
const AHEAD = [[0, -1], [1, 0], [0, 1], [-1, 0]];
const TYPED = 700; // ms in which letters belong to one word

export class Keys {
  /** @param {{focused: (slug: string) => void, left: () => void, chosen: (slug: string) => void}} told */
  constructor(told) {
    this.told = told;
    this.typed = { text: "", at: 0 };
    this.order = []; // nothing is known before the figures are here: a link is a link until then
  }

  /** Make the shapes of a sheet one list box with a single tab stop. */
  attach(sheet) {
    this.sheet = sheet;
    const { svg } = sheet;
    svg.setAttribute("role", "listbox");
    svg.setAttribute("aria-label", "Councils on the map");
    svg.setAttribute("aria-describedby", "map-help");
    svg.addEventListener("keydown", (event) => this.key(event));
    svg.addEventListener("focusin", (event) => this.came(event));
    svg.addEventListener("focusout", () => this.told.left());
  }

  /** Say which councils are in view, A to Z, and which is chosen. */
  update(cells, chosen) {
    this.order = cells.map((cell) => cell.slug);
    this.names = cells.map((cell) => cell.short.toLowerCase());
    const shown = new Set(this.order);
    for (const link of this.sheet.links) {
      const here = shown.has(link.dataset.slug);
      attribute(link, "role", here && "option");
      attribute(link, "aria-hidden", !here && "true");
      attribute(link, "aria-selected", here && String(link.dataset.slug === chosen));
      attribute(link, "tabindex", here && (link.dataset.slug === this.current ? "0" : "-1"));
    }
    this.stop(shown.has(this.current) ? this.current : shown.has(chosen) ? chosen : this.order[0]);
  }

  /** Make a council the one tab stop. */
  stop(slug) {
    const before = this.sheet.bySlug.get(this.current);
    if (before?.hasAttribute("role")) before.setAttribute("tabindex", "-1");
    this.current = slug;
    this.sheet.bySlug.get(slug)?.setAttribute("tabindex", "0");
  }

  focus(slug) {
    if (!this.order.includes(slug)) return;
    this.stop(slug);
    this.sheet.bySlug.get(slug)?.focus({ preventScroll: true }); // the sheet of another year may lack it
  }

  came(event) {
    const link = event.target.closest("a[data-slug]");
    if (!link) return;
    this.stop(link.dataset.slug);
    if (link.matches(":focus-visible")) this.told.focused(link.dataset.slug);
  }

  key(event) {
    if (!this.order.length || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = this.next(event);
    if (event.key === "Enter" || event.key === " ") this.told.chosen(this.current);
    else if (next) this.focus(next);
    else if (!(event.key in DIRECTIONS)) return;
    event.preventDefault();
  }

  next({ key }) {
    if (key in DIRECTIONS) return this.neighbour(DIRECTIONS[key]);
    if (key === "Home") return this.order[0];
    if (key === "End") return this.order[this.order.length - 1];
    return key.length === 1 && key !== " " ? this.letter(key.toLowerCase()) : null;
  }

  /** The council the release names in a direction or, where that is out of view, the nearest ahead. */
  neighbour(direction) {
    const link = this.sheet.bySlug.get(this.current);
    const place = link.dataset.near.split(",")[direction];
    const near = place && this.sheet.links[place].dataset.slug;
    return near && this.order.includes(near) ? near : this.ahead(link, AHEAD[direction]);
  }

  ahead(link, [ax, ay]) {
    const point = (one) => one.dataset.at.split(" ").map(Number);
    const [x, y] = point(link);
    let best = null;
    let least = Infinity;
    for (const slug of this.order) {
      const [ox, oy] = point(this.sheet.bySlug.get(slug));
      const along = (ox - x) * ax + (oy - y) * ay;
      const aside = Math.abs((ox - x) * ay) + Math.abs((oy - y) * ax);
      if (along > 0 && along >= aside * 0.7 && along + 2 * aside < least) [best, least] = [slug, along + 2 * aside];
    }
    return best;
  }

  letter(key) {
    const now = performance.now();
    this.typed = { text: now - this.typed.at < TYPED ? this.typed.text + key : key, at: now };
    const from = this.order.indexOf(this.current);
    const shift = this.typed.text.length > 1 ? 0 : 1;
    for (let i = 0; i < this.order.length; i++) {
      const place = (from + shift + i) % this.order.length;
      if (this.names[place].startsWith(this.typed.text)) return this.order[place];
    }
    return null;
  }
}

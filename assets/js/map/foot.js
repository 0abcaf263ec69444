/* The card at the foot of the screen: by touch the first tap names a council here, the second opens it. */

import { written } from "./card.js";

export class Foot {
  /**
   * @param {HTMLElement} section what it stands at the end of, and stays within
   * @param {HTMLElement} before the element it stands before
   * @param {{lines: (slug: string) => object|null, url: (slug: string) => string, open: (slug: string) => void, left: () => void}} told
   */
  constructor(section, before, told) {
    this.told = told;
    this.slug = null;
    this.element = document.createElement("div");
    this.element.className = "map-foot";
    this.element.hidden = true;
    this.element.setAttribute("role", "region");
    this.element.setAttribute("aria-label", "Council tapped");
    section.insertBefore(this.element, before);
  }

  /** Take a tap on a council: name it, or open the one that is named already. */
  tap(slug) {
    if (slug === this.slug) this.told.open(slug);
    else this.show(slug);
  }

  show(slug) {
    const lines = this.told.lines(slug);
    if (!lines) return;
    this.slug = slug;
    const open = document.createElement("a");
    open.className = "button button-primary";
    open.href = this.told.url(slug);
    open.textContent = `Open ${lines.short}`;
    open.addEventListener("click", (event) => {
      event.preventDefault();
      this.told.open(slug);
    });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => this.hide());
    const ways = document.createElement("p");
    ways.className = "map-foot-ways";
    ways.append(open, close);
    this.element.replaceChildren(...written({ ...lines, average: "", note: "" }), ways);
    this.element.hidden = false;
  }

  hide() {
    if (!this.slug) return;
    this.slug = null;
    this.element.hidden = true;
    this.told.left();
  }
}

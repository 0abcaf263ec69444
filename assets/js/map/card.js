/* The card by the pointer or the focus: what a council's name says, laid out. It can be hovered, and Esc takes it away. */

const BEFORE = 70; // ms before another council's card replaces one: time to move the pointer onto it
const AFTER = 220; // ms it stays when the pointer has left
const GAP = 12;

export class Card {
  /** @param {HTMLElement} stage @param {(slug: string) => object|null} lines what a card says */
  constructor(stage, lines) {
    this.stage = stage;
    this.lines = lines;
    this.element = document.createElement("div");
    this.element.className = "map-card";
    this.element.hidden = true;
    this.element.setAttribute("aria-hidden", "true"); // the shape's name says the same
    stage.append(this.element);
    this.element.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.element.addEventListener("pointerleave", () => this.leave());
    document.addEventListener("keydown", (event) => this.escape(event), true);
  }

  /** Show a council's card beside a point of the window, once the pointer has rested. */
  point(slug, x, y) {
    clearTimeout(this.timer);
    if (slug === this.slug) return;
    this.timer = setTimeout(() => this.show(slug, { left: x, right: x, top: y, bottom: y }), this.slug ? BEFORE : 0);
  }

  leave() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), AFTER);
  }

  hide() {
    clearTimeout(this.timer);
    this.slug = null;
    this.element.hidden = true;
  }

  escape(event) {
    if (event.key !== "Escape" || this.element.hidden) return;
    this.hide();
    event.stopPropagation();
  }

  /** Show a council's card beside a rectangle of the window. */
  show(slug, beside) {
    const lines = this.lines(slug);
    if (!lines) return;
    this.slug = slug;
    this.element.replaceChildren(...written(lines));
    this.element.hidden = false;
    const place = this.stage.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const fitsRight = beside.right + GAP + width < document.documentElement.clientWidth - 8;
    const left = fitsRight ? beside.right + GAP : Math.max(8, beside.left - GAP - width);
    const fitsBelow = beside.bottom + height < window.innerHeight - 8;
    const top = fitsBelow ? beside.top : Math.max(8, beside.bottom - height);
    this.element.style.left = `${left - place.left}px`;
    this.element.style.top = `${top - place.top}px`;
  }
}

/** The paragraphs of a card. */
export function written(lines) {
  const figure = paragraph("figure", "");
  const lead = document.createElement("strong");
  lead.textContent = lines.lead;
  figure.append(lead, lines.rest);
  const parts = [paragraph("name", lines.name), figure];
  if (lines.comparison) parts.push(paragraph("", lines.comparison));
  if (lines.average) parts.push(paragraph("soft", lines.average));
  if (lines.note) parts.push(paragraph("soft note-text", lines.note));
  if (lines.origin) {
    const chip = document.createElement("span");
    chip.className = `origin origin-${lines.origin}`;
    chip.textContent = lines.originWords;
    parts.push(chip);
  }
  return parts;
}

function paragraph(kind, text) {
  const element = document.createElement("p");
  element.className = kind;
  element.textContent = text;
  return element;
}

/* Zooming and moving England: by buttons, wheel, pinch and drag. The view box is the only state. */

const MOST = 14;
const STEP = 1.6;
const QUIET = 250; // ms after the page has scrolled in which the wheel keeps scrolling it

const possible = (wanted, home) => Math.min(home.w, Math.max(home.w / MOST, wanted));

/** The box nearest to one that shows nothing beside the map and no less than the closest view. */
export function within(box, home) {
  const w = possible(box.w, home);
  const h = w * (home.h / home.w);
  return { x: Math.min(Math.max(box.x, 0), home.w - w), y: Math.min(Math.max(box.y, 0), home.h - h), w, h };
}

/** A box made smaller by a factor, as far as the closest and the widest view allow, around a point that keeps its place. */
export function scaled(box, home, factor, x, y) {
  const w = possible(box.w / factor, home);
  const real = box.w / w;
  return { x: x - (x - box.x) / real, y: y - (y - box.y) / real, w, h: box.h / real };
}

export class Zoom {
  /**
   * @param {HTMLElement} stage
   * @param {() => void} changed called after every change of scale
   * @param {() => DOMRect|undefined} aim what the button zooms in on, where not on the middle
   */
  constructor(stage, changed, aim) {
    this.stage = stage;
    this.aim = aim;
    this.changed = changed;
    this.pointers = new Map();
    this.moved = 0;
    this.scrolled = 0;
    this.attach();
    const buttons = stage.querySelector(".map-buttons");
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => this.pressed(event.target.closest("button")));
    window.addEventListener("scroll", () => { this.scrolled = performance.now(); }, { passive: true });
    new ResizeObserver(() => this.fit()).observe(stage);
  }

  /** Take over the SVG that stands in the stage now. */
  attach() {
    this.svg = this.stage.querySelector(".map-england");
    this.svg.dataset.whole ??= this.svg.getAttribute("viewBox");
    const [, , width, height] = this.svg.dataset.whole.split(" ").map(Number);
    this.whole = { width, height };
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerdown", (event) => this.down(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) this.svg.addEventListener(name, (event) => this.up(event));
    this.svg.addEventListener("click", (event) => this.swallow(event), true);
    this.fit();
  }

  /** The whole of England in the stage's proportions, standing at the left. */
  get home() {
    const aspect = this.svg.clientWidth / this.svg.clientHeight || 1;
    const { width, height } = this.whole;
    return aspect > width / height ? { x: 0, y: 0, w: height * aspect, h: height } : { x: 0, y: 0, w: width, h: width / aspect };
  }

  get scale() { return this.home.w / this.box.w; }

  fit() {
    this.box = this.home;
    this.apply();
  }

  apply() {
    const { home } = this;
    this.box = within(this.box, home);
    const { x, y, w, h } = this.box;
    const zoomed = w < home.w * 0.999;
    this.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    this.unit = w / (this.svg.clientWidth || 1);
    this.svg.style.setProperty("--k", this.unit);
    this.svg.style.setProperty("--k-now", this.unit);
    this.svg.toggleAttribute("data-zoomed", zoomed);
    this.stage.toggleAttribute("data-zoomed", zoomed);
    this.stage.querySelector(".map-pan").hidden = !zoomed;
    // Said, not disabled: a button that disables itself under the keyboard loses it to the top of the page.
    const spent = { in: this.scale > MOST * 0.999, out: !zoomed, reset: !zoomed };
    for (const [name, is] of Object.entries(spent)) this.stage.querySelector(`[data-zoom="${name}"]`).setAttribute("aria-disabled", String(is));
    this.patterns();
    this.changed(this);
  }

  patterns() {
    const inset = this.stage.querySelector(".map-london svg");
    const insetUnit = inset ? inset.viewBox.baseVal.width / (inset.clientWidth || 1) : 1;
    if (inset?.clientWidth) inset.style.setProperty("--k", insetUnit);
    for (const [name, unit] of [["map", this.unit], ["inset", insetUnit]])
      for (const pattern of this.stage.querySelectorAll(`.pattern-${name}`)) pattern.setAttribute("patternTransform", `scale(${unit})`);
  }

  /** Zoom by a factor around a point of the map. */
  by(factor, x = this.box.x + this.box.w / 2, y = this.box.y + this.box.h / 2) {
    this.box = scaled(this.box, this.home, factor, x, y);
    this.apply();
  }

  pan(dx, dy) {
    this.box = { ...this.box, x: this.box.x + dx, y: this.box.y + dy };
    this.apply();
  }

  /** Move as little as needed to bring a box of the map into view. */
  show(box) {
    const margin = this.box.w * 0.08;
    const shift = (low, high, from, size) => (low < from + margin ? low - from - margin : high > from + size - margin ? high - from - size + margin : 0);
    this.pan(shift(box.x, box.x + box.width, this.box.x, this.box.w), shift(box.y, box.y + box.height, this.box.y, this.box.h));
  }

  pressed(button) {
    if (!button) return;
    const { zoom, pan } = button.dataset;
    if (zoom === "in") this.closer();
    if (zoom === "out") this.by(1 / STEP);
    if (zoom === "reset") this.fit();
    const step = this.box.w * 0.25;
    if (pan) this.pan({ left: -step, right: step }[pan] ?? 0, { up: -step, down: step }[pan] ?? 0);
  }

  /** Zoom in by a step, bringing what is aimed at to the middle. */
  closer() {
    const aim = this.aim();
    if (aim) this.box = { ...this.box, x: aim.x + aim.width / 2 - this.box.w / 2, y: aim.y + aim.height / 2 - this.box.h / 2 };
    this.by(STEP);
  }

  at(event) {
    const place = this.svg.getBoundingClientRect();
    return [this.box.x + (event.clientX - place.left) * this.unit, this.box.y + (event.clientY - place.top) * this.unit];
  }

  /** The wheel zooms, unless the page itself is being scrolled past the map or there is nothing to zoom out of. */
  wheel(event) {
    const out = event.deltaY > 0;
    if (!event.ctrlKey && (performance.now() - this.scrolled < QUIET || (out && this.scale < 1.001))) return;
    event.preventDefault();
    this.by(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * (event.ctrlKey ? 0.01 : 0.005)), ...this.at(event));
  }

  down(event) {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, event);
    if (this.pointers.size === 1) this.moved = 0;
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    if (this.pointers.size === 2) this.pinch(event);
    else if (this.scale > 1.001) this.drag(before, event);
    this.pointers.set(event.pointerId, event);
  }

  drag(before, event) {
    this.moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (this.moved < 5) return;
    this.svg.setPointerCapture(event.pointerId);
    this.svg.toggleAttribute("data-panning", true);
    this.pan((before.clientX - event.clientX) * this.unit, (before.clientY - event.clientY) * this.unit);
  }

  pinch(event) {
    const [one, two] = [...this.pointers.values()];
    const still = one.pointerId === event.pointerId ? two : one;
    const moving = one.pointerId === event.pointerId ? one : two;
    const apart = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
    this.moved += 10;
    this.by(apart(event, still) / apart(moving, still), ...this.at({ clientX: (event.clientX + still.clientX) / 2, clientY: (event.clientY + still.clientY) / 2 }));
  }

  up(event) {
    this.pointers.delete(event.pointerId);
    this.svg.toggleAttribute("data-panning", false);
  }

  /** A drag that ends on a council is no choice of it. */
  swallow(event) {
    if (this.moved < 5) return;
    this.moved = 0;
    event.preventDefault();
    event.stopPropagation();
  }
}

// Runs in the page before anything else. Times are in ms since the navigation began, taken after the
// frame that shows the change has been painted.
(() => {
  "use strict";

  const painted = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0); // delivered after the frame that is being made
  };
  const everyFrame = (check) =>
    new Promise((resolve) => {
      const frame = () => (check() ? painted(resolve) : requestAnimationFrame(frame));
      requestAnimationFrame(frame);
    });
  const shapes = () => [...document.querySelectorAll(probe.shapes)];
  const colours = () => shapes().map((s) => [s.getAttribute("class"), s.getAttribute("fill"), s.style.fill]).join();
  const recoloured = (before) => shapes().length >= probe.least && colours() !== before && coloured(shapes());
  const filled = (shape) => !/none|rgba\(0, 0, 0, 0\)/.test(getComputedStyle(shape).fill);
  const coloured = (all) => all.length >= probe.least && all.some(filled);

  const probe = (window.probe = {
    shapes: "", least: 0, choose: null, offered: () => false,

    start(settings) {
      Object.assign(probe, settings);
      probe.visible = everyFrame(() => coloured(shapes()));
    },

    // The first time a change of measure recolours the map: asked again and again from the start, or
    // once where the control takes the first change whenever it comes.
    async ready(values) {
      await probe.visible;
      const before = colours();
      let turn = 0;
      return everyFrame(() => {
        if (recoloured(before)) return true;
        if (probe.offered() && (probe.once ? turn === 0 : turn % 3 === 0)) probe.choose(values[1]);
        turn += probe.offered() ? 1 : 0;
        return false;
      });
    },

    // From the handler of a change of measure to the painted frame, in ms.
    recolour(value) {
      return new Promise((resolve) => {
        requestAnimationFrame(() => {
          const before = colours(), began = performance.now();
          const check = (now) => (recoloured(before) ? resolve(now - began) : requestAnimationFrame(() => painted(check)));
          probe.choose(value);
          painted(check);
        });
      });
    },

    // From the click to the painted frame in which the panel is about the council, in ms.
    opening(shown) {
      return new Promise((resolve) => {
        window.addEventListener(
          "click", () => { const began = performance.now(); everyFrame(shown).then((now) => resolve(now - began)); },
          { capture: true, once: true },
        );
      });
    },

    // A point on the screen inside a shape.
    pointIn(shape) {
      const box = shape.getBBox(), point = shape.ownerSVGElement.createSVGPoint();
      const steps = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
      for (const y of steps) for (const x of steps) {
        point.x = box.x + x * box.width;
        point.y = box.y + y * box.height;
        if (!shape.isPointInFill(point)) continue;
        const at = point.matrixTransform(shape.getScreenCTM());
        if (document.elementFromPoint(at.x, at.y) === shape || probe.anywhere) return [at.x, at.y];
      }
      return null;
    },
  });
})();

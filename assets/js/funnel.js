/* Funnel plots: one tab stop each, arrow keys move among the councils, the nearest point answers the pointer.
 *
 * Left and right go by the horizontal axis, up and down by the vertical one; Home and End go to the ends;
 * Enter follows the link. Without this script the plot is readable, its council can be reached, and the
 * table below links to every other.
 */
(function () {
  "use strict";

  var REACH = 24; // CSS pixels within which a point answers the pointer
  var near = null;

  function plotOf(node) { return node && node.closest ? node.closest(".funnel-plot") : null; }
  function links(plot) { return Array.from(plot.querySelectorAll("a")); }
  function place(link) {
    var circle = link.firstElementChild;
    return { x: parseFloat(circle.getAttribute("cx")), y: -parseFloat(circle.getAttribute("cy")) };
  }

  function readout(plot, link) {
    var box = plot.closest(".funnel-box");
    var line = box && box.nextElementSibling;
    if (line && line.classList.contains("funnel-readout")) line.textContent = link ? link.getAttribute("aria-label") : "";
  }

  function ordered(plot, first, second) {
    return links(plot)
      .map(function (link, index) { return { link: link, at: place(link), index: index }; })
      .sort(function (a, b) { return a.at[first] - b.at[first] || a.at[second] - b.at[second] || a.index - b.index; })
      .map(function (one) { return one.link; });
  }

  function move(plot, current, key) {
    var along = key === "ArrowUp" || key === "ArrowDown" ? ordered(plot, "y", "x") : ordered(plot, "x", "y");
    var at = along.indexOf(current);
    if (key === "Home") return along[0];
    if (key === "End") return along[along.length - 1];
    return along[key === "ArrowRight" || key === "ArrowUp" ? Math.min(at + 1, along.length - 1) : Math.max(at - 1, 0)];
  }

  document.addEventListener("keydown", function (event) {
    var plot = plotOf(event.target);
    if (!plot || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) return;
    var current = event.target.closest("a");
    var next = current && move(plot, current, event.key);
    if (!next) return;
    event.preventDefault();
    current.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });

  document.addEventListener("focusin", function (event) {
    var plot = plotOf(event.target);
    if (plot) readout(plot, event.target.closest("a"));
  });

  function nearest(plot, x, y) {
    var best = null, least = REACH;
    links(plot).forEach(function (link) {
      var box = link.firstElementChild.getBoundingClientRect();
      var away = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y);
      if (away < least) { best = link; least = away; }
    });
    return best;
  }

  function mark(link) {
    if (near === link) return;
    if (near) near.classList.remove("near");
    near = link;
    if (near) near.classList.add("near");
  }

  document.addEventListener("pointermove", function (event) {
    var plot = plotOf(event.target);
    if (!plot) return mark(null);
    var link = nearest(plot, event.clientX, event.clientY);
    mark(link);
    if (link) readout(plot, link);
  });

  document.addEventListener("click", function (event) {
    var plot = plotOf(event.target);
    if (!plot || event.target.closest("a")) return;
    var link = nearest(plot, event.clientX, event.clientY);
    if (link) link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
  });
})();

/* Starts the Dash application when the page stands: its scripts are large, and the map, the search and the
 * text need none of them. A page that has scripts of its own to get ready first holds it back with
 * a data-wait attribute, takes it away when they are, and dispatches "page:ready" on document.
 */
(function () {
  "use strict";

  var settings = JSON.parse(document.getElementById("dashboard-settings").textContent);
  var started = false;
  var idle = window.requestIdleCallback || function (run) { return setTimeout(run, 200); };

  function start() {
    if (started) return;
    started = true;
    var script = document.createElement("script");
    script.src = settings.application;
    document.head.appendChild(script);
  }

  function whenIdle() { idle(start, { timeout: 3000 }); }

  function whenLoaded() {
    var waiting = document.querySelector("[data-wait]");
    if (waiting) document.addEventListener("page:ready", whenIdle, { once: true });
    else whenIdle();
  }

  window.addEventListener("_dashprivate_pushstate", start); // a council was chosen: no more waiting
  if (document.readyState === "complete") whenLoaded();
  else window.addEventListener("load", whenLoaded, { once: true });
})();

/* Runs the Dash application on a page that the server has already written.
 *
 * The server's HTML stands until Dash has drawn the same tree; then one replaces the other between two
 * frames, keeping focus and open details. Afterwards Dash follows the URL: on the map page it draws the
 * panel of the council named in the query, elsewhere the page itself. Everything is fetched by GET.
 *
 * For other scripts: change the URL with history.pushState, then dispatch "_dashprivate_pushstate" on
 * window. When a tree has been drawn, "dashboard:drawn" is dispatched on document, with detail.first
 * (it took the place of the server's HTML), detail.url (what was fetched, null when empty).
 */
(function () {
  "use strict";

  var settings = JSON.parse(document.getElementById("dashboard-settings").textContent);
  var charts = {};
  var drawn; // the URL of the tree that stands; null when there is none, undefined until the first
  var asked = 0;

  /* A copy of the site made of files: a file server knows JSON by its ending alone, which Dash does not write. */
  var ask = window.fetch;
  if (settings.files) {
    window.fetch = function (url, options) {
      return ask.call(window, /\/_dash-(layout|dependencies)$/.test(url) ? url + ".json" : url, options);
    };
  }

  function component(type, props) {
    return { namespace: "dash_html_components", type: type, props: props };
  }

  /* ---- our own component ---- */
  window.dashboard_markup = {
    Markup: function (props) {
      var element = { dangerouslySetInnerHTML: { __html: props.html } };
      Object.keys(props).forEach(function (name) {
        if (/^(id|className|style|role|title|hidden|lang|tabIndex|data-.+|aria-.+)$/.test(name)) element[name] = props[name];
      });
      return window.React.createElement(props.tag || "span", element);
    },
  };

  /* ---- which tree the URL asks for ---- */
  function treeUrl() {
    if (settings.follow === "page") return settings.tree;
    var query = new URLSearchParams(window.location.search);
    var council = query.get("council");
    if (!council) return null;
    var year = settings.years.indexOf(query.get("year")) >= 0 ? query.get("year") : settings.years[settings.years.length - 1];
    var release = query.get("release");
    return "/council/" + encodeURIComponent(council) + "/" + year + "/panel.json" +
      (release ? "?release=" + encodeURIComponent(release) : "");
  }

  function failure() {
    return component("P", {
      className: "note", role: "alert",
      children: "This could not be loaded. Check your connection, then load the page again.",
    });
  }

  /* The charts are taken out of a tree and put back when they come near the window. */
  function withoutCharts(node) {
    if (Array.isArray(node)) return node.map(withoutCharts);
    if (!node || typeof node !== "object" || !node.props) return node;
    if (node.namespace === "dash_core_components" && node.type === "Graph") return chartPlace(node);
    if (node.props.children === undefined) return node;
    return { namespace: node.namespace, type: node.type,
      props: Object.assign({}, node.props, { children: withoutCharts(node.props.children) }) };
  }

  function chartPlace(graph) {
    var layout = (graph.props.figure && graph.props.figure.layout) || {};
    var place = "place-of-" + graph.props.id;
    var props = { id: place, className: "chart-place", style: { height: (layout.height || 320) + "px" } };
    if (layout.meta && layout.meta.alt) {
      props.role = "img";
      props["aria-label"] = layout.meta.alt;
    }
    charts[place] = graph;
    return component("Div", props);
  }

  function follow() {
    var url = treeUrl();
    var turn = ++asked; // whatever was asked for before is no longer wanted, also where nothing new is
    if (url === drawn) {
      root().removeAttribute("aria-busy");
      return window.dash_clientside.no_update;
    }
    if (url === null) return wrapped(null, null);
    root().setAttribute("aria-busy", "true");
    return fetch(url, { headers: { Accept: "application/json" } })
      .then(function (response) { return response.json(); })
      .catch(failure)
      .then(function (tree) {
        if (turn !== asked) return window.dash_clientside.no_update;
        near.disconnect(); // the places of the charts that stand are not those of the ones to come
        charts = {};
        return wrapped(withoutCharts(tree), url);
      });
  }

  function wrapped(tree, url) {
    return component("Div", { id: "application-tree", "data-url": url || "", children: tree });
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { dashboard: { follow: follow } });

  /* ---- taking the place of the server's HTML ---- */
  function root() { return document.getElementById("react-entry-point"); }

  /* The two trees are of the same elements in the same order, so an element is found again by its place. */
  function takePlace(server, tree) {
    var before = Array.from(server.querySelectorAll("*"));
    var after = tree.querySelectorAll("*");
    var focused = before.indexOf(document.activeElement);
    var x = window.scrollX, y = window.scrollY;
    before.forEach(function (element, place) {
      if (element.tagName === "DETAILS" && after[place] && after[place].tagName === "DETAILS") {
        after[place].open = element.open;
      }
    });
    server.remove();
    root().hidden = false;
    if (focused >= 0 && after[focused]) after[focused].focus({ preventScroll: true });
    if (window.scrollX !== x || window.scrollY !== y) window.scrollTo(x, y);
  }

  function whenDrawn() {
    var tree = document.getElementById("application-tree");
    var url = tree && (tree.getAttribute("data-url") || null);
    if (!tree || url === drawn) return;
    var server = document.getElementById("server-tree");
    drawn = url;
    if (server) takePlace(server, tree);
    root().removeAttribute("aria-busy");
    watchCharts();
    document.dispatchEvent(new CustomEvent("dashboard:drawn", { detail: { first: Boolean(server), url: drawn } }));
  }

  /* ---- charts, when they come near ---- */
  var loading = {};
  function load(url) {
    loading[url] = loading[url] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = url;
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    });
    return loading[url];
  }

  function drawChart(place) {
    var graph = charts[place.id];
    if (!graph) return;
    Promise.all([load(settings.polyfill), load(settings.plotly)]).then(function () {
      if (charts[place.id] === graph) window.dash_clientside.set_props(place.id, { children: graph });
    }, function () { place.textContent = "The chart could not be loaded. Its figures are in the table."; });
  }

  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      near.unobserve(entry.target);
      drawChart(entry.target);
    });
  }, { rootMargin: "400px" });

  function watchCharts() {
    near.disconnect();
    Object.keys(charts).forEach(function (id) {
      var place = document.getElementById(id);
      if (place) near.observe(place);
    });
  }

  new MutationObserver(whenDrawn).observe(root(), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-url"] });
  new window.DashRenderer({});
})();

/* Saves a chart as PNG or SVG, in the browser: title, subtitle and source line are drawn into the image. */
(function () {
  "use strict";
  const WIDTH = 1000;
  const PATIENCE = 15000; // ms until a chart that was asked for must have been drawn

  document.documentElement.classList.add("scripted");

  const drawnGraph = (id) => document.getElementById(id)?.querySelector(".js-plotly-plot")
    ?? (document.getElementById(id)?.classList.contains("js-plotly-plot") ? document.getElementById(id) : null);

  /* A chart is drawn when it comes near the window: bring it there, and wait. */
  const graph = (id) => new Promise((found, failed) => {
    const started = Date.now();
    document.getElementById(`place-of-${id}`)?.scrollIntoView({ block: "nearest" });
    (function look() {
      const drawn = drawnGraph(id);
      if (drawn && window.Plotly && drawn._fullLayout) return found(drawn);
      if (Date.now() - started > PATIENCE) return failed(new Error("not drawn"));
      return setTimeout(look, 100);
    })();
  });

  const lines = (text, longest) => text.split(" ").reduce((all, word) => {
    const last = all[all.length - 1];
    if (last && `${last} ${word}`.length <= longest) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
    return all;
  }, []);

  /* The image: the chart, its words above it, where the figures come from below. */
  const image = (drawn) => {
    const layout = { ...drawn.layout };
    const meta = layout.meta ?? {};
    const told = ["chart-source", "chart-citation"].map((id) => document.getElementById(id)?.textContent ?? "");
    const foot = told.flatMap((text) => lines(text, 150));
    const head = lines(meta.subtitle ?? "", 130);
    const above = 54 + 16 * head.length;
    const below = 50 + 14 * foot.length;
    const margin = layout.margin ?? {};
    const title = {
      text: `<b>${meta.title ?? ""}</b><br><span style="font-size:12px">${head.join("<br>")}</span>`,
      showarrow: false, align: "left", font: { size: 18, color: "#14181C" },
      x: 0, xref: "paper", xanchor: "left", y: 1, yref: "paper", yanchor: "bottom", yshift: (margin.t ?? 30) + 4,
    };
    layout.margin = { ...margin, t: (margin.t ?? 30) + above, b: below, l: Math.max(margin.l ?? 0, 24), r: 24 };
    layout.height = (layout.height ?? 320) + above + below;
    layout.width = WIDTH;
    layout.paper_bgcolor = layout.plot_bgcolor = "#ffffff";
    layout.annotations = [...(layout.annotations ?? []), title, {
      text: foot.join("<br>"), showarrow: false, align: "left", font: { size: 10, color: "#4A5157" },
      x: 0, xref: "paper", xanchor: "left", y: 0, yref: "paper", yanchor: "top", yshift: -40,
    }];
    return { data: drawn.data, layout };
  };

  const say = (text) => {
    const status = document.getElementById("chart-saved");
    if (status) status.textContent = text;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-save-chart]");
    if (!button) return;
    const format = button.dataset.format;
    button.disabled = true;
    try {
      const drawn = await graph(button.dataset.saveChart);
      const made = image(drawn);
      const size = { format, width: made.layout.width, height: made.layout.height, scale: format === "png" ? 2 : 1 };
      const link = document.createElement("a");
      link.href = await window.Plotly.toImage(made, size);
      link.download = `${button.dataset.saveChart}.${format}`;
      link.click();
      say(`Saved ${link.download}.`);
    } catch {
      say("The chart could not be saved. Its figures are in the table.");
    } finally {
      button.disabled = false;
    }
  });
})();

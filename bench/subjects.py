"""How each of the two is driven: where its shapes, its control and its panel are."""

import json
from dataclasses import dataclass

COUNCILS = (
    "north-yorkshire-council",
    "devon-county-council",
    "norfolk-county-council",
    "shropshire-council",
    "kent-county-council",
    "wiltshire-council",
)
"""Large, far apart, easily hit; the first warms the server and is not counted."""

MEASURES = ("upheld_pct", "compliance_pct")
_LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
EMPTY_WORLD = json.dumps(
    {
        "type": "Topology",
        "arcs": [],
        "objects": {layer: {"type": "GeometryCollection", "geometries": []} for layer in _LAYERS},
    }
)
"""What stands in for the world file that ``go.Choropleth`` asks another host for and waits for."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the two. The fields are JavaScript, run in the page (see ``probe.js``).

    ``settings`` says which elements are the shapes, how many there must be, how a measure is chosen
    and when it can be; ``shape`` finds the shape of a council and ``shown`` tells when the panel is about it.
    """

    name: str
    settings: str
    shape: str
    shown: str


PRODUCT = Subject(
    name="product",
    settings="""{
        shapes: "#map-england .shapes path", least: 150,
        offered: () => !!document.getElementById("map-measure"),
        choose: (value) => {
            const control = document.getElementById("map-measure");
            control.value = value;
            control.dispatchEvent(new Event("input", { bubbles: true }));
            control.dispatchEvent(new Event("change", { bubbles: true }));
        },
    }""",
    shape="(slug) => document.querySelector(`#map-england a[data-slug='${slug}'] path`)",
    shown="""(slug) => () => {
        const tree = document.querySelector("#application-tree");
        return !!tree && tree.dataset.url.includes(`/council/${slug}/`) && !!tree.querySelector("h2")
            && tree.offsetParent !== null;
    }""",
)
TUTORIAL = Subject(
    name="tutorial",
    settings="""{
        shapes: ".choroplethlocation", least: 150, anywhere: true, once: true,
        offered: () => !!window.dash_clientside?.set_props && !!document.getElementById("measure"),
        choose: (value) => window.dash_clientside.set_props("measure", { value }),
    }""",
    shape="""(slug) => {
        const plot = document.querySelector("#map .js-plotly-plot");
        return document.querySelectorAll(".choroplethlocation")[plot.data[0].locations.indexOf(slug)];
    }""",
    shown="(slug) => () => !!document.querySelector(`#panel-${slug}`)",
)

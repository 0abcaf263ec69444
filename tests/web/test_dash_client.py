"""Dash's internals that the client is put together from. When one moves, it is seen here first."""

import json
from importlib.resources import files

import dash
import plotly
from plotly.offline import get_plotlyjs_version

from dashboard.web.application import create_app
from dashboard.web.assets import STYLES
from dashboard.web.dash_client import ENTRY, GLUE, PLOTLY, REGENERATOR, config_json, scripts
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

ASSETS = Settings().assets


def test_the_versions_are_the_ones_this_was_written_for() -> None:
    assert dash.__version__ == "4.4.1"
    assert plotly.__version__ == "7.1.0"


def test_the_chart_library_is_the_version_python_writes_figures_for() -> None:
    head = scripts(ASSETS)[PLOTLY][:300].decode()
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}\n" in head
    assert [path.name for path in (ASSETS / "vendor").glob("*.js")] == [
        f"plotly-basic-{get_plotlyjs_version()}.min.js"
    ]
    assert (ASSETS / "vendor" / "plotly-basic-LICENSE.txt").read_text("utf-8").startswith("MIT License")


def test_a_chart_takes_the_chart_library_that_is_already_there() -> None:
    components = files("dash").joinpath("dcc/dash_core_components.js").read_text("utf-8")
    assert "Promise.resolve(window.Plotly||new Promise" in components


def test_the_charts_chunks_are_looked_for_beside_the_entry_by_these_names() -> None:
    components = files("dash").joinpath("dcc/dash_core_components.js").read_text("utf-8")
    assert '384:"dash_core_components-shared"' in components
    assert '746:"async-graph"' in components
    group = scripts(ASSETS)
    folder = ENTRY.rpartition("/")[0]
    assert {f"{folder}/dash_core_components-shared.js", f"{folder}/async-graph.js"} <= set(group)


def test_the_polyfill_brings_what_the_charts_chunk_calls() -> None:
    assert b"regeneratorRuntime" in scripts(ASSETS)[REGENERATOR]


def test_the_entry_has_no_source_map_and_ends_with_our_own_script() -> None:
    entry = scripts(ASSETS)[ENTRY]
    assert b"\n//# sourceMappingURL" not in entry
    assert entry.endswith((ASSETS / GLUE).read_bytes())


def test_the_location_event_is_the_one_scripts_dispatch() -> None:
    components = files("dash").joinpath("dcc/dash_core_components.js").read_text("utf-8")
    assert 'addEventListener("_dashprivate_pushstate",this.onLocationChange)' in components


def test_the_configuration_is_the_same_for_every_worker_and_names_no_host(small_releases, cache) -> None:
    releases = open_releases("demo", demo_allowed=False, directory=small_releases, environment={})
    first, second = (config_json(create_app(releases, Settings(cache=cache))) for _ in range(2))
    assert first == second
    assert "http" not in first
    assert json.loads(first)["update_title"] == ""


def test_every_style_is_in_the_declared_order() -> None:
    assert {sheet.stem for sheet in (ASSETS / "css").glob("*.css")} <= set(STYLES)

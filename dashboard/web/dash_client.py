"""Dash's own scripts, as this site sends them: one file, without what it does not use.

Dash 4.4.1 writes nine script tags (264 kB compressed, 9 kB of it for a deprecated table and 34 kB of
polyfills for browsers of 2017) and three more files when a chart is drawn. Here React, Dash's renderer
and the two component libraries are one file; the chart's chunks stand in the same hashed directory,
where Dash looks for them, and are fetched when a chart comes into view. The style sheets of Dash's own
controls (eleven, none of whose rules is for anything this site shows) are left out: each would be put into
the page as a ``<style>``, which its policy refuses and its layout pays for. The names used here are Dash's
internals: the versions are pinned, and `tests/web/test_dash_client.py` fails when they move.
"""

import json
import re
from importlib.resources import files
from pathlib import Path

from dash import Dash
from plotly.offline import get_plotlyjs_version

ENTRY = "dash/dash.js"
REGENERATOR = "dash/polyfill.js"
PLOTLY = "dash/plotly-basic.min.js"
GLUE = "js/app.js"

BUNDLED = (
    ("react", "18.3.1"),
    ("react-dom", "18.3.1"),
    ("prop-types", "15.8.1"),
    ("@babel/polyfill", "7.12.1"),
)
"""The scripts of others that Dash's package brings in files of their own, and their versions: all MIT."""
_REACT, _REACT_DOM, _PROP_TYPES, _POLYFILL = (
    f"deps/{name.rpartition('/')[2]}@{version}.min.js" for name, version in BUNDLED
)
_FIRST = (_REACT, _REACT_DOM, _PROP_TYPES)
_LIBRARIES = ("dcc/dash_core_components.js", "html/dash_html_components.min.js")
_RENDERER = "dash-renderer/build/dash_renderer.min.js"
_LATER = {
    "dash/dash_core_components-shared.js": "dcc/dash_core_components-shared.js",
    "dash/async-graph.js": "dcc/async-graph.js",
    REGENERATOR: _POLYFILL,  # the chart's chunk calls regeneratorRuntime
}
_SHEET = re.compile(rb"\.push\(\[t\.id,\".*?\]\),e\.A=", re.DOTALL)
"""A style sheet in a bundle, with its source map."""
_NO_SHEET = b'.push([t.id,"",""]),e.A='
_CONFIG = (
    "url_base_pathname",
    "requests_pathname_prefix",
    "ui",
    "props_check",
    "disable_version_check",
    "show_undo_redo",
    "suppress_callback_exceptions",
    "update_title",
    "serve_locally",
    "dash_version",
    "validate_callbacks",
)


def scripts(assets: Path) -> dict[str, bytes]:
    """Return the group of Dash's files by logical name; the first one runs the application."""
    package = files("dash")

    def part(path: str) -> bytes:
        return package.joinpath(path).read_bytes()

    pieces = [part(path) for path in (*_FIRST, _RENDERER, *_LIBRARIES)]
    pieces.append((assets / GLUE).read_bytes())
    group = {ENTRY: b"\n;\n".join(_without_styles(_without_source_map(piece)) for piece in pieces)}
    group |= {logical: _without_source_map(part(path)) for logical, path in _LATER.items()}
    group[PLOTLY] = (assets / "vendor" / f"plotly-basic-{get_plotlyjs_version()}.min.js").read_bytes()
    return group


def config_json(app: Dash) -> str:
    """Return Dash's client configuration: the same for every worker, naming no other host.

    Dash's own adds a token for each page load (for background callbacks, of which there are none), the
    Python version and the address of a version check.
    """
    whole = app._config()  # type: ignore[no-untyped-call]
    return json.dumps({name: whole[name] for name in _CONFIG}, separators=(",", ":")).replace("<", "\\u003c")


def _without_styles(script: bytes) -> bytes:
    """Empty the style sheets that a bundle would put into the page."""
    return _SHEET.sub(_NO_SHEET, script)


def _without_source_map(script: bytes) -> bytes:
    """Drop the trailing comment that points at a source map, which is not served."""
    body, mark, _ = script.rpartition(b"\n//# sourceMappingURL=")
    return body if mark else script

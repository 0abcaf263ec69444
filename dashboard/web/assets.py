"""The project's own styles and scripts, in the order in which they apply."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.web import dash_client
from dashboard.web.static_files import StaticFiles, publish

STYLES = ("tokens", "base", "map", "council", "letter", "print")
STYLE = "site.css"
FAVICON = "favicon.svg"


def publish_assets(assets: Path, cache: Path) -> StaticFiles:
    """Publish styles (as one file), scripts (each by itself) and Dash's client; return their URLs."""
    return publish([*_own(assets), dash_client.scripts(assets)], cache)


def _own(assets: Path) -> Iterator[dict[str, bytes]]:
    sheets = [assets / "css" / f"{name}.css" for name in STYLES]
    yield {STYLE: b"\n".join(sheet.read_bytes() for sheet in sheets if sheet.is_file())}
    yield {FAVICON: (assets / FAVICON).read_bytes()}
    for script in sorted((assets / "js").glob("*.js")):
        if f"js/{script.name}" != dash_client.GLUE:
            yield {f"js/{script.name}": script.read_bytes()}
    yield {f"js/map/{module.name}": module.read_bytes() for module in sorted((assets / "js/map").glob("*.js"))}

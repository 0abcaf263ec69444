"""The project's own styles and scripts: styles in the order in which they apply, scripts by name."""

import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.web import dash_client
from dashboard.web.encodings import BEST, Encoding
from dashboard.web.static_files import StaticFiles, publish

STYLES = ("tokens", "base", "application", "map", "council", "comparison", "compare", "letter", "print")
STYLE = "site.css"
FAVICON = "favicon.svg"
ICON, APPLE_ICON, MANIFEST = "/favicon.ico", "/apple-touch-icon.png", "/site.webmanifest"
"""Where browsers look for these without being told."""
MANIFEST_ICONS = (("icon-192.png", "192x192"), ("icon-512.png", "512x512"))
ICONS = (ICON.strip("/"), APPLE_ICON.strip("/"), *(name for name, _ in MANIFEST_ICONS))
"""The pictures in ``assets/icons/``, each at an address of its own: drawn from the favicon, once."""


def publish_assets(assets: Path, cache: Path, effort: dict[Encoding, int] = BEST) -> StaticFiles:
    """Publish styles (as one file), scripts (each by itself) and Dash's client; return their URLs."""
    return publish([*_own(assets), dash_client.scripts(assets)], cache, effort)


def page_style(name: str) -> str:
    """Return the logical name of a sheet of ``assets/css/pages/``: for the pages that ask for it alone."""
    return f"css/{name}.css"


def _own(assets: Path) -> Iterator[dict[str, bytes]]:
    sheets = [assets / "css" / f"{name}.css" for name in STYLES]
    yield {STYLE: _bare(b"\n".join(sheet.read_bytes() for sheet in sheets if sheet.is_file()))}
    for sheet in sorted((assets / "css" / "pages").glob("*.css")):
        yield {page_style(sheet.stem): _bare(sheet.read_bytes())}
    yield {FAVICON: (assets / FAVICON).read_bytes()}
    scripts = assets / "js"
    for script in sorted(scripts.glob("*.js")):
        if f"js/{script.name}" != dash_client.GLUE:
            yield {f"js/{script.name}": script.read_bytes()}
    for folder in sorted(one for one in scripts.iterdir() if one.is_dir()):  # modules importing each other
        yield {f"js/{folder.name}/{one.name}": one.read_bytes() for one in sorted(folder.glob("*.js"))}


def _bare(sheet: bytes) -> bytes:
    """Return a style sheet without comments and indentation: it stands in every page."""
    return re.sub(rb"\s*\n\s*", b"\n", re.sub(rb"/\*.*?\*/", b"", sheet, flags=re.DOTALL))

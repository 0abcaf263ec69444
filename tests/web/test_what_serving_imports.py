"""Serving imports none of what only building needs: a worker stays small and starts at once."""

import subprocess
import sys
from pathlib import Path

HEAVY = (
    *("pandas", "numpy", "geopandas", "scipy", "shapely", "pyogrio", "pyproj", "pyarrow", "rich"),
    *("openpyxl", "typst", "pikepdf", "docx", "lxml"),
)
SCRIPT = """
import sys
from pathlib import Path
import dashboard.cli.serve, dashboard.web.wsgi
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
folder, cache, *heavy = sys.argv[1:]
releases = open_releases("held-figures", demo_allowed=False, directory=Path(folder), environment={})
client = create_app(releases, Settings(cache=Path(cache))).server.test_client()
council = "/council/blackpool-borough-council/2023-24"
for path in ("/", council, council + ".json", council + "/letter", council + "/letter.pdf",
             council + "/pack", council + "/pack.pdf", council + "/pack.docx",
             council + "/panel.json", "/about",
             "/accessibility", "/data", "/data/quality", "/data/figures.csv", "/healthz",
             "/find?q=fy1", "/find.json?q=b",
             "/improvements", "/improvements.csv", "/improvements.xlsx", "/improvements.atom",
             "/decisions.atom", "/council/blackpool-borough-council/feed.atom",
             "/council/blackpool-borough-council/improvements",
             "/compare", "/compare?peers=type&council=blackpool-borough-council",
             "/compare.csv?council=blackpool-borough-council",
             "/compare.xlsx?council=blackpool-borough-council"):
    assert client.get(path).status_code in (200, 302), path
print(" ".join(name for name in heavy if name in sys.modules))
"""


def test_serving_imports_nothing_heavy(small_releases: Path, cache: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(small_releases), str(cache), *HEAVY]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == ""

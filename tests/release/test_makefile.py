"""``make build`` builds again whenever anything changed that a build is made by."""

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LOADED = """
import sys
import dashboard.release.assemble, dashboard.release.build, dashboard.release.editions
print(*{name.split(".")[1] for name in sys.modules if name.startswith("dashboard.")})
"""


def test_the_builders_of_the_makefile_are_what_a_build_loads() -> None:
    made = re.search(r"^BUILDERS := (.+)$", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert made is not None
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60
    )
    assert sorted(made[1].split()) == sorted(loaded.stdout.split())

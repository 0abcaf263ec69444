"""The project's own releases, built once from the committed data and kept until what makes them changes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
KEPT = PROJECT / "var" / "tests"
_MADE_FROM = (
    "data",
    *(f"dashboard/{part}" for part in ("domain", "mapview", "metrics", "pages", "reference", "release")),
    *(f"dashboard/{part}" for part in ("repository", "simulate", "statistics")),
)


def built_releases(*names: str) -> Path:
    """Return a folder that holds the releases so named, building those that are not there yet."""
    folder = KEPT / f"releases-{_digest()}"
    missing = [name for name in names if not (folder / name / "manifest.json").is_file()]
    if missing:
        for old in KEPT.glob("releases-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "dashboard", "build", *missing],
            cwd=PROJECT,
            env={**os.environ, "DASHBOARD_RELEASES": str(folder)},
            check=True,
            timeout=600,
        )
    return folder


def _digest() -> str:
    """Return a hash of everything a release is made from: the data, and the code that reads it."""
    total = hashlib.sha256()
    for part in _MADE_FROM:
        for file in sorted((PROJECT / part).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                total.update(f"{file.relative_to(PROJECT)}\0".encode())
                total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]

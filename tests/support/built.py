"""The project's own releases, built once from the committed data and kept until what makes them changes."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
KEPT = PROJECT / "var" / "tests"
_UNUSED = 3 * 3600  # seconds after which nobody is still testing with an older one


def built_releases(*names: str) -> Path:
    """Return a folder that holds the releases so named, building those that are not there yet."""
    folder = KEPT / f"releases-{_digest()}"
    folder.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another run of the tests may be building the same
        missing = [name for name in names if not (folder / name / "manifest.json").is_file()]
        if missing:
            _remove_unused(folder)
            _build(folder, missing)
    os.utime(folder)
    return folder


def _build(folder: Path, names: list[str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "dashboard", "build", *names],
        cwd=PROJECT,
        env={**os.environ, "DASHBOARD_RELEASES": str(folder)},
        check=True,
        timeout=600,
    )


def _remove_unused(folder: Path) -> None:
    for old in KEPT.glob("releases-*"):
        if old != folder and time.time() - old.stat().st_mtime > _UNUSED:
            shutil.rmtree(old, ignore_errors=True)


def _digest() -> str:
    """Return a hash of everything a release is made from: the data, and the code that makes it."""
    listed = subprocess.run(
        [sys.executable, PROJECT / "scripts" / "built_from"], check=True, capture_output=True, text=True
    )
    total = hashlib.sha256()
    for name in listed.stdout.split("\n")[:-1]:
        total.update(f"{name}\0".encode())
        total.update(hashlib.sha256((PROJECT / name).read_bytes()).digest())
    return total.hexdigest()[:16]

"""Reads the requirements: what each part asks for, and what it pins."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "requirements"
PARTS = ("serve", "build", "derive", "development")
_ASKED = re.compile(r"^([A-Za-z0-9._-]+)")
_PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)==([^ ;\\]+)[^\\\n]*\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def normal(name: str) -> str:
    """Return a distribution's name as it is compared: lower case, with hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(part: str) -> set[str]:
    """Return the distributions that a part's ``.in`` names."""
    lines = (FOLDER / f"{part}.in").read_text("utf-8").splitlines()
    return {normal(found[1]) for line in lines if (found := _ASKED.match(line)) and line[0] != "-"}


def pinned(part: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the version and the hashes that a part's ``.txt`` pins each distribution to."""
    text = (FOLDER / f"{part}.txt").read_text("utf-8")
    return {
        normal(name): (version, frozenset(re.findall(r"sha256:\w+", hashes)))
        for name, version, hashes in _PINNED.findall(text)
    }

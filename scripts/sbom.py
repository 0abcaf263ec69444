"""What is installed to serve a release, and what is sent to browsers, as a bill of materials: ``make sbom``.

CycloneDX 1.6 as JSON, of what is pinned in ``requirements/serve.txt`` and what stands in ``assets/vendor``.
Versions and hashes are read from the pins, licences from what is installed. The same input gives the
same bytes: there is no date and no serial number in it.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from dashboard.web.dash_client import BUNDLED

PROJECT = Path(__file__).resolve().parents[1]
PINS = PROJECT / "requirements" / "serve.txt"
VENDOR = PROJECT / "assets" / "vendor"
_PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VENDORED = re.compile(r"(?P<name>.+)-(?P<version>\d[\d.]*)\.min\.js")
_LONGEST = 60  # characters of a licence’s name: some packages give its whole text
_MIT = {"license": {"id": "MIT"}}

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pin:
    """A package that is pinned: ``hashes`` are those of its files, one of which is installed."""

    name: str
    version: str
    hashes: tuple[str, ...]


def pins(text: str) -> Iterator[Pin]:
    """Go through what a file of requirements pins.

    A pin is a line that does not begin with a space, with its hashes in those below it.
    """
    for block in re.split(r"\n(?=[^\s#])", text):
        if found := _PIN.match(block):
            yield Pin(found[1], found[2], tuple(_HASH.findall(block)))


def licences(name: str) -> list[Told]:
    """Return the licences an installed package says it has; none where it is not installed or says none."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return []
    if "License-Expression" in told:
        return [{"expression": told["License-Expression"]}]
    named = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or [] if one.startswith("License ::")
    ]
    own = next(iter(told.get_all("License") or []), "").strip().partition("\n")[0]
    return [{"license": {"name": one}} for one in named or ([own[:_LONGEST]] if own else [])]


def package(pin: Pin) -> Told:
    """Return a pinned package as a component."""
    purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', pin.name).lower()}@{pin.version}"
    files = [{"alg": "SHA-256", "content": content} for content in pin.hashes]
    return {
        **_library(pin.name, pin.version, purl, licences(pin.name)),
        "externalReferences": [
            {"type": "distribution", "url": purl, "comment": "one of these files", "hashes": files}
        ],
    }


def vendored(file: Path) -> Told:
    """Return a script of others’ that stands in this project. Raises ValueError where it names no version."""
    found = _VENDORED.fullmatch(file.name)
    if found is None:
        raise ValueError(f"{file.name} does not say which version of what it is.")
    whole, version = f"{found['name']}.js-{found['version']}", found["version"]
    licence = file.with_name(f"{found['name']}-LICENSE.txt").read_text("utf-8").partition("\n")[0]
    library, _, part = found["name"].partition("-")
    npm = f"{library}.js-{part}-dist-min" if part else library
    return {
        **_library(npm, version, f"pkg:npm/{npm}@{version}", [{"license": {"name": licence}}]),
        "description": f"{whole}: {file.relative_to(PROJECT)}",
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}],
    }


def bundled(name: str, version: str) -> Told:
    """Return a script that a Python package brings, and that is sent to browsers in its bundle."""
    told = _library(name, version, f"pkg:npm/{name.replace('@', '%40')}@{version}", [_MIT])
    return {**told, "description": "part of the Python package dash, sent to browsers"}


def bill() -> Told:
    """Return the whole bill. Raises ValueError where something vendored has no version."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]["text"]}}],
            }
        },
        "components": [
            *(package(pin) for pin in pins(PINS.read_text("utf-8"))),
            *(vendored(file) for file in sorted(VENDOR.glob("*.js"))),
            *(bundled(name, version) for name, version in BUNDLED),
        ],
    }


def _library(name: str, version: str, purl: str, told: list[Told]) -> Told:
    known = {"licenses": told} if told else {}
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, **known}


def main() -> int:
    """Write the bill to standard output, and how many have no licence that is known to standard error."""
    told = bill()
    print(json.dumps(told, ensure_ascii=False, indent=2))
    unknown = [one["name"] for one in told["components"] if "licenses" not in one]
    print(
        f"{len(told['components'])} components; no licence is known of {', '.join(unknown) or 'none'}",
        file=sys.stderr,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

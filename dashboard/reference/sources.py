"""The publications the data comes from, and whether the artefacts are those recorded."""

import hashlib
import json
from pathlib import Path
from typing import Any

from dashboard.reference.artefact import PROVENANCE, ArtefactError
from dashboard.repository.records import Source


def load_sources(data: Path) -> tuple[Source, ...]:
    """Return the publications recorded in ``provenance.json``, with licence and attribution."""
    try:
        return tuple(Source(**publication) for publication in _provenance(data)["publications"])
    except (KeyError, TypeError):
        raise ArtefactError(
            f"{PROVENANCE}: a publication lacks its licence, its attribution or another part."
        ) from None


def altered_artefacts(data: Path) -> list[str]:
    """Return a sentence for every artefact that is missing or is not the file recorded; none when whole."""
    problems = []
    for path, told in _provenance(data)["artefacts"].items():
        try:
            content = (data / path).read_bytes()
        except OSError:
            problems.append(f"{path} is missing from {data}.")
            continue
        if len(content) < told["bytes"]:
            problems.append(f"{path} is cut short: {len(content):,} bytes of {told['bytes']:,}.")
        elif hashlib.sha256(content).hexdigest() != told["sha256"]:
            problems.append(f"{path} was altered: its checksum is not the one recorded in {PROVENANCE}.")
    return problems


def _provenance(data: Path) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads((data / PROVENANCE).read_text("utf-8"))
    except OSError:
        raise ArtefactError(f"{PROVENANCE} is missing from {data}.") from None
    except ValueError:
        raise ArtefactError(f"{PROVENANCE} in {data} is truncated, or is not JSON.") from None
    if not isinstance(told, dict) or not {"publications", "artefacts"} <= set(told):
        raise ArtefactError(f"{PROVENANCE} in {data} does not list publications and artefacts.")
    return told

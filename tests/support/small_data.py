"""Committed data of nine councils, so that a draft is checked in half a second and built in two."""

import csv
import gzip
import io
import json
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

from dashboard.build.data import DATA
from dashboard.domain.slugs import slug_of
from dashboard.reference.artefact import PROVENANCE

COUNCILS = frozenset(
    {
        "allerdale-borough-council",
        "birmingham-city-council",
        "blackpool-borough-council",
        "city-of-york-council",
        "cumberland-council",
        "cumbria-county-council",
        "lancashire-county-council",
        "leeds-city-council",
        "preston-city-council",
    }
)
_OF_COUNCILS = {"slug", "neighbour"}
_POSTCODES = 200  # a few are enough


def small_data(folder: Path, councils: Collection[str] = COUNCILS) -> Path:
    """Write into a folder what is committed of some councils, and return it."""
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        target = folder / path.relative_to(DATA)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.name.endswith(".csv"):
            target.write_text(_rows(path.read_text("utf-8"), councils), "utf-8")
        elif path.name.endswith(".csv.gz"):
            content = _rows(gzip.decompress(path.read_bytes()).decode(), councils)
            target.write_bytes(gzip.compress(content.encode(), mtime=0))
        elif path.name == PROVENANCE:
            target.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "artefacts": {}}), "utf-8")
        elif path.parent.name in ("boundaries", "hex"):
            target.write_text(json.dumps(_shapes(json.loads(path.read_text("utf-8")), councils)), "utf-8")
        else:
            shutil.copyfile(path, target)
    return folder


def _rows(text: str, councils: Collection[str]) -> str:
    reader = csv.DictReader(io.StringIO(text))
    head = list(reader.fieldnames or ())
    kept = [row for row in reader if all(row[name] in councils for name in _OF_COUNCILS & set(head))]
    if "predecessors" in head:
        kept = [_made_of(row, councils) for row in kept if slug_of(row["name"]) in councils]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, head, lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept[:_POSTCODES] if "prefix" in head else kept)
    return out.getvalue()


def _made_of(row: dict[str, str], councils: Collection[str]) -> dict[str, str]:
    """Leave out predecessors that are not there."""
    there = [name for name in row["predecessors"].split("|") if slug_of(name) in councils]
    return {**row, "predecessors": "|".join(there)}


def _shapes(told: Any, councils: Collection[str]) -> Any:
    """Keep the shapes of some councils; who is no longer there is nobody's neighbour."""
    if isinstance(told, dict):
        return {key: _shapes(value, councils) for key, value in told.items()}
    if isinstance(told, list):
        kept = [one for one in told if not isinstance(one, dict) or one.get("slug", "") in councils]
        return [_shapes(one, councils) for one in kept]
    return told if not isinstance(told, str) or not told.endswith("-council") or told in councils else None

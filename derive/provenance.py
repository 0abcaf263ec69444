"""What was made of what: ``provenance.json`` for programs and ``PROVENANCE.md`` for people."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from dashboard.releases.on_disk import write_whole
from derive.judgements import JUDGEMENTS
from derive.publications import PUBLICATIONS, SOURCE_FILES, Publication, SourceFile
from derive.source import DerivationError

COMMAND = "python -m dashboard derive --source DIR"


def write_provenance(
    out: Path,
    read: Mapping[str, str],
    made: Mapping[str, int | None],
    files: Sequence[SourceFile] = SOURCE_FILES,
    publications: Sequence[Publication] = PUBLICATIONS,
) -> None:
    """Record under ``out`` what was made: the artefacts with checksum and rows, the sources with theirs.

    ``read`` is the SHA-256 of each source file by path, ``made`` the number of rows (None: not a table)
    of each artefact by path under ``out``. Artefacts recorded earlier and not made now keep their record, as
    long as they are there. Raises DerivationError for a source file or an artefact that is not declared.
    """
    undeclared = sorted(set(read) - {file.path for file in files})
    if undeclared:
        raise DerivationError(f"The source file {undeclared[0]} is not declared in publications.py.")
    earlier = _earlier(out)
    artefacts: dict[str, dict[str, Any]] = {
        path: told for path, told in earlier["artefacts"].items() if (out / path).is_file()
    }
    for path, rows in made.items():
        content = (out / path).read_bytes()
        artefacts[path] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        if rows is not None:
            artefacts[path]["rows"] = rows
    checksums: dict[str, str] = {source["path"]: source["sha256"] for source in earlier["sources"]}
    sources = []
    for file in sorted(files, key=lambda file: file.path):
        derived = [path for path in sorted(artefacts) if any(fnmatch(path, p) for p in file.artefacts)]
        # A file read without anything made anew of it keeps the checksum its artefacts were made of.
        made_anew = file.path in read and (file.path not in checksums or not made.keys().isdisjoint(derived))
        checksum = read[file.path] if made_anew else checksums.get(file.path)
        if derived and checksum:
            told = {"path": file.path, "publication": file.publication, "sha256": checksum}
            sources.append({**told, "use": file.use, "artefacts": derived})
    orphans = set(artefacts) - {path for source in sources for path in source["artefacts"]}
    if orphans:
        raise DerivationError(
            f"The artefact {min(orphans)} is made of no source file declared in publications.py."
        )
    used = {source["publication"] for source in sources}
    record = {
        "command": COMMAND,
        "publications": [asdict(publication) for publication in publications if publication.id in used],
        "sources": sources,
        "artefacts": dict(sorted(artefacts.items())),
    }
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    write_whole(out / "provenance.json", text)
    write_whole(out / "PROVENANCE.md", _readable(record))


def _earlier(out: Path) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads((out / "provenance.json").read_text("utf-8"))
    except FileNotFoundError:
        return {"sources": [], "artefacts": {}}
    except ValueError as error:
        raise DerivationError(f"{out / 'provenance.json'} is not JSON: {error}.") from None
    return told


def _readable(record: Mapping[str, Any]) -> str:
    lines = [
        "# Where the data comes from",
        "",
        "Everything under `data/` is derived from open data; no source file is copied. Made by",
        f"`{record['command']}`, which also writes this page and `provenance.json`; do not edit either.",
    ]
    lines += ["", "## What was decided", "", *(f"* {judgement}" for judgement in JUDGEMENTS)]
    for publication in record["publications"]:
        lines += [
            "",
            f"## {publication['title']}",
            "",
            f"* Publisher: {publication['publisher']}",
            f"* Licence: {publication['licence']}",
            f"* Attribution: {publication['attribution']}",
        ]
        lines += [f"* Address: <{publication['url']}>"] if publication["url"] else []
        lines += [
            "",
            "| source file | what was taken | artefacts | SHA-256 of the source |",
            "|---|---|---|---|",
        ]
        for source in record["sources"]:
            if source["publication"] == publication["id"]:
                made = ", ".join(f"`{path}`" for path in source["artefacts"])
                lines.append(f"| `{source['path']}` | {source['use']} | {made} | `{source['sha256']}` |")
    lines += ["", "## Artefacts", "", "| artefact | rows | bytes | SHA-256 |", "|---|---|---|---|"]
    for path, told in record["artefacts"].items():
        lines.append(f"| `{path}` | {told.get('rows', '')} | {told['bytes']} | `{told['sha256']}` |")
    return "\n".join(lines) + "\n"

"""What the columns of the CSV mean, for machines: CSV on the Web (W3C) and Data Package (Frictionless)."""

import hashlib
import json
import re
from collections.abc import Sequence

from dashboard.downloads.about import about
from dashboard.downloads.column import Column
from dashboard.downloads.columns import FIGURES, measures, unit_words
from dashboard.repository.records import Release, Source

_KEY = ["authority_code", "year", "measure"]
_OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
_PATHS = {
    "Open Government Licence v3.0": ("OGL-UK-3.0", _OGL),
    "Creative Commons Attribution 4.0 International": (
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "MIT": ("MIT", "https://opensource.org/license/mit"),
}


def csvw(release: Release, csv: bytes, columns: Sequence[Column] = FIGURES) -> bytes:
    """Return the CSVW metadata of a release's ``figures.csv``, which stands beside it."""
    told = about(release)
    return _json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "url": f"figures.csv?release={release.name}",  # the bare address is another release's tomorrow
            "dc:title": told["title"],
            "dc:description": told["note"],
            "dc:identifier": f"figures.csv?release={release.name}",
            "dc:issued": release.built_at,
            "dc:license": [_licence(source) for source in _by_licence(release)],
            "dc:rights": told["attribution"],
            "dc:source": [source.url for source in release.sources if source.url],
            "schema:sha256": hashlib.sha256(csv).hexdigest(),
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\n"]},
            "tableSchema": {
                "columns": [_csvw_column(column) for column in columns],
                "primaryKey": _KEY,
            },
            "notes": [{"measure": m.id, "label": m.label, **_measure(m.id)} for m in measures()],
        }
    )


def data_package(release: Release, csv: bytes, columns: Sequence[Column] = FIGURES) -> bytes:
    """Return the Data Package descriptor; its path names the release, so that it stays right."""
    told = about(release)
    return _json(
        {
            "name": f"council-complaints-{re.sub(r'[^a-z0-9._-]', '-', release.name)}",
            "title": told["title"],
            "description": told["note"],
            "created": release.built_at,
            "version": release.name,
            "licenses": [_licence_of_package(source) for source in _by_licence(release)],
            "sources": [
                {"title": source.title, **({"path": source.url} if source.url else {})}
                for source in release.sources
            ],
            "resources": [
                {
                    "name": "figures",
                    "path": f"figures.csv?release={release.name}",
                    "format": "csv",
                    "mediatype": "text/csv",
                    "encoding": "utf-8",
                    "bytes": len(csv),
                    "hash": f"sha256:{hashlib.sha256(csv).hexdigest()}",
                    "profile": "tabular-data-resource",
                    "schema": {
                        "fields": [_field(column) for column in columns],
                        "primaryKey": _KEY,
                        "missingValues": [""],
                    },
                    "measures": [{"measure": m.id, "label": m.label, **_measure(m.id)} for m in measures()],
                }
            ],
        }
    )


def _csvw_column(column: Column) -> dict[str, object]:
    datatype: object = column.type
    if column.values:
        datatype = {"base": column.type, "format": "|".join(re.escape(value) for value in column.values)}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.meaning,
        "datatype": datatype,
        "required": column.required,
    }


def _field(column: Column) -> dict[str, object]:
    limits: dict[str, object] = {"required": True} if column.required else {}
    if column.values:
        limits["enum"] = list(column.values)
    told: dict[str, object] = {
        "name": column.name,
        "title": column.title,
        "type": column.type,
        "description": column.meaning,
    }
    return {**told, "constraints": limits} if limits else told


def _measure(measure: str) -> dict[str, object]:
    (of,) = (m for m in measures() if m.id == measure)
    told = {"unit": unit_words(of), "meaning": of.explanation, "caveat": of.caveat}
    return {**told, "numerator": of.numerator, "denominator": of.denominator}


def _by_licence(release: Release) -> list[Source]:
    return list({source.licence: source for source in reversed(release.sources)}.values())[::-1]


def _licence(source: Source) -> str:
    known = _PATHS.get(source.licence)
    return known[1] if known else source.licence


def _licence_of_package(source: Source) -> dict[str, str]:
    known = _PATHS.get(source.licence)
    named = {"name": known[0], "path": known[1]} if known else {"path": source.url or "figures.csv"}
    return {**named, "title": source.licence}


def _json(told: object) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()

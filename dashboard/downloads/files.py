"""The figures of a release as CSV, JSON and XLSX, the same rows in each. The same release, the same bytes."""

import json
from collections.abc import Iterator
from io import StringIO

from dashboard.downloads.about import about, about_file, origin_note
from dashboard.downloads.column import Column, Listing
from dashboard.downloads.columns import FIGURES, columns_of, measures, unit_words
from dashboard.downloads.figures_csv import figure_rows, write_rows
from dashboard.downloads.mark import MARK
from dashboard.downloads.workbook import Sheet, workbook
from dashboard.repository.downloads import XLSX
from dashboard.repository.interface import Repository

_NAMES = tuple(column.name for column in FIGURES)
_MEASURES = (
    Column("measure", "Measure", "string", "The id of a measure, as the figures have it.", required=True),
    Column("label", "Label", "string", "What the measure is called on the site."),
    Column("unit", "Unit", "string", "What its values are in."),
    Column("explanation", "Explanation", "string", "What it counts, over what."),
    Column("caveat", "Caveat", "string", "What it cannot say."),
)
_WIDTHS = {"authority": 40, "source_url": 30, "explanation": 80, "caveat": 60}


def figures_csv(repository: Repository) -> bytes:
    """Return the figures as CSV for people: after the mark the heading is the first line, plain line feeds.

    The mark says to Excel that the file is UTF-8. Programs that mind it have the command ``figures``.
    """
    file = StringIO()
    write_rows(_NAMES, _text_rows(repository), file)
    return (MARK + file.getvalue()).encode()


def figures_json(repository: Repository) -> bytes:
    """Return the figures as JSON: what the release is, its columns, and a list of objects, one a line."""
    head = json.dumps(
        {
            "release": about(repository.release()),
            "columns": {c.name: c.meaning for c in columns_of(repository)},
        },
        ensure_ascii=False,
    )
    lines = (
        json.dumps(dict(zip(_NAMES, row, strict=True)), ensure_ascii=False, separators=(",", ":"))
        for row in typed_rows(repository)
    )
    body = ",\n".join(lines)
    return f'{head[:-1]}, "figures": [\n{body}\n]}}\n'.encode()


def figures_xlsx(repository: Repository) -> bytes:
    """Return the figures as a workbook: what the release is, the figures, the measures."""
    release = repository.release()
    told = about(release)
    lines = about_file(
        release,
        str(told["title"]),
        origin=origin_note(release),
        query="",
        address=f"/{XLSX}?release={release.name}",
        rows="One for each council, year and measure",
    )
    # A release is built before it is published: its status is the site's to say.
    about_release = [
        ("Release", f"{release.name}, built {release.built_at[:10]}"),
        ("Status", str(told["status"])),
    ]
    lines = [pair for line in lines for pair in (about_release if line[0] == "Release" else [line])]
    rows = [(m.id, m.label, unit_words(m), m.explanation, m.caveat) for m in measures()]
    sheets = (
        Sheet("Figures", Listing(columns_of(repository), typed_rows(repository)), _WIDTHS, frozen=2),
        Sheet("Measures", Listing(_MEASURES, rows), _WIDTHS),
    )
    return workbook(lines, sheets, release.built_at)


def typed_rows(repository: Repository) -> Iterator[tuple[str | int | float | None, ...]]:
    """Yield the rows of the figures with numbers as numbers, and None where a cell is empty."""
    for row in _text_rows(repository):
        yield tuple(typed(cell, column) for cell, column in zip(row, FIGURES, strict=True))


def typed(cell: str, column: Column) -> str | int | float | None:
    """Return a cell of the figures as its column says."""
    if not cell:
        return None
    if column.type == "integer":
        return int(cell)
    return float(cell) if column.type == "number" else cell


def _text_rows(repository: Repository) -> Iterator[tuple[str, ...]]:
    name = repository.release().name
    for row in figure_rows(repository):
        yield (*row, name)

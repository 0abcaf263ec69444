"""The rows of a comparison's files: one a figure shown, with its definition, origin, source and release."""

from collections.abc import Iterator
from dataclasses import astuple, fields

from dashboard.compare.comparison import Comparison
from dashboard.compare.tables import Entry
from dashboard.downloads.column import Cell, Column, Listing, Type
from dashboard.downloads.columns import FIGURES as OF_FIGURES
from dashboard.words.comparison_in_files import IN_FILES, InFiles

_FIGURE = tuple(field.name for field in fields(Entry) if field.name != "beside")
_TYPES: dict[str, Type] = {
    **dict.fromkeys(("numerator", "denominator"), "integer"),
    **dict.fromkeys(("value", "low", "high", "average_value"), "number"),
}
_MEANINGS = {
    "table": "Which table of the page the figure stands in.",
    "council": "The council’s official name, or how the group is put together.",
    "code": "The council’s ONS code in the year; empty of the group.",
    "type": "One of the Ombudsman’s five types, or “the group”.",
    "region": "The region of England.",
    "year": "The reporting year, 1 April to 31 March, written 2023-24.",
    "measure": "What is measured.",
    "unit": "What the value is in: per cent, per 100,000 residents, or a count.",
    "shown": "The figure as the page shows it, or the words that stand where there is none.",
    "state": "Whether there is a figure, and if not, why.",
    "numerator": "What is counted. Empty: not held.",
    "denominator": "Out of how many. Empty: not held, or a count.",
    "value": "The value in its unit, ours with one decimal more than is shown. Empty: not known.",
    "low": "The low end of the 95% interval, as shown. Empty: none is shown.",
    "high": "The high end of it.",
    "average": "The average of councils of its type, and whether it is printed or pooled.",
    "average_value": "The same as a number.",
    "compared": "How the council stands beside its type once chance is allowed for.",
    "cases": "Whether the cases are few.",
    "change": "The change on the year before beside its type, of the last of several years.",
    "origin": "published, reported, derived or simulated.",
    "note": "What has to be known of the figure.",
    "source_url": "The page or file the figure was taken from.",
    "definition": "What the measure means.",
    "release": "The release the file belongs to, with its status, day and version.",
    "source": "Whose the data are.",
    "citation": "How to cite it.",
    "query": "What was compared.",
}
_BESIDE = {column.name: column for column in OF_FIGURES}
_NAMES = ("table", *_FIGURE, "release", "source", "citation")
COLUMNS = (
    *(
        Column(name, name.replace("_", " ").capitalize(), _TYPES.get(name, "string"), _MEANINGS[name])
        for name in _NAMES
    ),
    *(Column(name, _BESIDE[name].title, _BESIDE[name].type, _BESIDE[name].meaning) for name in IN_FILES),
    Column("query", "Query", "string", _MEANINGS["query"]),
)


def meaning(name: str) -> str:
    """Return what a column of the figures means."""
    return _MEANINGS[name]


def comparison_listing(comparison: Comparison) -> Listing:
    """Return exactly the figures shown, one a row, in the order of the page: table by table, row by row."""
    return Listing(COLUMNS, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    for table in comparison.tables:
        for entry in table.entries:
            figure = tuple(getattr(entry, name) for name in _FIGURE)
            about = (comparison.release, comparison.source, comparison.citation)
            yield (table.title, *figure, *about, *astuple(entry.beside or InFiles()), comparison.title)

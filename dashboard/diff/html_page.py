"""A difference as one HTML file that needs nothing beside it: for a colleague, a meeting, the archive."""

from collections.abc import Sequence
from pathlib import Path

from dash.development.base_component import Component

from dashboard.diff.model import Change, Difference, Kind
from dashboard.diff.report_text import sentences
from dashboard.domain.formats import thousands
from dashboard.markup import elements as html
from dashboard.markup.html import render, text
from dashboard.markup.parts import aria, table

ROWS = 1000  # of a section: a page of more is not read, and slow to open
_STYLES = ("tokens.css", "base.css")
_OWN = (
    ".frame { padding-block: 2rem; } h2 { margin-top: 2.5rem; } "
    "table { min-width: 56rem; } td { max-width: 40ch; overflow-wrap: break-word; }"
)
_HEADS = ("Council", "Year", "What", "Was", "Became")


def html_page(difference: Difference, standing: Sequence[str], styles: Path) -> str:
    """Return the page: ``standing`` are sentences on the two releases, ``styles`` the folder of styles."""
    title = f"What differs: release “{difference.before}” and release “{difference.after}”"
    style = "".join((styles / name).read_text("utf-8") for name in _STYLES) + _OWN
    found = [kind for kind in Kind if difference.of(kind)]
    tree = html.Main(
        [
            html.H1(title),
            *[html.P(sentence) for sentence in standing],
            html.Ul([html.Li(sentence) for sentence in sentences(difference)]),
            *([html.Nav(_contents(found, difference), **aria(label="Sections"))] if found else []),
            *[_section(kind, difference.of(kind)) for kind in found],
        ],
        className="frame",
        id="main",
    )
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{text(title)}</title>\n<style>{style}</style>\n'
        f"</head>\n<body>\n{render(tree)}\n</body>\n</html>\n"
    )


def _contents(found: Sequence[Kind], difference: Difference) -> Component:
    return html.Ul(
        [
            html.Li(html.A(f"{kind.heading} ({thousands(len(difference.of(kind)))})", href=f"#{kind}"))
            for kind in found
        ]
    )


def _section(kind: Kind, changes: Sequence[Change]) -> Component:
    rows = [
        [change.council or "England", change.year, change.what, change.was or "–", change.became or "–"]
        for change in changes[:ROWS]
    ]
    more = len(changes) - ROWS
    cut = [html.P(f"{thousands(more)} more are in the CSV (diff --csv FILE).")] if more > 0 else []
    return html.Section(
        [
            html.H2(kind.heading, id=kind.value),
            table(f"{kind.heading}: {thousands(len(changes))} changed", _HEADS, rows, label=kind.heading),
            *cut,
        ]
    )

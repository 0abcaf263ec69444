"""Compliance over the years: how many recommendations fell due, and how many were not complied with."""

from collections.abc import Sequence
from itertools import dropwhile

from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands
from dashboard.domain.measures import COMPLIANCE
from dashboard.domain.outcomes import Compliance
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, table
from dashboard.pages.cases.links import CaseLinks, to_cases
from dashboard.words import figure as say
from dashboard.words.states import within
from dashboard.words.values import of_figure


def compliance_table(
    history: Sequence[Figure], *, level: int, folded: bool, links: CaseLinks | None = None
) -> list[Child]:
    """Return the table under its heading, or a sentence where no year is held. It is never charted.

    ``links`` lead from the counts to their cases.
    """
    years = list(dropwhile(lambda f: f.state in {State.NOT_APPLICABLE, State.NOT_HELD}, history))
    title = heading(level, COMPLIANCE.label)
    if not any(f.shown is not None or f.state is State.NO_CASES for f in years):
        nothing = "No year of this measure is held for this council."
        return [title, html.P(nothing, className="measure-empty")]
    rows = [_row(figure, links.of_year(figure.year) if links else None) for figure in years]
    caption = "Recommendations that fell due, by year"
    heads = ["Year", "Fell due", "Not complied with", "Complied with", "Origin"]
    whole = table(caption, heads, rows, numbers=frozenset({1, 2, 3}), label=caption)
    if not folded:
        return [title, whole]
    return [title, html.Details([html.Summary("Table of these figures"), whole], className="chart-table")]


def _row(figure: Figure, links: CaseLinks | None) -> list[Child | Sequence[Child]]:
    origin = figure.shown_origin or figure.origin
    words = origin.words if origin else "–"
    if figure.state is State.NO_CASES:
        return [figure.year, "none", "–", "–", words]
    not_held = within(State.NOT_HELD)
    due: Child = not_held
    if figure.denominator is not None:
        due = to_cases(links, thousands(figure.denominator), COMPLIANCE.denominator or "", figure.denominator)
    missed: Child = not_held
    if counts := say.counts_of(figure):
        number = counts[1] - counts[0]
        missed = to_cases(links, thousands(number), Compliance.NOT_COMPLIED.value, number)
    if figure.shown is None:
        return [figure.year, due, missed, not_held, words]
    return [figure.year, due, missed, of_figure(figure) or within(figure.state), words]

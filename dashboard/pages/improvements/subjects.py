"""Improvements by subject: the faults that recur and what councils agree to do about them, side by side."""

from collections.abc import Callable, Sequence

from dash.development.base_component import Component

from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.formats import thousands, words
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, aria, heading, table
from dashboard.repository.case_records import ImprovementGroup
from dashboard.words.wording import counted, listed

OPENED = 4
"""How many subjects are laid out; all of them are in the table."""
_NAMED = 6
_UNKNOWN = "The register does not say."

Narrow = Callable[[DecisionCategory, str], str]
"""The address of the same search narrowed to a category and sub-category."""


def subjects(groups: Sequence[ImprovementGroup], narrow: Narrow, *, several: bool) -> list[Child]:
    """Return the section: the largest subjects laid out, then all of them as a table. Empty without any.

    ``several``: the improvements are of more councils than one, which are then counted.
    """
    if not groups:
        return []
    one = len(groups) == 1
    title = "What went wrong, and what was agreed" if one else "Recurring faults and fixes, by subject"
    shown = groups[:OPENED]
    bars = "Bars count the cases with a fault, and the improvements of a kind."
    most = f"The {words(len(shown))} subjects with most improvements, of {thousands(len(groups))}. "
    lead = f"{most}{bars}" if len(groups) > len(shown) else bars
    return [
        html.Section(
            [
                heading(2, title, id="subjects"),
                html.P(lead, className="small"),
                *[_subject(group, None if one else narrow, several=several) for group in shown],
                *([_all(groups, narrow, several=several)] if len(groups) > len(shown) else []),
            ],
            className="improvement-subjects",
            **aria(labelledby="subjects"),
        )
    ]


def name_of(category: DecisionCategory, sub_category: str) -> str:
    """Return a subject in words: "Housing: Homelessness"."""
    return f"{category.label}: {sub_category}" if sub_category else category.label


def size_of(group: ImprovementGroup, *, several: bool) -> str:
    """Say how much is behind a subject: "41 improvements, agreed in 30 cases by 22 councils.\""""
    whose = f" by {counted(group.councils, 'councils')}" if several else ""
    return f"{counted(group.improvements, 'improvements')}, agreed in {counted(group.cases, 'cases')}{whose}."


def in_words(group: ImprovementGroup) -> str:
    """Say what recurs: the fault behind most improvements and the kind of change agreed most often."""
    says = []
    if group.faults:
        fault, count = group.faults[0]
        tied = [name for name, number in group.faults if number == count]
        if len(tied) == 1 and count > 1:
            says.append(f"The fault found most often: {_lowered(fault)} ({counted(count, 'cases')}).")
    if group.kinds:
        count = group.kinds[0][1]
        also = [one.label.lower() for one, number in group.kinds if number == count]
        if count > 1 and len(also) < 3:
            says.append(
                f"Agreed most often: {listed(also)} ({thousands(count)}{' each' if also[1:] else ''})."
            )
    return " ".join(says)


def _subject(group: ImprovementGroup, narrow: Narrow | None, *, several: bool) -> Component:
    name = name_of(group.category, group.sub_category)
    title: Child = html.A(name, href=narrow(group.category, group.sub_category)) if narrow else name
    said = in_words(group)
    kinds = [(kind.label, count) for kind, count in group.kinds]
    tallies = [
        _tally("What had gone wrong, by cases", group.faults, group.cases),
        _tally("What was agreed, by improvements", kinds, group.improvements),
    ]
    return html.Div(
        [
            heading(3, [title]),
            html.P([size_of(group, several=several), *([f" {said}"] if said else [])]),
            html.Div(tallies, className="tallies"),
        ],
        className="improvement-subject",
    )


def _tally(title: str, counts: Sequence[tuple[str, int]], whole: int) -> Component:
    """Return counts with thin bars, each a share of the whole, so that subjects can be read alike."""
    rows = [
        html.Li(
            [
                html.Span(name, className="tally-name"),
                html.Span(thousands(count), className="tally-count"),
                html.Span(
                    className="tally-bar",
                    style={"width": f"{100 * count / max(whole, 1):.1f}%"},
                    **aria(hidden="true"),
                ),
            ]
        )
        for name, count in counts[:_NAMED]
    ]
    rest = len(counts) - len(rows)
    others = [html.P(f"and {words(rest)} other{'s' if rest > 1 else ''}", className="small")] if rest else []
    content: list[Child] = [html.Ul(rows, className="tally"), *others] if rows else [html.P(_UNKNOWN)]
    return html.Div([html.P(title, className="tally-title"), *content])


def _all(groups: Sequence[ImprovementGroup], narrow: Narrow, *, several: bool) -> Component:
    caption = "Improvements by subject, most first"
    heads = ["Subject", "Improvements", "Cases", *(["Councils"] if several else [])]
    rows: list[list[Child]] = []
    for group in groups:
        name = name_of(group.category, group.sub_category)
        counts = [group.improvements, group.cases, *([group.councils] if several else [])]
        link = html.A(name, href=narrow(group.category, group.sub_category))
        rows.append([link, *(thousands(count) for count in counts)])
    numbers = frozenset(range(1, len(heads)))
    summary = html.Summary(f"All {thousands(len(groups))} subjects as a table")
    return html.Details([summary, table(caption, heads, rows, numbers=numbers, label=caption)])


def _lowered(fault: str) -> str:
    return fault if fault[:2].isupper() else fault[:1].lower() + fault[1:]

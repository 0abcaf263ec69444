"""Questions a committee might ask: rules over the year's numbers, each with its reason.

A rule asks; it does not judge. None says that a high or a low share is good, and a difference is spoken
of only where it is more than chance explains. Each names what it rests on and of how many; two rules that
would ask nearly the same are of one theme, and only the weightier asks.
"""

from collections.abc import Callable

from dashboard.pack import asking_recommendations as recommendations
from dashboard.pack import asking_subjects as subjects
from dashboard.pack import asking_upheld as upheld
from dashboard.pack import asking_watch as watch
from dashboard.pack.facts import Asked, Facts
from dashboard.pack.model import Question

MOST = 7

Rule = Callable[[Facts], Asked]
"""From numbers to a question and its reason, or to nothing."""

RULES: dict[str, Rule] = {
    "public report": recommendations.public_report,
    "not complied": recommendations.not_complied,
    "ended council": subjects.ended_council,
    "late": recommendations.late,
    "open changes": recommendations.open_changes,
    "after the promise": watch.after_the_promise,
    "higher than type": upheld.higher_than_type,
    "lower than type": upheld.lower_than_type,
    "rate beyond chance": upheld.rate_beyond_chance,
    "change on the year before": upheld.changed,
    "trend": upheld.trending,
    "service stands out": watch.service_stands_out,
    "fault again": watch.fault_again,
    "recurring subject": subjects.recurring,
    "remedy low": subjects.remedy_low,
    "remedy high": subjects.remedy_high,
    "large part": subjects.large_part,
    "came too soon": subjects.came_too_soon,
    "new council": subjects.new_council,
    "nothing upheld": upheld.nothing_upheld,
    "nothing investigated": upheld.nothing_investigated,
    "compliance not held": recommendations.compliance_missing,
    "changes agreed": recommendations.changes_last,
    "few cases": upheld.few_cases,
    "all complied": recommendations.all_complied,
    "break in the series": upheld.broken_series,
}
"""The rules by name, the weightiest first."""


THEMES: dict[str, str] = {
    "higher than type": "share upheld",
    "lower than type": "share upheld",
    "nothing upheld": "share upheld",
    "nothing investigated": "share upheld",
    "change on the year before": "years",
    "trend": "years",
    "break in the series": "years",
    "service stands out": "subjects",
    "fault again": "subjects",
    "recurring subject": "subjects",
    "large part": "subjects",
    "remedy low": "remedies",
    "remedy high": "remedies",
    "came too soon": "own procedure",
    "few cases": "own procedure",
    "open changes": "changes",
    "changes agreed": "changes",
    "all complied": "changes",
}
"""What rules ask about where several could ask nearly the same; every other rule is a theme of its own."""

_NEVER_CROWDED_OUT = "changes"


def questions(facts: Facts) -> tuple[Question, ...]:
    """Return the questions the numbers give rise to, the weightiest first, at most seven, one of a theme.

    What was agreed to change is always asked about: where it would be the eighth it takes the last place.
    """
    found: dict[str, Question] = {}
    for name, rule in RULES.items():
        theme = THEMES.get(name, name)
        told = None if theme in found else rule(facts)
        if told is not None:
            found[theme] = Question(name, *told)
    kept = list(found.values())[:MOST]
    changes = found.get(_NEVER_CROWDED_OUT)
    if changes is not None and changes not in kept:
        kept[-1] = changes
    return tuple(kept)

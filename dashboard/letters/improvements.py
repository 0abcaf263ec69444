"""What a council agreed to improve, as its letter says it."""

from collections import Counter
from collections.abc import Iterable

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.formats import words
from dashboard.domain.origin import Origin
from dashboard.domain.progress import Progress, progress
from dashboard.letters.model import Block, Paragraph, Points, Run
from dashboard.pages.wording import capital, listed
from dashboard.repository.case_records import Improvement
from dashboard.repository.interface import Repository

SHOWN = 5
_SIMULATED = "Simulated: "  # how a text of the demonstration begins; here its mark says so


def agreed_in(slug: str, year: str, repository: Repository) -> tuple[Improvement, ...] | None:
    """Return what a council agreed to improve in decisions of a year, newest first; None without cases."""
    cases = repository.cases()
    if cases is None:
        return None
    return tuple(cases.every_improvement(CaseFilter(councils=(slug,), decided=year, improving=True)))


def told(improvements: tuple[Improvement, ...], origin: Origin, upheld: int | None) -> tuple[Block, ...]:
    """Return how many improvements were agreed and in what, the newest of several cases, and how it went.

    ``upheld`` is how many complaints were upheld in the year, None where that is not held.
    """
    if not improvements:
        if upheld == 0:
            return ((Run("We upheld no complaint this year, and so asked for no change."),),)
        none = "No decision that we published this year holds a change that your council agreed to make"
        return ((Run(none, origin), Run(".")),)
    shown = _newest(improvements)
    count = len(improvements)
    went = _how_it_went(improvements)
    return (
        (Run(_how_many(improvements), origin), Run(f". {_introduced(count, len(shown))}")),
        Points(tuple(_point(one, origin) for one in shown)),
        *(((Run(went, origin), Run(".")),) if went else ()),
    )


def _how_many(improvements: tuple[Improvement, ...]) -> str:
    count = len(improvements)
    cases = len({one.reference for one in improvements})
    fields = [_field(name) for name, _ in Counter(one.category for one in improvements).most_common(3)]
    after = "After one investigation" if cases == 1 else f"After {words(cases)} investigations"
    changes = "one change" if count == 1 else f"{words(count)} changes"
    others = len({one.category for one in improvements}) > len(fields)
    where = f"mostly in {listed(fields)}" if others else f"in {listed(fields)}"
    return f"{after} your council agreed to {changes} in how its services work, {where}"


def _field(category: DecisionCategory) -> str:
    name = category.label.replace("Other Categories", "other services").replace(
        "Other categories", "other services"
    )
    return name[:1].lower() + name[1:]


def _introduced(count: int, shown: int) -> str:
    if count == 1:
        return "It is this:"
    if count == shown:
        return "They are these:" if count > 2 else "They are:"
    return f"Here are {words(shown)} of them, the newest first:"


def _newest(improvements: tuple[Improvement, ...]) -> tuple[Improvement, ...]:
    """Return the newest, of as many different cases as there are, still newest first."""
    if len(improvements) <= SHOWN:
        return improvements
    cases: set[str] = set()
    first = []
    for place, one in enumerate(improvements):
        if one.reference not in cases:
            cases.add(one.reference)
            first.append(place)
    further = [place for place in range(len(improvements)) if place not in first]
    return tuple(improvements[place] for place in sorted([*first, *further][:SHOWN]))


def _point(one: Improvement, origin: Origin) -> Paragraph:
    text = "".join(piece for piece, _ in one.text).removeprefix(_SIMULATED).rstrip(". ")
    about = one.sub_category or one.category.label
    return (Run(f"{about}: {text[:1].lower()}{text[1:]} (case {one.reference})", origin), Run("."))


def _how_it_went(improvements: Iterable[Improvement]) -> str:
    """Say how many were done on time, late or not yet, of those whose dates are known."""
    counts = Counter(progress(one.due, one.met) for one in improvements)
    dated = sum(count for state, count in counts.items() if state is not Progress.UNDATED)
    if not dated:
        return ""
    on_time, late, open_ = counts[Progress.ON_TIME], counts[Progress.LATE], counts[Progress.NOT_YET]
    if dated == 1:
        state = "on time" if on_time else "late"
        return f"Your council did it {state}" if not open_ else "It is not yet recorded as done"
    if on_time == dated:
        return f"Your council made {'both' if dated == 2 else f'all {words(dated)}'} changes on time"
    parts = []
    if on_time:
        parts.append(f"{words(on_time)} on time")
    if late:
        parts.append(f"{words(late)} late")
    done = f"your council made {listed(parts)}" if parts else ""
    left = f"{words(open_)} {'is' if open_ == 1 else 'are'} not yet recorded as done" if open_ else ""
    return capital("; ".join(part for part in (done, left) if part))

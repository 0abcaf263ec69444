"""What of a council's year is to be watched, as far as a paper asks about it: more than would be expected."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.watch import Question
from dashboard.pack.cases_section import is_simulated
from dashboard.pack.council_year import Known
from dashboard.repository.watch_records import WatchAsked, Watched
from dashboard.words.watch import no_more_than_chance

_COMPARED = (Question.NUMBER, Question.SHARE)


@dataclass(frozen=True, slots=True)
class ToWatch:
    """The questions that a paper may ask, at most one of a sort, and how many of each sort there are.

    ``promise`` is of the service that goes furthest beyond what is expected of it; ``fault`` and ``service``
    stand out among all that was looked at in England. ``counts`` are all questions of the council's list by
    sort; ``faults_out`` is how many of those about a fault stand out. ``simulated``: the cases
    are made up.
    """

    kind: AuthorityType
    year: str
    counts: Mapping[Question, int]
    faults_out: int = 0
    promise: Watched | None = None
    fault: Watched | None = None
    service: Watched | None = None
    simulated: bool = False


def to_watch(known: Known) -> ToWatch | None:
    """Read what is to be watched; None where nothing can be: no cases are held, or an older release."""
    watch = known.repository.watch()
    if watch is None or watch.scope(known.year) is None:
        return None
    slug, year = known.council.slug, known.year

    def asked(sort: Question, *, beyond: bool) -> tuple[Watched, ...]:
        return tuple(watch.every_question(WatchAsked(year, sort, slug=slug, beyond=beyond)))

    counts = watch.counts(WatchAsked(year, slug=slug))
    promises = [one for one in asked(Question.PROMISE, beyond=False) if not no_more_than_chance(one)]
    faults = asked(Question.REPEATED, beyond=True)
    services = [one for sort in _COMPARED for one in asked(sort, beyond=True)]
    return ToWatch(
        kind=known.council.type,
        year=year,
        counts={one.question: one.questions for one in counts},
        faults_out=sum(one.beyond for one in counts if one.question is Question.REPEATED),
        promise=max(promises, key=lambda one: one.count - (one.expected or 0), default=None),
        fault=_least_by_chance(faults),
        service=_least_by_chance(services),
        simulated=is_simulated(known),
    )


def _least_by_chance(found: list[Watched] | tuple[Watched, ...]) -> Watched | None:
    return min(found, key=lambda one: 1.0 if one.tail is None else one.tail, default=None)

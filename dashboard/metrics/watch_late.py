"""Recommendations that fell due in a year and were carried out late, or are not recorded as carried out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain.outcomes import Compliance
from dashboard.domain.watch import Question, Raised


@dataclass(frozen=True, slots=True)
class Due:
    """A recommendation that fell due: the number of its case, its council, service, and what was found."""

    number: int
    slug: str
    service: str
    outcome: Compliance


def late_or_overdue(due: Iterable[Due]) -> Iterator[Raised]:
    """Yield, of each council and service, how many of a year's recommendations were late or not carried out.

    Nothing is compared: compliance is never (rule 6), and each such recommendation can be named.
    """
    of_service: dict[tuple[str, str], list[Due]] = defaultdict(list)
    for one in due:
        of_service[one.slug, one.service].append(one)
    for (slug, service), every in sorted(of_service.items()):
        behind = [one for one in every if one.outcome is not Compliance.ON_TIME]
        if behind:
            numbers = tuple(sorted({one.number for one in behind}))
            yield Raised(Question.LATE, slug, service, len(behind), len(every), cases=numbers)

"""The same fault upheld at least three times in three years, beside the councils of the type."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.domain.watch import FALSE_DISCOVERIES, REPEATED_FROM, Fault, Question, Raised, UpheldCase
from dashboard.statistics.more_than_type import beyond_chance, more_than_type
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.statistics.who_is_compared import LEAST_COUNCILS

_Group = tuple[str, str, Fault]
"""Type, service and fault."""


def repeated(cases: Iterable[UpheldCase]) -> tuple[tuple[Raised, ...], int]:
    """Return the faults that recur in a service of a council, and how many faults of councils were looked at.

    ``cases`` are those of the three years. Each fault is compared among the cases of its service with the
    others of the type that have cases in it; of fewer than five it is only said. All faults of a type's
    service are looked at in every council that has five cases in it, met there or not.
    """
    by_fault: dict[_Group, dict[str, list[UpheldCase]]] = defaultdict(lambda: defaultdict(list))
    bases: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for case in cases:
        by_fault[case.type, case.service, case.fault][case.slug].append(case)
        bases[case.type, case.service][case.slug] += 1
    looked_at = sum(
        sum(not too_few_to_compare(n) for n in of_service.values())
        for kind, service, _ in by_fault
        if len(of_service := bases[kind, service]) >= LEAST_COUNCILS
    )
    found: list[Raised] = []
    for (kind, service, _), councils in sorted(by_fault.items()):
        found += _of_a_fault(service, councils, bases[kind, service])
    compared = [i for i, one in enumerate(found) if one.tail is not None]
    standing = beyond_chance([found[i].tail or 0.0 for i in compared], looked_at, FALSE_DISCOVERIES)
    beyond = {compared[place] for place in standing}
    return tuple(
        one if one.tail is None else replace(one, beyond=i in beyond) for i, one in enumerate(found)
    ), looked_at


def _of_a_fault(
    service: str, councils: Mapping[str, Sequence[UpheldCase]], bases: Mapping[str, int]
) -> Iterable[Raised]:
    recurring = {slug: of for slug, of in councils.items() if len(of) >= REPEATED_FROM}
    if not recurring:
        return
    year = {slug: (len(councils.get(slug, ())), base) for slug, base in bases.items()}
    enough = sorted(slug for slug in recurring if not too_few_to_compare(bases[slug]))
    compared = more_than_type([year], enough)
    for slug, of in sorted(recurring.items()):
        numbers = tuple(sorted(case.number for case in of))
        raised = Raised(Question.REPEATED, slug, service, len(of), bases[slug], cases=numbers)
        upper = compared.get(slug)
        if upper is None:
            yield raised
        else:
            yield replace(raised, expected=upper.expected, low=upper.low, high=upper.high, tail=upper.tail)

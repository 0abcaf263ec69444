"""Parts of a council's cases beside its type that no build works out: subjects, and what came too soon.

Both are shares that differ between councils for good reasons, so the range always has the type's own spread
in it; the rules are those of every other comparison.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.comparison import Comparison
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.pack.council_year import Known
from dashboard.repository.case_records import DecisionRow
from dashboard.repository.records import CountHeld
from dashboard.statistics.compare_type import compare_one
from dashboard.statistics.type_comparison import CouncilComparison, Count, SpreadRule, TypeYear

_MOST_SUBJECTS, _LEAST = 3, 3
"""How many of a council's subjects are looked at, the most frequent; from so many cases each."""
_HIGHER = (Comparison.HIGHER, Comparison.MUCH_HIGHER)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a council's cases that is larger than at others of its type by more than chance explains.

    ``count`` of ``whole`` are its own, ``others`` the same of the others together. ``looked_at`` is how many
    such parts were looked at, ``luck`` how many of them chance alone would mark.
    """

    name: str
    count: int
    whole: int
    others: tuple[int, int]
    simulated: bool
    looked_at: int = 1
    luck: float = 0.0


def unusual_subject(known: Known, told: tuple[DecisionRow, ...]) -> Part | None:
    """Return the most frequent subject of upheld cases that is more frequent than at others of the type.

    Compared are published decisions with published decisions of the same year.
    """
    counts = Counter(_subject(row) for row in told)
    looked_at = [name for name, count in counts.most_common(_MOST_SUBJECTS) if count >= _LEAST]
    if known.cases is None or known.ended or not looked_at:
        return None
    asked = CaseFilter(type=known.council.type, decided=known.year, outcomes=(Outcome.UPHELD,))
    by_subject = known.cases.subjects(asked)
    whole = Counter[str]()
    for (slug, _), number in by_subject.items():
        whole[slug] += number
    origin = Origin.SIMULATED if known.repository.release().is_demonstration else Origin.DERIVED
    slugs = _of_type(known)
    parts = {
        name: {slug: Count(by_subject[slug, name], whole[slug], origin) for slug in slugs}
        for name in looked_at
    }
    found: dict[str, CouncilComparison] = {}
    for name, of_type in parts.items():
        if not _above_the_others(of_type, known.council.slug):
            continue
        found[name] = _compared(known, of_type)
        if (one := _part(name, found[name], counts[name], len(told))) is not None:
            every = (found[other] if other in found else _compared(known, parts[other]) for other in parts)
            return replace(one, looked_at=len(looked_at), luck=sum(each.luck.marked for each in every))
    return None


def came_too_soon(known: Known) -> Part | None:
    """Return the part referred back because the council had not had its say, where others’ is smaller."""
    own = _referred_back(
        {
            row.item: CountHeld(row.count, row.origin)
            for row in known.decided
            if row.count is not None and row.origin is not None
        }
    )
    if known.ended or not own.held:
        return None
    held = known.repository.type_counts(
        known.council.type, known.year, "decided", (Outcome.REFERRED_BACK, "total")
    )
    others = {slug: _referred_back(held.get(slug, {})) for slug in _of_type(known)}
    counts = {**others, known.council.slug: own}
    if not _above_the_others(counts, known.council.slug):
        return None
    return _part(
        Outcome.REFERRED_BACK.label, _compared(known, counts), own.numerator or 0, own.denominator or 0
    )


def _above_the_others(counts: Mapping[str, Count], slug: str) -> bool:
    """Whether its part is above that of all others together: no other is marked as larger, so the comparison
    of most councils need not be made."""
    held = [(one.numerator, one.denominator) for one in counts.values() if one.numerator is not None]
    above, below = sum(k for k, _ in held), sum(n or 0 for _, n in held)
    own = counts[slug]
    return (own.numerator or 0) * below > above * (own.denominator or 0)


def _compared(known: Known, counts: Mapping[str, Count]) -> CouncilComparison:
    return compare_one(TypeYear(counts), known.council.slug, SpreadRule.ALWAYS)


def _part(name: str, found: CouncilComparison, count: int, whole: int) -> Part | None:
    """Return the part where it is larger and the others are held; None where there is nothing to say."""
    if found.comparison not in _HIGHER or found.others_numerator is None or not found.others_denominator:
        return None
    others = (found.others_numerator, found.others_denominator)
    return Part(name, count, whole, others, found.origin is Origin.SIMULATED, luck=found.luck.marked)


def _of_type(known: Known) -> list[str]:
    councils = known.repository.councils(known.year)
    return [council.slug for council in councils if council.type is known.council.type]


def _subject(row: DecisionRow) -> str:
    return row.sub_category or row.category.label


def _referred_back(held: Mapping[str, CountHeld]) -> Count:
    back, total = held.get(Outcome.REFERRED_BACK), held.get("total")
    if back is None or total is None or not total.count:
        return Count(None, None, None)
    simulated = Origin.SIMULATED in (back.origin, total.origin)
    return Count(back.count, total.count, Origin.SIMULATED if simulated else back.origin)

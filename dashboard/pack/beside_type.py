"""Parts of a council's cases beside its type that no build works out: subjects, and what came too soon.

Both are shares that differ between councils for good reasons, so the range always has the type's own spread
in it; the rules are those of every other comparison.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.comparison import Comparison
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.pack.council_year import Known
from dashboard.repository.case_records import DecisionRow
from dashboard.repository.records import CountRow
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
    found = {
        name: _compared(known, {slug: Count(by_subject[slug, name], whole[slug], origin) for slug in slugs})
        for name in looked_at
    }
    luck = sum(each.luck.marked for each in found.values())
    parts = (_part(name, each, counts[name], len(told)) for name, each in found.items())
    one = next((part for part in parts if part is not None), None)
    return None if one is None else _among(one, len(looked_at), luck)


def came_too_soon(known: Known) -> Part | None:
    """Return the part referred back because the council had not had its say, where others’ is smaller."""
    own = _referred_back({row.item: row for row in known.decided})
    if known.ended or not own.held:
        return None
    held = known.repository.type_counts(
        known.council.type, known.year, "decided", (Outcome.REFERRED_BACK, "total")
    )
    others = {slug: _referred_back(held.get(slug, {})) for slug in _of_type(known)}
    counts = {**others, known.council.slug: own}
    return _part(
        Outcome.REFERRED_BACK.label, _compared(known, counts), own.numerator or 0, own.denominator or 0
    )


def _compared(known: Known, counts: Mapping[str, Count]) -> CouncilComparison:
    return compare_one(TypeYear(counts), known.council.slug, SpreadRule.ALWAYS)


def _part(name: str, found: CouncilComparison, count: int, whole: int) -> Part | None:
    """Return the part where it is larger and the others are held; None where there is nothing to say."""
    if found.comparison not in _HIGHER or found.others_numerator is None or not found.others_denominator:
        return None
    others = (found.others_numerator, found.others_denominator)
    return Part(name, count, whole, others, found.origin is Origin.SIMULATED, luck=found.luck.marked)


def _among(part: Part, looked_at: int, luck: float) -> Part:
    return Part(part.name, part.count, part.whole, part.others, part.simulated, looked_at, luck)


def _of_type(known: Known) -> list[str]:
    councils = known.repository.councils(known.year)
    return [council.slug for council in councils if council.type is known.council.type]


def _subject(row: DecisionRow) -> str:
    return row.sub_category or row.category.label


def _referred_back(rows: Mapping[str, CountRow]) -> Count:
    back, total = rows.get(Outcome.REFERRED_BACK), rows.get("total")
    if back is None or back.count is None or total is None or not total.count:
        return Count(None, None, None)
    origins = {back.origin, total.origin}
    return Count(back.count, total.count, Origin.SIMULATED if Origin.SIMULATED in origins else back.origin)

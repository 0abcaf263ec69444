"""Parts of councils' cases that are larger than at others of their type: subjects, and what came too soon.

Both are shares that differ between councils for good reasons, so the range always has the type's own spread
in it; the rules are those of every other comparison.
"""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.domain.comparison import Comparison
from dashboard.domain.larger_part import LargerPart
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.statistics.compare_type import compare_some
from dashboard.statistics.type_comparison import CouncilComparison, Count, SpreadRule, TypeYear

MOST_SUBJECTS, LEAST = 3, 3
"""How many of a council's subjects are looked at, the most frequent; from so many cases each."""
_HIGHER = (Comparison.HIGHER, Comparison.MUCH_HIGHER)


def referred_back(counts: Mapping[str, Count]) -> dict[str, LargerPart]:
    """Return the councils of a type's year that had more referred back, of what was decided of each."""
    above = [slug for slug in counts if _above_the_others(counts, slug)]
    found = compare_some(TypeYear(counts), above, SpreadRule.ALWAYS)
    parts = {slug: _part(Outcome.REFERRED_BACK.label, one, counts[slug]) for slug, one in found.items()}
    return {slug: part for slug, part in parts.items() if part is not None}


def unusual_subjects(by_council: Mapping[str, Mapping[str, int]], origin: Origin) -> dict[str, LargerPart]:
    """Return the councils of a type's year with a subject that is more frequent than at the others.

    ``by_council`` has the subjects of the published upheld cases of every council of the type, those without
    a case among them. Of several, the council's most frequent is returned.
    """
    looked_at = {slug: _most_frequent(subjects) for slug, subjects in by_council.items()}
    whole = {slug: sum(subjects.values()) for slug, subjects in by_council.items()}
    compared: dict[tuple[str, str], CouncilComparison] = {}
    for name in sorted({name for names in looked_at.values() for name in names}):
        counts = {
            slug: Count(subjects.get(name, 0), whole[slug], origin) for slug, subjects in by_council.items()
        }
        asked = [slug for slug, names in looked_at.items() if name in names]
        for slug, one in compare_some(TypeYear(counts), asked, SpreadRule.ALWAYS).items():
            compared[slug, name] = one
    found: dict[str, LargerPart] = {}
    for slug, names in looked_at.items():
        luck = sum(compared[slug, name].luck.marked for name in names)
        for name in names:
            own = Count(by_council[slug][name], whole[slug], origin)
            part = _part(name, compared[slug, name], own)
            if part is not None:
                found[slug] = replace(part, looked_at=len(names), luck=luck)
                break
    return found


def _most_frequent(subjects: Mapping[str, int]) -> list[str]:
    ordered = sorted(subjects, key=lambda name: (-subjects[name], name))
    return [name for name in ordered[:MOST_SUBJECTS] if subjects[name] >= LEAST]


def _above_the_others(counts: Mapping[str, Count], slug: str) -> bool:
    """Whether its part is above that of all others together: no other is marked as larger, so the comparison
    of half the councils need not be made."""
    held = [(one.numerator, one.denominator) for one in counts.values() if one.numerator is not None]
    above, below = sum(k for k, _ in held), sum(n or 0 for _, n in held)
    own = counts[slug]
    return (own.numerator or 0) * below > above * (own.denominator or 0)


def _part(name: str, found: CouncilComparison, own: Count) -> LargerPart | None:
    """Return the part where it is larger and the others are held; None where there is nothing to say."""
    if found.comparison not in _HIGHER or found.others_numerator is None or not found.others_denominator:
        return None
    return LargerPart(
        name=name,
        count=own.numerator or 0,
        whole=own.denominator or 0,
        others=(found.others_numerator, found.others_denominator),
        simulated=found.origin is Origin.SIMULATED,
        luck=found.luck.marked,
    )

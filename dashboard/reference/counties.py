"""What becomes of counties when districts of theirs go into councils that run everything themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil
from dashboard.reference.tables import Reference
from dashboard.repository.records import Council


@dataclass(frozen=True, slots=True)
class CountyFate:
    """A county some of whose districts go. ``gone`` are those, ``kept`` the districts it has from then on
    (new ones among them), ``successors`` the new councils that take over its part in what goes; all slugs,
    A to Z. It ends where it keeps none."""

    slug: str
    gone: tuple[str, ...]
    kept: tuple[str, ...]
    successors: tuple[str, ...]
    divided: bool = False

    @property
    def ends(self) -> bool:
        """Whether all its districts went."""
        return not self.kept

    @property
    def whole(self) -> bool:
        """Whether it goes into one council with all it ever had: its figures of before are of that area."""
        return self.ends and len(self.successors) == 1 and not self.divided


def alive(council: Council, day: date) -> bool:
    """Say whether a council exists on a day."""
    return (council.start is None or council.start <= day) and (council.end is None or day <= council.end)


def county_fates(reference: Reference, new: Sequence[NewCouncil]) -> tuple[CountyFate, ...]:
    """Return what becomes of each county that loses a district to new councils of one day, A to Z.

    A district that goes into a new district of the same county is none that it loses.
    """
    into = {old: council for council in new for old in council.predecessors}
    eve, start = next(((council.eve, council.start) for council in new), (date.min, date.min))
    districts: dict[str, list[str]] = {}
    for slug, council in sorted(reference.councils.items()):
        if council.upper_tier and (alive(council, start) or (slug in into and alive(council, eve))):
            districts.setdefault(council.upper_tier, []).append(slug)
    divided = {link.predecessor for link in reference.lineage if link.change == "split"}
    fates = []
    for county, members in sorted(districts.items()):
        gone = [slug for slug in members if slug in into and into[slug].type is not AuthorityType.DISTRICT]
        renewed = {into[slug].slug for slug in members if slug in into and slug not in gone}
        kept = renewed | {slug for slug in members if slug not in into}
        if gone:
            successors = sorted({into[slug].slug for slug in gone})
            fates.append(
                CountyFate(county, tuple(gone), tuple(sorted(kept)), tuple(successors), county in divided)
            )
    return tuple(fates)

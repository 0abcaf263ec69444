"""What a council is compared by in a year: its own figures, its predecessors combined, or what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.domain.figures import Figure
from dashboard.domain.formats import day
from dashboard.domain.origin import derived_from
from dashboard.domain.years import ReportingYear
from dashboard.repository.interface import Repository
from dashboard.repository.records import CaseMix, Council, CountRow
from dashboard.words.wording import listed

COMBINED = "predecessors combined"


@dataclass(frozen=True, slots=True)
class YearOf:
    """A council in a year. ``figures`` by measure id, ``rows`` of its breakdowns by kind.

    ``combined`` are the councils added together for a year before it began, ``split`` those that went
    into it in part and are not added; both empty in a year it existed in. ``case_mix`` is what its services
    would lead one to expect, where that is held.
    """

    council: Council
    year: str
    figures: Mapping[str, Figure]
    rows: Mapping[str, tuple[CountRow, ...]]
    existed: bool
    combined: tuple[Council, ...] = ()
    split: tuple[Council, ...] = ()
    case_mix: CaseMix | None = None

    @property
    def ended(self) -> bool:
        """Whether the council had ended before the year."""
        end = self.council.end
        return not self.existed and end is not None and end < ReportingYear.parse(self.year).first_day

    @property
    def sentence(self) -> str | None:
        """Say what stands for the council before it began or after it ended; None in a year of its own."""
        return None if self.existed else self.standing(self.year)

    def standing(self, years: str) -> str:
        """Say what stands for the council in years in which it did not exist, named as given."""
        council = self.council
        if self.ended:
            when = f"ended on {day(council.end)}" if council.end else "had ended"
            return f"{council.short_name} {when}: nothing is shown of it for {years}."
        began = f"began on {day(council.start)}" if council.start else "did not exist"
        split = ""
        if self.split:
            one = len(self.split) == 1
            names = listed([c.name for c in self.split])  # a new council may bear the short name
            split = f" {names} {'was' if one else 'were'} split and {'is' if one else 'are'} not added."
        if not self.combined:
            rest = split or " No council went into it whole."
            return f"{council.short_name} {began}: nothing can be shown for {years}.{rest}"
        names = listed([c.short_name for c in self.combined])
        together = "added together" if len(self.combined) > 1 else "shown in its place"
        other = ""
        alike = sum(c.type is council.type for c in self.combined)
        if alike < len(self.combined):
            other = f" {'Not all' if alike else 'None'} of them were {council.type.councils}."
        return f"{council.short_name} {began}: for {years}, {names} are {together}.{split}{other}"


def sentences_of(stands: Iterable[YearOf]) -> list[str]:
    """Say what stands for councils over years, ascending: once for all the years the same stands in."""
    same: dict[tuple[str, tuple[Council, ...], tuple[Council, ...]], list[YearOf]] = {}
    for stand in stands:
        if not stand.existed:
            same.setdefault((stand.council.slug, stand.combined, stand.split), []).append(stand)
    return [
        each[0].standing(each[0].year if len(each) == 1 else f"{each[0].year} to {each[-1].year}")
        for each in same.values()
    ]


def year_of(council: Council, year: str, repository: Repository, *, counts: bool = True) -> YearOf:
    """Return what a council is compared by in a year; without ``counts`` no rows of breakdowns are read."""
    kinds = ("received", "decided") if counts else ()
    if repository.existed(council.slug, year):
        rows = {kind: repository.breakdown(council.slug, year, kind) for kind in kinds}
        figures, mixed = repository.figures(council.slug, year), repository.case_mix(council.slug, year)
        return YearOf(council, year, figures, rows, existed=True, case_mix=mixed)
    if council.end is not None and council.end < ReportingYear.parse(year).first_day:
        return YearOf(council, year, {}, dict.fromkeys(kinds, ()), existed=False)
    combined, split = _before(council, year, repository)
    rows = {kind: _added(combined, year, kind, repository) for kind in kinds}
    return YearOf(
        council,
        year,
        repository.combined(council.slug, year),
        rows,
        existed=False,
        combined=_in_order(combined),
        split=_in_order(split),
    )


def _before(
    council: Council, year: str, repository: Repository
) -> tuple[dict[str, Council], dict[str, Council]]:
    """Return the councils of a year that went whole into one, and those of which only a part did."""
    first_day = ReportingYear.parse(year).first_day
    whole: dict[str, Council] = {}
    split: dict[str, Council] = {}
    for link in repository.predecessors(council.slug):
        older = repository.council(link.predecessor)
        if older is None or link.effective <= first_day:
            continue
        existed = repository.existed(older.slug, year)
        if link.change == "split":
            split |= {older.slug: older} if existed else {}
        elif existed:
            whole[older.slug] = older
        else:
            further = _before(older, year, repository)
            whole |= further[0]
            split |= further[1]
    return whole, split


def _added(
    councils: Mapping[str, Council], year: str, kind: str, repository: Repository
) -> tuple[CountRow, ...]:
    """Add predecessors' counts item by item; one that is not known of any of them is not known."""
    each = [repository.breakdown(slug, year, kind) for slug in councils]
    if not each or not all(each):
        return ()
    rows = []
    for same in zip(*each, strict=True):
        counts = [row.count for row in same if row.count is not None]
        origins = [row.origin for row in same if row.origin is not None]
        whole = len(counts) == len(same) and origins
        rows.append(
            CountRow(
                kind,
                same[0].item,
                sum(counts) if whole else None,
                derived_from(*origins) if whole else None,
                None,
            )
        )
    return tuple(rows) if any(row.count is not None for row in rows) else ()


def _in_order(councils: Mapping[str, Council]) -> tuple[Council, ...]:
    return tuple(sorted(councils.values(), key=lambda c: c.short_name.casefold()))

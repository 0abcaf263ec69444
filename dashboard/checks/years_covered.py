"""Which years a release of a draft covers."""

from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Imported
from dashboard.imports.store.draft import REAL, Draft
from dashboard.reference.held_years import HELD_YEARS


def filled(draft: Draft) -> bool:
    """Say whether what is held already fills a draft: where it says so, and never a demonstration."""
    return draft.with_held and draft.kind == REAL


def years_of(draft: Draft, imported: Imported) -> tuple[str, ...]:
    """Return the years a release of a draft covers, without a gap: its own, and those held already where
    they fill it, as they do a list of decisions alone. A draft of nothing covers nothing."""
    if not imported.years:
        return HELD_YEARS if filled(draft) and imported.decisions else ()
    years = (*imported.years, *(HELD_YEARS if filled(draft) else ()))
    starts = [ReportingYear.parse(year).start_year for year in years]
    return tuple(str(ReportingYear(start)) for start in range(min(starts), max(starts) + 1))

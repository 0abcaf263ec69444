"""Room for what only the council knows: complaints at its own stages, and the Housing Ombudsman's cases."""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Table, cells, quietly

NUMBER, SHARE = "[number]", "[%]"
_YEARS = 3
_STAGES = ("Complaints at stage 1", "Complaints at stage 2")
_HOUSING = "Housing Ombudsman: cases determined"
_NOTE = "None of these is held here: officers fill them in, or take the table out."
_NO_LANDLORD = " A county council is no landlord, so it has no cases with the Housing Ombudsman."
_LANDLORD = " The Housing Ombudsman’s cases are those of a council that has homes of its own."


def own_records(known: Known) -> list[Block]:
    """Return the table for officers to fill in, of the paper's year and the two before."""
    year = ReportingYear.parse(known.year)
    years = [str(year.shifted(-back)) for back in reversed(range(_YEARS))]
    county = known.council.type is AuthorityType.COUNTY
    rows = [cells(stage, *([NUMBER] * _YEARS), SHARE) for stage in _STAGES]
    if not county:
        rows.append(cells(_HOUSING, *([NUMBER] * _YEARS), "–"))
    table = Table(
        caption="From the council’s own records, for officers to fill in",
        head=("Complaints", *years, f"Answered in time, {known.year}"),
        rows=tuple(rows),
        numbers=frozenset(range(1, _YEARS + 2)),
        wide=frozenset({0}),
    )
    return [table, quietly(_NOTE + (_NO_LANDLORD if county else _LANDLORD))]

"""The table every rule changes: five councils, one of each type, no two figures of a row alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.imports.torture.cases import YEAR, Values

Rows = list[list[str]]

NAMES = {
    "leeds-city-council": "Leeds City Council",
    "blackpool-borough-council": "Blackpool Borough Council",
    "adur-district-council": "Adur District Council",
    "kent-county-council": "Kent County Council",
    "london-borough-of-camden": "London Borough of Camden",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, its heading, and its cells as they are printed, in the order of ``NAMES``."""

    quantity: str
    heading: str
    cells: tuple[str, ...]


ADULT, HOUSING, RECEIVED = "received:adult_care_services", "received:housing", "received:total"
UPHELD, NOT_UPHELD, RATE, AVERAGE = "upheld", "decided:not_upheld", "upheld_pct", "average:upheld_pct"
SATISFACTORY, OUTCOMES, COMPLIANCE = "satisfactory_remedies", "compliance_outcomes", "compliance_pct"

_DECIDED = (
    Column(UPHELD, "Upheld", ("34", "6", "2", "41", "29")),
    Column(NOT_UPHELD, "Not upheld", ("11", "3", "1", "7", "9")),
    Column(RATE, "Uphold rate (%)", ("76%", "67%", "67%", "85%", "76%")),
)
_RECEIVED = (
    Column(ADULT, "Adult Care Services", ("31", "14", "5", "62", "17")),
    Column("received:benefits_and_tax", "Benefits & Tax", ("22", "9", "8", "3", "19")),
    Column("received:corporate_and_other_services", "Corporate & Other Services", ("8", "2", "3", "6", "7")),
    Column(
        "received:education_and_childrens_services",
        "Education & Childrens Services",
        ("47", "15", "4", "88", "23"),
    ),
    Column(
        "received:environmental_services_and_public_protection_and_regulation",
        "Environmental Services & Public Protection & Regulation",
        ("19", "7", "9", "5", "13"),
    ),
    Column("received:highways_and_transport", "Highways & Transport", ("16", "8", "1", "27", "11")),
    Column(HOUSING, "Housing", ("36", "10", "11", "4", "45")),
    Column("received:planning_and_development", "Planning & Development", ("12", "6", "13", "2", "10")),
    Column("received:other", "Other", ("5", "1", "2", "9", "3")),
    Column(RECEIVED, "Total", ("196", "72", "56", "206", "148")),
)
_OUTCOMES = (
    Column("decided:invalid_or_incomplete", "Invalid or Incomplete", ("13", "4", "5", "12", "10")),
    Column("decided:advice_given", "Advice Given", ("8", "2", "3", "9", "6")),
    Column(
        "decided:referred_back_for_local_resolution",
        "Referred back for Local Resolution",
        ("62", "21", "16", "55", "47"),
    ),
    Column(
        "decided:closed_after_initial_enquiries",
        "Closed after initial enquiries",
        ("58", "19", "14", "60", "43"),
    ),
    Column(NOT_UPHELD, "Not Upheld", ("11", "3", "1", "7", "9")),
    Column(UPHELD, "Upheld", ("34", "6", "2", "41", "29")),
    Column("dealt_with", "Total", ("186", "55", "41", "184", "144")),
    Column(RATE, "Uphold rate (%)", ("76%", "67%", "67%", "85%", "76%")),
    Column(AVERAGE, "Average uphold rate (%) of similar authorities", ("80%", "78%", "63%", "84%", "81%")),
)
_REMEDIES = (
    Column("satisfactory_remedy_base", "Upheld", ("34", "6", "2", "41", "29")),
    Column(SATISFACTORY, "Satisfactory remedies", ("5", "2", "0", "7", "3")),
    Column("satisfactory_remedy_pct", "Satisfactory remedy rate (%)", ("15%", "33%", "0%", "17%", "10%")),
    Column(OUTCOMES, "Compliance outcomes", ("25", "8", "1", "32", "20")),
    Column("complied", "Complied", ("24", "8", "1", "31", "19")),
    Column(COMPLIANCE, "Compliance rate (%)", ("96%", "100%", "100%", "97%", "95%")),
)
_TYPES = ("metropolitan", "unitary", "district", "county", "london")


@dataclass(frozen=True, slots=True)
class Truth:
    """A table whose figures are known: its columns in their order."""

    columns: tuple[Column, ...]

    def rows(
        self,
        headings: Mapping[str, str] | None = None,
        cell: Callable[[str], str] = str,
        name: Callable[[str], str] = str,
        authority: str = "Authority",
    ) -> Rows:
        """Return its rows, the headings of some quantities, all cells or all names written otherwise."""
        told = headings or {}
        head = [authority, *(told.get(column.quantity, column.heading) for column in self.columns)]
        body = [
            [name(council), *(cell(column.cells[at]) for column in self.columns)]
            for at, council in enumerate(NAMES.values())
        ]
        return [head, *body]

    def values(self, **as_another_year: str) -> Values:
        """Return all that is in it; ``upheld_pct="2024-25"`` takes a column for that year's."""
        found: dict[tuple[str, str, str], str] = {}
        for column in self.columns:
            year = as_another_year.get(column.quantity, YEAR)
            whose = _TYPES if column.quantity.startswith("average:") else tuple(NAMES)
            for who, cell in zip(whose, column.cells, strict=True):
                found[who, year, column.quantity] = cell.removesuffix("%")
        return found

    def without(self, *quantities: str) -> "Truth":
        """Return the same without some columns."""
        return Truth(tuple(column for column in self.columns if column.quantity not in quantities))

    def having(
        self, quantity: str, heading: str, cells: Sequence[str] = ("4", "3", "2", "6", "5")
    ) -> "Truth":
        """Return the same with one column more."""
        return Truth((*self.columns, Column(quantity, heading, tuple(cells))))


DECIDED = Truth(_DECIDED)
"""Three columns of the table of decided complaints: the smallest a person would take for one."""
RECEIVED_TABLE = Truth(_RECEIVED)
OUTCOMES_TABLE = Truth(_OUTCOMES)
REMEDIES_TABLE = Truth(_REMEDIES)
EVERY = {"received": RECEIVED_TABLE, "decided": OUTCOMES_TABLE, "remedies": REMEDIES_TABLE}


def title(*texts: str) -> Rows:
    """Return rows of preamble, each a text in the first column."""
    return [[text] for text in texts]

"""The columns of the figures to take away: what each means, of which type, in which unit."""

from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import Measure, Unit, in_files
from dashboard.downloads.figures_csv import COLUMNS

RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``type`` is ``string``, ``integer`` or ``number``; ``values`` all it may hold, if few."""

    name: str
    title: str
    type: str
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()


_UNITS = {
    Unit.PERCENT: "per cent (0 to 100)",
    Unit.PER_100K: "for every 100,000 residents",
    Unit.COUNT: "complaints (a count)",
}
_IN_UNIT = "In the unit of the measure"
_TOLD = (
    Column(
        *("authority_code", "ONS code", "string"),
        "The council’s code in the register of the Office for National Statistics, as it was in the year.",
        required=True,
    ),
    Column("authority", "Authority", "string", "The council’s official name.", required=True),
    Column(
        *("authority_type", "Type of authority", "string", "One of the Ombudsman’s five types."),
        required=True,
        values=tuple(kind.label for kind in AuthorityType),
    ),
    Column(
        *("year", "Year", "string", "The reporting year, 1 April to 31 March, written 2023-24."),
        required=True,
    ),
    Column(
        *(
            "measure",
            "Measure",
            "string",
            "Which measure the row is of; the table of measures explains each.",
        ),
        required=True,
        values=tuple(measure.id for measure in in_files()),
    ),
    Column(
        *("numerator", "Numerator", "integer"),
        "What is counted: upheld complaints, recommendations complied with. Empty: not held.",
    ),
    Column(
        *("denominator", "Denominator", "integer"),
        "Out of how many: investigations, outcomes due, residents. Empty: not held, or a count.",
    ),
    Column(
        *("value", "Value", "number"),
        f"{_IN_UNIT}: worked out from numerator and denominator, half rounded up. Empty: not known.",
    ),
    Column(
        *("printed", "Printed value", "number"),
        f"{_IN_UNIT}: what the source printed, which is what the site shows. Empty: not held.",
    ),
    Column(
        *("benchmark", "Average of the type", "number"),
        f"{_IN_UNIT}: the average of councils of the type, as the site shows it beside the figure.",
    ),
    Column(
        *("benchmark_origin", "Origin of the average", "string"),
        "Where the average comes from: published, reported, derived or simulated.",
    ),
    Column(
        *("origin", "Origin", "string"),
        "Where the figure comes from: published by the Ombudsman, reported by a council or the press, "
        "derived from such figures, or simulated (invented for a demonstration). Both origins are told "
        "where the printed value’s is another.",
    ),
    Column("source_url", "Source", "string", "The page or file the figure was taken from."),
)
FIGURES = (
    *_TOLD,
    Column(RELEASE, "Release", "string", "The release the file belongs to, for citing it.", required=True),
)
if tuple(column.name for column in _TOLD) != COLUMNS:
    raise RuntimeError("Every column of the figures is to be explained.")


def measures() -> tuple[Measure, ...]:
    """Return the measures the rows are of."""
    return in_files()


def unit_words(measure: Measure) -> str:
    """Return a measure's unit in words."""
    return _UNITS[measure.unit]

"""The columns of the figures to take away: what each means, of which type, in which unit."""

from dataclasses import replace

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import ComparedWith, Comparison, NoComparison
from dashboard.domain.figures import State
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.measures import in_files
from dashboard.domain.origin import Origin
from dashboard.downloads.column import Column
from dashboard.downloads.figures_csv import COLUMNS
from dashboard.repository.interface import Repository

RELEASE = "release"


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
        f"{_IN_UNIT}: worked out from numerator and denominator, half rounded up, with one decimal more "
        "than the site shows. Empty: not known.",
    ),
    Column(
        *("printed", "Printed value", "number"),
        f"{_IN_UNIT}: what the source printed, which is what the site shows. Empty: not held.",
    ),
    Column(
        *("benchmark", "Average of the type", "number"),
        f"{_IN_UNIT}: the average of councils of the type that the site shows beside the figure: as it was "
        "printed, or pooled by us, with one decimal more than is shown. It includes the council.",
    ),
    Column(
        *("benchmark_origin", "Origin of the average", "string"),
        "Where the average comes from: published, reported, derived or simulated.",
    ),
    Column(
        *("origin", "Origin", "string"),
        "Where the counts and the value come from: published by the Ombudsman, reported by a council or the "
        "press, derived from such figures, or simulated (invented for a demonstration).",
        values=tuple(origin.value for origin in Origin),
    ),
    Column("source_url", "Source", "string", "The page or file the figure was taken from."),
    Column(
        *("printed_origin", "Origin of the printed value", "string"),
        "Where the printed value comes from. Empty: none is held.",
        values=tuple(origin.value for origin in Origin),
    ),
    Column(
        *("state", "State", "string", "Whether there is a figure, and if not, why."),
        required=True,
        values=tuple(state.value for state in State),
    ),
    Column(
        *("low", "95% interval, low end", "number"),
        f"{_IN_UNIT}: what chance alone allows around the figure (Wilson; exact Poisson or Byar for a rate).",
    ),
    Column("high", "95% interval, high end", "number", f"{_IN_UNIT}. Empty: there is no figure with counts."),
    Column(
        *("usual_low", "Usual range, low end", "integer"),
        "The fewest of the numerator that chance explains at a council like its type (95% range).",
    ),
    Column(
        *("usual_high", "Usual range, high end", "integer"),
        "The most of it. A numerator outside the range is what makes a council lower or higher.",
    ),
    Column(
        *("compared_with", "Compared with", "string"),
        "All other councils of the type (itself left out), or a printed average, which includes it.",
        values=(ComparedWith.OTHERS.value, ComparedWith.PRINTED_AVERAGE.value),  # each year by itself
    ),
    Column("others_numerator", "Others’ numerator", "integer", "The others’ numerators added up."),
    Column("others_denominator", "Others’ denominator", "integer", "The others’ denominators added up."),
    Column(
        *("spread", "Spread between councils", "number"),
        "How far councils of the type vary beyond chance, as it is in the usual range: the correlation "
        "within a council of a share, the squared coefficient of variation of a rate. Empty: none is in it.",
    ),
    Column(
        *("comparison", "Comparison", "string"),
        "How the council stands beside its type once chance is allowed for. No clear difference is not "
        "likeness.",
        required=True,
        values=tuple(comparison.value for comparison in Comparison),
    ),
    Column(
        *("comparison_origin", "Origin of the comparison", "string"),
        "The weakest origin of all that the comparison is made of.",
        values=tuple(origin.value for origin in Origin),
    ),
    Column(
        *("comparison_reason", "Why there is no comparison", "string"),
        "Empty exactly where there is one.",
        values=tuple(reason.value for reason in NoComparison),
    ),
    Column(
        *("given_services", "Share given its services", "number"),
        "Of complaints upheld, in per cent: the share that the type’s other councils would have with this "
        "council’s services (their share of each service, weighed by its investigations). Empty: outcomes by "
        "service are not held of all of the type, or the council is not compared.",
    ),
    Column(
        *("given_services_cases", "Cases that share is from", "integer"),
        "The council’s investigations about services of which other councils of the type had some too.",
    ),
    Column(
        *("note", "Note", "string"),
        "Where printed value and counts part, what was inferred, and of a derived figure how it was made.",
    ),
)
FIGURES = (
    *_TOLD,
    Column(RELEASE, "Release", "string", "The release the file belongs to, for citing it.", required=True),
)
if tuple(column.name for column in _TOLD) != COLUMNS:
    raise RuntimeError("Every column of the figures is to be explained.")


def columns_of(repository: Repository) -> tuple[Column, ...]:
    """Return the columns as a release's files have them: a new council may be without a code yet, and then
    the slug stands in its place, since a row is known by it."""
    if all(council.code for council in repository.councils()):
        return FIGURES
    first = FIGURES[0]
    more = " A council that has none yet is named here as in its address."
    return (replace(first, meaning=first.meaning + more), *FIGURES[1:])


def measures() -> tuple[Measure, ...]:
    """Return the measures the rows are of."""
    return in_files()


def unit_words(measure: Measure) -> str:
    """Return a measure's unit in words."""
    return _UNITS[measure.unit]

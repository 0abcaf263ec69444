"""The year's figures for England beside a council's: as the Ombudsman's annual reviews printed them."""

from dashboard.domain.formats import fraction, value_text
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.pack.council_year import Known
from dashboard.repository.records import NationalFigure

_METRICS = {
    UPHELD.id: "upheld_pct",
    COMPLIANCE.id: "compliance_pct",
    SATISFACTORY_REMEDY.id: "satisfactory_remedy_pct",
    UPHELD_RATE.id: "upheld_per_100k_residents",
}
"""What a measure is called in the list of England's figures."""


def england(known: Known, measure: Measure) -> NationalFigure | None:
    """Return England's figure of a measure in the year; None where it is not held."""
    wanted = _METRICS.get(measure.id)
    return next((one for one in known.repository.national(known.year) if one.metric == wanted), None)


def printed(measure: Measure, found: NationalFigure) -> str:
    """Write it as it was printed, decimals and all, with its fraction where that was printed too."""
    value = f"{found.value.normalize():f}%" if measure.is_share else value_text(measure, found.value)
    if found.numerator is None or found.denominator is None:
        return value
    return f"{value} ({fraction(found.numerator, found.denominator)})"

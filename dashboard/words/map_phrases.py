"""The phrases a council's figure is described with, as data: one copy for Python and for the script.

The script receives ``phrases()`` with the map's data and composes the same names from it; a browser
test holds the two against each other.
"""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import BenchmarkKind, Comparison, State
from dashboard.domain.measures import (
    COMPLIANCE,
    DEALT_WITH_RATE,
    MAP_MEASURES,
    SATISFACTORY_REMEDY,
    UPHELD,
    UPHELD_RATE,
)
from dashboard.domain.origin import Origin

MORE = "more than chance explains"
COMPARED = {
    Comparison.MUCH_LOWER: "much lower than {type}",
    Comparison.LOWER: "lower than {type}",
    Comparison.SIMILAR: "similar to {type}",
    Comparison.HIGHER: "higher than {type}",
    Comparison.MUCH_HIGHER: "much higher than {type}",
    Comparison.TOO_FEW: "too few to compare",
    Comparison.NONE: "",
}
NO_CASES = {
    UPHELD.id: "no investigations",
    COMPLIANCE.id: "no recommendations due",
    SATISFACTORY_REMEDY.id: "nothing upheld",
    UPHELD_RATE.id: "no cases",
    DEALT_WITH_RATE.id: "no cases",
}
STATES = {
    State.NOT_HELD: "figure not held",
    State.NOT_APPLICABLE: "not applicable",
}
COUNTS_NOT_HELD = "counts not held"
COUNTED = {
    UPHELD.id: "upheld",
    COMPLIANCE.id: "complied with",
    SATISFACTORY_REMEDY.id: "put right before",
    UPHELD_RATE.id: "upheld",
    DEALT_WITH_RATE.id: "dealt with",
}
PER_100K = "{value} per 100,000"
FRACTION = "{n} of {d}"
RATE_BASE = {1: "{n} {counted}, {d} residents", 3: "{n} {counted} in three years"}
AVERAGE = "average {value}"
ORIGINS_DIFFER = "figure {printed}, counts {counts}"
AVERAGE_KINDS = {BenchmarkKind.PRINTED: "{origin}", BenchmarkKind.POOLED: "pooled by us, {origin}"}


def phrases() -> dict[str, object]:
    """Return every phrase, as JSON can hold them."""
    return {
        "compared": {str(k): v for k, v in COMPARED.items()},
        "more": MORE,
        "types": {str(t): t.councils for t in AuthorityType},
        "noCases": NO_CASES,
        "states": {str(k): v for k, v in STATES.items()},
        "countsNotHeld": COUNTS_NOT_HELD,
        "counted": COUNTED,
        "nouns": {m.id: m.noun for m in MAP_MEASURES},
        "per100k": PER_100K,
        "fraction": FRACTION,
        "rateBase": {str(k): v for k, v in RATE_BASE.items()},
        "average": AVERAGE,
        "originsDiffer": ORIGINS_DIFFER,
        "origins": {str(o): o.words for o in Origin},
        "averageKinds": {str(k): v for k, v in AVERAGE_KINDS.items()},
    }

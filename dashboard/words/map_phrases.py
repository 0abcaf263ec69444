"""The phrases a council's figure is described with, as data: one copy for Python and for the script.

The script receives ``phrases()`` with the map's data and composes the same names from it; a browser
test holds the two against each other.
"""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import BenchmarkKind, State
from dashboard.domain.formats import worked_out
from dashboard.domain.measures import on_map
from dashboard.domain.origin import Origin
from dashboard.words.comparisons import beyond
from dashboard.words.states import within

STATES = {state: within(state) for state in (State.NOT_HELD, State.NOT_APPLICABLE)}
COUNTS_NOT_HELD = within(State.PERCENTAGE_ONLY)
PER_100K = "{value} per 100,000"
FRACTION = "{n} of {d}"
RATE_BASE = {1: "{n} {counted}, {d} residents", 3: "{n} {counted} in three years"}
AVERAGE = "average {value}"
ORIGINS_DIFFER = "figure {printed}, counts {counts}"
AVERAGE_KINDS = {BenchmarkKind.PRINTED: "{origin}", BenchmarkKind.POOLED: "pooled by us, {origin}"}


def phrases() -> dict[str, object]:
    """Return every phrase, as JSON can hold them."""
    return {
        "beyond": {str(one): beyond(one) for one in Comparison if one.marked},
        "types": {str(t): t.councils for t in AuthorityType},
        "noCases": {m.id: m.words.nothing for m in on_map()},
        "states": {str(k): v for k, v in STATES.items()},
        "countsNotHeld": COUNTS_NOT_HELD,
        "counted": {m.id: m.words.done for m in on_map()},
        "nouns": {m.id: m.noun for m in on_map()},
        "per100k": PER_100K,
        "absolutes": {
            m.id: {"all": worked_out(m, 9999, 10000), "none": worked_out(m, 1, 10**9)} for m in on_map()
        },
        "fraction": FRACTION,
        "rateBase": {str(k): v for k, v in RATE_BASE.items()},
        "average": AVERAGE,
        "originsDiffer": ORIGINS_DIFFER,
        "origins": {str(o): o.words for o in Origin},
        "averageKinds": {str(k): v for k, v in AVERAGE_KINDS.items()},
    }

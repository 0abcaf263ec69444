"""How a council stands beside its type, in words: every form of it, for every place that says it.

Words do not exceed the evidence: where no difference can be shown, that is what is said, never that
councils are alike.
"""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, ComparedWith, Comparison, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.words import values
from dashboard.words.wording import capital

CHANCE = "by more than chance explains"
FAR_CHANCE = "by far more than chance explains"

_THAN = {
    Comparison.MUCH_LOWER: "much lower than",
    Comparison.LOWER: "lower than",
    Comparison.NO_CLEAR_DIFFERENCE: "no clear difference from",
    Comparison.HIGHER: "higher than",
    Comparison.MUCH_HIGHER: "much higher than",
}
_BY = {
    Comparison.MUCH_LOWER: FAR_CHANCE,
    Comparison.LOWER: CHANCE,
    Comparison.HIGHER: CHANCE,
    Comparison.MUCH_HIGHER: FAR_CHANCE,
}
SHORT = {
    Comparison.MUCH_LOWER: "Much lower",
    Comparison.LOWER: "Lower",
    Comparison.NO_CLEAR_DIFFERENCE: "No clear difference",
    Comparison.HIGHER: "Higher",
    Comparison.MUCH_HIGHER: "Much higher",
    Comparison.NONE: "Not compared",
}
"""One or two words, for a legend and the cell of a table."""

CLEAR = SHORT[Comparison.NO_CLEAR_DIFFERENCE]
CANNOT_DIFFER = "Too few to show a difference"
OTHERS_SIMULATED, COUNTS_SIMULATED = "others simulated", "counts simulated"

SHORT_REASONS = {
    NoComparison.MEASURE_NOT_COMPARED: "Never compared",
    NoComparison.NOT_APPLICABLE: "Not applicable",
    NoComparison.BEFORE_IT_BEGAN: "Before it began",
    NoComparison.ENDED: "Council had ended",
    NoComparison.NOT_HELD: "Not held",
    NoComparison.PERCENTAGE_WITHOUT_COUNTS: "Counts not held",
    NoComparison.NO_CASES: "No cases",
    NoComparison.TOO_FEW_CASES: "Too few to compare",
    NoComparison.FIRST_YEAR: "First year",
    NoComparison.PREDECESSORS_OF_ANOTHER_TYPE: "Predecessors of another type",
    NoComparison.SPREAD_NOT_KNOWN: "Spread not known",
    NoComparison.NO_AVERAGE: "No average held",
}
"""Why nothing is compared, in two or three words."""

_REASONS = {
    NoComparison.MEASURE_NOT_COMPARED: "It is counted, and never compared.",
    NoComparison.NOT_APPLICABLE: "Not compared: it did not exist then.",
    NoComparison.BEFORE_IT_BEGAN: "Not compared: its predecessors are added together.",
    NoComparison.ENDED: "Not compared: the council had ended.",
    NoComparison.NOT_HELD: "Not compared: the counts are not held.",
    NoComparison.PERCENTAGE_WITHOUT_COUNTS: (
        "Not compared: the percentage is held without the counts behind it."
    ),
    NoComparison.NO_CASES: "Not compared: there was nothing to count.",
    NoComparison.TOO_FEW_CASES: "Too few cases to compare with {others}.",
    NoComparison.FIRST_YEAR: (
        "Not compared in the council’s first year: complaints about its area may still be counted under the "
        "councils before it."
    ),
    NoComparison.PREDECESSORS_OF_ANOTHER_TYPE: (
        "Not compared: councils of another type stand for it in the years before it began."
    ),
    NoComparison.SPREAD_NOT_KNOWN: (
        "Not compared: the spread between councils is not known, since the figures of too few {kind} "
        "are held."
    ),
    NoComparison.NO_AVERAGE: (
        "Not compared: neither the counts of all other {kind} nor a printed average are held."
    ),
}


MANY = {
    NoComparison.MEASURE_NOT_COMPARED: "of which it is never compared",
    NoComparison.NOT_APPLICABLE: "for which it does not apply",
    NoComparison.BEFORE_IT_BEGAN: "shown by predecessors",
    NoComparison.ENDED: "that had ended",
    NoComparison.NOT_HELD: "whose counts are not held",
    NoComparison.PERCENTAGE_WITHOUT_COUNTS: "whose percentage is held without its counts",
    NoComparison.NO_CASES: "with no cases",
    NoComparison.TOO_FEW_CASES: "with fewer than five cases",
    NoComparison.FIRST_YEAR: "new that year",
    NoComparison.PREDECESSORS_OF_ANOTHER_TYPE: "made of councils of another type",
    NoComparison.SPREAD_NOT_KNOWN: "of a type of which too few are held to know how far its councils vary",
    NoComparison.NO_AVERAGE: "of a type without an average to compare them with",
}
"""What is said of several councils that are not compared, after their number."""

NONE_AT_ALL = {
    NoComparison.SPREAD_NOT_KNOWN: "Too few figures are held to compare councils with their type",
    NoComparison.NO_AVERAGE: "No average is held to compare councils with",
    NoComparison.FIRST_YEAR: "A council is not compared in its first year",
    NoComparison.PREDECESSORS_OF_ANOTHER_TYPE: "Predecessors of another type are not compared",
}
"""What a heading says where none of those held can be compared, by the reason of most."""

_WHOM = {
    ComparedWith.OTHERS: "other {councils}",
    ComparedWith.PRINTED_AVERAGE: "the printed average of {councils}, which includes it",
    ComparedWith.IN_PART_PRINTED: (
        "other {councils} (in some of the years their printed average, which includes it)"
    ),
}
_BY_OTHERS, _BY_COUNTS = "the others’ figures are simulated", "worked out from simulated counts"


def whom(compared: Compared, kind: AuthorityType) -> str:
    """Name what a council was compared with: "other county councils", or the printed average."""
    return _WHOM[compared.compared_with or ComparedWith.OTHERS].format(councils=kind.councils)


def verdict(compared: Compared, others: str) -> str | None:
    """Say how a council stands within a sentence: "lower than {others}, by more than chance explains".

    None where nothing is compared. Where no result could have been beyond chance, that is said.
    """
    if not compared.made:
        return None
    if not compared.could_differ:
        return f"too few cases to show a difference from {others}"
    return f"{_THAN[compared.comparison]} {others}{beyond(compared.comparison)}"


def clause(compared: Compared, kind: AuthorityType) -> str | None:
    """Say the same with its verb, to stand after what is compared: "is lower than …", "shows no clear …"."""
    said = verdict(compared, whom(compared, kind))
    if said is None:
        return None
    if not compared.could_differ:
        return f"rests on {said}"
    return f"{'is' if compared.comparison.marked else 'shows'} {said}"


def beyond(comparison: Comparison) -> str:
    """Say how far beyond chance, to stand after a comparison; nothing where there is no clear difference."""
    return f", {_BY[comparison]}" if comparison in _BY else ""


def on_map(figure: Figure) -> str:
    """Return how a shape on the map stands, or why it is not compared: one text for server and script.

    The type's councils stand at ``{councils}``, how far beyond chance at ``{beyond}``. Empty for what is
    never compared, and where the figure itself says that there is none.
    """
    compared = figure.compared
    if compared.reason is not None:
        if figure.state is not State.VALUE or compared.reason is NoComparison.MEASURE_NOT_COMPARED:
            return ""
        why = SHORT_REASONS[compared.reason].lower()
        return why if compared.reason is NoComparison.TOO_FEW_CASES else f"not compared: {why}"
    if not compared.could_differ:
        return CANNOT_DIFFER.lower()
    others = _WHOM[compared.compared_with or ComparedWith.OTHERS]
    return f"{_THAN[compared.comparison]} {others}{{beyond}}{others_simulated(figure)}"


def sentence(figure: Figure, kind: AuthorityType) -> str | None:
    """Say how a figure stands beside its type, chance allowed for, or the true reason why it is not compared.

    None where there is nothing to compare, or it is said by the figure itself that there is not.
    """
    compared = figure.compared
    if compared.made:
        said = verdict(compared, whom(compared, kind)) or ""
        return f"{capital(said)}{others_simulated(figure)}."
    if compared.reason in _SAID_BY_THE_FIGURE or compared.reason is None:
        return None
    return reason(compared.reason, kind)


def reason(why: NoComparison, kind: AuthorityType) -> str:
    """Say in a sentence why nothing is compared."""
    return _REASONS[why].format(others=f"other {kind.councils}", kind=kind.councils)


def simulated_by(figure: Figure) -> str:
    """Say by what a comparison is simulated where the value shown is not, which would say so itself."""
    if figure.compared.origin is not Origin.SIMULATED or figure.shown_origin is Origin.SIMULATED:
        return ""
    return _BY_COUNTS if figure.origin is Origin.SIMULATED else _BY_OTHERS


def others_simulated(figure: Figure) -> str:
    """Say the same in brackets, to stand after a comparison: " (the others’ figures are simulated)"."""
    said = simulated_by(figure)
    return f" ({said})" if said else ""


def tested_against(figure: Figure, kind: AuthorityType) -> str | None:
    """Name the share or rate a figure was compared with, and whose; None where nothing is compared.

    "at other county councils together 78% (423 of 540)"; "against the printed average of …, 79%".
    """
    compared, measure = figure.compared, MEASURES[figure.measure]
    if not compared.made:
        return None
    if compared.others_numerator is not None and compared.others_denominator:
        said = values.of_counts(measure, compared.others_numerator, compared.others_denominator)
        mark = ", simulated" if compared.origin is Origin.SIMULATED else ""
        return f"at {whom(compared, kind)} together {said.removesuffix(')')}{mark})"
    printed = f", {values.average(figure.benchmark, measure)}" if figure.benchmark else ""
    return f"against {whom(compared, kind)}{printed}{others_simulated(figure)}"


def spread_allowed_for(figure: Figure) -> str | None:
    """Say that the usual range has the spread between councils in it; None where there is none in it."""
    if not figure.compared.spread:
        return None
    if MEASURES[figure.measure].is_share:
        return "Councils of this type vary by more than chance; the range allows for it."
    return "The range allows for how far councils of this type vary anyway."


def short(figure: Figure) -> str:
    """Say in a cell how a figure stands, or why it is not compared."""
    said = standing(figure.compared)
    if not simulated_by(figure) or not figure.compared.could_differ:
        return said
    return f"{said}, {COUNTS_SIMULATED if figure.origin is Origin.SIMULATED else OTHERS_SIMULATED}"


def standing(compared: Compared) -> str:
    """Say in a cell how anything compared stands, or why it is not, whosever its figures are."""
    if compared.reason is not None:
        return SHORT_REASONS[compared.reason]
    return SHORT[compared.comparison] if compared.could_differ else CANNOT_DIFFER


_SAID_BY_THE_FIGURE = frozenset(
    {
        NoComparison.MEASURE_NOT_COMPARED,
        NoComparison.NOT_APPLICABLE,
        NoComparison.BEFORE_IT_BEGAN,
        NoComparison.ENDED,
        NoComparison.NOT_HELD,
        NoComparison.PERCENTAGE_WITHOUT_COUNTS,
        NoComparison.NO_CASES,
    }
)

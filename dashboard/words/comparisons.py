"""How a council stands beside its type, in words: every form of it, for every place that says it.

Words do not exceed the evidence: where no difference can be shown, that is what is said, never that
councils are alike.
"""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, ComparedWith, Comparison, NoComparison
from dashboard.domain.figures import Figure
from dashboard.domain.origin import Origin

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

ON_MAP = {
    **{comparison: f"{than} {{type}}" for comparison, than in _THAN.items()},
    Comparison.NONE: "",
}
"""What a shape on the map is called by, its type's councils at ``{type}``."""

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
        "Not compared: too few {kind} are held to know how far their rates vary anyway."
    ),
    NoComparison.NO_AVERAGE: (
        "Not compared: neither the counts of all other {kind} nor a printed average are held."
    ),
}


def whom(compared: Compared, kind: AuthorityType) -> str:
    """Name what a council was compared with: "other county councils", or the printed average."""
    if compared.compared_with is ComparedWith.PRINTED_AVERAGE:
        return f"the printed average of {kind.councils}, which includes it"
    return f"other {kind.councils}"


def verdict(compared: Compared, others: str) -> str | None:
    """Say how a council stands within a sentence: "lower than {others}, by more than chance explains".

    None where nothing is compared. Where no result could have been beyond chance, that is said.
    """
    if not compared.made:
        return None
    if not compared.could_differ:
        return f"too few cases to show a difference from {others}"
    by = _BY.get(compared.comparison)
    return f"{_THAN[compared.comparison]} {others}" + (f", {by}" if by else "")


def sentence(figure: Figure, kind: AuthorityType) -> str | None:
    """Say how a figure stands beside its type, chance allowed for, or the true reason why it is not compared.

    None where there is nothing to compare, or it is said by the figure itself that there is not.
    """
    compared = figure.compared
    if compared.made:
        said = verdict(compared, whom(compared, kind)) or ""
        return f"{said[:1].upper()}{said[1:]}{others_simulated(figure)}."
    if compared.reason in _SAID_BY_THE_FIGURE or compared.reason is None:
        return None
    return reason(compared.reason, kind)


def reason(why: NoComparison, kind: AuthorityType) -> str:
    """Say in a sentence why nothing is compared."""
    return _REASONS[why].format(others=f"other {kind.councils}", kind=kind.councils)


def others_simulated(figure: Figure) -> str:
    """Say that a comparison is simulated where the figure itself is not: it is of what it is made of."""
    if figure.compared.origin is not Origin.SIMULATED or figure.shown_origin is Origin.SIMULATED:
        return ""
    return " (the others’ figures are simulated)"


def short(figure: Figure) -> str:
    """Say in a cell how a figure stands, or why it is not compared."""
    compared = figure.compared
    if compared.reason is not None:
        return SHORT_REASONS[compared.reason]
    if not compared.could_differ:
        return "Too few to show a difference"
    mark = ", others simulated" if others_simulated(figure) else ""
    return f"{SHORT[compared.comparison]}{mark}"


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

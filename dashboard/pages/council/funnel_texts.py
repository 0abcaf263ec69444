"""What a funnel says in words: its title and axes, who lies where, what luck does, whether limits widen."""

from collections import Counter

from dashboard.charts.funnel import FunnelChart
from dashboard.charts.peers import Group
from dashboard.domain.comparison import Comparison
from dashboard.domain.formats import thousands, words
from dashboard.domain.measures import COMPLIANCE
from dashboard.pages.council.comparison_texts import figure_words, span
from dashboard.statistics.overdispersion import Dispersion
from dashboard.words.figure import average
from dashboard.words.states import MANY
from dashboard.words.wording import counted, listed

_OWN = {
    Comparison.NO_CLEAR_DIFFERENCE: (
        "lies inside the {limits}: its difference from the average is no more than {chance}"
    ),
    Comparison.LOWER: "lies below the 95% {limits}: lower than {chance}",
    Comparison.HIGHER: "lies above the 95% {limits}: higher than {chance}",
    Comparison.MUCH_LOWER: "lies below the 99.8% {limits}: much lower than {chance}",
    Comparison.MUCH_HIGHER: "lies above the 99.8% {limits}: much higher than {chance}",
    Comparison.NONE: "is not compared",
}


def not_targets(chart: FunnelChart) -> str:
    """Say what the limits are, and that they are nothing to aim at."""
    what = "chance and the spread of the whole type put" if chart.widened else "chance alone spreads"
    return (
        f"The limits are not targets: they show how far {what} councils around the average. "
        "A council on a line is inside it."
    )


def title(chart: FunnelChart) -> str:
    """Name a view: its limits and its years."""
    limits = "limits widened for overdispersion" if chart.widened else "exact limits"
    return f"Funnel plot with {limits}, {span(chart.group)}"


def subtitle(chart: FunnelChart) -> str:
    """Say what the axes are, and which average the limits stand around."""
    group = chart.group
    if group.measure.is_rate:
        axes = f"{group.measure.label}, by number of residents"
        axes += " (those of three years added)" if group.period > 1 else ""
    else:
        axes = f"% {group.measure.words.done}, by number of {group.measure.noun}"
    around = average(group.benchmark, group.kind, group.measure) if group.benchmark else "average"
    return f"{axes}; limits around the {around}"


def own_place(chart: FunnelChart) -> str:
    """Say where the page's council lies, or that it is not in the plot."""
    own = chart.group.own
    if own is None:
        return "This council has no figure to draw here."
    limits, chance = "limits", "chance explains"
    if chart.widened:
        limits, chance = "widened limits", "chance and that spread explain"
    said = _OWN[chart.places[own.slug]].format(limits=limits, chance=chance)
    return f"{own.name}, {figure_words(own)}, {said}."


def type_places(chart: FunnelChart) -> str:
    """Count the councils inside and outside of the limits, and what luck alone would do."""
    judged = len(chart.group.judged)
    if not judged:
        return "No council has cases enough to be compared."
    inside = chart.count(Comparison.NO_CLEAR_DIFFERENCE)
    above = _number(chart.count(Comparison.HIGHER, Comparison.MUCH_HIGHER))
    below = _number(chart.count(Comparison.LOWER, Comparison.MUCH_LOWER))
    lie = "lies" if inside == 1 else "lie"
    said = (
        f"Of {counted(judged, 'councils')} with {chart.group.measure.words.enough}, "
        f"{thousands(inside)} {lie} inside the 95% {'widened ' if chart.widened else ''}limits, "
        f"{above} above and {below} below."
    )
    luck = "" if chart.widened else f" {luck_words(chart.group.luck)}"
    return f"{said}{luck} {_beyond(chart)}"


def luck_words(expected: float) -> str:
    """Say how many councils luck alone would put outside of the limits."""
    if expected < 0.5:
        return "Luck alone would hardly put any outside."
    return f"Luck alone would put about {words(round(expected))} outside."


def not_drawn(group: Group) -> str | None:
    """Count the councils of the type that are not drawn, by reason; None where all are."""
    reasons = sorted(Counter(group.without.values()).items())
    if not reasons:
        return None
    told = [f"{counted(number, 'councils')} {MANY[state]}" for state, number in reasons]
    return f"Not drawn: {listed(told)}."


def dispersion_words(spread: Dispersion | None) -> str:
    """Say phi, its threshold, and whether widened limits are called for (and so shown as a second view)."""
    if spread is None:
        return "This is the view with exact limits. No council has cases enough to say how councils vary."
    numbers = f"phi is {spread.phi:.2f}"
    threshold = f"its threshold of {spread.threshold:.2f} for {counted(spread.councils, 'councils')}"
    if spread.overdispersed:
        return (
            "This is the view with exact limits, which the comparisons on this page use. Councils of this "
            f"type vary by more than chance ({numbers}, above {threshold}), so a second view, with widened "
            "limits, stands below."
        )
    return (
        "This is the view with exact limits. Councils of this type vary no more than chance explains "
        f"({numbers}, not above {threshold}), so no widening is called for."
    )


def widened_words(spread: Dispersion) -> str:
    """Say what the second view is and what it is for."""
    return (
        f"Here the limits are wider, by the square root of phi ({spread.phi:.2f}; Spiegelhalter 2005). They "
        "allow for differences among all councils of the type that these figures do not explain, such as "
        "who lives there. A council outside of them stands apart from that spread too."
    )


def not_compared(group: Group) -> str:
    """Say why there is no funnel of a measure."""
    if group.measure == COMPLIANCE:
        return "Compliance is counted, never compared."
    if not group.peers:
        return f"No counts of {group.kind.councils} are held for {span(group)}, so nothing is drawn."
    return (
        f"No average of {group.kind.councils} is held for {span(group)}, so no limits can be drawn and "
        "nothing is compared."
    )


def _number(count: int) -> str:
    return words(count) if count else "none"


def _beyond(chart: FunnelChart) -> str:
    if not chart.beyond:
        return "None lies beyond the 99.8% limits."
    return f"Beyond the 99.8% limits: {listed([peer.name for peer in chart.beyond])}."

"""What a funnel says in words: how it is read, what its lines are, whether the type varies anyway."""

from collections import Counter

from dashboard.charts.funnel import Around
from dashboard.domain.comparison import TypeCompared
from dashboard.domain.figures import BenchmarkKind
from dashboard.domain.formats import thousands
from dashboard.pages.council.among import Among
from dashboard.pages.council.comparison_texts import span
from dashboard.words import values
from dashboard.words.figure import average
from dashboard.words.states import MANY
from dashboard.words.wording import counted, listed

SUMMARY = "How sure is this?"
SECOND_VIEW = "Second view: what chance alone would do"
_SURELY = 0.001


def title(among: Among) -> str:
    """Name the picture and its years."""
    return f"Funnel plot, {span(among)}"


def reading(among: Among, around: Around) -> str:
    """Say how the picture is read, in plain words."""
    rate = among.measure.is_rate
    more = "residents it has" if rate else f"{among.measure.noun} it had"
    few = "few complaints move a rate" if rate else "few cases move a percentage"
    vary = "varied no more than this type does anyway" if around.spread else "were alike"
    against = "the printed average, which includes it" if around.printed else "all others, itself left out"
    return (
        f"Each dot is a council: the more {more}, the further right. By chance alone {few} a lot, so the "
        f"lines stand wide apart on the left. If councils {vary}, about 95 of 100 would lie between the "
        "inner lines and 998 of 1,000 between the outer ones. The lines are not targets. A dark dot is a "
        f"council that stands out in its own comparison with {against}; close to a line the two can differ."
    )


def subtitle(among: Among, around: Around) -> str:
    """Say what the axes are, and which average the lines stand around."""
    measure = among.measure
    if measure.is_rate:
        axes = f"{measure.label}, by number of residents"
        axes += " (those of three years added)" if among.period > 1 else ""
    else:
        axes = f"% {measure.words.done}, by number of {measure.noun}"
    return f"{axes}; lines around the {centre_words(among, around)}"


def centre_words(among: Among, around: Around) -> str:
    """Name the average that the lines stand around, and a printed one beside it where that is another."""
    known, measure = among.benchmark, among.measure
    if around.printed and known is not None:
        return average(known, among.kind, measure)
    told = values.of_counts(measure, around.numerator or 0, around.denominator or 1)
    said = f"average of all {among.kind.councils} together, {told}"
    if known is not None and known.kind is BenchmarkKind.PRINTED:
        said += f"; printed by the Ombudsman: {values.average(known, measure)}"
    return said


def not_drawn(among: Among) -> str | None:
    """Count the councils of the type that are not drawn, by reason; None where all are."""
    reasons = sorted(Counter(among.counts.without).items())
    if not reasons:
        return None
    told = [f"{counted(number, 'councils')} {MANY[state]}" for state, number in reasons]
    return f"Not drawn: {listed(told)}."


def variation_words(compared: TypeCompared | None) -> str:
    """Say whether councils of the type vary by more than chance, and what the lines make of it."""
    if compared is None or not compared.judged:
        return "Too few councils of this type are held to say how far they vary."
    if compared.phi is None or compared.p_value is None or compared.phi_councils is None:
        return "Nothing varies among the councils of this type."
    over = f"over {counted(compared.phi_councils, 'councils')}"
    numbers = f"phi {compared.phi:.2f} {over}, where chance alone gives about 1; {_chance(compared.p_value)}"
    if compared.varies:
        return (
            f"Councils of this type vary by more than chance ({numbers}). The lines, and the usual ranges on "
            "this page, allow for it."
        )
    allowed = "" if not compared.spread else " What spread there is, the lines allow for."
    return f"There is no clear sign that councils of this type vary by more than chance ({numbers}).{allowed}"


def spread_words(compared: TypeCompared | None) -> str | None:
    """Say on paper that the lines allow for how far the type varies, where they do."""
    if compared is None or not compared.spread:
        return None
    return "Councils of this type vary by more than chance; the lines allow for it."


def plain_words(among: Among) -> str:
    """Say what the second view leaves out, and where the council lies in it."""
    told = (
        "Here the lines leave out how far councils of this type vary anyway: they are what chance alone "
        "would do (exact limits). A council beyond them need not differ from others of its type; the dark "
        "dots are the same as above."
    )
    own = among.own
    if own is None:
        return told
    low, high = own.figure.compared.plain_low, own.figure.compared.plain_high
    if low is None or high is None:
        return told
    place = "below" if own.events < low else "above" if own.events > high else "between"
    usual = f"{thousands(low)} to {thousands(high)} would be usual by chance alone"
    return f"{told} {own.name} lies {place} the inner lines here: {usual}."


def picture_words(among: Among, around: Around, own: str | None) -> str:
    """Return the text alternative of the picture."""
    return f"{among.measure.label}. {title(among)}: {subtitle(among, around)}. {own or ''}".rstrip()


def _chance(p_value: float) -> str:
    """Say how often chance would make councils vary so much."""
    if p_value < _SURELY:
        return "chance would do as much in fewer than 1 of 1,000 years"
    times = round(100 * p_value)
    return f"chance would do as much in {f'about {times}' if times else 'fewer than 1'} of 100 years"

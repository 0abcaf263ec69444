"""A council's year in a sentence or two: what happened, then how it stands beside its type."""

from collections.abc import Mapping

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands, words
from dashboard.domain.measure import Unit
from dashboard.domain.measures import COMPLIANCE, MEASURES, UPHELD, compared, headline
from dashboard.words import comparisons, values
from dashboard.words.figure import counts_of
from dashboard.words.wording import capital, counted, uncapital, was

FREQUENCY_FROM = 10
"""The smallest base that is spoken of in tenths: of fewer, each case is more than a tenth of all."""


def happened(figures: Mapping[str, Figure]) -> str:
    """Say what was upheld and what was carried out: "Of 57 complaints looked into, 50 were upheld, and …"."""
    said = [_upheld(figures[UPHELD.id]), _carried_out(figures[COMPLIANCE.id])]
    told = [part for part in said if part]
    return f"{capital(', and '.join(told))}." if told else "No figure of this year is held."


def stands(figures: Mapping[str, Figure], kind: AuthorityType) -> str | None:
    """Say where a council differs from its type by more than chance, or that nothing does so clearly.

    None where nothing is compared: each measure then says why. Where only some are, no more than these is
    spoken of.
    """
    made = [
        figures[m.id]
        for m in compared()
        if m.id in figures and figures[m.id].compared.made and figures[m.id].compared.could_differ
    ]
    if not made:
        return None
    marked = [figure for figure in made if figure.comparison.marked]
    simulated = next((said for f in made if (said := comparisons.simulated_by(f))), "")
    by = f" ({simulated})" if simulated else ""
    if not marked:
        whom = {comparisons.whom(figure.compared, kind) for figure in made}
        beside = whom.pop() if len(whom) == 1 else f"what is known of {kind.councils}"
        of = f"Of its {words(len(headline()))} figures"
        if len(made) == 1:
            only = uncapital(MEASURES[made[0].measure].label)
            return f"{of} only {only} can be compared: no clear difference from {beside}{by}."
        none = "neither" if len(made) == 2 else "none"
        return f"{of} {words(len(made))} can be compared, and {none} differs clearly from {beside}{by}."
    told = "; ".join(
        f"{uncapital(MEASURES[f.measure].label)}: "
        f"{comparisons.verdict(f.compared, comparisons.whom(f.compared, kind))}"
        for f in marked
    )
    return f"{capital(told)}{by}.{_the_rest(len(made) - len(marked))}"


def _the_rest(others: int) -> str:
    """Say of the other figures compared that they do not differ clearly; nothing where there is none."""
    if not others:
        return ""
    if others == 1:
        return " The other figure compared does not differ clearly."
    return f" The other {words(others)} figures compared do not differ clearly."


def in_tenths(figure: Figure) -> str | None:
    """Say a share of ten cases or more in natural frequencies: "About 9 in every 10 investigations upheld".

    None for a rate, and for so few cases that the counts alone are said.
    """
    measure, counts = MEASURES[figure.measure], counts_of(figure)
    if measure.unit is not Unit.PERCENT or figure.state is not State.VALUE or counts is None:
        return None
    part, whole = counts
    if whole < FREQUENCY_FROM:
        return None
    what = f"{measure.noun} {was(2)} {measure.words.done}"
    if part in (0, whole):
        return f"{'All' if part else 'None'} of the {thousands(whole)} {what}."
    tenths = (20 * part + whole) // (2 * whole)
    if tenths in (0, 10):
        return f"{'Nearly all' if tenths else 'Fewer than 1 in every 20'} {what}."
    return f"About {tenths} in every 10 {what}."


def _upheld(figure: Figure) -> str | None:
    counts = counts_of(figure)
    if figure.state is State.NO_CASES:
        return "no complaint was looked into"
    if counts is None:
        text = values.value(figure)
        return f"{text} of complaints looked into were upheld" if text is not None else None
    upheld, looked_into = counts
    if looked_into == 1:
        return f"the one complaint looked into was {'' if upheld else 'not '}upheld"
    number = thousands(upheld) if upheld else "none"
    return f"of {thousands(looked_into)} complaints looked into, {number} {was(max(upheld, 1))} upheld"


def _carried_out(figure: Figure) -> str | None:
    counts = counts_of(figure)
    if figure.state is State.NO_CASES:
        return "no recommendation fell due"
    if counts is None:
        return None
    done, due = counts
    if done == due:
        return "every recommendation that fell due was carried out"
    if due == 1:
        return "the one recommendation that fell due was not carried out"
    missed, fell_due = words(due - done), counted(due, "recommendations")
    return f"{missed} of {fell_due} that fell due {was(due - done)} not carried out"

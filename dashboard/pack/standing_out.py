"""Which of the year's figures stand out beside the type: every one by name, or that none does."""

from dashboard.domain.figures import Figure
from dashboard.domain.formats import fraction, thousands, words
from dashboard.domain.measures import MEASURES, compared
from dashboard.pack.council_year import Known, simulated
from dashboard.pack.model import Block, Points, Run, said, text
from dashboard.words import comparisons, verdict
from dashboard.words.figure_in_table import shown
from dashboard.words.luck import luck_alone
from dashboard.words.wording import capital


def marked(known: Known) -> list[Figure]:
    """Return the year's figures beyond chance, in the order of the measures; none of a council that ended."""
    if known.ended:
        return []
    figures = (known.figures.get(measure.id) for measure in compared())
    return [figure for figure in figures if figure is not None and figure.comparison.marked]


def standing_out(known: Known) -> list[Block]:
    """Name every measure that stands out with its fraction and what is usual; or say that none does.

    Nothing where nothing is compared: the summary then says why.
    """
    if known.ended:
        return []
    found = marked(known)
    if not found:
        none = verdict.stands(known.figures, known.council.type)
        return [said(Run(none, strong=True))] if none else []
    made = [f for m in compared() if (f := known.figures.get(m.id)) is not None and f.compared.made]
    some = f"{capital(words(len(found)))} of the {words(len(made))} figures compared"
    if len(found) == len(made):
        every = f"Every one of the {words(len(made))} figures compared"
        some = "The one figure compared" if len(made) == 1 else every
    stands = "stands" if len(found) in {1, len(made)} else "stand"
    lead = f"{some} {stands} out{_others(len(made) - len(found))}:"
    points = Points(tuple(text(_told(known, figure)) for figure in found))
    return [
        said(Run(lead, strong=True)),
        points,
        said(luck_alone(sum(figure.compared.luck for figure in made))),
    ]


def _others(number: int) -> str:
    """Say of the others compared that they do not differ clearly; nothing where there is none."""
    if not number:
        return ""
    if number == 1:
        return "; the other does not differ clearly"
    return f"; the other {words(number)} do not differ clearly"


def _told(known: Known, figure: Figure) -> str:
    """Tell one figure that stands out: what it is, beside whom, and how many would have been usual."""
    kind, measure = known.council.type, MEASURES[figure.measure]
    how = comparisons.clause(figure.compared, kind)
    mark = comparisons.others_simulated(figure)
    own = simulated(figure.shown_origin)
    return f"{measure.label}: {shown(figure)}{own}. That {how}{mark}{_usual(figure)}."


def _usual(figure: Figure) -> str:
    low, high = figure.compared.low, figure.compared.high
    if low is None or high is None or figure.denominator is None:
        return ""
    if not MEASURES[figure.measure].is_share:
        return f"; {_span(low, high)} upheld would be usual for so many residents"
    if low == high:
        return f"; {fraction(low, figure.denominator)} would be usual"
    return f"; {_span(low, high)} of {thousands(figure.denominator)} would be usual"


def _span(low: int, high: int) -> str:
    return thousands(low) if low == high else f"{thousands(low)} to {thousands(high)}"

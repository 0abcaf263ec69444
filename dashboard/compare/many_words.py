"""What the one table says: who stands out, how many lie beyond chance, and each cell in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.charts.breaks import Break, breaks_of
from dashboard.compare.many import Many, Sight
from dashboard.compare.predecessors import COMBINED, sentences_of
from dashboard.domain.comparison import NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands, words
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE
from dashboard.words import comparisons, states, values
from dashboard.words import figure as say
from dashboard.words.luck import luck_alone
from dashboard.words.standings import not_compared, standings
from dashboard.words.usual import usual_counts, usual_range
from dashboard.words.wording import listed, noun, uncapital


@dataclass(frozen=True, slots=True)
class InCell:
    """A cell in words.

    ``first`` is strong where the figure is beyond chance, ``rest`` follows it, ``below`` says why nothing is
    drawn, ``aside`` is for who does not see the picture. ``empty``: there is no figure.
    """

    first: str
    rest: str = ""
    below: str = ""
    aside: str = ""
    empty: bool = False


def in_cell(sight: Sight) -> InCell:
    """Return a cell's words: the fraction leads, then what it comes to, whose it is and how it stands."""
    figure, entry = sight.figure, sight.entry
    text = None if figure is None else values.value(figure)
    if figure is None or text is None:
        return InCell(entry.shown, empty=True)
    counts = say.counts_of(figure)
    aside = [text] if counts is not None else []
    aside += [entry.origin, *([COMBINED] if sight.stand.combined else [])]
    if figure.compared.made:
        aside += [usual_range(figure), uncapital(comparisons.short(figure))]
    below, heard = _why_not_drawn(figure)
    first, rest = _parts(sight.measure, figure, text)
    return InCell(first, rest, below, "; ".join(part for part in (*aside, heard) if part))


def usual_of(sight: Sight) -> str:
    """Return the usual range, as it stands below a figure on a small screen; empty where there is none."""
    figure = sight.figure
    return f"Usual: {usual_counts(figure)}" if figure is not None and figure.compared.made else ""


def _parts(measure: Measure, figure: Figure, text: str) -> tuple[str, str]:
    """Return what leads and what follows: "45", " of 48"; a rate "8.8", " (46)"; few of one "3", " (1.2)"."""
    counts = say.counts_of(figure)
    if counts is None:
        return text, ""
    if not measure.is_rate:
        return thousands(counts[0]), f" of {thousands(counts[1])}"
    number = f"{thousands(counts[0])} {measure.words.done}"
    return (number, f" ({text})") if say.leads_with_counts(figure) else (text, f" ({number})")


def _why_not_drawn(figure: Figure) -> tuple[str, str]:
    """Say why a figure has no range; of recommendations, which are never compared, how many were missed.

    Twice: as a cell has room for it, and what is to be heard besides.
    """
    counts, compared = say.counts_of(figure), figure.compared
    if figure.state is State.PERCENTAGE_ONLY:
        return states.within(figure.state), ""
    if figure.measure == COMPLIANCE.id and counts is not None:
        missed = counts[1] - counts[0]
        return (f"{thousands(missed)} not", f"{thousands(missed)} not complied with") if missed else ("", "")
    if compared.made or compared.reason is None or not say.measure_of(figure).compared:
        return "", ""
    if compared.reason is NoComparison.TOO_FEW_CASES:
        return "too few", "not compared"
    return uncapital(comparisons.SHORT_REASONS[compared.reason]), ""


def verdict(many: Many) -> str:
    """Say who stands out in the last year, and in what; of nobody else that they are alike."""
    last = many.years[-1]
    figures = [s.figure for s in many.sights if s.stand.year == last and s.figure is not None]
    if not any(figure.compared.could_differ for figure in figures):
        return f"In {last} nothing here can be told from chance."
    told = [
        f"{line.council.short_name} ({listed(marks)})"
        for line in many.lines
        if (marks := [_mark(of[-1]) for of in line.cells if of[-1].marked])
    ]
    if not told:
        alone = len(many.lines) == 1
        who = f"{many.lines[0].council.short_name} does not stand out" if alone else "no council stands out"
        return f"In {last} {who}: no figure compared here is beyond what chance explains."
    return f"Beyond what chance explains in {last}: {listed(told)}. No other figure compared in that year is."


def _mark(sight: Sight) -> str:
    return f"{sight.measure.words.in_short} {comparisons.SHORT[sight.comparison].lower()} than its type"


def counted(many: Many) -> str:
    """Say how many figures lie beyond chance, of how many that could, and how many luck makes."""
    found = standings(sight.figure for sight in many.sights if sight.measure.compared)
    if found.enough == 0:
        return ""
    marked = f"{words(found.marked)} {'is' if found.marked == 1 else 'are'}" if found.marked else "none is"
    said = (
        f"Of the {thousands(found.enough)} {noun(found.enough, 'figures')} below that could show a "
        f"difference from the council’s own type, {marked} beyond what chance explains. "
        f"{luck_alone(found.luck)}"
    )
    return f"{said} {_SIMULATED}" if found.simulated else said


_FEW = "Too few: fewer than five cases. The counts are given, and nothing is compared."
_SIMULATED = "Simulated figures are among those they are compared with."


def notes(many: Many) -> tuple[str, ...]:
    """Return what has to be known of the table: breaks, councils not there then, what is not compared."""
    breaks = dict.fromkeys(
        f"{each.year}, {listed(names)}: {each.words} Years before and after are not one series."
        for each, names in _breaks(many)
    )
    found = standings(sight.figure for sight in many.sights if sight.measure.compared)
    without = not_compared(found)
    stands = dict.fromkeys(sentences_of(many.stands))
    few = [_FEW] if found.reasons[NoComparison.TOO_FEW_CASES] else []
    return (*breaks, *stands, *few, *([without] if without else []))


def _breaks(many: Many) -> Iterable[tuple[Break, list[str]]]:
    named: dict[Break, list[str]] = {}
    for measure in many.measures:
        for each in breaks_of(measure, many.years):
            if each.interrupts:
                named.setdefault(each, []).append(measure.words.in_short)
    return named.items()

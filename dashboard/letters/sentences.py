"""The sentences of the letter for each measure, as a person would write them about these very figures."""

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import NoComparison
from dashboard.domain.figures import Benchmark, BenchmarkKind, Figure, State
from dashboard.domain.formats import fraction, thousands, words
from dashboard.domain.measures import MEASURES, UPHELD_RATE
from dashboard.domain.years import ReportingYear
from dashboard.letters.model import Paragraph, Run
from dashboard.words import comparisons, values
from dashboard.words.values import of_figure, value
from dashboard.words.wording import capital


def upheld(figure: Figure) -> Paragraph:
    """Say how many investigations were completed and how many upheld."""
    counts = _counts(figure)
    if counts is None:
        return _without(figure, "complaints we investigated about your council", "upheld")
    yes, base = counts
    if base == 1:
        did = "upheld it" if yes else "did not uphold it"
        return (Run(f"We completed one investigation about your council and {did}", figure.origin), Run("."))
    opening = f"We completed {words(base)} investigations about your council and upheld"
    return _told(f"{opening} {_some(yes, base)}", figure)


def compliance(figure: Figure, *, ended: bool = False) -> Paragraph:
    """Say how many recommendations fell due and how many were not carried out.

    Of a council that had ``ended`` before it is not said who carried them out: it was not that council.
    """
    counts = _counts(figure)
    if counts is None:
        return _without(figure, "recommendations that fell due", "carried out")
    done, due = counts
    missed = due - done
    if ended:
        return _told(_carried_out(done, due), figure)
    if due == 1:
        did = "carried it out" if done else "did not carry it out"
        told = f"One recommendation fell due in the year, and your council {did}"
        return (Run(told, figure.origin), Run("."))
    opening = _fell_due(due)
    if not missed:
        all_of = "both" if due == 2 else f"all {words(due)}"
        return _told(f"{opening}, and your council carried out {all_of} of them", figure)
    none = "either" if due == 2 else "any"
    did = f"Your council did not comply with {words(missed) if done else none} of them"
    return _told(f"{opening}. {did}", figure)


def _fell_due(due: int) -> str:
    """Begin a sentence with a word: a number that is written in figures comes later."""
    number = words(due)
    if number[0].isdigit():
        return f"In the year {number} recommendations fell due"
    return f"{capital(number)} recommendations fell due in the year"


def _carried_out(done: int, due: int) -> str:
    if due == 1:
        return f"One recommendation fell due in the year, and it was {'' if done else 'not '}carried out"
    opening = _fell_due(due)
    if done == due:
        return f"{opening}, and {'both' if due == 2 else f'all {words(due)}'} of them were carried out"
    if not done:
        return f"{opening}, and {'neither' if due == 2 else 'none'} of them was carried out"
    return (
        f"{opening}, and {words(due - done)} of them {'was' if due - done == 1 else 'were'} not carried out"
    )


def remedy(figure: Figure) -> Paragraph:
    """Say in how many upheld complaints the council had already put things right."""
    counts = _counts(figure)
    if counts is None:
        return _without(figure, "complaints we upheld", "put right before they reached us")
    right, base = counts
    had = "your council had already put things right before the complaint reached us"
    if base == 1:
        told = had if right else "your council had not put things right before the complaint reached us"
        return (Run(f"In the one complaint we upheld, {told}", figure.origin), Run("."))
    text = f"In {words(right)} of the {words(base)} complaints we upheld, {had}"
    if not right:
        text = (
            f"In {'neither' if base == 2 else 'none'} of the {words(base)} complaints we upheld had your "
            "council put things right before the complaint reached us"
        )
    elif right == base:
        text = f"In {'both' if base == 2 else f'all {words(base)}'} complaints we upheld, {had}"
    return _told(text, figure)


def rate(figure: Figure) -> Paragraph:
    """Say the upheld complaints per 100,000 residents."""
    if figure.shown is None:
        if figure.state is State.NOT_APPLICABLE:
            return _without(figure, "", "")
        return (Run(f"The number we upheld for your population in {figure.year} is not held here."),)
    text_of = value(figure)
    text = (
        f"For every 100,000 residents we upheld {text_of} {'complaint' if text_of == '1' else 'complaints'}"
    )
    if figure.numerator == 0:
        text = f"We upheld no complaints, so the number for every 100,000 residents is {text_of}"
    origin = figure.shown_origin
    if figure.numerator is not None and figure.denominator:
        text += f" ({thousands(figure.numerator)} upheld, {thousands(figure.denominator)} residents)"
    return (Run(text, origin), Run("."))


def average(figure: Figure, kind: AuthorityType) -> Paragraph:
    """Say the average of similar authorities and who worked it out; nothing where there is none."""
    benchmark = figure.benchmark
    if benchmark is None or figure.state in {State.NOT_APPLICABLE, State.NOT_HELD}:
        return ()
    told = values.average(benchmark, MEASURES[figure.measure])
    text = f" The average of {kind.councils} was {told}{_pooled(benchmark, figure.measure)}"
    return (Run(text, benchmark.origin), Run("."))


def comparison(figure: Figure, kind: AuthorityType) -> Paragraph:
    """Say how the council stands once chance is allowed for; nothing where nothing is compared."""
    compared = figure.compared
    if compared.reason is NoComparison.TOO_FEW_CASES:
        return (Run(" With so few cases this should not be compared with other councils."),)
    said = comparisons.clause(compared, kind)
    return () if said is None else (Run(f" Your council’s figure {said}", compared.origin), Run("."))


def _told(text: str, figure: Figure) -> Paragraph:
    """Return counts in words, then the percentage with its fraction: one run where both share an origin."""
    share = of_figure(figure)
    if share is None:
        return (Run(text, figure.origin), Run("."))
    if figure.shown_origin is figure.origin:
        return (Run(f"{text}: {share}", figure.origin), Run("."))
    return (Run(text, figure.origin), Run(": "), Run(share, figure.shown_origin), Run("."))


def _without(figure: Figure, of_what: str, done: str) -> Paragraph:
    """Say what is known where the counts are not: nothing to count, a bare percentage, or nothing held."""
    if figure.state is State.NO_CASES:
        return (Run(MEASURES[figure.measure].words.no_cases_letter, figure.origin), Run("."))
    if figure.state is State.PERCENTAGE_ONLY and figure.shown is not None:
        return (
            Run(f"Of the {of_what}, {value(figure)} were {done}", figure.shown_origin),
            Run(". The counts behind this percentage are not held here."),
        )
    if figure.state is State.NOT_APPLICABLE:
        if MEASURES[figure.measure].first_year <= ReportingYear.parse(figure.year):
            return (Run("A council that has ended has no residents to relate this figure to."),)
        return (Run(f"This measure had not begun in {figure.year}."),)
    return (Run(f"How many of the {of_what} were {done} in {figure.year} is not held here."),)


def _pooled(benchmark: Benchmark, measure: str) -> str:
    if benchmark.kind is BenchmarkKind.PRINTED:
        return ""
    counts = ""
    if measure != UPHELD_RATE.id and benchmark.numerator is not None and benchmark.denominator is not None:
        counts = f" ({fraction(benchmark.numerator, benchmark.denominator)})"
    return f"{counts}, pooled from the counts"


def _counts(figure: Figure) -> tuple[int, int] | None:
    if figure.state is not State.VALUE or figure.numerator is None or not figure.denominator:
        return None
    return figure.numerator, figure.denominator


def _some(count: int, base: int) -> str:
    if count == 0:
        return "neither of them" if base == 2 else "none of them"
    if count == base:
        return "both of them" if base == 2 else f"all {words(base)} of them"
    return f"{words(count)} of them"

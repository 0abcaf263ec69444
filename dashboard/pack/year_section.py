"""The year's figures in a table, what they mean in sentences, and what to mind in reading them."""

from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, UPHELD, headline
from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.pack.england import england, printed
from dashboard.pack.model import Block, Points, Section, Table, cells, quietly, said, text
from dashboard.pack.standing import standing
from dashboard.words import figure as say
from dashboard.words import figure_in_table as words
from dashboard.words.breaks import EVENTS
from dashboard.words.cautions import cautions
from dashboard.words.wording import uncapital

_ENGLAND = (
    "England’s figures are those of the Ombudsman’s annual review, as reported; they are of all councils "
    "together, whatever services they run, so the type is the fairer comparison."
)


def year_section(known: Known) -> Section:
    """Return the section of the four measures."""
    caution = cautions_of(known)
    blocks: list[Block] = [_table(known)]
    if _has_england(known):
        blocks.append(quietly(_ENGLAND))
    if told := _sentences(known):
        blocks.append(Points(tuple(text(one) for one in told)))
    if caution:
        blocks += [said("What to bear in mind in this year:"), Points(tuple(text(one) for one in caution))]
    return Section("year", f"The year’s figures, {known.year}", tuple(blocks))


def _table(known: Known) -> Table:
    averages = not known.ended
    heads = ["Measure", "This council", "95% interval"]
    heads += [f"Average of {known.council.type.councils}"] if averages else []
    heads += ["England"] if _has_england(known) else []
    heads += ["Compared"] if averages else []
    heads.append("Origin")
    return Table(
        caption=f"{known.council.name}, {known.year}",
        head=tuple(heads),
        rows=tuple(
            cells(measure.label, *_row(known, known.figures[measure.id], measure, averages=averages))
            for measure in headline()
        ),
    )


def _row(known: Known, figure: Figure, measure: Measure, *, averages: bool) -> list[str]:
    interval = words.interval(figure) if measure != COMPLIANCE else words.NOTHING
    row = [words.shown(figure), interval]
    if averages:
        row.append(words.average(figure.benchmark, measure))
    if _has_england(known):
        found = england(known, measure)
        row.append(printed(measure, found) if found else words.NOT_HELD)
    if averages:
        row.append(words.compared(figure) if measure.compared else "Counted, not compared")
    return [*row, words.origin(figure)]


def _has_england(known: Known) -> bool:
    return any(england(known, measure) for measure in headline())


def _sentences(known: Known) -> list[str]:
    """Say each comparison in natural frequencies, and three years together where one year's cases are few."""
    found = []
    for measure in headline():
        figure = known.figures[measure.id]
        parts = [] if known.ended else _compared(known, figure)
        parts += [say.empty(figure), _three_years(known, figure, measure)]
        told = " ".join(part for part in parts if part)
        if told:
            found.append(f"{measure.label}: {told}")
    return found


def _compared(known: Known, figure: Figure) -> list[str | None]:
    """Say what a typical council would have had; or why nothing is compared, where the summary has not."""
    kind = known.council.type
    if figure.compared.made or figure.measure == UPHELD.id:
        return [say.usual(figure, kind)]
    return [say.comparison(figure, kind)]


def _three_years(known: Known, figure: Figure, measure: Measure) -> str | None:
    if known.ended:
        return None
    return say.three_years(
        figure, known.repository.figures(known.council.slug, known.year, 3).get(measure.id)
    )


def cautions_of(known: Known) -> list[str]:
    """Return what a reader has to know of this year's figures: breaks, few cases, notes, standing."""
    told = standing(known)
    told += dict.fromkeys(one for m in headline() for one in cautions(m, known.year, 1))
    event = EVENTS.get(ReportingYear.parse(known.year))
    told += [event.words] if event is not None and event.caution is None else []
    small = [m.label for m in headline() if known.figures[m.id].few and m.compared and m.is_share]
    if small:
        told.append(
            f"Based on few cases (under 30): {' and '.join(uncapital(label) for label in small)}. One or two "
            "more or fewer would change the percentage noticeably; read the counts first."
        )
    told += dict.fromkeys(f"{m.label}: {note}" for m in headline() if (note := known.figures[m.id].note))
    told.append(f"{UPHELD.caveat} {COMPLIANCE.label}: {uncapital(COMPLIANCE.caveat)}")
    return told

"""The councils of the type nearest in residents, side by side, A to Z."""

from dashboard.compare.peers import residents_of
from dashboard.domain.formats import thousands
from dashboard.domain.formats import words as in_words
from dashboard.domain.measures import headline
from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Commentary, Run, Section, Table, Text, cells, quietly, said, text
from dashboard.pack.row_origin import told
from dashboard.pages.council.comparison_texts import NO_RANKING
from dashboard.repository.records import Council
from dashboard.words import figure_in_table as words
from dashboard.words.wording import council_of_type

NEAREST = 5


def nearest_section(known: Known) -> Section:
    """Return the section; of a council that has ended or has no like, one that says so."""
    heading = "Councils nearest in residents"
    kind = council_of_type(known.council.type)
    if known.ended:
        return Section(
            "similar", heading, (said("None: the council had ended, and is not set beside others."),)
        )
    near = nearest(known)
    if not near:
        return Section("similar", heading, (said(f"There is no other {kind} to set beside it."),))
    mid_year = ReportingYear.parse(known.year).population_year
    residents = residents_of([known.council, *near], known.year, known.repository)
    shown = sorted([known.council, *near], key=lambda c: c.short_name.casefold())
    rows = tuple(_row(known, each, residents.get(each.slug)) for each in shown)
    many = f"The {in_words(len(near))} {known.council.type.councils if len(near) > 1 else kind}"
    chance = f"One year’s numbers are too small to tell most differences from chance. {NO_RANKING}"
    table = Table(
        caption=f"{known.council.short_name} and the councils nearest to it in residents, {known.year}",
        head=("Council", "Residents", *(m.head for m in headline()), "Origin"),
        rows=rows,
        numbers=frozenset({1}),
        strong=shown.index(known.council),
    )
    blocks: list[Block] = [
        said(f"{many} nearest to {known.council.short_name} in residents (mid-{mid_year} estimates)."),
        table,
        quietly(chance),
        Commentary("the councils beside it"),
    ]
    return Section("similar", heading, tuple(blocks))


def nearest(known: Known) -> tuple[Council, ...]:
    """Return the councils of the type in the year that are nearest in residents, nearest first."""
    alike = [c for c in known.repository.councils(known.year) if c.type is known.council.type]
    residents = residents_of(alike, known.year, known.repository)
    own = residents.get(known.council.slug)
    if own is None:
        return ()
    others = [c for c in alike if c.slug in residents and c != known.council]
    return tuple(sorted(others, key=lambda c: (abs(residents[c.slug] - own), c.slug))[:NEAREST])


def _row(known: Known, council: Council, residents: int | None) -> tuple[Text, ...]:
    figures = known.repository.figures(council.slug, known.year)
    name = Run(council.short_name, href=known.links.council(council.slug, known.year))
    shown, origin = told([figures[measure.id] for measure in headline()])
    return (
        text(name),
        *cells(thousands(residents) if residents is not None else words.NOT_HELD, *shown, origin),
    )

"""The councils set beside it, side by side: its own row first, the others A to Z."""

from collections.abc import Mapping

from dashboard.compare.peers import residents_of
from dashboard.domain.figures import Figure
from dashboard.domain.formats import thousands
from dashboard.domain.measures import headline
from dashboard.pack.beside import Beside
from dashboard.pack.council_year import Known
from dashboard.pack.model import Commentary, Run, Section, Table, Text, cells, quietly, said, text
from dashboard.pack.row_origin import told
from dashboard.pages.council.comparison_texts import NO_RANKING
from dashboard.repository.records import Council
from dashboard.words import figure_in_table as words
from dashboard.words.comparisons import short
from dashboard.words.luck import luck_alone
from dashboard.words.wording import uncapital

Figures = Mapping[str, Mapping[str, Figure]]
"""The year's headline figures, by council and measure."""

_COMMENTARY = Commentary("the figures and the councils beside it")
_CHANCE = "Its own row is first. One year’s numbers are too small to tell most differences from chance."


def similar_section(known: Known, chosen: Beside) -> Section:
    """Return the section; of a council with nobody beside it, one that says why."""
    heading = "Similar councils"
    if not chosen.councils:
        return Section("similar", heading, (said(chosen.how), _COMMENTARY))
    others = sorted(chosen.councils, key=lambda council: (council.short_name.casefold(), council.slug))
    shown = [known.council, *others]
    residents = residents_of(shown, known.year, known.repository)
    figures = known.repository.figures_of(
        [council.slug for council in shown], known.year, [measure.id for measure in headline()]
    )
    table = Table(
        caption=f"{known.council.short_name} and the councils beside it, {known.year}",
        head=("Council", "Residents", *(m.head for m in headline()), "Origin"),
        rows=tuple(_row(known, each, residents.get(each.slug), figures[each.slug]) for each in shown),
        numbers=frozenset({1}),
        strong=0,
    )
    return Section(
        "similar",
        heading,
        (
            said(chosen.how),
            table,
            said(_standing_out(shown, figures)),
            quietly(f"{_CHANCE} {NO_RANKING}"),
            _COMMENTARY,
        ),
    )


def _standing_out(shown: list[Council], figures: Figures) -> str:
    """Name every figure of the table that is beyond chance, each council beside its own type."""
    found, luck, made = [], 0.0, 0
    for council in shown:
        for measure in headline():
            figure = figures[council.slug][measure.id]
            luck += figure.compared.luck
            made += figure.compared.made
            if figure.comparison.marked:
                stands = uncapital(short(figure))
                found.append(f"{council.short_name}, {measure.words.in_short} ({stands})")
    if not made:
        return "None of these figures can be compared with the councils’ type."
    if not found:
        only = "The one figure that can be compared does not differ"
        none = f"Of the {thousands(made)} figures that can be compared none differs"
        of_type = "from those of the council’s type by more than chance explains"
        return f"{only if made == 1 else none} {of_type}."
    return (
        "Beside councils of their own type these differ by more than chance explains: "
        f"{'; '.join(found)}. {luck_alone(luck)}"
    )


def _row(
    known: Known, council: Council, residents: int | None, figures: Mapping[str, Figure]
) -> tuple[Text, ...]:
    name = Run(council.short_name, href=known.links.council(council.slug, known.year))
    shown, origin = told([figures[measure.id] for measure in headline()])
    return (
        text(name),
        *cells(thousands(residents) if residents is not None else words.NOT_HELD, *shown, origin),
    )

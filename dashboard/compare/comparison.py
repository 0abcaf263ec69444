"""A comparison: the group, its tables, and the words a page and its files share."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.addresses.compare_state import CompareState, Look, measures_shown, years_shown
from dashboard.compare.count_tables import breakdown_table, overview_table
from dashboard.compare.group import Group, across_types
from dashboard.compare.many import Many, many_of
from dashboard.compare.many_table import as_table, spanned
from dashboard.compare.measure_tables import measure_table
from dashboard.compare.predecessors import YearOf, year_of
from dashboard.compare.tables import Table
from dashboard.compare.years_table import years_table
from dashboard.domain.formats import words
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES, headline
from dashboard.domain.origin import Origin
from dashboard.repository.interface import Repository
from dashboard.repository.records import Release
from dashboard.words.glossary import AVERAGE, COMPARED, INTERVAL_BY_NAME, MEAN, POOLED, USUAL
from dashboard.words.sources import SOURCE_LINE
from dashboard.words.wording import capital, listed

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything a comparison says. ``said`` are sentences about the whole, such as crossing types.

    ``definitions`` are pairs of a term and its meaning; ``citation`` and ``source`` are for the files
    and the foot of the page; ``demonstration`` says whether any figure may be simulated. ``many`` is the one
    table of several measures, cell by cell, where that is asked for; ``tables`` then has it as files do.
    """

    title: str
    period: str
    tables: tuple[Table, ...]
    said: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    source: str
    release: str
    citation: str
    demonstration: bool
    many: Many | None = None


def compare(state: CompareState, group: Group, repository: Repository) -> Comparison | None:
    """Return the comparison of a group, or None of nobody."""
    if not group.members:
        return None
    release = repository.release()
    years = years_shown(state, release.years)
    many: Many | None = None
    tables: tuple[Table, ...]
    stands: Sequence[YearOf] = ()
    measures: tuple[Measure, ...] = ()
    if state.look is Look.TABLE:
        measures = measures_shown(state)
        many = many_of(group, measures, years, repository)
        tables, period = (as_table(many),), spanned(years)
    elif state.look is Look.YEARS:
        tables = (_over_years(state.measure, years, group, repository),)
        period = f"{years[0]} to {years[-1]}"
    else:
        stands = [year_of(council, state.year, repository) for council in group.members]
        tables = _of_year(state.year, stands, group, repository)
        period = state.year
    measures = measures or tuple(MEASURES[table.measure] for table in tables if table.measure)
    across = across_types(group)
    before = [stand.sentence for stand in stands if stand.sentence is not None]
    demonstration = (
        ", a demonstration: figures marked simulated are not real" if release.is_demonstration else ""
    )
    built = f"built {release.built_at[:10]} by version {release.built_by}"
    name = f"{release.name} ({release.standing}), {built}{demonstration}"
    title = f"{named(group)} compared, {period}"
    return Comparison(
        title=title,
        period=period,
        tables=tables,
        said=(*([across] if across else []), *before),
        definitions=_definitions(measures, release, together=many is None),
        source=SOURCE_LINE,
        release=name,
        citation=f"Your council’s performance. {title}. Release {name}.",
        demonstration=release.is_demonstration,
        many=many,
    )


def named(group: Group) -> str:
    """Name a group in a title: its first three councils, and how many others."""
    names = [council.short_name for council in group.members]
    if len(names) <= _NAMED + 1:
        return listed(names)
    return f"{', '.join(names[:_NAMED])} and {words(len(names) - _NAMED)} others"


def _of_year(year: str, stands: Sequence[YearOf], group: Group, repository: Repository) -> tuple[Table, ...]:
    codes = {s.council.slug: repository.code_in_year(s.council.slug, year) for s in stands}
    crossing = len(group.types) > 1
    return (
        *(measure_table(measure, stands, codes, year) for measure in headline()),
        overview_table(stands, codes, year),
        *(breakdown_table(kind, stands, codes, year, crossing=crossing) for kind in ("received", "decided")),
    )


def _over_years(measure: str, years: Sequence[str], group: Group, repository: Repository) -> Table:
    by_year = {year: [year_of(council, year, repository) for council in group.members] for year in years}
    codes = {year: {c.slug: repository.code_in_year(c.slug, year) for c in group.members} for year in years}
    return years_table(MEASURES[measure], by_year, codes)


def _definitions(
    measures: Sequence[Measure], release: Release, *, together: bool
) -> tuple[tuple[str, str], ...]:
    """Return what the words mean; ``together``: those of a group put together, too."""
    return (
        *((measure.label, f"{measure.explanation} {measure.caveat}") for measure in measures),
        *_STATISTICS,
        *(_TOGETHER if together else ()),
        *((capital(o.value), f"{capital(o.words)}.") for o in Origin if o is not Origin.SIMULATED),
        *(_SIMULATED if release.is_demonstration else ()),
    )


_SIMULATED = (("Simulated", "Not real: made for the demonstration, or worked out from figures that were."),)
_STATISTICS = (INTERVAL_BY_NAME, COMPARED.said, AVERAGE.said, USUAL.said)
_TOGETHER = (POOLED.said, MEAN.said)

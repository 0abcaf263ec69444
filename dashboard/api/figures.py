"""Figures, averages of the types of council, and figures by service."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.api import origins
from dashboard.api.by_year import ByYear
from dashboard.api.fields import Field, Value
from dashboard.api.parameters import COUNCIL, LATEST_YEAR, MEASURE, SERVICE_OF, TYPE, YEAR
from dashboard.api.route import Found, Request, Route
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, BenchmarkKind
from dashboard.domain.measures import MEASURES, in_files
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.downloads.column import Column
from dashboard.downloads.columns import FIGURES, RELEASE
from dashboard.downloads.figures_csv import COLUMNS, NUMBERS, OneFigure, one_by_one
from dashboard.downloads.files import typed
from dashboard.repository.records import Council, ServiceRow
from dashboard.words.values import average_in_files

_ORIGIN = COLUMNS.index("origin")
_SORTED = frozenset({"authority", "year", "measure", *NUMBERS})


class Told:
    """A figure whose row is written once, when it is first read."""

    def __init__(self, one: OneFigure) -> None:
        self.one = one

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Its row, as the command ``figures`` prints it."""
        return self.one.cells


_AT_HAND: dict[str, Callable[[Told], Value]] = {
    "authority": lambda told: told.one.council.name,
    "year": lambda told: told.one.year,
    "measure": lambda told: told.one.figure.measure,
}
"""What is known of a figure before its row is written: sorting by it is quick."""


def _field(place: int, column: Column) -> Field:
    def written(told: Told) -> Value:
        return typed(told.cells[place], column)

    def number(told: Told) -> Value:
        return typed(told.one.numbers[column.name], column)

    read = number if column.name in NUMBERS else _AT_HAND.get(column.name, written)
    kind = column.type if column.type in ("integer", "number") else "string"
    return Field(
        *(column.name, kind, column.meaning, read),
        required=column.required,
        values=column.values,
        sorts=column.name in _SORTED,
    )


FIGURE_FIELDS = (
    Field("council", "string", "The council’s slug.", lambda told: told.one.council.slug, True, sorts=True),
    *(_field(place, column) for place, column in enumerate(FIGURES) if column.name != RELEASE),
    Field(
        "origin_in_words",
        "string",
        "Where the counts and the value come from, in words.",
        lambda told: origins.of(told.cells[_ORIGIN]),
        True,
    ),
)


def _figures(request: Request) -> Found:
    repository, values = request.repository, request.values
    councils, measures = _councils(request), values.get("measure")
    years = [year for year in repository.release().years if year in values.get("year", (year,))]

    def of(wanted: Sequence[str]) -> list[Told]:
        return [Told(one) for one in one_by_one(repository, wanted, councils, measures)]

    if councils is not None:
        return Found(of(years))
    counts = repository.figure_counts(measures or [measure.id for measure in in_files()])
    return Found(ByYear([(year, counts.get(year, 0)) for year in years], lambda year: of([year])))


def _councils(request: Request) -> tuple[Council, ...] | None:
    """Return the councils asked for, in the order of all; None: all."""
    slugs, kind = request.values.get("council"), request.values.get("type")
    if slugs is None and kind is None:
        return None
    return tuple(
        council
        for council in request.repository.councils()
        if (slugs is None or council.slug in slugs) and kind in (None, council.type)
    )


@dataclass(frozen=True, slots=True)
class OneAverage:
    """The average of a type in a year."""

    kind: AuthorityType
    year: str
    measure: str
    benchmark: Benchmark


AVERAGE_FIELDS = (
    Field(
        "type",
        "string",
        "The type of council.",
        lambda o: o.kind.value,
        True,
        tuple(AuthorityType),
        sorts=True,
    ),
    Field("year", "string", "The reporting year.", lambda o: o.year, True, sorts=True),
    Field("measure", "string", "The measure, by id.", lambda o: o.measure, True, sorts=True),
    Field(
        "value",
        "number",
        "In the unit of the measure; a pooled one with one decimal more than is shown.",
        lambda o: average_in_files(o.benchmark, MEASURES[o.measure]),
        True,
        sorts=True,
    ),
    Field(
        "kind",
        "string",
        "Printed by the Ombudsman, or pooled by us from all cases of the type’s councils.",
        lambda o: o.benchmark.kind.value,
        True,
        tuple(BenchmarkKind),
    ),
    Field(
        "numerator",
        "integer",
        "What is counted, of all councils together; null where not all are held.",
        lambda o: o.benchmark.numerator,
    ),
    Field("denominator", "integer", "Out of how many.", lambda o: o.benchmark.denominator),
    Field("councils", "integer", "How many councils the counts cover.", lambda o: o.benchmark.councils),
    Field(
        "origin", "string", "Where it comes from.", lambda o: o.benchmark.origin.value, True, tuple(Origin)
    ),
    Field("origin_in_words", "string", "The same in words.", lambda o: origins.of(o.benchmark.origin), True),
    Field("source_url", "string", "The page or file it was taken from.", lambda o: o.benchmark.source_url),
)


def _averages(request: Request) -> Found:
    return Found(list(_every_average(request)))


def _every_average(request: Request) -> Iterator[OneAverage]:
    repository, values = request.repository, request.values
    for year in repository.release().years:
        for kind in AuthorityType:
            for measure in (each.id for each in in_files()):
                asked = (
                    year in values.get("year", (year,)),
                    kind is values.get("type", kind),
                    measure in values.get("measure", (measure,)),
                )
                if all(asked) and (benchmark := repository.benchmark(kind, year, measure)) is not None:
                    yield OneAverage(kind, year, measure, benchmark)


@dataclass(frozen=True, slots=True)
class OneService:
    """What was received and decided of one service of a council in a year."""

    council: Council
    year: str
    row: ServiceRow


SERVICE_FIELDS = (
    Field("council", "string", "The council’s slug.", lambda o: o.council.slug, True, sorts=True),
    Field("authority", "string", "The council’s official name.", lambda o: o.council.name, True, sorts=True),
    Field("year", "string", "The reporting year.", lambda o: o.year, True, sorts=True),
    Field(
        "category",
        "string",
        "The service: a category of complaints received.",
        lambda o: o.row.category,
        True,
        tuple(Category),
        sorts=True,
    ),
    Field(
        "category_label",
        "string",
        "The same in the Ombudsman’s words.",
        lambda o: Category(o.row.category).label,
        True,
    ),
    Field(
        "received", "integer", "Complaints received; null: not held.", lambda o: o.row.received, sorts=True
    ),
    Field("decided", "integer", "Complaints decided; null: not held.", lambda o: o.row.decided, sorts=True),
    Field("investigated", "integer", "Of those decided, investigated.", lambda o: o.row.investigated),
    Field("upheld", "integer", "Of those investigated, upheld.", lambda o: o.row.upheld, sorts=True),
    Field(
        "received_origin",
        "string",
        "Where the number received comes from.",
        lambda o: o.row.received_origin,
        values=tuple(Origin),
    ),
    Field(
        "outcome_origin",
        "string",
        "Where the numbers decided, investigated and upheld come from.",
        lambda o: o.row.outcome_origin,
        values=tuple(Origin),
    ),
    Field(
        "origin_in_words",
        "string",
        "Both origins in words.",
        lambda o: (
            f"received: {origins.of(o.row.received_origin)}; decided: {origins.of(o.row.outcome_origin)}"
        ),
        True,
    ),
)


def _services(request: Request) -> Found:
    return Found(list(_every_service(request)))


def _every_service(request: Request) -> Iterator[OneService]:
    repository, values = request.repository, request.values
    known = repository.release().years
    years = values.get("year", known if "council" in values else known[-1:])
    councils = _councils(request)
    for year in (each for each in known if each in years):
        for council in repository.councils(year) if councils is None else councils:
            for row in repository.services(council.slug, year):
                if row.category in values.get("category", (row.category,)):
                    yield OneService(council, year, row)


ROUTES = (
    Route(
        path="/figures",
        title="Figures",
        meaning="Every measure of every council and year, as the command “figures” prints them: a figure "
        "that is not held has its state and no number.",
        fields=FIGURE_FIELDS,
        answer=_figures,
        asked=(COUNCIL, YEAR, MEASURE, TYPE),
        sorted_by="year",
        example="?council=blackpool-borough-council&year=2023-24",
    ),
    Route(
        path="/averages",
        title="Averages",
        meaning="The average of each type of council by year and measure, printed or pooled. It includes "
        "every council of the type.",
        fields=AVERAGE_FIELDS,
        answer=_averages,
        asked=(TYPE, YEAR, MEASURE),
        sorted_by="year",
        example="?type=unitary&year=2023-24",
    ),
    Route(
        path="/services",
        title="Figures by service",
        meaning="Complaints received and decided by service, of each council and year; without a council or "
        "a year, of the latest year.",
        fields=SERVICE_FIELDS,
        answer=_services,
        asked=(COUNCIL, LATEST_YEAR, TYPE, SERVICE_OF),
        sorted_by="year",
        example="?council=blackpool-borough-council&year=2023-24",
    ),
)

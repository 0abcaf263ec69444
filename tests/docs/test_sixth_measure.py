"""A measure is added in the catalogue alone, and everything that shows measures shows it.

The measure is made up, of quantities that are held: investigations in which a satisfactory remedy had been
offered already. Most districts have a handful of investigations, and some have none, so its words for small
numbers and for nothing are all called for.
"""

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.build.assemble import Edition, assemble, read_inputs
from dashboard.build.data import DATA, drawn_shapes
from dashboard.build.release import build_release
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure, MeasureWords, Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.downloads.figures_csv import COLUMNS, figure_rows
from dashboard.mapview.export import export
from dashboard.metrics.counts_with_origin import Counts, KnownCount
from dashboard.metrics.figures import assemble_figures
from dashboard.metrics.held_counts import held_counts
from dashboard.reference.load import Reference
from dashboard.repository import downloads
from dashboard.repository.sqlite import SqliteRepository
from dashboard.statistics.small_numbers import counts_lead
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from dashboard.words.figure import headline

YEARS = ("2023-24", "2024-25")
YEAR = YEARS[0]
SIXTH = Measure(
    id="made_good_pct",
    label="Made good at once",
    short="Made good",
    unit=Unit.PERCENT,
    numerator="satisfactory_remedies",
    denominator="investigated",
    words=MeasureWords(
        noun="full enquiries",
        one="full enquiry",
        done="made good",
        nothing="no full enquiries",
        no_cases="No full enquiry was made in this period, so nothing was made good in one.",
        made_of="what was made good, out of full enquiries",
        in_short="share made good",
        enough="five full enquiries or more",
        had="of their full enquiries made good",
        typical="Of {base}, a typical {typical} would have made good {usual}; {had}",
    ),
    decimals=0,
    breaks=(3, 6, 12, 24),
    compared=True,
    first_year=ReportingYear(2018),
    explanation="A measure that nobody publishes, made up to be added.",
    caveat="It is made up.",
    headline=True,
    charted=True,
    pooled=True,
)


@pytest.fixture(scope="module", autouse=True)
def added() -> Iterator[None]:
    """The one change there is: an entry in the catalogue."""
    MEASURES[SIXTH.id] = SIXTH
    yield
    del MEASURES[SIXTH.id]


def made_up_counts(reference: Reference) -> Counts:
    """Nought to forty enquiries of every council but each thirteenth, of which nothing is held."""
    counts = {}
    for year in YEARS:
        for index, council in enumerate(reference.councils_in(year)):
            if index % 13 != 12:
                base = (0, 1, 2, 3, 4, 5, 8, 13, 21, 30, 40)[index % 11]
                counts[council.slug, year] = {
                    "investigated": KnownCount(base, Origin.REPORTED),
                    "satisfactory_remedies": KnownCount(-(-base // 4), Origin.REPORTED),
                }
            else:
                counts[council.slug, year] = {}
    return counts


@pytest.fixture(scope="module")
def release(added: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    inputs = read_inputs(DATA)
    counts = {**held_counts(inputs.held), **made_up_counts(inputs.reference)}
    measured = assemble_figures(counts, inputs.held, inputs.reference, YEARS)
    content = assemble(Edition("sixth", "Sixth", "real", "bundled", YEARS), inputs, counts, measured)
    return build_release(
        content,
        tmp_path_factory.mktemp("releases"),
        inputs="",
        shapes=drawn_shapes(DATA),
        export=export,
    )


@pytest.fixture(scope="module")
def repository(release: Path) -> SqliteRepository:
    return SqliteRepository(release)


@pytest.fixture(scope="module")
def client(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Client:
    opened = open_releases("sixth", demo_allowed=False, directory=release.parent, environment={})
    return create_app(opened, Settings(cache=tmp_path_factory.mktemp("cache"))).server.test_client()


@pytest.fixture(scope="module")
def figures(repository: SqliteRepository) -> dict[str, Figure]:
    return repository.year_figures(YEAR, SIXTH.id)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    html = re.sub(r"<(script|style)[^>]*>.*?</\1>", " ", response.get_data(as_text=True), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def one(figures: dict[str, Figure], *, few: bool) -> Figure:
    """A council with a value, of few cases or of many."""
    return next(
        figure
        for figure in figures.values()
        if figure.state is State.VALUE
        and figure.numerator
        and counts_lead(SIXTH, figure.numerator, figure.denominator) is few
    )


def empty(figures: dict[str, Figure], state: State) -> Figure:
    return next(figure for figure in figures.values() if figure.state is state)


def test_there_are_councils_of_many_cases_of_few_of_none_and_of_nothing_held(
    figures: dict[str, Figure],
) -> None:
    assert one(figures, few=False).value is not None
    assert one(figures, few=True).value is not None
    assert {figure.state for figure in figures.values()} >= {State.VALUE, State.NO_CASES, State.NOT_HELD}


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize("address", ["/council/{slug}/{year}", "/council/{slug}/{year}/panel.json"])
def test_page_and_panel_lead_with_its_figure(
    client: Client, figures: dict[str, Figure], address: str, *, few: bool
) -> None:
    figure = one(figures, few=few)
    lead = headline(figure)
    assert lead is not None
    assert (lead.number == f"{figure.numerator} of {figure.denominator}") is few
    response = client.get(address.format(slug=figure.slug, year=YEAR))
    said = response.get_data(as_text=True)
    assert SIXTH.label in said
    for text in (lead.number, lead.words.split("(")[0].split()[-1]):
        assert text in said


@pytest.mark.parametrize("state", [State.NO_CASES, State.NOT_HELD])
def test_page_and_panel_say_why_there_is_none(
    client: Client, figures: dict[str, Figure], state: State
) -> None:
    figure = empty(figures, state)
    said = page(client, f"/council/{figure.slug}/{YEAR}")
    assert (SIXTH.words.no_cases if state is State.NO_CASES else "It is not zero.") in said


def test_the_map_offers_and_colours_it(client: Client, figures: dict[str, Figure]) -> None:
    for tier in ("upper", "lower"):
        html = client.get(f"/?measure={SIXTH.id}&year={YEAR}&tier={tier}&period=1").get_data(as_text=True)
        assert re.search(rf'<option[^>]*value="{SIXTH.id}"[^>]*selected', html) or re.search(
            rf'<option[^>]*selected[^>]*value="{SIXTH.id}"', html
        )
        assert f"{SIXTH.label}, {YEAR}" in html
        assert "24% or more" in html  # its classes, in the legend
        assert "not held" in html
    few, none = one(figures, few=True), empty(figures, State.NO_CASES)
    assert f"{few.numerator} of {few.denominator} made good" in html
    assert none.slug in html
    assert "no full enquiries" in html


def test_the_script_colours_the_map_by_it(repository: SqliteRepository, client: Client) -> None:
    told = client.get(repository.static_url("map/lower-1.json")).get_data(as_text=True)
    assert SIXTH.id in told
    assert "no full enquiries" in told


def test_compare_sets_councils_side_by_side_on_it(client: Client, figures: dict[str, Figure]) -> None:
    many, few, none = one(figures, few=False), one(figures, few=True), empty(figures, State.NO_CASES)
    group = ",".join(figure.slug for figure in (many, few, none))
    said = page(client, f"/compare?councils={group}&year={YEAR}")
    assert f"{SIXTH.label}, {YEAR}" in said
    assert f"{few.numerator} of {few.denominator} (" in said
    assert f"({many.numerator} of {many.denominator})" in said
    years = page(client, f"/compare?councils={group}&year={YEAR}&view=years&measure={SIXTH.id}")
    assert SIXTH.label in years
    csv_text = client.get(f"/compare.csv?councils={group}&year={YEAR}").get_data(as_text=True)
    assert SIXTH.label in csv_text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/about", SIXTH.words.made_of),
        ("/about", SIXTH.explanation),
        ("/data/quality", SIXTH.label),
    ],
)
def test_the_pages_about_the_figures_explain_it(client: Client, address: str, said: str) -> None:
    assert said in page(client, address)


def test_the_figures_for_scripts_have_it(repository: SqliteRepository, figures: dict[str, Figure]) -> None:
    few = one(figures, few=True)
    council = repository.council(few.slug)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in figure_rows(repository, (YEAR,), council)]
    (row,) = (row for row in rows if row["measure"] == SIXTH.id)
    assert (row["numerator"], row["denominator"]) == (str(few.numerator), str(few.denominator))
    assert (row["state"], row["comparison_reason"]) == ("value", "too_few_cases")


def test_the_downloads_hold_it_and_say_what_it_is(client: Client, repository: SqliteRepository) -> None:
    told = client.get(repository.static_url(downloads.CSV)).get_data(as_text=True)
    measures = {row["measure"] for row in csv.DictReader(io.StringIO(told.lstrip("\ufeff")))}
    assert SIXTH.id in measures
    for name in (downloads.JSON, downloads.CSVW, downloads.PACKAGE):
        assert SIXTH.id in client.get(repository.static_url(name)).get_data(as_text=True)

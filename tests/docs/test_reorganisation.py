"""``docs/reorganisation.md`` is done as it is written: Surrey in 2027, in simulated tables of later years."""

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.build.data import DATA
from dashboard.cli import main
from dashboard.cli.reference_now import reference_now
from dashboard.domain.authority_types import Tier
from dashboard.domain.comparison import NoComparison
from dashboard.imports.store.files import store_directory
from dashboard.imports.store.log import read_log
from dashboard.imports.store.reorganisations_file import FILE, read_kept
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.reorganised import reorganised
from dashboard.reference.sources import altered_artefacts, load_sources
from dashboard.reorganise.checking import checked, last_change
from dashboard.reorganise.reading import COLUMNS, read_rows
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.html_text import visible
from tests.support.official_files import (
    EDITION,
    FIRST,
    NEXT,
    data_folder,
    estimates,
    mye2_rows,
    neighbour_rows,
    nspl_rows,
    write_csv,
    write_mye2,
)
from tests.support.years_to_come import open_warnings, write_year

PROJECT = Path(__file__).resolve().parents[2]
GUIDE = PROJECT / "docs" / "reorganisation.md"
CSV = "files/surrey-2027.csv"
NAME = "2027-28"
YEARS = ("2025-26", "2026-27", "2027-28")
BEFORE, AFTER = YEARS[1:]
EAST, WEST, COUNTY = "east-surrey-council", "west-surrey-council", "surrey-county-council"
SUTTON = "london-borough-of-sutton"
STEPS = (
    ("reorganise files/surrey-2027.csv --dry-run", "Surrey County Council ends on 31 March 2027"),
    ("reorganise preview", "The maps before and after: surrey.svg"),
    ("reorganise files/surrey-2027.csv --by", "It is kept as “surrey-2027”."),
    ("reorganise list", "East Surrey Council (unitary, no code yet) from 1 April 2027"),
    ("import --name 2027-28 --year 2025-26", "has 3 inputs."),
    ("import --name 2027-28 --year 2026-27", "has 6 inputs."),
    ("import --name 2027-28 --year 2027-28", "has 9 inputs."),
    ("check 2027-28", "This draft can be built once"),
    ("accept 2027-28", "This draft can be built: no errors"),
    ("build 2027-28", "built in"),
    ("reorganise files/surrey-2027.csv --replace", "It is kept as “surrey-2027”."),
    ("reorganise remove surrey-2027", "Removed: surrey-2027."),
    ("renew population", f"Mid-{NEXT}: estimates of"),
    ("renew neighbours", "neighbours of 317 councils, from"),
    ("renew postcodes", f"{EDITION}: 191,088 postcodes of England that are in use"),
)
"""What each command of the page begins with, and what it says."""


def block(kind: str) -> list[str]:
    """Return the lines of the page's blocks of a kind."""
    found = re.findall(rf"^```{kind}\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line for one in found for line in one.splitlines()]


def commands() -> list[str]:
    return [line.removeprefix("python -m dashboard ") for line in block("sh")]


def surrey() -> Reference:
    """Return the councils with those of the page's file."""
    committed = load_reference(DATA)
    rows = read_rows("\n".join(block("csv")).encode(), CSV)
    return reorganised(committed, checked(rows, committed, last_change(committed)))


def test_every_command_of_the_page_is_a_step() -> None:
    assert len(commands()) == len(STEPS)
    for command, (begins, _) in zip(commands(), STEPS, strict=True):
        assert command.startswith(begins)


def test_the_page_tells_every_column_and_its_file_is_taken() -> None:
    table = re.findall(r"^\| `(\w+)` \|", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert tuple(table) == COLUMNS
    assert {EAST, WEST} <= surrey().councils.keys()


def test_who_lives_in_a_new_council_are_all_who_lived_in_those_before_it() -> None:
    england = surrey()
    for slug in (EAST, WEST):
        parts = [england.population(link.predecessor, 2024) for link in england.predecessors(slug)]
        districts = [
            england.population(link.predecessor, 2024)
            for link in england.predecessors(slug)
            if link.change == "merged"
        ]
        assert len(parts) == len(districts) + 1, "the county is split, and counted in neither"
        assert england.population(slug, 2024) == sum(n for n in districts if n is not None)
    both = (england.population(EAST, 2024) or 0) + (england.population(WEST, 2024) or 0)
    assert both == england.population(COUNTY, 2024)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working folder with the page's file and three years of tables, in which its commands were typed."""
    here = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(here)
        for name in ("DASHBOARD_RELEASES", "DASHBOARD_STORE", "DASHBOARD_RELEASE"):
            patched.delenv(name, raising=False)
        (here / "files").mkdir()
        (here / CSV).write_text("\n".join(block("csv")) + "\n", "utf-8")
        england = surrey()
        for year in YEARS:
            write_year(here / "files" / year, year, england)
        data_folder(here)
        write_mye2(here / "files" / "mye25tablesuk.xlsx", mye2_rows(estimates(NEXT), NEXT))
        write_csv(here / "files" / "global.csv", neighbour_rows("ons_global"))
        write_csv(here / "files" / f"NSPL_{EDITION.upper().replace(' ', '_')}_UK.csv", nspl_rows())
        yield here


def words_of(command: str) -> list[str]:
    """Return a command's words as a shell gives them, NUMBER looked up."""
    words: list[str] = []
    if command.startswith("renew "):  # the years of the example, once they are held
        command = command.replace("2025", str(NEXT)).replace("--from 2026", f"--from {FIRST}")
        command = command.replace("MAY_2026", EDITION.upper().replace(" ", "_")).replace("May 2026", EDITION)
    for word in shlex.split(command):
        filled = str(open_warnings(NAME)[words[-2]]) if word == "NUMBER" else word
        words += sorted(map(str, Path().glob(filled))) if "*" in filled else [filled]
    return words


@pytest.fixture(scope="module")
def said(folder: Path) -> dict[str, str]:
    """What every command said, by what it begins with. The code is written into the file before it is
    handed in again."""
    told: dict[str, str] = {}
    for command, (begins, _) in zip(commands(), STEPS, strict=True):
        if "--replace" in command:
            text = (folder / CSV).read_text("utf-8")
            (folder / CSV).write_text(text.replace("East Surrey Council,,", "East Surrey Council,E06000999,"))
        with redirect_stdout(io.StringIO()) as printed:
            status = main(words_of(command))
        told[begins] = " ".join(printed.getvalue().split())
        assert status == (1 if command.startswith("check") else 0), (command, told[begins])
        if "--replace" in command:
            (kept,) = read_kept(store_directory())
            assert [council.code for council in kept.reorganisation.councils] == ["E06000999", None]
            assert reference_now(None).slug_for_code("E06000999") == EAST
    return told


@pytest.fixture(scope="module")
def repository(said: dict[str, str], folder: Path) -> SqliteRepository:
    assert said
    return SqliteRepository(folder / "releases" / NAME)


@pytest.mark.slow
@pytest.mark.parametrize(("begins", "says"), [step for step in STEPS if step[0] != "build 2027-28"])
def test_each_command_says_what_it_did(said: dict[str, str], begins: str, says: str) -> None:
    assert says in said[begins]


@pytest.mark.slow
@pytest.mark.usefixtures("said")
def test_what_was_renewed_is_in_the_data_with_its_record(folder: Path) -> None:
    data = folder / "data"
    assert altered_artefacts(data) == []
    assert load_reference(data).population("adur-district-council", NEXT) == estimates(NEXT)["E07000223"]
    titles = [source.title for source in load_sources(data)]
    assert any(title.endswith(f"mid-{NEXT} (MYE2)") for title in titles)
    assert any(title.endswith(EDITION) for title in titles)
    assert sum("Postcode" in title for title in titles) == 1, "the file before is no source any more"


@pytest.mark.slow
@pytest.mark.usefixtures("said")
def test_in_the_end_nothing_is_kept_and_the_lines_of_who_and_why_are(folder: Path) -> None:
    assert not (folder / "store" / FILE).exists()
    lines = [line for line in read_log(folder / "store") if line.act.startswith("reorganise")]
    assert [(line.act, line.by) for line in lines] == [
        ("reorganise", "Head of data"),
        ("reorganise", "Data manager"),
        ("reorganise remove", "Head of data"),
    ]
    assert (folder / "surrey.svg").read_text("utf-8").count("East Surrey") >= 1


@pytest.mark.slow
@pytest.mark.parametrize("tier", list(Tier))
def test_each_year_has_the_map_of_its_time(repository: SqliteRepository, tier: Tier) -> None:
    old = COUNTY if tier is Tier.UPPER else "guildford-borough-council"
    before, after = (repository.map_shapes(tier, year) for year in (BEFORE, AFTER))
    assert before == repository.map_shapes(tier, YEARS[0])
    assert {slug: slug in before for slug in (EAST, WEST, old)} == {EAST: False, WEST: False, old: True}
    assert {slug: slug in after for slug in (EAST, WEST, old)} == {EAST: True, WEST: True, old: False}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "councils", "sure"),
    [
        ("GU1", {WEST}, True),
        ("KT17 1", {EAST}, True),
        ("KT17 3AJ", {EAST}, True),
        ("KT17 2DF", {SUTTON}, True),
        ("KT17", {EAST, SUTTON}, False),
        ("East Surrey", {EAST}, True),
    ],
)
def test_a_postcode_or_name_leads_to_the_council_of_today(
    repository: SqliteRepository, typed: str, councils: set[str], sure: bool
) -> None:
    found = repository.find(typed)
    assert ({*found.councils}, found.sure) == (councils, sure)


@pytest.mark.slow
def test_the_councils_of_a_year_are_those_of_its_time(repository: SqliteRepository) -> None:
    slugs = {year: {council.slug for council in repository.councils(year)} for year in YEARS}
    assert slugs[YEARS[0]] == slugs[BEFORE]
    assert slugs[AFTER] - slugs[BEFORE] == {EAST, WEST}
    assert COUNTY in slugs[BEFORE] - slugs[AFTER]
    assert len(slugs[BEFORE] - slugs[AFTER]) == 12


@pytest.mark.slow
def test_no_rate_for_residents_is_compared_in_the_first_year(repository: SqliteRepository) -> None:
    rate = repository.figures(EAST, AFTER)["upheld_per_100k"]
    assert rate.compared is not None
    assert rate.compared.reason is NoComparison.FIRST_YEAR
    assert "those of its predecessors, together" in (rate.note or "")


@pytest.mark.slow
def test_the_years_before_are_its_whole_predecessors_and_not_the_county(repository: SqliteRepository) -> None:
    merged = [one.predecessor for one in repository.predecessors(EAST) if one.change == "merged"]
    assert len(merged) == 5
    combined = repository.combined(EAST, BEFORE)["upheld_pct"]
    each = [repository.figures(slug, BEFORE)["upheld_pct"] for slug in merged]
    assert combined.numerator == sum(figure.numerator or 0 for figure in each)
    assert combined.denominator == sum(figure.denominator or 0 for figure in each)
    assert "Surrey County Council was split and is not added" in (combined.note or "")


@pytest.mark.slow
@pytest.mark.parametrize("method", ["ons_global", "ons_demographic", "ons_economic", "dfe"])
def test_statistical_neighbours_are_not_held(repository: SqliteRepository, method: str) -> None:
    assert repository.neighbours(EAST, method, AFTER) == ()
    assert WEST in repository.neighbours(EAST, "touching", AFTER)
    assert repository.neighbours(COUNTY, "touching", AFTER) == ()


PAGES = {
    f"/council/{EAST}": ("This is the first year of East Surrey Council", "Predecessors combined: Elmbridge"),
    f"/council/{EAST}/{AFTER}/letter": ("formed from Elmbridge Borough Council", "Dear Chief Executive"),
    f"/council/{EAST}/{BEFORE}": ("it was formed on 1 April 2027", "Predecessors combined"),
    "/council/guildford-borough-council": ("Its area is now served by", "West Surrey Council"),
    f"/council/{COUNTY}": ("Surrey County Council ended on 31 March 2027.", "East Surrey Council and"),
    f"/compare?councils={EAST}&peers=ons_global": ("none is held for East Surrey", "East Surrey"),
    "/data": (
        "Councils made of whole ones: East Surrey Council (1 April 2027)",
        "Statistical neighbours are not held.",
    ),
}


@pytest.fixture(scope="module")
def client(
    repository: SqliteRepository, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> FlaskClient:
    assert repository
    releases = open_releases(NAME, demo_allowed=False, directory=folder / "releases", environment={})
    app = create_app(releases, Settings(cache=tmp_path_factory.mktemp("cache")))
    made: FlaskClient = app.server.test_client()
    return made


@pytest.mark.slow
@pytest.mark.parametrize("address", PAGES)
def test_its_pages_say_so(client: FlaskClient, address: str) -> None:
    page = visible(client.get(address).get_data(as_text=True))
    for words in PAGES[address]:
        assert words in page

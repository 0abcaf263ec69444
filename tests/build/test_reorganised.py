"""A release after a reorganisation, and that one without any, or after its removal, is what it was before."""

import hashlib
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.domain.authority_types import Tier
from dashboard.repository.sqlite import SqliteRepository
from tests.support.annual_tables import SIMULATED
from tests.support.office import TWO_TIERS, WHO, Office, office
from tests.support.years_to_come import open_warnings

NAME, YEAR = "2027-28", "2027-28"
EARLIER = "2026-27"
KIND = ("--kind", "demonstration")
NEW = "greater-blackpool-council"
TEXT = (
    "name,code,type,start,predecessors\n"
    "Greater Blackpool Council,E06000099,unitary,2027-04-01,Birmingham|Blackpool Borough Council\n"
)
TABLE = f"""{SIMULATED}
Complaints received {{year}}

Authority Name,Adult Care Services,Benefits and Tax,Education and Childrens Services,\
Highways and Transport,Housing
Leeds City Council,30,22,35,12,40
City of York Council,5,3,8,2,6
"""


def digests(release: Path) -> dict[str, str]:
    """Return the checksum of every file of a release."""
    return {
        path.relative_to(release).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(release.rglob("*"))
        if path.is_file()
    }


def begin(place: Office, name: str, *years: str) -> None:
    for year in years:
        table = place.folder / f"received-{year}.csv"
        table.write_text(TABLE.format(year=year), "utf-8")
        assert main(["import", "--name", name, "--year", year, *KIND, str(table), *place.data]) == 0


def build(place: Office, name: str) -> dict[str, str]:
    """Accept every warning of a draft, build it, and return its files by checksum."""
    for check, number in open_warnings(name, Path(place.data[1])).items():
        counted = ["--all-of", check, "--expect", str(number)]
        assert main(["accept", name, *counted, *WHO, *place.data]) == 0
    assert main(["build", name, *place.data]) == 0
    return digests(place.releases / name)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Office:
    here = office(tmp_path_factory.mktemp("office"), TWO_TIERS)
    (here.folder / "blackpool-2027.csv").write_text(TEXT, "utf-8")
    return here


@pytest.fixture(autouse=True)
def _there(place: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764460800")
    for name, value in place.environment.items():
        monkeypatch.setenv(name, value)


def reorganise(place: Office, *words: str) -> None:
    assert main(["reorganise", *words, *WHO, *place.data]) == 0


@pytest.fixture(scope="module")
def built(place: Office) -> dict[str, dict[str, str]]:
    """Two drafts built without a reorganisation, with it, and after its removal."""
    found: dict[str, dict[str, str]] = {}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in {**place.environment, "SOURCE_DATE_EPOCH": "1764460800"}.items():
            patched.setenv(name, value)
        begin(place, EARLIER, "2026-27")
        begin(place, NAME, "2026-27", YEAR)
        found |= {f"{name} before": build(place, name) for name in (EARLIER, NAME)}
        reorganise(place, str(place.folder / "blackpool-2027.csv"))
        found |= {f"{name} with it": build(place, name) for name in (EARLIER, NAME)}
        (place.releases / NAME).rename(place.releases / "with-it")
        reorganise(place, "remove", "blackpool-2027")
        assert (
            main(["accept", NAME, "--remove", "--unmet", *WHO, *place.data]) == 0
        )  # what it alone warned of
        found |= {f"{name} removed": build(place, name) for name in (EARLIER, NAME)}
    return found


def test_a_release_of_years_before_it_is_byte_for_byte_the_same(built: dict[str, dict[str, str]]) -> None:
    assert built[f"{EARLIER} with it"] == built[f"{EARLIER} before"] == built[f"{EARLIER} removed"]


def test_removed_it_leaves_no_byte_in_any_release(built: dict[str, dict[str, str]]) -> None:
    assert built[f"{NAME} with it"] != built[f"{NAME} before"]
    assert built[f"{NAME} removed"] == built[f"{NAME} before"]


@pytest.mark.usefixtures("built")
def test_each_year_has_the_map_of_its_time(place: Office) -> None:
    repository = SqliteRepository(place.releases / "with-it")
    for tier in Tier:
        assert f"{tier}-2023" in repository.map_shapes(tier, "2026-27")
        assert NEW not in repository.map_shapes(tier, "2026-27")
        assert NEW in repository.map_shapes(tier, YEAR)
        assert NEW not in repository.map_shapes(tier, "2026-27", tiles=True)
        assert f'data-slug="{NEW}"' in repository.map_shapes(tier, YEAR, tiles=True)
    assert "blackpool-borough-council" not in repository.map_shapes(Tier.UPPER, YEAR)


def test_put_into_the_data_it_is_in_a_release_as_while_it_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = office(tmp_path, TWO_TIERS)
    for name, value in here.environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "blackpool-2027.csv").write_text(TEXT, "utf-8")
    reorganise(here, str(tmp_path / "blackpool-2027.csv"))
    begin(here, NAME, "2026-27", YEAR)
    build(here, NAME)
    kept = shown(here)
    assert kept["predecessors"]
    assert main(["renew", "councils", "blackpool-2027", "--out", here.data[1]]) == 0
    reorganise(here, "remove", "blackpool-2027")
    build(here, NAME)
    assert shown(here) == kept


def shown(place: Office) -> dict[str, object]:
    """Return what a release has of the new council, and of the years before and after."""
    held = SqliteRepository(place.releases / NAME)
    years = ("2026-27", YEAR)
    return {
        "maps": [held.map_shapes(tier, year) for tier in Tier for year in years],
        "councils": [held.councils(year) for year in years],
        "predecessors": held.predecessors(NEW),
        "residents": held.population(NEW, 2024),
        "touching": [held.neighbours(slug, "touching", YEAR) for slug in (NEW, "leeds-city-council")],
        "found": [held.find(text).councils for text in ("Greater Blackpool", "Birmingham", "Blackpool")],
    }

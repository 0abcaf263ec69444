"""Councils that a store keeps, put into the data: what the build made of them is what is read then."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.build.moved import places_after, postcodes_after
from dashboard.build.outlines import Vintage, shapes_before, vintages_after
from dashboard.cli import main
from dashboard.domain.authority_types import Tier
from dashboard.domain.reorganisation import Reorganisation
from dashboard.imports.problems import ImportRefusedError
from dashboard.reference.load import load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.places import load_places
from dashboard.reference.postcodes import load_postcodes
from dashboard.reference.reorganised import moved_to, reorganised
from dashboard.reference.sources import altered_artefacts
from dashboard.reorganise.checking import checked, last_change
from dashboard.reorganise.keeping import Handed, keep
from dashboard.reorganise.reading import read_rows
from derive.artefacts import Table
from derive.publications import OFFICIAL
from derive.renewal import councils
from derive.renewal import keep as keeping
from derive.renewal.neighbours import renewed_neighbours
from derive.renewal.official_file import OfficialFile
from derive.renewal.postcodes import renewed_postcodes
from derive.renewal.renewed import Renewal
from derive.source import DerivationError
from tests.support.official_files import (
    EDITION,
    NEXT,
    data_folder,
    estimates,
    mye2_rows,
    neighbour_rows,
    nspl_rows,
    write_csv,
    write_mye2,
)
from tests.support.stores import WHY

pytestmark = pytest.mark.data

FIRST = f"{NEXT + 2}-04-01"
EAST_OF = "Elmbridge|Epsom and Ewell|Mole Valley|Reigate and Banstead|Tandridge"
WEST_OF = "Guildford|Runnymede|Spelthorne|Surrey Heath|Waverley|Woking"
ROWS = {
    "surrey": f"East Surrey Council,E06009951,unitary,{FIRST},{EAST_OF}\n"
    f"West Surrey Council,E06009952,unitary,{FIRST},{WEST_OF}\n",
    "derby": f"Greater Derby Council,E06009953,unitary,{FIRST},Derby City Council|Amber Valley\n",
}
FILES = {name: f"name,code,type,start,predecessors\n{rows}".encode() for name, rows in ROWS.items()}
WHO = ("--by", "A. Person", "--reason", "The order")
DERBYSHIRE = "derbyshire-county-council"
COMMITTED = load_reference(DATA)
KEPT = tuple(
    Reorganisation(name, checked(read_rows(file, name), COMMITTED, last_change(COMMITTED)))
    for name, file in FILES.items()
)
NEW = tuple(council for one in KEPT for council in one.councils)


@dataclass
class Office:
    """The data after the command, and the maps that it had."""

    data: Path
    vintages: tuple[Vintage, ...] = ()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Both reorganisations kept, put into a copy of the data, and removed, by the commands that are typed."""
    folder = tmp_path_factory.mktemp("office")
    here = Office(data_folder(folder))

    def drawn(*asked: object) -> tuple[Vintage, ...]:
        here.vintages = vintages_after(*asked)  # type: ignore[arg-type]
        return here.vintages

    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DASHBOARD_STORE", str(folder / "store"))
        patched.setattr(councils, "vintages_after", drawn)
        for name, file in FILES.items():
            keep(folder / "store", Handed(f"{name}.csv", file, name), COMMITTED, WHY)
        assert main(["renew", "councils", *FILES, "--out", str(here.data)]) == 0
        for name in FILES:
            assert main(["reorganise", "remove", name, *WHO, "--data", str(here.data)]) == 0
    return here


def test_councils_residents_and_who_became_whom_are_as_while_they_were_kept(office: Office) -> None:
    read, then = load_reference(office.data), reorganised(COMMITTED, NEW)
    assert read.councils == then.councils
    assert {*read.code_spans} == {*then.code_spans}
    assert read.lineage == then.lineage
    assert (read.populations, read.population_sources) == (then.populations, then.population_sources)
    assert read.later_residents == then.later_residents
    assert [one.slug for one in read.later_residents] == [DERBYSHIRE]


def test_maps_neighbours_postcodes_and_places_are_as_the_build_made_them(office: Office) -> None:
    (vintage,) = office.vintages
    newest = {tier: shapes_before(office.data, tier, NEXT + 3) for tier in Tier}
    assert newest == {Tier.LOWER: vintage.lower, Tier.UPPER: vintage.upper}
    assert {*load_neighbours(office.data)} == {*vintage.neighbours}
    moved = moved_to(NEW)
    assert [*load_postcodes(office.data)] == [*postcodes_after(load_postcodes(DATA), moved)]
    assert {*load_places(office.data)} == {*places_after(load_places(DATA), moved)}


def test_the_record_names_the_reorganisations_and_no_data_are_altered(office: Office) -> None:
    assert altered_artefacts(office.data) == []
    told = (office.data / "PROVENANCE.md").read_text("utf-8")
    assert "Councils made of whole ones: East Surrey Council (1 April" in told
    assert "`renewed/councils/derby+surrey/derby+surrey.csv`" in told


def renew_population(out: Path, year: int, persons: dict[str, int], folder: Path) -> None:
    book = write_mye2(folder / f"mye{year}.xlsx", mye2_rows(persons, year))
    assert main(["renew", "population", str(book), "--year", str(year), "--out", str(out)]) == 0, year


def test_files_of_the_years_around_are_taken_with_the_codes_of_their_time(
    office: Office, tmp_path: Path
) -> None:
    """The estimates before they begin have the districts: residents are as they are while the store keeps the
    new councils, those of the county too that is left smaller. Those after have the new ones."""
    plain, out = data_folder(tmp_path), tmp_path / "with"
    shutil.copytree(office.data, out)
    for year in (NEXT, NEXT + 1):
        for folder in (plain, out):
            renew_population(folder, year, dict(estimates(NEXT)), tmp_path)
        read = load_reference(out)
        assert read.populations == reorganised(load_reference(plain), NEW).populations, year
    assert (read.population(DERBYSHIRE, NEXT) or 0) > (read.population(DERBYSHIRE, NEXT + 1) or 0)
    persons = with_new_codes(dict(estimates(NEXT)))
    renew_population(out, NEXT + 2, persons, tmp_path)
    read = load_reference(out)
    assert [read.population(c.slug, NEXT + 2) for c in NEW] == [persons[c.code or ""] for c in NEW]
    assert read.population("surrey-county-council", NEXT + 2) is None


def test_a_lookup_and_a_list_of_neighbours_are_taken_with_the_new_codes(
    office: Office, tmp_path: Path
) -> None:
    code_of = {COMMITTED.councils[old].code: c.code or "" for c in NEW for old in c.predecessors}
    lookup = ([*row[:4], code_of.get(row[4], row[4]), row[5]] for row in nspl_rows())
    name = f"NSPL_{EDITION.upper().replace(' ', '_')}_UK.csv"
    postcodes = renewed_postcodes(OfficialFile(write_csv(tmp_path / name, lookup)), office.data, EDITION)
    lies = {row[0]: row[1] for row in postcodes.table.rows}
    assert (lies["GU1"], lies["KT17 1"]) == ("west-surrey-council", "east-surrey-council")
    assert not {row[1] for row in postcodes.table.rows} & moved_to(NEW).keys()
    path = write_csv(tmp_path / "global.csv", recoded(neighbour_rows("ons_global"), code_of))
    neighbours = renewed_neighbours(OfficialFile(path), office.data, "ons_global", NEXT + 2)
    begun = [row for row in neighbours.table.rows if row[1] == "ons_global" and row[4] == str(NEXT + 2)]
    assert {c.slug for c in NEW} <= {row[0] for row in begun}
    assert {c.slug for c in NEW} <= {row[3] for row in begun}
    assert not {slug for row in begun for slug in (row[0], row[3])} & moved_to(NEW).keys()


def recoded(rows: list[list[str]], code_of: dict[str, str]) -> list[list[str]]:
    """Return a list of neighbours with new codes, one row a council; whoever stands in it twice then gives
    way to an area of Wales, as does the county that ended."""
    gone = COMMITTED.councils["surrey-county-council"].code
    found: dict[str, list[str]] = {}
    for code, *near in rows:
        mine = code_of.get(code, code)
        seen = {mine}
        told = []
        for rank, one in enumerate(near):
            other = code_of.get(one, one)
            told.append(f"W070000{rank:02}" if other in seen or other == gone else other)
            seen.add(told[-1])
        if code != gone:
            found.setdefault(mine, told)
    return [[code, *near] for code, near in found.items()]


def with_new_codes(persons: dict[str, int]) -> dict[str, int]:
    """Return residents by code with those of the new councils in the place of those that went."""
    codes = {slug: council.code for slug, council in COMMITTED.councils.items()}
    del persons[codes["surrey-county-council"]]
    for council in NEW:
        persons[council.code or ""] = sum(persons[codes[slug]] for slug in council.predecessors)
    persons[codes[DERBYSHIRE]] -= persons[codes["amber-valley-borough-council"]]
    for slug in moved_to(NEW):
        del persons[codes[slug]]
    return persons


def test_such_data_are_not_derived_over(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    before = (office.data / "provenance.json").read_bytes()
    assert main(["derive", "--source", "nowhere", "--out", str(office.data), "--anew"]) == 1
    assert "Councils are in the data under" in capsys.readouterr().err
    assert (office.data / "provenance.json").read_bytes() == before


def test_what_is_kept_and_in_the_data_is_said_to_be_removed(office: Office) -> None:
    with pytest.raises(ImportRefusedError, match=r"East Surrey Council is in the data already\. Remove it"):
        councils.renewed_councils(office.data, ["surrey", "derby"], KEPT)


@pytest.mark.parametrize(
    ("names", "code", "says"),
    [
        (["kent"], "E06009951", "No reorganisation “kent” is kept. There are surrey and derby."),
        (["surrey"], "E06009951", "derby begins no later: name it too."),
        (
            [*FILES],
            None,
            "East Surrey Council, Greater Derby Council and West Surrey Council have no code yet",
        ),
    ],
)
def test_what_cannot_be_put_in_is_a_sentence(names: list[str], code: str | None, says: str) -> None:
    kept = [replace(one, councils=tuple(replace(c, code=code) for c in one.councils)) for one in KEPT]
    with pytest.raises(DerivationError) as caught:
        councils.renewed_councils(DATA, names, kept)
    assert str(caught.value).startswith(says)


def test_what_does_not_end_leaves_neither_table_nor_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off before its record is written."""
    out = data_folder(tmp_path)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    tables = [Table(f"reference/{name}.csv", ("a",), (("b",),)) for name in ("councils", "one-more")]
    maps = {"boundaries/lower-2027.json": "{}"}
    made = Renewal("councils/x", tables[0], OFFICIAL, "", whole=False, said=(), more=(tables[1],), maps=maps)
    monkeypatch.setattr(keeping, "write_provenance", _cut_off)
    with pytest.raises(KeyboardInterrupt):
        keeping.renew(out, OfficialFile(Path("x.csv")), lambda: made, dry_run=False)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def _cut_off(*_: object) -> None:
    raise KeyboardInterrupt

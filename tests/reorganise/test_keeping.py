"""A reorganisation in the store: kept whole or not at all, listed, replaced, removed; who and why stay."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dashboard.domain.reorganisation import begun_by
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.draft import Draft, DraftInput
from dashboard.imports.store.fingerprint import fingerprint_of
from dashboard.imports.store.log import read_log
from dashboard.imports.store.reorganisations_file import FILE, read_kept, read_reorganisations
from dashboard.reference.reorganised import reorganised
from dashboard.releases.fingerprint import changes
from dashboard.reorganise.applied import every
from dashboard.reorganise.keeping import Handed, keep, remove, told
from tests.reorganise.county import EAST_AND_WEST, HEAD, england, taken
from tests.support.stores import WHY, put_draft

NAME = "wessex-2027"
LATER = HEAD + "Greater Wessex Council,,unitary,2028-04-01,East Wessex Council|Melcombe City Council\n"


def handed(text: str = EAST_AND_WEST, name: str = NAME) -> Handed:
    return Handed(f"{name}.csv", text.encode(), name)


def test_what_is_kept_is_what_was_said(tmp_path: Path) -> None:
    keep(tmp_path, handed(), england(), WHY)
    (kept,) = read_kept(tmp_path)
    assert (kept.name, kept.by, kept.reason, kept.on) == (NAME, WHY.by, WHY.reason, "2026-05-03")
    assert kept.reorganisation.councils == taken(EAST_AND_WEST)


def test_a_file_is_handed_in_anew_though_a_later_one_builds_on_it(tmp_path: Path) -> None:
    keep(tmp_path, handed(), england(), WHY)
    keep(tmp_path, handed(LATER, "later"), england(), WHY)
    coded = EAST_AND_WEST.replace("East Wessex Council,,", "East Wessex Council,E06000097,")
    keep(tmp_path, Handed(f"{NAME}.csv", coded.encode(), NAME), england(), WHY, replaces=True)
    codes = {one.slug: one.code for kept in read_kept(tmp_path) for one in kept.reorganisation.councils}
    assert codes["east-wessex-council"] == "E06000097"
    renamed = EAST_AND_WEST.replace("East Wessex Council,,", "Sunrise Council,,")
    with pytest.raises(ImportRefusedError, match="east-wessex-council"):
        keep(tmp_path, Handed(f"{NAME}.csv", renamed.encode(), NAME), england(), WHY, replaces=True)


@pytest.mark.parametrize(
    ("start", "of_the_year", "of_the_next"),
    [("2027-04-01", True, True), ("2027-10-01", False, True), ("2028-03-31", False, True)],
)
def test_a_council_that_begins_in_the_course_of_a_year_is_of_the_next(
    start: str, of_the_year: bool, of_the_next: bool
) -> None:
    new = taken(EAST_AND_WEST.replace("2027-04-01", start))
    assert bool(begun_by(new, "2027-28")) is of_the_year
    assert bool(begun_by(new, "2028-29")) is of_the_next
    reference = reorganised(england(), new)
    assert reference.existed("east-wessex-council", "2027-28") is of_the_year
    assert reference.existed("alton-borough-council", "2027-28") is not of_the_year


def test_a_refused_file_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    half = EAST_AND_WEST + "North Council,,unitary,2027-04-01,Nowhere\n"
    with pytest.raises(ImportRefusedError, match="Nowhere"):
        keep(tmp_path, handed(half), england(), WHY)
    assert not (tmp_path / FILE).exists()
    assert read_log(tmp_path) == ()


def test_to_say_what_it_means_keeps_nothing(tmp_path: Path) -> None:
    said = told(tmp_path, handed(), england())
    assert said.meaning[0].startswith("East Wessex Council (unitary council) begins")
    assert not list(tmp_path.iterdir())


def test_removed_it_is_gone_and_its_line_stays(tmp_path: Path) -> None:
    keep(tmp_path, handed(), england(), WHY)
    assert remove(tmp_path, NAME, england(), WHY).name == NAME
    assert not (tmp_path / FILE).exists()
    acts = [(line.act, line.by, line.reason, line.at) for line in read_log(tmp_path)]
    assert acts == [
        (act, WHY.by, WHY.reason, "2026-05-03T12:00:00Z") for act in ("reorganise", "reorganise remove")
    ]
    assert "East Wessex Council from 1 April 2027 of alton-borough-council" in read_log(tmp_path)[0].what


@pytest.mark.parametrize(
    ("act", "says"),
    [
        (lambda store: keep(store, handed(), england(), WHY), "“wessex-2027” is kept already. --replace"),
        (lambda store: keep(store, handed(name="other"), england(), WHY), "East Wessex Council, whose pages"),
        (lambda store: keep(store, handed(name="Not a name"), england(), WHY), "small letters and digits"),
        (lambda store: remove(store, "other", england(), WHY), "No reorganisation “other” is kept. There is"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path: Path, act: Callable[[Path], object], says: str) -> None:
    keep(tmp_path, handed(), england(), WHY)
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(ImportRefusedError, match=says):
        act(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_code_that_becomes_known_takes_the_place_of_none(tmp_path: Path) -> None:
    keep(tmp_path, handed(), england(), WHY)
    coded = EAST_AND_WEST.replace("East Wessex Council,,", "East Wessex Council,E06000099,")
    keep(tmp_path, handed(coded), england(), WHY, replaces=True)
    (kept,) = read_reorganisations(tmp_path)
    assert [council.code for council in kept.councils] == ["E06000099", "E06000090"]


def test_what_another_is_built_on_stays(tmp_path: Path) -> None:
    keep(tmp_path, handed(), england(), WHY)
    keep(tmp_path, handed(LATER, "later"), england(), WHY)
    with pytest.raises(ImportRefusedError, match="“later”: Greater Wessex Council is made of"):
        remove(tmp_path, NAME, england(), WHY)
    assert len(read_kept(tmp_path)) == 2
    remove(tmp_path, "later", england(), WHY)
    remove(tmp_path, NAME, england(), WHY)
    assert read_kept(tmp_path) == ()


def test_an_earlier_one_may_come_after_a_later_one_that_it_does_not_touch(tmp_path: Path) -> None:
    late = HEAD + "West Wessex Council,,unitary,2028-04-01,Corfe|Durston\n"
    early = HEAD + "East Wessex Council,,unitary,2027-04-01,Alton|Bere\n"
    keep(tmp_path, handed(late, "late"), england(), WHY)
    keep(tmp_path, handed(early, "early"), england(), WHY)
    days = [council.start for council in every(read_reorganisations(tmp_path))]
    assert days == [date(2027, 4, 1), date(2028, 4, 1)]


@pytest.mark.parametrize("damage", ["x\n", "reorganisation,name\n", None])
def test_a_damaged_file_is_refused(tmp_path: Path, damage: str | None) -> None:
    keep(tmp_path, handed(), england(), WHY)
    path = tmp_path / FILE
    text = path.read_text("utf-8")
    path.chmod(0o644)
    path.write_text(damage if damage is not None else text.replace("unitary", "parish"), "utf-8")
    with pytest.raises(ImportRefusedError, match="reorganisations kept cannot be read"):
        read_kept(tmp_path)


def draft(*years: str) -> Draft:
    inputs = tuple(DraftInput("0" * 64, "a.csv", "received", year, "", 1, 1) for year in years)
    return Draft("spring", inputs=inputs)


@pytest.mark.parametrize(
    ("years", "part"),
    [(("2026-27",), False), ((), False), (("2026-27", "2027-28"), True), (("2028-29",), True)],
)
def test_a_draft_knows_of_those_that_begin_before_its_last_year_ends(
    tmp_path: Path, years: tuple[str, ...], part: bool
) -> None:
    put_draft(tmp_path, draft(*years))
    before = fingerprint_of(tmp_path, "spring")
    keep(tmp_path, handed(), england(), WHY)
    now = fingerprint_of(tmp_path, "spring")
    assert changes(before, now) == ("two new councils" if part else None)
    assert len(begun_by(taken(EAST_AND_WEST), max(years, default=None))) == (2 if part else 0)
    remove(tmp_path, NAME, england(), WHY)
    assert fingerprint_of(tmp_path, "spring") == before

"""Which outlines a year of new councils has: the official ones where they are of the same councils."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.build.oddity_words import left_aside
from dashboard.build.outlines import Vintage, vintages_after
from dashboard.domain.reorganisation import NewCouncil
from dashboard.mapview.shapes import Shapes, parse_shapes
from dashboard.reference.load import Reference, load_reference
from dashboard.reorganise.checking import checked, last_change
from dashboard.reorganise.reading import read_rows
from dashboard.reshape.drawing import as_file

pytestmark = pytest.mark.data

SURREY = """name,code,type,start,predecessors
East Surrey Council,,unitary,2027-04-01,Elmbridge|Epsom and Ewell|Mole Valley|Reigate and Banstead|Tandridge
West Surrey Council,,unitary,2027-04-01,Guildford|Runnymede|Spelthorne|Surrey Heath|Waverley|Woking
"""


@dataclass(frozen=True)
class Folder:
    """A folder of data in which official outlines can be laid, and what is made where there are none."""

    data: Path
    committed: Reference
    new: tuple[NewCouncil, ...]
    made: Vintage

    def vintage_with(self, *official: Shapes) -> Vintage:
        for shapes in official:
            path = self.data / "boundaries" / f"{shapes.tier}-{shapes.vintage}.json"
            path.write_text(as_file(shapes), "utf-8")
        (vintage,) = vintages_after(self.data, self.committed, self.new)
        return vintage


@pytest.fixture(scope="module")
def derived() -> tuple[Reference, tuple[NewCouncil, ...], Vintage]:
    committed = load_reference(DATA)
    new = checked(read_rows(SURREY.encode(), "surrey.csv"), committed, last_change(committed))
    (made,) = vintages_after(DATA, committed, new)
    return committed, new, made


@pytest.fixture
def folder(derived: tuple[Reference, tuple[NewCouncil, ...], Vintage], tmp_path: Path) -> Folder:
    (tmp_path / "boundaries").mkdir()
    for path in DATA.iterdir():
        if path.name != "boundaries":
            (tmp_path / path.name).symlink_to(path)
    for path in (DATA / "boundaries").iterdir():
        (tmp_path / "boundaries" / path.name).symlink_to(path)
    return Folder(tmp_path, *derived)


def otherwise(shapes: Shapes) -> Shapes:
    """Return a map that is seen to be another: a label stands elsewhere."""
    first, *others = shapes.shapes
    return replace(shapes, shapes=(replace(first, r=first.r + 1), *others))


def test_official_outlines_of_the_year_stand_before_those_that_are_made(folder: Folder) -> None:
    official = otherwise(folder.made.lower), otherwise(folder.made.upper)
    vintage = folder.vintage_with(*official)
    assert (vintage.lower, vintage.upper, vintage.differing) == (*official, ())
    assert vintage.neighbours == folder.made.neighbours


def test_official_outlines_of_one_tier_alone_are_not_put_beside_made_ones(folder: Folder) -> None:
    vintage = folder.vintage_with(otherwise(folder.made.lower))
    assert (vintage.lower, vintage.upper) == (folder.made.lower, folder.made.upper)


def test_official_outlines_of_other_councils_are_left_aside_and_it_is_said(folder: Folder) -> None:
    first = folder.made.lower.shapes[0].slug
    text = as_file(folder.made.lower).replace(f'"{first}"', '"northern-council"')
    vintage = folder.vintage_with(parse_shapes(text.encode()), otherwise(folder.made.upper))
    assert (vintage.lower, vintage.upper) == (folder.made.lower, folder.made.upper)
    assert vintage.differing == tuple(sorted((first, "northern-council")))
    said = left_aside(2027, vintage.differing, {first: "Alnwick", "northern-council": "Northern Council"})
    assert said.startswith("The official outlines of 2027 are not of the councils")
    assert said.endswith("They differ in Alnwick and Northern Council.")


def test_without_official_outlines_nothing_differs(folder: Folder) -> None:
    assert folder.made.differing == ()

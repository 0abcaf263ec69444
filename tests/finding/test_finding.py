"""Whatever people type is answered rightly, or honestly said not to be known: the table is all one asks."""

import re

import pytest

from tests.finding.all_asked import all_asked
from tests.finding.england import Find, finder
from tests.finding.table import Told, told

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Find:
    return finder(tmp_path_factory.mktemp("names"))


@pytest.fixture(scope="module")
def counted(find: Find) -> Told:
    return told(all_asked(), find)


def test_no_answer_is_wrong(counted: Told, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{counted}")
    assert counted.wrong == []


@pytest.mark.parametrize(
    ("kinds", "least"),
    [("postcode|sector|outcode|nation", 2_000), ("name|spelling|pen|say", 1_000), ("place|town", 300)],
)
def test_enough_is_asked(counted: Told, kinds: str, least: int) -> None:
    assert sum(c.total() for kind, c in counted.counts.items() if re.search(kinds, kind)) >= least


def test_nearly_everything_is_found(counted: Told) -> None:
    """Slips of the pen may honestly be unknown, but most are mended."""
    assert counted.counts["a slip of the pen"]["right"] >= 300
    assert all(c["right"] == c.total() for kind, c in counted.counts.items() if kind.endswith("of today"))


def test_an_answer_is_worked_out_in_a_moment(counted: Told) -> None:
    assert counted.p95 < 50


def test_every_place_listed_leads_to_who_serves_it(find: Find) -> None:
    """The link of a place in a list is its name and its council's: that must mean it again."""
    found = find("Newport")
    assert len(found.places) == found.place_matches == 5
    assert find("London").matches == 33
    assert len(find("London").councils) == 12


@pytest.mark.parametrize("text", ["DG16", "TD15", "SY10", "LL14"])
def test_a_border_leads_nowhere_by_itself(find: Find, text: str) -> None:
    found = find(text)
    assert not found.sure
    assert not found.serving
    assert found.councils
    assert re.match(f"(Part|Most) of {text} lies in (Wales|Scotland) and ", found.notes[0])

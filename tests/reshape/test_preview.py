"""The picture of a reorganisation: what is drawn, coloured and named before and after."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from dashboard.reshape.preview import FILLS, preview
from dashboard.reshape.reshape import reshape
from dashboard.reshape.reshaping import Reshaping
from tests.reshape.squares import lower, slug, upper

SQUARES = [(column, row) for row in range(3) for column in range(4)]
BEFORE = lower(SQUARES)
JOINED = (slug((0, 0)), slug((1, 0)))
COVERS = {slug(s): (slug(s),) for s in SQUARES if slug(s) not in JOINED} | {"east-and-west": JOINED}
NAMES = {JOINED[0]: "West", JOINED[1]: "Ea<st", "east-and-west": "East & West"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    after = reshape(BEFORE, upper({"county": SQUARES}), Reshaping(2027, COVERS, COVERS)).lower
    return ET.fromstring(preview(BEFORE, after, ["east-and-west"], NAMES))  # noqa: S314 - our own


def coloured(panel: ET.Element) -> dict[str, str]:
    paths = [path for path in panel.iter(f"{SVG}path") if path.get("style")]
    return {path.findtext(f"{SVG}title", ""): path.get("style", "").removeprefix("fill:") for path in paths}


def test_it_says_what_it_shows(picture: ET.Element) -> None:
    assert picture.findtext(f"{SVG}title") == "Councils before 2027-28 and from then on"
    assert picture.findtext(f"{SVG}desc") == "New: East & West."
    assert [text.text for text in picture.findall(f"{SVG}text")] == ["Before 2027-28", "From 2027-28 on"]


def test_who_ends_is_coloured_before_and_who_begins_after(picture: ET.Element) -> None:
    before, after = picture.findall(f"{SVG}svg")
    assert coloured(before).keys() == {"West", "Ea<st"}
    assert coloured(after).keys() == {"East & West"}
    assert len(list(before.iter(f"{SVG}path"))) == len(SQUARES)
    assert len(list(after.iter(f"{SVG}path"))) == len(SQUARES) - 1


def test_neighbours_have_different_colours(picture: ET.Element) -> None:
    fills = coloured(picture.findall(f"{SVG}svg")[0])
    assert len(set(fills.values())) == 2
    assert set(fills.values()) <= set(FILLS)


def test_names_are_written_over_two_lines(picture: ET.Element) -> None:
    names = [[line.text for line in text] for text in picture.findall(f"{SVG}svg")[1].iter(f"{SVG}text")]
    assert names == [["East &", "West"]]


def test_no_name_stands_on_another() -> None:
    long = {slug(s): "Anytown and Everywhere Borough" for s in SQUARES}
    told = preview(BEFORE, BEFORE, [*long], long)
    assert told.count("<title>Anytown and Everywhere Borough</title>") == 2 * len(SQUARES)
    places = re.findall(r'<text class="name" y="([\d.]+)"><tspan x="(\d+)"', told.split("</svg>")[0])
    assert 0 < len(places) < len(SQUARES)
    columns = sorted({int(x) for _, x in places})
    assert all(later - earlier > 20 for earlier, later in pairwise(columns))


@pytest.mark.parametrize("new", [[], ["nowhere"]])
def test_a_preview_of_nothing_is_refused(new: list[str]) -> None:
    with pytest.raises(ValueError, match="needs councils that are on the map"):
        preview(BEFORE, BEFORE, new, NAMES)

"""R7, R13: of 500 council-years each place that is served says the same, and draws what it says.

The releases are the project's own, the council-years drawn with a fixed seed. Page and panel draw bars; the
map draws marks and names its shapes; the page of chosen councils has words alone.
"""

import random
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from lxml import html as parser
from werkzeug.test import Client

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import MEASURES, on_map
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.bars_read import measures_of, names_on_map, place_of, said_in, said_of

pytestmark = pytest.mark.data

COUNCIL_YEARS, AT_ONCE = 500, 10
COMPARED_AT_LEAST = {"demo": 900, "held-figures": 20}
POINTS = {"lower": "down", "higher": "up", "inside": "none", "none": "none"}

Where = tuple[str, str]
"""A year and a council."""
Said = Mapping[Where, Mapping[str, str]]
"""Which way a council is put in a year, by measure."""


@pytest.fixture(scope="module", params=sorted(COMPARED_AT_LEAST))
def release(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def client(release: str, releases: Path, tmp_path_factory: pytest.TempPathFactory) -> Client:
    settings = Settings(cache=tmp_path_factory.mktemp("cache"))
    opened = open_releases(release, demo_allowed=True, directory=releases, environment={})
    return create_app(opened, settings).server.test_client()


@pytest.fixture(scope="module")
def types(release: str, releases: Path) -> dict[Where, AuthorityType]:
    """The council-years chosen, each with its type."""
    with closing(sqlite3.connect(releases / release / "release.sqlite")) as connection:
        every = connection.execute(
            "SELECT year, slug, type FROM council_year JOIN council USING (slug) WHERE existed ORDER BY 1, 2"
        ).fetchall()
    chosen = random.Random(12).sample(every, COUNCIL_YEARS)  # noqa: S311
    return {(year, slug): AuthorityType(kind) for year, slug, kind in chosen}


@pytest.fixture(scope="module")
def pages(client: Client, types: Mapping[Where, AuthorityType]) -> dict[Where, dict[str, str]]:
    """Each measure's block on a council's page."""
    found = {}
    for year, slug in types:
        page = client.get(f"/council/{slug}/{year}").get_data(as_text=True)
        found[year, slug] = measures_of(page[page.index('id="statistics"') :])
    return found


@pytest.fixture(scope="module")
def said(pages: Mapping[Where, Mapping[str, str]]) -> Said:
    """What the sentences of the pages say, of the measures that are compared."""
    return {where: {m: said_of(blocks[m]) for m in _compared(blocks)} for where, blocks in pages.items()}


def _compared(blocks: Mapping[str, object]) -> list[str]:
    return [measure for measure in blocks if MEASURES[measure].compared]


def drawn(blocks: Mapping[str, str]) -> dict[str, str]:
    """Which side of its band each point is on; "none" where no band is drawn."""
    return {m: place_of(blocks[m]) if "bar-point" in blocks[m] else "none" for m in _compared(blocks)}


def test_a_point_is_outside_its_band_exactly_where_the_page_says_so(
    release: str, pages: Mapping[Where, Mapping[str, str]], said: Said
) -> None:
    for where, blocks in pages.items():
        assert drawn(blocks) == said[where], where
    ways = [way for by_measure in said.values() for way in by_measure.values() if way != "none"]
    assert len(ways) > COMPARED_AT_LEAST[release]


def test_and_so_it_is_in_the_panel_beside_the_map(client: Client, said: Said) -> None:
    for (year, slug), on_page in said.items():
        tree = client.get(f"/council/{slug}/{year}/panel.json").json
        blocks = {m: block for text in _texts(tree) for m, block in measures_of(text).items()}
        sentences = {m: said_of(blocks[m]) for m in _compared(blocks)}
        assert drawn(blocks) == sentences == on_page, (year, slug)


def _texts(tree: object) -> Iterator[str]:
    """Every text of a tree; markup is one."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from _texts(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _texts(value)


@pytest.mark.parametrize("tier", ["upper", "lower"])
def test_a_shape_of_the_map_is_marked_exactly_where_its_name_and_the_page_say_so(
    client: Client, said: Said, types: Mapping[Where, AuthorityType], tier: str
) -> None:
    here = {where for where, kind in types.items() if (kind is AuthorityType.DISTRICT) == (tier == "lower")}
    for year in sorted({year for year, _ in here}):
        for measure in on_map():
            address = f"/?year={year}&tier={tier}&measure={measure.id}&period=1"
            names = names_on_map(client.get(address).get_data(as_text=True))
            assert names
            for name, mark in names.values():
                assert mark == POINTS[said_in(name)], (year, name)
            if measure.compared and measure.id in MEASURES:
                found = {slug: said_in(names[slug][0]) for of, slug in here if of == year}
                assert found == {s: said[y, s].get(measure.id, "none") for y, s in here if y == year}, address


@pytest.fixture(scope="module")
def ended(release: str, releases: Path) -> frozenset[str]:
    """Councils that are no more: others stand for them where councils are chosen."""
    with closing(sqlite3.connect(releases / release / "release.sqlite")) as connection:
        found = connection.execute("SELECT slug FROM council WHERE end_date IS NOT NULL").fetchall()
    return frozenset(slug for (slug,) in found)


def test_the_page_of_chosen_councils_says_what_their_own_say(
    client: Client, said: Said, ended: frozenset[str]
) -> None:
    by_year: dict[str, list[str]] = {}
    for year, slug in said:
        if slug not in ended:
            by_year.setdefault(year, []).append(slug)
    for year, slugs in by_year.items():
        for start in range(0, len(slugs), AT_ONCE):
            group = slugs[start : start + AT_ONCE]
            page = client.get(f"/compare?councils={','.join(group)}&year={year}").get_data(as_text=True)
            assert _in_tables(page) == {slug: said[year, slug] for slug in group}, (year, group)


def _in_tables(page: str) -> dict[str, dict[str, str]]:
    """Which way the tables of a comparison put each council."""
    found: dict[str, dict[str, str]] = {}
    for measure in MEASURES.values():
        for table in parser.fromstring(page).xpath(f"//table[caption[starts-with(., '{measure.label},')]]"):
            heads = [head.text_content() for head in table.xpath("./thead/tr/th")]
            if measure.compared:
                for row in table.xpath("./tbody/tr[th/a[starts-with(@href, '/council/')]]"):
                    slug = row.xpath("./th/a/@href")[0].split("/")[2]
                    cell = row[heads.index("Compared with its type")]
                    found.setdefault(slug, {})[measure.id] = said_in(cell.text_content())
    return found

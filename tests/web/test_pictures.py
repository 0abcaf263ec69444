"""Pictures at their addresses: found from the page, whole, at two sizes, kept, and refused where unknown."""

import html
import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from dashboard.letters.pdf_errors import PdfError
from dashboard.mapview.svg import bare, bare_tiles
from dashboard.pdf.pdf_pool import Press
from dashboard.web.application import create_app
from dashboard.web.kept_pictures import KeptPictures
from dashboard.web.opened import open_releases
from dashboard.web.server.rooms import Rooms
from dashboard.web.settings import Settings
from tests.mapview.england import grid
from tests.support.picture_read import size_of, text_of_picture
from tests.support.published import record_live
from tests.support.tiny_release import BLACKPOOL, SHAPES, build_tiny, tiny_content
from tests.web.conftest import MAP_FILES

YEAR = "2023-24"
COUNCIL = f"/council/{BLACKPOOL.slug}/{YEAR}"
GROUP = f"councils={BLACKPOOL.slug},cumberland-council&year={YEAR}"
PICTURES = (
    f"/map.svg?year={YEAR}",
    f"/map.svg?year={YEAR}&view=tiles",
    f"{COUNCIL}/trend.svg?measure=upheld_pct",
    f"{COUNCIL}/strip.svg?measure=upheld_pct",
    f"{COUNCIL}/funnel.svg?measure=upheld_pct",
    f"/compare.svg?{GROUP}&measure=upheld_pct",
    f"/compare.svg?{GROUP}&measure=upheld_pct&view=years",
)
ADDRESS = "https://councils.example"
DRAWN = {
    name: (
        bare_tiles(grid("upper", 2023))
        if "tiles" in name
        else bare(grid("upper", 2023), grid("london", 2014))
    ).encode()
    for name in (*SHAPES, *(name.replace("lower", "upper") for name in SHAPES if "tiles" in name))
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real release that is live, a demonstration, and a draft; each with shapes to draw."""
    folder = tmp_path_factory.mktemp("releases")
    for name, kind, status in (
        ("held-figures", "real", "bundled"),
        ("demo", "demonstration", "bundled"),
        ("next", "real", "draft"),
    ):
        build_tiny(folder, tiny_content(name, kind, status), MAP_FILES | DRAWN)
    record_live(folder, "held-figures")
    return folder


def served(folder: Path, cache: Path, name: str = "held-figures", address: str = "") -> FlaskClient:
    releases = open_releases(name, demo_allowed=False, directory=folder, environment={})
    client: FlaskClient = create_app(releases, Settings(cache=cache, address=address)).server.test_client()
    return client


@pytest.fixture(scope="module")
def site(folder: Path, cache: Path) -> FlaskClient:
    return served(folder, cache)


@pytest.mark.parametrize("url", PICTURES)
def test_every_picture_stands_by_itself(site: FlaskClient, url: str) -> None:
    answer = site.get(url)
    assert answer.status_code == 200
    assert answer.content_type == "image/svg+xml; charset=utf-8"
    assert answer.headers["ETag"] == site.get(url).headers["ETag"]
    assert re.search(
        r'attachment; filename="[a-z0-9-]+-held-figures-[a-z0-9-]*\.svg"',
        answer.headers["Content-Disposition"],
    )
    assert "Release “held-figures” (live), built" in text_of_picture(answer.text)


@pytest.mark.parametrize(("size", "width"), [("", 1_200), ("&size=small", 1_200), ("&size=large", 2_400)])
def test_a_png_is_as_wide_as_it_was_asked_for_and_not_empty(site: FlaskClient, size: str, width: int) -> None:
    answer = site.get(f"{PICTURES[0].replace('.svg', '.png')}{size}")
    assert (answer.status_code, answer.content_type) == (200, "image/png")
    wide, high = size_of(answer.data)
    assert wide == width
    assert 0.5 * wide < high < 3 * wide
    assert len(answer.data) > 40 * width


def test_the_pages_lead_to_their_pictures(site: FlaskClient) -> None:
    for page, expected in (
        (
            f"/?year={YEAR}",
            {f"/map.png?year={YEAR}", f"/map.png?year={YEAR}&size=large", f"/map.svg?year={YEAR}"},
        ),
        (
            COUNCIL,
            {f"{COUNCIL}/trend.svg?measure=upheld_pct", f"{COUNCIL}/strip.png?measure=upheld_pct&size=large"},
        ),
    ):
        links = [html.unescape(link) for link in re.findall(r'href="([^"]+)"', site.get(page).text)]
        found = {
            link
            for link in links
            if re.search(r"\.(?:png|svg)(?:\?|$)", link) and not link.startswith("/static")
        }
        assert expected <= found
        for link in found:
            if ".svg" in link and "icon" not in link:
                assert site.get(link).status_code == 200, link


def test_links_keep_the_release_that_was_asked_for(folder: Path, cache: Path) -> None:
    demo = served(folder, cache, "demo")
    for page in (f"/?year={YEAR}&release=held-figures", f"{COUNCIL}?release=held-figures"):
        told = html.unescape(demo.get(page).text)
        links = re.findall(r'href="(/(?:map|council)[^"]*\.(?:png|svg)\?[^"]*)"', told)
        assert links
        assert all("release=held-figures" in link for link in links)
        answer = demo.get(next(link for link in links if ".svg" in link))
        assert "Demonstration" not in answer.text
    assert text_of_picture(demo.get(f"/map.svg?year={YEAR}").text).startswith("Demonstration.")


@pytest.mark.parametrize(
    "url",
    [
        "/map.svg?measure=nonsense",
        "/map.png?size=huge",
        "/map.png?year=1999-00",
        "/map.svg?council=atlantis",
        f"{COUNCIL}/trend.svg?measure=compliance_pct",
        f"{COUNCIL}/trend.svg?measure=nonsense",
        f"{COUNCIL}/funnel.svg?measure=compliance_pct",
        f"/council/{BLACKPOOL.slug}/1999-00/trend.svg",
        "/council/atlantis/2023-24/trend.svg",
        f"{COUNCIL}/pie.svg",
        "/compare.svg",
        f"/compare.svg?{GROUP}&measure=compliance_pct",
        f"/compare.svg?{GROUP}&peers=nonsense",
    ],
)
def test_what_is_unknown_is_answered_404_by_a_page(site: FlaskClient, url: str) -> None:
    answer = site.get(url)
    assert answer.status_code == 404
    assert answer.content_type == "text/html; charset=utf-8"
    assert "<h1" in answer.text


EVIL = "<script>alert(1)</script>"


@pytest.mark.parametrize("path", ["/map.svg", "/map.png", f"{COUNCIL}/strip.svg", "/compare.svg"])
@pytest.mark.parametrize(
    "name", ["measure", "year", "council", "councils", "size", "peers", "release", "other"]
)
def test_nothing_of_a_query_is_repeated_unescaped(site: FlaskClient, path: str, name: str) -> None:
    answer = site.get(f"{path}?{name}={quote(EVIL)}")
    assert EVIL.encode() not in answer.data
    assert b"alert(1)" not in answer.data or b"&lt;script&gt;" in answer.data


def test_another_name_of_a_council_leads_to_its_picture(site: FlaskClient) -> None:
    answer = site.get(f"/council/E06000009/{YEAR}/trend.svg?measure=upheld_pct")
    assert (answer.status_code, answer.headers["Location"]) == (
        301,
        f"{COUNCIL}/trend.svg?measure=upheld_pct",
    )


def test_the_address_is_said_only_where_it_is_known(folder: Path, cache: Path, site: FlaskClient) -> None:
    assert "http" not in text_of_picture(site.get(PICTURES[2]).text)
    told = text_of_picture(served(folder, cache, address=ADDRESS).get(PICTURES[2]).text)
    assert f"{ADDRESS}{COUNCIL}?release=held-figures" in told.replace(" ", "")


def test_a_draft_is_marked_and_nothing_of_it_is_kept(folder: Path, cache: Path) -> None:
    before = set((cache / "pictures").glob("*"))
    draft = served(folder, cache, "next")
    answer = draft.get(f"/map.svg?year={YEAR}")
    assert text_of_picture(answer.text).startswith("Draft, not published. Any figure here may still change.")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert size_of(draft.get(f"/map.png?year={YEAR}").data)[0] == 1_200
    assert set((cache / "pictures").glob("*")) == before


def test_a_picture_is_made_once_for_all_workers(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{COUNCIL}/strip.png?measure=upheld_pct"
    first = served(folder, cache).get(url)

    def never(*_asked: object, **_more: object) -> bytes:
        raise AssertionError("it was made again")

    monkeypatch.setattr(Press, "picture", never)
    again = served(folder, cache).get(url)
    assert (again.data, again.headers["ETag"]) == (first.data, first.headers["ETag"])


def test_a_picture_that_cannot_be_made_is_a_page_that_says_so(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_asked: object, **_more: object) -> bytes:
        raise PdfError("It could not be set.")

    monkeypatch.setattr(Press, "picture", fails)
    answer = served(folder, cache).get("/map.png?year=2022-23")  # no other test has it made
    assert answer.status_code == 503
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'href="/?year=2022-23"' in answer.text


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("/map.png", "press"),
        (f"{COUNCIL}/funnel.png", "press"),
        ("/map.svg", "kitchen"),
        ("/icon-192.png", "kitchen"),
    ],
)
def test_what_takes_long_is_made_in_the_press(path: str, room: str) -> None:
    rooms = Rooms()
    try:
        assert rooms.maker(path).name == room
    finally:
        for one in rooms.all:
            one.close()


def test_pictures_kept_are_bounded_and_the_longest_unused_go_first(tmp_path: Path) -> None:
    kept = KeptPictures(tmp_path, limit=250)
    asked: list[str] = []

    def get(svg: str) -> bytes:
        def make() -> bytes:
            asked.append(svg)
            return svg.encode() * 100

        return kept.get(svg, 10, make)

    for svg in "abac":
        get(svg)
    assert asked == ["a", "b", "c"]
    get("a")
    assert asked == ["a", "b", "c"], "what was used since stays"
    get("b")
    assert asked == ["a", "b", "c", "b"]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 250


def test_a_folder_that_cannot_be_written_costs_the_making_alone(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert KeptPictures(blocked / "pictures").get("<svg/>", 10, lambda: b"made") == b"made"


def test_a_folder_that_can_only_be_read_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptPictures(tmp_path)
    kept.get("<svg/>", 10, lambda: b"made")

    def refused(*_asked: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.utime", refused)
    assert kept.get("<svg/>", 10, lambda: b"made again") == b"made"


def test_what_a_killed_writer_left_goes_too(tmp_path: Path) -> None:
    left = tmp_path / ".part-left"
    left.write_bytes(b"x" * 100)
    os.utime(left, (0, 0))
    KeptPictures(tmp_path, limit=120).get("<svg/>", 10, lambda: b"x" * 100)
    assert not left.exists()


def test_a_picture_of_another_width_is_another_picture(tmp_path: Path) -> None:
    kept = KeptPictures(tmp_path)
    assert [kept.get("<svg/>", width, lambda w=width: f"{w}".encode()) for width in (10, 20, 10)] == [
        b"10",
        b"20",
        b"10",
    ]

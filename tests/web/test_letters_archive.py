"""The archive of a council's letters, with official ones in their places."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from werkzeug.test import Client

from dashboard.build.content import ReleaseContent
from dashboard.letters.official import logical_name
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.figures import figure
from tests.support.tiny_release import build_tiny, tiny_content

BLACKPOOL = "/council/blackpool-borough-council"


def _official() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    saved = BytesIO()
    pdf.save(saved)
    return saved.getvalue()


OFFICIAL = _official()


def _more_figures() -> ReleaseContent:
    """The small release with something to write of in two further years: a letter needs a figure."""
    content = tiny_content()
    more = {
        (one.slug, one.year, one.measure): one
        for one in (
            figure(BLACKPOOL.rpartition("/")[2], "2024-25", "upheld_pct", 4, 5),
            figure("allerdale-borough-council", "2022-23", "upheld_pct", 1, 2),
        )
    }
    figures = tuple(
        (period, more.get((one.slug, one.year, one.measure), one) if period == 1 else one)
        for period, one in content.figures
    )
    assert sum(one in more.values() for _, one in figures) == len(more)
    return replace(content, figures=figures)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Client:
    folder = tmp_path_factory.mktemp("archive")
    build_tiny(folder, _more_figures())
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


@pytest.fixture(scope="module")
def with_official(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Client:
    folder = tmp_path_factory.mktemp("official")
    extra = {logical_name("blackpool-borough-council", "2023-24"): OFFICIAL}
    build_tiny(folder, _more_figures(), extra=extra)
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


def test_the_archive_lists_every_year_newest_first(client: Client) -> None:
    page = client.get(f"{BLACKPOOL}/letters").text
    links = [
        f'href="{BLACKPOOL}/{year}/letter{end}"' for year in ("2024-25", "2023-24") for end in ("", ".pdf")
    ]
    places = [page.find(link) for link in links]
    assert -1 not in places
    assert places == sorted(places)
    assert "<title>Annual review letters, Blackpool Borough Council" in page
    assert "The Ombudsman’s own letter</td>" not in page


def test_the_letters_of_predecessors_are_listed_too(client: Client) -> None:
    page = client.get("/council/cumberland-council/letters").text
    assert "Cumbria County Council, until 31 March 2023</h2>" in page
    assert 'href="/council/allerdale-borough-council/2022-23/letter.pdf"' in page
    assert 'href="/council/cumbria-county-council/2023-24/letter"' in page  # decided after its end


def test_an_official_letter_is_served_instead(with_official: Client) -> None:
    answer = with_official.get(f"{BLACKPOOL}/2023-24/letter.pdf")
    assert answer.status_code == 302
    place = answer.headers["Location"]
    assert place.startswith("/static/held-figures/letters-2023-24-blackpool-borough-council.")
    served = with_official.get(place)
    assert (served.status_code, served.content_type, served.data) == (200, "application/pdf", OFFICIAL)
    assert with_official.get(f"{BLACKPOOL}/2024-25/letter.pdf").data.startswith(b"%PDF")


def test_pages_say_which_letter_is_official(with_official: Client) -> None:
    page = with_official.get(f"{BLACKPOOL}/2023-24/letter").text
    assert "The Ombudsman’s own letter is held, and is what counts" in page
    assert "The Ombudsman’s own letter, as PDF" in page
    assert "It is not the Ombudsman’s own" not in page
    archive = with_official.get(f"{BLACKPOOL}/letters").text
    assert archive.count("The Ombudsman’s own letter</td>") == 1
    assert "This project’s</td>" in archive


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/council/nowhere/letters", 404, "There is no council at this address"),
        ("/council/cumbria-county-council/letters", 200, "Letters to Cumbria County Council"),
    ],
)
def test_an_archive_is_answered_for_any_council(client: Client, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert says in answer.text

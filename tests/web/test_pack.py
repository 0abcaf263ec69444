"""The addresses of a committee's paper."""

import re
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.letters.pdf_errors import PressBusyError
from dashboard.pdf.pdf_pool import Press
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

COUNCIL = "/council/blackpool-borough-council"
PACK = f"{COUNCIL}/2023-24/pack"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_the_page_is_whole_without_a_script_and_offers_its_files(client: Client) -> None:
    answer = client.get(PACK)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert answer.text.count("<h1") == 1
    assert f'href="{PACK}.pdf"' in answer.text
    assert f'href="{PACK}.docx"' in answer.text
    assert 'id="dashboard-settings"' not in answer.text
    assert ".pack-commentary" in answer.text


def test_the_council_s_page_links_to_the_paper_and_its_files(client: Client) -> None:
    page = client.get(f"{COUNCIL}/2023-24").text
    assert f'<a href="{PACK}">Paper for your committee</a>' in page
    assert f'<a href="{PACK}.pdf">PDF</a>' in page
    assert f'<a href="{PACK}.docx">Word</a>' in page


@pytest.mark.parametrize(
    ("ending", "content_type", "shown", "begins"),
    [(".pdf", "application/pdf", "inline", b"%PDF-1.7"), (".docx", DOCX, "attachment", b"PK\x03\x04")],
)
def test_a_file_is_what_it_says_and_can_be_asked_for_again(
    client: Client, ending: str, content_type: str, shown: str, begins: bytes
) -> None:
    answer = client.get(PACK + ending)
    assert answer.status_code == 200
    assert answer.content_type == content_type
    name = f"blackpool-borough-council-committee-paper-2023-24{ending}"
    assert answer.headers["Content-Disposition"] == f'{shown}; filename="{name}"'
    assert answer.data.startswith(begins)
    again = client.get(PACK + ending, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("ending", ["", ".pdf", ".docx"])
@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/council/nowhere/2023-24/pack", "No such council"),
        (f"{COUNCIL}/1999-00/pack", "No such year"),
        (f"{COUNCIL}/zzz/pack", "No such year"),
    ],
)
def test_what_there_is_none_of_is_said_on_a_page(client: Client, path: str, says: str, ending: str) -> None:
    answer = client.get(path + ending)
    assert answer.status_code == 404
    assert answer.content_type.startswith("text/html")
    assert says in answer.text


def test_another_release_keeps_its_name_in_the_links(client: Client) -> None:
    page = client.get(f"{PACK}?release=demo").text
    assert f'href="{PACK}.pdf?release=demo"' in page
    assert "Demonstration: simulated figures" in page
    assert "release=demo" in client.get(PACK + "?release=demo").text


def test_a_code_in_place_of_the_name_redirects(client: Client) -> None:
    page = client.get(f"{PACK}.docx")
    assert page.status_code == 200
    moved = client.get("/council/E06000009/2023-24/pack.docx")
    assert moved.status_code == 301
    assert moved.headers["Location"] == f"{PACK}.docx"


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_a_file_that_cannot_be_made_leads_to_the_page(
    small_releases: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    def fail(*_args: object, **_kwargs: object) -> bytes:
        raise PressBusyError("all at work")

    monkeypatch.setattr(Press, "compile", fail)
    releases = open_releases("held-figures", demo_allowed=False, directory=small_releases, environment={})
    client = create_app(releases, Settings(cache=cache)).server.test_client()
    answer = client.get(f"{PACK}{ending}")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert "This file cannot be made at the moment" in answer.text
    assert f'href="{PACK}"' in answer.text


def test_similar_councils_are_chosen_in_the_address_and_kept_in_the_files(client: Client) -> None:
    page = client.get(f"{PACK}?peers=region").text
    assert f'href="{PACK}.pdf?peers=region"' in page
    assert f'href="{PACK}.docx?peers=region"' in page
    assert chosen(page) == ["region"]
    assert f'action="{PACK}"' in page
    plain = client.get(PACK).text
    assert f'href="{PACK}.pdf"' in plain
    assert chosen(plain) == [""]


def chosen(page: str) -> list[str]:
    """The values of the options that are selected."""
    options = re.findall(r"<option[^>]*>", page)
    return [re.findall(r'value="([^"]*)"', one)[0] for one in options if "selected" in one]


def test_a_way_of_choosing_that_is_none_is_said_and_left_out(client: Client) -> None:
    answer = client.get(f"{PACK}?peers=astrology")
    assert answer.status_code == 200
    assert "astrology" in answer.text
    assert f'href="{PACK}.pdf"' in answer.text


def test_every_part_is_reached_from_the_contents(client: Client) -> None:
    page = client.get(PACK).text
    for part in ("purpose", "recommendation", "summary", "lessons", "implications", "appendices", "annex"):
        assert f'href="#{part}"' in page
        assert f'id="{part}"' in page

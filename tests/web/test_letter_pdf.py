"""The letter as PDF over HTTP."""

from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.letters.pdf_errors import PdfError
from dashboard.pdf.pdf_pool import Press
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

LETTER = "/council/blackpool-borough-council/2023-24/letter"


def test_a_letter_is_a_pdf_shown_in_the_browser_and_kept_by_caches(client: Client) -> None:
    answer = client.get(f"{LETTER}.pdf")
    assert (answer.status_code, answer.content_type) == (200, "application/pdf")
    assert answer.data.startswith(b"%PDF-1.7")
    assert answer.headers["Content-Disposition"] == (
        'inline; filename="blackpool-borough-council-annual-review-letter-2023-24.pdf"'
    )
    assert answer.headers["Cache-Control"].startswith("public, max-age=60")
    again = client.get(f"{LETTER}.pdf", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/council/nowhere/2023-24/letter.pdf", 404, "There is no council at this address"),
        ("/council/blackpool-borough-council/2003-04/letter.pdf", 404, "There is no such year"),
        ("/council/blackpool-borough-council/soon/letter.pdf", 404, "There is no such year"),
        ("/council/cumberland-council/2022-23/letter.pdf", 404, "There is no letter to Cumberland Council"),
    ],
)
def test_where_there_is_no_letter_a_page_says_so(client: Client, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (status, "text/html; charset=utf-8")
    assert says in answer.text


def test_a_code_leads_to_the_letter(client: Client) -> None:
    answer = client.get("/council/E06000009/2023-24/letter.pdf?release=spring")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{LETTER}.pdf?release=spring")


def test_a_letter_that_cannot_be_set_leads_to_its_page(
    small_releases: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> bytes:
        raise PdfError("out of memory")

    monkeypatch.setattr(Press, "compile", fail)
    releases = open_releases("held-figures", demo_allowed=False, directory=small_releases, environment={})
    client = create_app(releases, Settings(cache=cache)).server.test_client()
    answer = client.get(f"{LETTER}.pdf")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert "This PDF cannot be made at the moment" in answer.text
    assert f'<a href="{LETTER}">Annual review letter 2023-24, Blackpool Borough Council as a page</a>' in (
        answer.text
    )

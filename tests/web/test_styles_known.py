"""What style sheets a browser is told to apply: those that stand in the page, by hash, and no other."""

import base64
import hashlib
import re

import pytest
from werkzeug.test import Client

from dashboard.as_files.pages import Rewriting
from dashboard.web.dash_client import scripts
from dashboard.web.settings import Settings

COUNCIL = "/council/blackpool-borough-council/2023-24"
PAGES = {  # and how many sheets each has
    "/": 1,
    COUNCIL: 2,
    f"{COUNCIL}/letter": 1,
    "/about": 1,
    "/data/quality": 2,
    "/find?q=zzz": 2,
    "/compare": 1,
    "/nowhere": 1,
    "/embed/blackpool-borough-council": 1,
}


def directive(policy: str, name: str) -> list[str]:
    """Return what a policy says of one kind of thing."""
    found = [words[1:] for part in policy.split(";") if (words := part.split()) and words[0] == name]
    assert len(found) == 1, (name, policy)
    return found[0]


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(("path", "count"), PAGES.items())
def test_the_policy_of_a_page_knows_its_own_style_sheets_and_no_other(
    client: Client, path: str, count: int
) -> None:
    for encoding in ("identity", "br"):  # made, then kept and written anew
        policy = client.get(path, headers={"Accept-Encoding": encoding}).headers["Content-Security-Policy"]
        answer = client.get(path)
        sheets = re.findall("<style>(.*?)</style>", answer.text, re.DOTALL)
        assert len(sheets) == count == answer.text.count("<style")
        kind = "style-src" if path.startswith("/embed/") else "style-src-elem"
        known = {word for word in directive(policy, kind) if word != "'self'"}
        assert known - {hashed("")} == {hashed(sheet) for sheet in sheets}
        assert answer.headers["Content-Security-Policy"] == policy


def test_an_answer_without_a_page_knows_no_style_sheet_in_it(client: Client) -> None:
    for path in ("/api/v1/measures", "/find.json?q=Blackpool", "/robots.txt"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert directive(policy, "style-src-elem") == ["'self'", hashed("")]


def test_a_kept_page_that_has_not_changed_keeps_its_policy(client: Client) -> None:
    """A browser takes the headers of a 304 for those of the page that it has."""
    page = client.get("/data/quality")
    again = client.get("/data/quality", headers={"If-None-Match": page.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Content-Security-Policy"] == page.headers["Content-Security-Policy"]


def test_a_frame_allows_no_style_but_its_own(client: Client) -> None:
    policy = client.get("/embed/blackpool-borough-council").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert " style=" not in client.get("/embed/blackpool-borough-council").text


def test_dashs_scripts_bring_no_style_sheet() -> None:
    """As many as there are in what is installed: a version that writes them otherwise is seen here."""
    group = scripts(Settings().assets)
    emptied = [script.count(b'.push([t.id,"",""]),e.A=') for script in group.values()]
    assert sum(emptied) == 11
    for name, script in group.items():
        assert b".dash-" not in script or name == "dash/dash.js", name
        assert not re.search(rb"\.push\(\[\w+\.id,[\"'`][^\"'`]", script), name
    assert b"._dash-undo-redo {" not in group["dash/dash.js"]
    assert b".dash-slider-root {" not in group["dash/dash.js"]


def test_the_sheets_are_left_out_of_files_too() -> None:
    """A page as a file has its sheets as files of their own: hosts say one policy for all files."""
    made = Rewriting(lambda link: link, {"a{}": "/static/a.css", "b{}": "/static/b.css"}, "/finder.js")
    page = made.page("<style>a{}</style>\n<style>b{}</style>\n<p>c</p>")
    assert page == (
        '<link rel="stylesheet" href="/static/a.css">\n<link rel="stylesheet" href="/static/b.css">\n<p>c</p>'
    )

"""A release's status on every page, and what is not published: shown in a preview, nowhere else."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.published import record_live
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES

COUNCIL = "/council/blackpool-borough-council/2023-24"
PAGES = ("/", COUNCIL, f"{COUNCIL}/letter", "/about", "/data", "/find?q=c", "/nowhere")
ADDRESSES = (*PAGES, f"{COUNCIL}.json", "/data/figures.csv", "/data/figures.xlsx", "/healthz")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A live release, one superseded, a draft, one embargoed, one that was live and is gone."""
    made = tmp_path_factory.mktemp("releases")
    for name, status, until in (
        ("autumn", "draft", None),
        ("spring", "draft", None),
        ("next", "draft", None),
        ("secret", "embargoed", "2099-07-22T09:30+01:00"),
    ):
        build_tiny(made, replace(tiny_content(name, status=status), embargoed_until=until), MAP_FILES)
    build_tiny(made, tiny_content("gone", status="draft"), MAP_FILES)
    record_live(made, "gone", "autumn", "spring")
    shutil.rmtree(made / "gone")
    return made


def _client(folder: Path, cache: Path, name: str | None) -> Client:
    releases = open_releases(name, demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=cache)).server.test_client()


@pytest.fixture(scope="module")
def public(folder: Path, cache: Path) -> Client:
    return _client(folder, cache, None)


@pytest.fixture(scope="module", params=["next", "secret"])
def preview(request: pytest.FixtureRequest, folder: Path, cache: Path) -> Client:
    return _client(folder, cache, request.param)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_a_preview_says_what_it_is(preview: Client, path: str) -> None:
    page = preview.get(path).text
    told = {
        "next": ("<title>Draft: ", "<strong>Draft, not published.</strong>", "(draft, not published)"),
        "secret": (
            "<title>Embargoed: ",
            "<strong>Embargoed until 22 July 2099, 08:30 UTC.</strong>",
            "(embargoed until 22 July 2099, 08:30 UTC, not published)",
        ),
    }[json.loads(preview.get("/healthz").text)["release"]]
    for words in (*told, '<meta name="robots" content="noindex">'):
        assert words in page


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_answer_of_a_preview_is_kept_or_indexed(preview: Client, public: Client, path: str) -> None:
    for _ in range(2):
        headers = preview.get(path).headers
        assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert headers["Cache-Control"] == "private, no-store"
        assert headers["X-Release"] in (
            "next (draft, not published)",
            "secret (embargoed until 22 July 2099, 08:30 UTC, not published)",
        )
    assert "X-Release" not in public.get(path).headers
    assert "X-Robots-Tag" not in public.get(path).headers


def _file(folder: Path, name: str) -> str:
    manifest = json.loads((folder / name / "manifest.json").read_text("utf-8"))
    return f"/static/{name}/{manifest['static']['map/upper-1.json']}"


def test_a_preview_has_its_files(folder: Path, preview: Client) -> None:
    name = json.loads(preview.get("/healthz").text)["release"]
    assert preview.get(_file(folder, name)).status_code == 200
    answer = preview.get("/data/figures.csv")
    assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="{name}-')
    assert ("draft" in answer.headers["Content-Disposition"]) is (name == "next")


@pytest.mark.parametrize("name", ["next", "secret"])
def test_the_public_server_answers_nothing_of_it(folder: Path, public: Client, name: str) -> None:
    paths = [*(f"{path}{'&' if '?' in path else '?'}release={name}" for path in PAGES), _file(folder, name)]
    paths += [f"{COUNCIL}.json?release={name}", f"{COUNCIL}/letter.pdf?release={name}"]
    paths += [f"/data/{file}?release={name}" for file in ("figures.csv", "figures.json", "datapackage.json")]
    paths += [
        f"/council/blackpool-borough-council/feed.atom?release={name}",
        f"/static/{name}/release.sqlite",
    ]
    for path in paths:
        assert public.get(path).status_code == 404, path
    assert f">{name}<" not in public.get("/data").text


@pytest.mark.parametrize("path", [COUNCIL, f"{COUNCIL}/letter", "/about"])
def test_a_superseded_page_leads_to_the_same_page_of_today(public: Client, path: str) -> None:
    page = public.get(f"{path}?release=autumn").text
    assert "<strong>Superseded.</strong> These are the figures of release “autumn”" in page
    assert f'<a href="{path}">This page in the current release</a>' in page
    assert "(superseded by release “spring”)" in page
    today = public.get(path).text
    assert "Superseded" not in today
    assert "Release “spring” (live)" in today


def test_a_release_that_is_no_longer_held_says_so(public: Client) -> None:
    answer = public.get("/?release=gone")
    assert answer.status_code == 410
    assert "This release is no longer held" in answer.text


def test_the_data_page_lists_releases_and_what_was_published(public: Client) -> None:
    page = public.get("/data").text
    assert '<a href="/data?release=spring">spring</a> (this page)' in page
    assert 'href="/data/figures.csv?release=autumn"' in page
    assert "in place of “autumn”, by Head of data. Reason: Release spring" in page
    assert "next" not in page.split("Change log")[1].split("Sources and licences")[0]


def test_a_demonstration_of_nothing_real_says_so_and_leads_nowhere_else(tmp_path: Path, cache: Path) -> None:
    content = tiny_content("sample", kind="demonstration")
    build_tiny(tmp_path, replace(content, held_values=()), MAP_FILES)
    client = _client(tmp_path, cache, "sample")
    for path in PAGES:
        page = client.get(path).text
        assert "Every figure is simulated, and none is of a real council." in page
        assert "Show real figures only" not in page
        assert "marked published, reported or derived are real" not in page


def test_the_data_page_names_what_is_held_in_words_of_readers(public: Client) -> None:
    held = public.get("/data").text.partition("What the release holds, by year")[2].partition("</table>")[0]
    assert "Figures: one for each council and measure" in held
    assert not re.search(
        "(?i)facet|combined figure|held (value|conflict)|service figure|register council", held
    )


def test_a_kept_page_does_not_outlive_its_status(tmp_path: Path, cache: Path) -> None:
    for name in ("one", "two"):
        build_tiny(tmp_path, tiny_content(name, status="draft"), MAP_FILES)
    record_live(tmp_path, "one")
    now = [0.0]
    releases = open_releases(
        None, demo_allowed=False, directory=tmp_path, environment={}, clock=lambda: now[0]
    )
    client = create_app(releases, Settings(cache=cache)).server.test_client()
    assert "Superseded" not in client.get("/about?release=one").text
    record_live(tmp_path, "two")
    now[0] = 2.0
    assert "Superseded" in client.get("/about?release=one").text
    assert "Release “two” (live)" in client.get("/about").text

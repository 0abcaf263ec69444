"""The public site as files: whole, true to the site, every link answered by a plain file server."""

import json
import os
import re
import resource
import shutil
import signal
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from dashboard.as_files.kept import JOURNAL, read_manifest
from dashboard.cli import main
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.as_files.conftest import Exported
from tests.as_files.serving import Named, command, exported, fetched, file_server, words_of
from tests.as_files.small import small_content, small_release
from tests.support.tiny_release import BLACKPOOL, COUNCILS, YEARS, existed

BY_SCRIPT = ("/", "/find")


def test_it_says_what_was_exported_how_large_and_how_long(export: Exported) -> None:
    made, files = read_manifest(export.folder)
    size = sum(entry.size for entry in files)
    assert f"{len(files)} files, {size / 1e6:,.0f} MB" in export.printed
    assert re.search(r"in \d+\.\d s\.", export.printed)
    assert (made.release, made.kind, made.parts) == ("demo", "demonstration", ())
    assert not export.folder.with_name("site.unfinished").exists()


def test_the_manifest_holds_every_file_that_is_there(export: Exported) -> None:
    _, files = read_manifest(export.folder)
    here = {path.relative_to(export.folder).as_posix() for path in export.folder.rglob("*") if path.is_file()}
    assert {entry.file for entry in files} == here - {"export.json"}


def test_every_link_of_every_page_is_answered_by_a_plain_file_server(export: Exported) -> None:
    """From the map on, as a reader goes; what the pages' scripts and applications fetch as well."""
    with file_server(export.folder) as address:
        waiting, seen, pages = ["/"], {"/"}, 0
        while waiting:
            path = waiting.pop()
            status, body = fetched(address + path)
            assert status == 200, path
            if b"<!doctype html>" not in body[:40]:
                continue
            pages += 1
            page = body.decode()
            named = Named(page)
            assert set(named.forms) <= set(BY_SCRIPT), path
            targets = named.targets
            for settings in re.findall(r'id="dashboard-settings">(.*?)</script>', page):
                told = json.loads(settings)
                targets += [told[name] for name in ("application", "polyfill", "plotly")]
                targets += [told["tree"]] if told["follow"] == "page" else []
                targets += ["/_dash-layout.json", "/_dash-dependencies.json"]
            for target in targets:
                parts = urlsplit(target)
                if parts.scheme or not parts.path.startswith("/"):
                    continue
                assert not parts.query or parts.path in BY_SCRIPT, (path, target)
                if parts.path not in seen:
                    seen.add(parts.path)
                    waiting.append(parts.path)
    of_years = [(c, year) for c in COUNCILS for year in YEARS if existed(c, year)]
    assert {f"/council/{c.slug}/{year}" for c, year in of_years} <= seen
    assert f"/council/{BLACKPOOL.slug}/letters" in seen
    assert f"/council/{BLACKPOOL.slug}/2023-24/letter" in seen
    assert pages > len(of_years) + len(COUNCILS)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/about",
        "/complain",
        f"/council/{BLACKPOOL.slug}",
        f"/council/{BLACKPOOL.slug}/2023-24",
        f"/council/{BLACKPOOL.slug}/2023-24/letter",
        f"/council/{BLACKPOOL.slug}/letters",
        "/council/cumberland-council/2022-23",
    ],
)
def test_a_page_says_what_the_site_says(export: Exported, path: str) -> None:
    releases = open_releases("demo", demo_allowed=False, directory=export.releases, environment={})
    site = create_app(releases, Settings(cache=export.cache)).server.test_client()
    file = export.folder / path.strip("/") / "index.html"
    said = words_of(file.read_text("utf-8"))
    of_files = "This copy of the site is made of files."
    if path == "/":
        assert said.startswith(of_files)
        said = said.partition("has every year. ")[2]
    assert said == words_of(site.get(path).get_data(as_text=True))


@pytest.mark.parametrize("twin", ["2023-24.json", "2023-24/panel.json", "2024-25.json"])
def test_a_tree_is_the_site_s_but_for_where_its_links_lead(export: Exported, twin: str) -> None:
    releases = open_releases("demo", demo_allowed=False, directory=export.releases, environment={})
    site = create_app(releases, Settings(cache=export.cache)).server.test_client()
    path = f"council/{BLACKPOOL.slug}/{twin}"
    without_links = re.compile(r'("href":"|href=\\")[^"\\]*')
    made = without_links.sub(r"\1", (export.folder / path).read_text("utf-8"))
    assert made == without_links.sub(r"\1", site.get(f"/{path}").get_data(as_text=True))
    assert json.loads((export.folder / path).read_text("utf-8"))


def test_every_page_of_a_demonstration_says_so(export: Exported) -> None:
    for page in export.folder.rglob("*.html"):
        if "static" not in page.relative_to(export.folder).parts:
            text = page.read_text("utf-8")
            assert "<title>Demonstration: " in text, page
            assert "Demonstration." in text, page
            assert '<meta name="robots" content="noindex">' in text, page
    assert "Disallow: /" in (export.folder / "robots.txt").read_text()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("compare", "Comparing councils needs a server"),
        ("decisions", "Searching the decisions needs a server"),
        ("improvements", "Searching the improvements needs a server"),
        ("watch", "What to watch across councils needs a server"),
        ("not-in-this-copy", "Papers for committees, and letters as PDF"),
        ("data", "made of files, and holds one release"),
    ],
)
def test_what_needs_a_server_says_so_in_words(export: Exported, path: str, says: str) -> None:
    assert says in words_of((export.folder / path / "index.html").read_text("utf-8"))


def test_the_page_of_the_search_lists_every_council_without_scripts(export: Exported) -> None:
    page = (export.folder / "find" / "index.html").read_text("utf-8")
    assert {f"/council/{council.slug}" for council in COUNCILS} <= set(Named(page).targets)
    living = sum(council.end is None for council in COUNCILS)
    assert f"All {living} councils, A to Z" in page


def test_postcodes_are_answered_by_what_is_held(export: Exported) -> None:
    found = json.loads((export.folder / "find" / "councils.json").read_text("utf-8"))
    names = [council["name"] for council in found["councils"]]
    held = json.loads((export.folder / "find" / "postcodes" / "PR1.json").read_text("utf-8"))
    assert {rest: [names[where], *split] for rest, (where, *split) in held["rows"].items()} == {
        "1": ["Preston City Council"],
        "2": ["Preston City Council", 1],
        "2AB": ["Blackpool Borough Council"],
    }
    preston = found["councils"][names.index("Preston City Council")]
    assert names[preston["county"]] == "Lancashire County Council"


def test_old_addresses_and_downloads_are_told_to_hosts(export: Exported) -> None:
    assert "/council/preston-borough-council/* /council/preston-city-council/:splat 301" in (
        (export.folder / "_redirects").read_text()
    )
    headers = (export.folder / "_headers").read_text()
    assert 'Content-Disposition: attachment; filename="demo-figures.csv"' in headers
    assert "Content-Security-Policy: default-src 'none'" in headers
    assert BLACKPOOL.code in (export.folder / "data" / "figures.csv").read_text("utf-8")


def test_a_council_without_a_year_has_the_page_of_its_latest(export: Exported) -> None:
    folder = export.folder / "council" / BLACKPOOL.slug
    assert (folder / "index.html").read_bytes() == (folder / "2024-25" / "index.html").read_bytes()


@pytest.fixture
def own(export: Exported, tmp_path: Path) -> Path:
    """A copy of the export, to be harmed."""
    return Path(shutil.copytree(export.folder, tmp_path / "site"))


def flip(folder: Path) -> None:
    file = folder / "data" / "figures.json"
    file.write_bytes(b"[1")


def remove(folder: Path) -> None:
    (folder / "about" / "index.html").unlink()


def add(folder: Path) -> None:
    (folder / "more.html").write_text("<p>")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (flip, "data/figures.json is not as it was made."),
        (remove, "about/index.html is missing or cannot be read."),
        (add, "more.html is no file of this export."),
    ],
)
def test_damage_is_noticed(own: Path, harm: object, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(own), "--check"]) == 0
    harm(own)  # type: ignore[operator]
    assert main(["export", str(own), "--check"]) == 1
    assert says in capsys.readouterr().err


def test_what_is_no_finished_export_is_not_taken_for_one(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "export.json").write_text("{")
    assert main(["export", str(own), "--check"]) == 1
    assert "is no finished export" in capsys.readouterr().err


def test_a_run_that_was_killed_goes_on_and_half_of_it_stands_nowhere(
    export: Exported, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    unfinished = tmp_path / "site.unfinished"
    arguments = (str(folder), "--release", "demo", "--with", "decisions")
    process = command(export.releases, export.cache, *arguments)
    end = time.monotonic() + 120
    journal = unfinished / JOURNAL
    while time.monotonic() < end and not (journal.is_file() and journal.read_text().count("\n") > 3):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    assert not folder.exists()
    assert not (unfinished / "export.json").exists()
    named = json.loads(journal.read_text().splitlines()[1])[0]["file"]
    (unfinished / named).write_bytes(b"torn")  # as a power cut leaves it
    (unfinished / "stray.part").write_bytes(b"")

    status, printed = exported(export.releases, export.cache, *arguments)
    assert status == 0, printed
    assert "of them there already" in printed
    assert main(["export", str(folder), "--check"]) == 0
    assert (folder / "decisions" / "sim-23-000-001" / "index.html").is_file()
    assert (folder / "council" / BLACKPOOL.slug / "decisions" / "index.html").is_file()


def test_a_draft_is_exported_only_when_asked_for_and_says_so_everywhere(
    export: Exported, tmp_path: Path
) -> None:
    releases, folder = tmp_path / "releases", tmp_path / "site"
    small_release(releases, small_content("next", "real", "draft"))
    arguments = (str(folder), "--release", "next")
    status, printed = exported(releases, export.cache, *arguments)
    assert status == 1
    assert "is draft and not published. It is exported only with --unpublished" in printed
    assert not folder.exists()
    more = {"DASHBOARD_ADDRESS": "https://councils.example"}
    status, printed = exported(releases, export.cache, *arguments, "--unpublished", **more)
    assert status == 0, printed
    assert "every page of this export says so. Keep it from the public." in printed
    for page in folder.rglob("*.html"):
        if "static" not in page.relative_to(folder).parts:
            told = page.read_text("utf-8")
            assert "Draft, not published." in told, page
            assert "og:image" not in told, "no card is promised that is not there"
            assert told.count('name="twitter:card"') == 1
    assert "X-Robots-Tag: noindex, nofollow, noarchive" in (folder / "_headers").read_text()
    assert "public" not in (folder / "_headers").read_text()
    assert not (folder / "sitemap.xml").exists()
    feed = (folder / "council" / BLACKPOOL.slug / "feed.atom").read_text()
    assert f'href="https://councils.example/council/{BLACKPOOL.slug}"' in feed


def test_a_folder_of_something_else_is_not_touched(export: Exported, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    status, printed = exported(export.releases, export.cache, str(tmp_path), "--release", "demo")
    assert status == 1
    assert "is there already and is no export" in printed
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_disk_that_is_full_ends_a_run_and_leaves_the_place_as_it_was(
    export: Exported, tmp_path: Path
) -> None:
    """A file may have 40 kB here, which is the same to a writer as a disk with no more room."""
    folder = Path(shutil.copytree(export.folder, tmp_path / "site"))
    small_release(tmp_path / "releases", small_content("spring", "real", "bundled"))
    process = command(tmp_path / "releases", export.cache, str(folder), "--release", "spring")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (40_000, hard))
    told, _ = process.communicate(timeout=240)
    assert process.returncode == 1, told
    assert f"{folder} is as it was." in told
    assert "File too large" in told
    assert "Traceback" not in told
    assert main(["export", str(folder), "--check"]) == 0
    assert read_manifest(folder)[0].release == "demo"


def test_parts_that_do_not_exist_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", str(tmp_path / "site"), "--with", "pictures"])
    assert "“pictures” is none of decisions, papers" in capsys.readouterr().err

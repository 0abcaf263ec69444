"""The export behind nginx with the configuration in it: no redirect, headers, old addresses, 404."""

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message

import pytest

from tests.as_files.conftest import Exported
from tests.browser.serving import _free_port as free_port
from tests.deploy.nginx import NGINX
from tests.support.tiny_release import BLACKPOOL

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


class _NoLeading(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object) -> None:
        return None


def ask(url: str) -> tuple[int, Message, bytes]:
    """Return the status, headers and body of a URL; no redirect is followed."""
    try:
        with urllib.request.build_opener(_NoLeading).open(url, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.fixture(scope="module")
def address(export: Exported, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    assert NGINX
    place, port = tmp_path_factory.mktemp("nginx"), free_port()
    for folder in (place, *place.parents[:2]):
        folder.chmod(folder.stat().st_mode | 0o755)
    (place / "whole.conf").write_text(
        f"pid {place}/pid;\nevents {{}}\nhttp {{\n access_log off;\n"
        + "".join(f" {one}_temp_path {place}/{one};\n" for one in ("client_body", "proxy", "fastcgi"))
        + "".join(f" {one}_temp_path {place}/{one};\n" for one in ("uwsgi", "scgi"))
        + f" server {{\n  listen 127.0.0.1:{port};\n  root {export.folder};\n"
        f"  include {export.folder}/nginx.conf;\n }}\n}}\n"
    )
    command = [NGINX, "-p", str(place), "-c", str(place / "whole.conf"), "-e", str(place / "error.log")]
    process = subprocess.Popen([*command, "-g", "daemon off; user root;"])
    try:
        for _ in range(200):
            try:
                ask(f"http://127.0.0.1:{port}/robots.txt")
                break
            except OSError:
                assert process.poll() is None, (place / "error.log").read_text()
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/?measure=compliance_pct", "index.html"),
        ("/about", "about/index.html"),
        (f"/council/{BLACKPOOL.slug}/2023-24", f"council/{BLACKPOOL.slug}/2023-24/index.html"),
        (f"/council/{BLACKPOOL.slug}/2023-24.json", f"council/{BLACKPOOL.slug}/2023-24.json"),
        ("/data/figures.csv", "data/figures.csv"),
    ],
)
def test_an_address_is_answered_by_its_file_at_once(
    address: str, export: Exported, path: str, file: str
) -> None:
    status, headers, body = ask(address + path)
    assert (status, body) == (200, (export.folder / file).read_bytes())
    assert str(headers["Content-Security-Policy"]).startswith("default-src 'none'")
    assert "max-age=60" in headers["Cache-Control"]


def test_files_with_a_hash_in_their_names_are_kept_for_ever(address: str, export: Exported) -> None:
    script = next((export.folder / "static").rglob("search.js")).relative_to(export.folder)
    status, headers, _ = ask(f"{address}/{script}")
    assert (status, headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")


def test_types_and_names_of_files_are_said(address: str) -> None:
    feed = ask(f"{address}/council/{BLACKPOOL.slug}/feed.atom")[1]
    assert feed["Content-Type"].startswith("application/xml")
    assert ask(f"{address}/about")[1]["Content-Type"] == "text/html; charset=utf-8"
    figures = ask(f"{address}/data/figures.csv")[1]
    assert figures["Content-Disposition"] == 'attachment; filename="demo-figures.csv"'


def test_an_old_address_leads_to_the_council(address: str) -> None:
    status, headers, _ = ask(f"{address}/council/preston-borough-council/2023-24")
    assert status == 301
    assert headers["Location"].endswith("/council/preston-city-council/2023-24")


@pytest.mark.parametrize("path", ["/no-such-page", "/_headers", "/nginx.conf", "/.export-journal"])
def test_what_is_no_page_is_answered_by_the_page_that_says_so(address: str, path: str) -> None:
    status, _, body = ask(address + path)
    assert status == 404
    assert b"There is no such page" in body

"""Files under hashed URLs: the URL follows the content, every encoding is the same file."""

import gzip
from pathlib import Path

import brotli
import pytest

from dashboard.web.static_files import media_type, publish

SCRIPT = b"// a script\n" + b"let x = 1;\n" * 100


def test_a_file_is_found_by_its_name_and_by_its_url(tmp_path: Path) -> None:
    files = publish([{"js/a.js": SCRIPT}], tmp_path)
    url = files.url("js/a.js")
    found = files.get(url)
    assert found is not None
    assert url.startswith("/static/")
    assert url.endswith("/js/a.js")
    assert found.content_type == "text/javascript; charset=utf-8"
    assert found.read("identity") == (SCRIPT, "identity")
    assert brotli.decompress(found.read("br")[0]) == SCRIPT
    assert gzip.decompress(found.read("gzip")[0]) == SCRIPT
    assert files.get("/static/other/js/a.js") is None


def test_the_url_depends_on_the_content_of_the_whole_group(tmp_path: Path) -> None:
    def url(**contents: bytes) -> str:
        return publish([contents], tmp_path).url("a")

    assert url(a=b"1", b=b"2") == url(b=b"2", a=b"1")
    assert url(a=b"1", b=b"2") != url(a=b"1", b=b"3")
    assert url(a=b"1", b=b"2") != url(a=b"12", b=b"")


def test_what_was_published_is_not_compressed_again(tmp_path: Path) -> None:
    publish([{"a.js": SCRIPT}], tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    publish([{"a.js": SCRIPT}], tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_small_file_stays_as_it_is(tmp_path: Path) -> None:
    files = publish([{"a.svg": b"<svg/>"}], tmp_path)
    found = files.get(files.url("a.svg"))
    assert found is not None
    assert found.read("br") == (b"<svg/>", "identity")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.json", "application/json"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_the_media_type_follows_the_name(name: str, expected: str) -> None:
    assert media_type(name) == expected

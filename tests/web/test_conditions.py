"""Ranges of files, and conditions: by the rules of HTTP (RFC 9110, 13 and 14)."""

import pytest
from werkzeug.test import Client

from dashboard.web.headers import SECURITY

FILE = "/data/figures.csv"


@pytest.fixture(scope="module")
def whole(client: Client) -> bytes:
    return client.get(FILE).data


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [("bytes=0-9", 0, 10), ("bytes=5-", 5, None), ("bytes=-7", -7, None), ("bytes=10-999999", 10, None)],
)
def test_a_part_of_a_file_is_sent(
    client: Client, whole: bytes, asked: str, start: int, stop: int | None
) -> None:
    answer = client.get(FILE, headers={"Range": asked})
    assert (answer.status_code, answer.data) == (206, whole[start:stop])
    first = start % len(whole)
    assert answer.headers["Content-Range"] == f"bytes {first}-{first + len(answer.data) - 1}/{len(whole)}"
    assert answer.headers["Content-Length"] == str(len(answer.data))


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_the_parts_of_an_encoded_file_make_it_whole(client: Client, encoding: str) -> None:
    asked = {"Accept-Encoding": encoding}
    every = client.get(FILE, headers=asked)
    parts = [client.get(FILE, headers={**asked, "Range": f"bytes={a}"}).data for a in ("0-99", "100-")]
    assert b"".join(parts) == every.data
    assert every.headers["ETag"].endswith(f'-{encoding}"')


def test_a_part_beyond_the_end_is_refused(client: Client, whole: bytes) -> None:
    answer = client.get(FILE, headers={"Range": f"bytes={len(whole)}-"})
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{len(whole)}")
    assert dict(SECURITY).items() <= dict(answer.headers).items()


@pytest.mark.parametrize(
    "asked", ["bytes=1-2,4-5", "lines=1-2", "bytes=x", "bytes=", "", "bytes=9-1", "\x00"]
)
def test_what_is_not_one_range_gets_the_whole(client: Client, whole: bytes, asked: str) -> None:
    answer = client.get(FILE, headers={"Range": asked})
    assert (answer.status_code, answer.data) == (200, whole)
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_part_is_sent_only_of_the_file_it_was_begun_with(client: Client, whole: bytes) -> None:
    tag = client.get(FILE).headers["ETag"]
    for condition, status in ((tag, 206), (f"W/{tag}", 200), ('"other"', 200), ("nonsense", 200)):
        answer = client.get(FILE, headers={"Range": "bytes=0-1", "If-Range": condition})
        assert answer.status_code == status, condition


def test_a_page_is_sent_whole_whatever_part_is_asked_for(client: Client) -> None:
    answer = client.get("/about", headers={"Range": "bytes=0-1"})
    assert answer.status_code == 200
    assert "Accept-Ranges" not in answer.headers


@pytest.mark.parametrize("path", ["/about", FILE, "/index.json"])
def test_each_encoding_has_its_own_validator(client: Client, path: str) -> None:
    tags = {
        encoding: client.get(path, headers={"Accept-Encoding": encoding}).headers["ETag"]
        for encoding in ("br", "gzip", "identity")
    }
    assert len(set(tags.values())) == 3
    for encoding, tag in tags.items():
        for other, status in ((encoding, 304), *((one, 200) for one in tags if one != encoding)):
            asked = {"Accept-Encoding": other, "If-None-Match": tag}
            assert client.get(path, headers=asked).status_code == status

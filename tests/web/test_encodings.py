"""Content encodings: which is chosen, and that nothing is lost in it."""

import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.encodings import QUICK, Encoding, accepted, compressible, encode


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", "identity"),
        ("*", "br"),
        ("identity", "identity"),
        ("br;q=nonsense, gzip", "gzip"),
        ("brotli", "identity"),
    ],
)
def test_the_best_encoding_a_client_takes(header: str, expected: str) -> None:
    assert accepted(header) == expected


@given(st.text(max_size=60))
def test_any_header_is_read(header: str) -> None:
    assert accepted(header) in ("br", "gzip", "identity")


@pytest.mark.parametrize(
    ("content_type", "size", "expected"),
    [
        ("text/html; charset=utf-8", 1000, True),
        ("application/json", 1000, True),
        ("image/svg+xml", 1000, True),
        ("image/png", 1000, False),
        ("text/html", 100, False),
    ],
)
def test_only_text_of_some_length_is_compressed(content_type: str, size: int, expected: bool) -> None:
    assert compressible(content_type, size) is expected


@given(st.binary(max_size=500), st.sampled_from(["br", "gzip", "identity"]))
def test_a_body_comes_back_whole(body: bytes, encoding: Encoding) -> None:
    back = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}[encoding]
    assert back(encode(body, encoding, QUICK)) == body

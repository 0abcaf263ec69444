"""Bodies in parts: whole when decoded, compressed on the way, let go of when not sent."""

import gzip
from collections.abc import Iterator

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.encodings import Encoding
from dashboard.web.streamed import Streamed, encoded, gathered

DECODED = {"identity": lambda body: body, "gzip": gzip.decompress, "br": brotli.decompress}


@given(st.lists(st.binary(max_size=50), max_size=20), st.sampled_from(["identity", "gzip", "br"]))
def test_parts_are_whole_when_decoded(parts: list[bytes], encoding: Encoding) -> None:
    sent = b"".join(encoded(gathered(parts, at_once=64), encoding))
    assert DECODED[encoding](sent) == b"".join(parts)


@given(st.lists(st.binary(max_size=50), max_size=20))
def test_small_parts_are_joined_and_none_is_empty(parts: list[bytes]) -> None:
    joined = list(gathered(parts, at_once=64))
    assert all(len(part) >= 64 for part in joined[:-1])
    assert all(joined)


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_no_more_than_a_piece_is_ever_held(encoding: Encoding) -> None:
    made = 0

    def parts() -> Iterator[bytes]:
        nonlocal made
        for number in range(100_000):
            made += 1
            yield b"%d, a line of a file\n" % number

    answer = iter(Streamed("200 OK", [], 'W/"a"', parts(), encoding))
    next(answer)
    assert made < 50_000


def test_what_is_not_sent_is_let_go() -> None:
    closed = []

    class Parts:
        def __iter__(self) -> Iterator[bytes]:
            yield b"never asked for"

        def close(self) -> None:
            closed.append(True)

    Streamed("200 OK", [], 'W/"a"', Parts(), "br").close()
    assert closed == [True]

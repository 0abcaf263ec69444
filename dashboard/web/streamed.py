"""An answer that is written while it is sent: compressed on the way, never whole in memory."""

import logging
import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli

from dashboard.web.encodings import QUICK, Encoding

_LOG = logging.getLogger("dashboard.pages")

AT_ONCE = 32_768
"""Bytes gathered before they are compressed and sent."""


class Streamed:
    """A response in parts: status line, headers, validator. To be closed, whether it was sent or not."""

    def __init__(
        self,
        status: str,
        headers: list[tuple[str, str]],
        tag: str,
        parts: Iterable[bytes],
        encoding: Encoding,
    ) -> None:
        self.status = status
        self.headers = headers
        self.etag = tag
        self._parts = parts
        self._encoding = encoding

    def with_headers(self, headers: list[tuple[str, str]]) -> "Streamed":
        """Return the same with other headers."""
        self.headers = headers
        return self

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body, encoded. What fails on the way is recorded; the answer then ends short."""
        try:
            yield from encoded(gathered(self._parts), self._encoding)
        except Exception:
            _LOG.exception("An answer broke off.")
            raise

    def close(self) -> None:
        """Let go of what the parts come from."""
        close = getattr(self._parts, "close", None)
        if close:
            close()


def gathered(parts: Iterable[bytes], at_once: int = AT_ONCE) -> Iterator[bytes]:
    """Yield small parts joined into larger ones."""
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= at_once:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)


def encoded(parts: Iterable[bytes], encoding: Encoding) -> Iterator[bytes]:
    """Yield parts in an encoding, each compressed as it comes."""
    if encoding == "identity":
        yield from parts
        return
    press, finish = _compressor(encoding)
    for part in parts:
        if pressed := press(part):
            yield pressed
    yield finish()


def _compressor(encoding: Encoding) -> tuple[Callable[[bytes], bytes], Callable[[], bytes]]:
    if encoding == "br":
        brotlied = brotli.Compressor(quality=QUICK["br"], lgwin=18)
        return brotlied.process, brotlied.finish
    gzipped = zlib.compressobj(QUICK["gzip"], zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return gzipped.compress, gzipped.flush

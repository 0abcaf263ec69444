"""Which content encoding a client takes, and bodies in it."""

import gzip
from typing import Literal

import brotli
from werkzeug.http import parse_accept_header

Encoding = Literal["br", "gzip", "identity"]
ENCODINGS: tuple[Encoding, ...] = ("br", "gzip", "identity")
_LONGEST = 1_000  # characters of a header that are read

BEST: dict[Encoding, int] = {"br": 11, "gzip": 9}
QUICK: dict[Encoding, int] = {"br": 5, "gzip": 6}
_COMPRESSIBLE = (
    *("text/", "application/json", "application/javascript"),
    *("application/xml", "image/svg+xml"),
)
SMALLEST = 256


def accepted(header: str) -> Encoding:
    """Return the encoding an Accept-Encoding header prefers; of equals br before gzip before identity."""
    weights = parse_accept_header(header[:_LONGEST])
    best: Encoding = "identity"
    most = 0.0
    for encoding in ENCODINGS:
        if (weight := weights.quality(encoding)) > most:
            best, most = encoding, weight
    return best


def compressible(content_type: str, size: int) -> bool:
    """Say whether compressing a body of that type and size (bytes) is worth it."""
    return size >= SMALLEST and content_type.startswith(_COMPRESSIBLE)


def encode(body: bytes, encoding: Encoding, effort: dict[Encoding, int]) -> bytes:
    """Return a body in an encoding, at an effort (``BEST`` for files, ``QUICK`` for pages)."""
    if encoding == "br":
        compressed: bytes = brotli.compress(body, quality=effort["br"])
        return compressed
    if encoding == "gzip":
        return gzip.compress(body, effort["gzip"], mtime=0)
    return body


def decode(body: bytes, encoding: Encoding) -> bytes:
    """Return a body as it was before it was encoded."""
    if encoding == "br":
        plain: bytes = brotli.decompress(body)
        return plain
    return gzip.decompress(body) if encoding == "gzip" else body

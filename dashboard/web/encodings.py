"""Which content encoding a client takes, and bodies in it."""

import gzip
from typing import Literal

import brotli

Encoding = Literal["br", "gzip", "identity"]

BEST: dict[Encoding, int] = {"br": 11, "gzip": 9}
QUICK: dict[Encoding, int] = {"br": 5, "gzip": 6}
_COMPRESSIBLE = (
    *("text/", "application/json", "application/javascript"),
    *("application/atom+xml", "image/svg+xml"),
)
SMALLEST = 256


def accepted(header: str) -> Encoding:
    """Return the best encoding an Accept-Encoding header allows: br, else gzip, else identity."""
    weights = dict(_weight(part) for part in header.lower().split(",") if part.strip())
    rest = weights.get("*", 0.0)
    if weights.get("br", rest) > 0:
        return "br"
    if weights.get("gzip", rest) > 0:
        return "gzip"
    return "identity"


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


def _weight(part: str) -> tuple[str, float]:
    name, _, parameters = part.strip().partition(";")
    value = parameters.strip().removeprefix("q=")
    try:
        return name.strip(), float(value) if parameters else 1.0
    except ValueError:
        return name.strip(), 0.0

"""An answer as it goes out: compressed, with its validator and the headers that every answer has."""

from collections.abc import Iterable

from dashboard.web.encodings import QUICK, Encoding, compressible, decode, encode
from dashboard.web.headers import SECURITY, etag, guarded
from dashboard.web.page_cache import Stored
from dashboard.web.streamed import Streamed

Headers = list[tuple[str, str]]

_OURS = frozenset(
    {
        "content-length",
        "etag",
        "vary",
        "content-encoding",
        "set-cookie",
        *(name.lower() for name, _ in SECURITY),
    }
)


def finished(status: str, headers: Iterable[tuple[str, str]], body: bytes, encoding: Encoding) -> Stored:
    """Return a response in an encoding, or as it is where compressing it is not worth it."""
    given = list(headers)
    kept = [(name, value) for name, value in given if name.lower() not in _OURS]
    content_type = next((value for name, value in kept if name.lower() == "content-type"), "")
    chosen: Encoding = encoding if compressible(content_type, len(body)) else "identity"
    tag = etag(body, chosen)
    if chosen != "identity":
        kept.append(("Content-Encoding", chosen))
    kept += [("Vary", "Accept-Encoding"), ("ETag", tag), *guarded(given)]
    return Stored(status, kept, encode(body, chosen, QUICK), tag, chosen)


def in_encoding(stored: Stored, encoding: Encoding) -> Stored:
    """Return the same response in another encoding."""
    return finished(stored.status, stored.headers, decode(stored.body, stored.encoding), encoding)


def in_parts(headers: Headers) -> bool:
    """Say whether an answer is sent as it is made: it has no length, and a validator of its own."""
    names = {name.lower() for name, _ in headers}
    return "content-length" not in names and "etag" in names


def streamed(status: str, headers: Headers, parts: Iterable[bytes], encoding: Encoding) -> Streamed:
    """Return a response that is compressed while it is sent."""
    whole = next(value for name, value in headers if name.lower() == "etag")
    tag = whole if encoding == "identity" else f'{whole[:-1]}-{encoding}"'
    kept = [(name, value) for name, value in headers if name.lower() not in _OURS]
    if encoding != "identity":
        kept.append(("Content-Encoding", encoding))
    return Streamed(
        status, [*kept, ("Vary", "Accept-Encoding"), ("ETag", tag), *SECURITY], tag, parts, encoding
    )

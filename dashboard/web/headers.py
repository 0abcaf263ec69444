"""The headers of every answer: security, caching, validators."""

import hashlib
from collections.abc import Iterable

from werkzeug.http import parse_etags, unquote_etag

from dashboard.web.answer import Keep
from dashboard.web.encodings import Encoding

_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # plotly and React set styles on elements
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    ]
)
FRAMED = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)
"""The policy of what other sites may frame: it runs nothing, loads nothing and sends nothing."""
SECURITY = (
    ("Content-Security-Policy", _POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "geolocation=(), camera=(), microphone=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


def guarded(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the headers of security of an answer: another policy only where it is that of a frame."""
    name, _ = SECURITY[0]
    return ((name, FRAMED), *SECURITY[1:]) if (name, FRAMED) in list(headers) else SECURITY


_WHILE_DOWN = 86_400  # seconds a cache may show a page while the servers behind it do not answer


def cache_control(keep: Keep, page_seconds: int) -> str:
    """Return the Cache-Control of an answer."""
    if keep is Keep.FOREVER:
        return "public, max-age=31536000, immutable"
    if keep is Keep.PAGE:
        return (
            f"public, max-age={page_seconds}, stale-while-revalidate={page_seconds}, "
            f"stale-if-error={_WHILE_DOWN}"
        )
    return "no-store"


def etag(body: bytes, encoding: Encoding = "identity") -> str:
    """Return a weak validator of a body in an encoding: each has its own (RFC 9110, 8.8.3.3)."""
    told = hashlib.blake2b(body, digest_size=12).hexdigest()
    return f'W/"{told}"' if encoding == "identity" else f'W/"{told}-{encoding}"'


def unchanged(if_none_match: str | None, tag: str) -> bool:
    """Say whether an If-None-Match header names the tag, among others or by ``*``.

    Tags are compared weakly (RFC 9110, 13.1.2).
    """
    own, _ = unquote_etag(tag)
    return own is not None and parse_etags((if_none_match or "").strip()).contains_weak(own)

"""The headers of every answer: security, caching, validators."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache

from werkzeug.http import parse_etags, unquote_etag

from dashboard.web.answer import Keep
from dashboard.web.encodings import Encoding

POLICY = "Content-Security-Policy"


@cache
def _known(sheet: str) -> str:
    """Return what a policy calls a ``<style>`` with this text by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()}'"


def policy(sheets: Iterable[str] = ()) -> str:
    """Return the policy of an answer whose document holds these style sheets, each a ``<style>`` of its own.

    No other ``<style>`` applies, but an empty one: plotly adds one and gives it rules by script.
    """
    known = " ".join(_known(sheet) for sheet in ("", *sheets))
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",  # attributes: lengths of bars, sizes of maps and charts
            f"style-src-elem 'self' {known}",
            "img-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'self'",
        ]
    )


def framed_policy(sheet: str) -> str:
    """Return the policy of what other sites may frame: it runs nothing, loads nothing and sends nothing."""
    return (
        f"default-src 'none'; style-src {_known(sheet)}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors *"
    )


SECURITY = (
    (POLICY, policy()),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "geolocation=(), camera=(), microphone=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


def guarded(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the headers of security of an answer: with its own policy, where it has one."""
    own = next(((name, value) for name, value in headers if name == POLICY), SECURITY[0])
    return (own, *SECURITY[1:])


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

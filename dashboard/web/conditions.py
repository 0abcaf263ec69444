"""What a request's conditions and ranges make of an answer that is whole (RFC 9110, 13 and 14)."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from werkzeug.http import parse_if_range_header, parse_range_header

from dashboard.web.headers import unchanged
from dashboard.web.page_cache import Stored
from dashboard.web.streamed import Streamed

_LONGEST = 8_000  # characters of a condition that are read


def meets(stored: Stored | Streamed, environ: Mapping[str, str]) -> bool:
    """Say whether the client has what is there already."""
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked is None or not stored.etag or not stored.status.startswith("2"):
        return False
    return unchanged(asked[:_LONGEST], stored.etag)


def part_asked(stored: Stored, environ: Mapping[str, str]) -> Stored:
    """Return the part of a file that a request asks for, or the whole.

    One range is answered; several are as if none were asked for. What changes with time (a page, whose
    validator is weak) is sent whole.
    """
    asked = environ.get("HTTP_RANGE", "")
    if not stored.status.startswith("200") or not stored.etag.startswith('"'):
        return stored
    stored = replace(stored, headers=[*stored.headers, ("Accept-Ranges", "bytes")])
    if not asked or not _still_the_same(stored.etag, environ.get("HTTP_IF_RANGE")):
        return stored
    wanted = parse_range_header(asked[:_LONGEST])
    if wanted is None or wanted.units != "bytes" or len(wanted.ranges) != 1:
        return stored
    length = len(stored.body)
    piece = wanted.range_for_length(length)
    if piece is None:
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        headers = [*stored.headers, ("Content-Range", f"bytes */{length}")]
        return replace(stored, status=f"{status.value} {status.phrase}", headers=headers, body=b"", etag="")
    start, stop = piece
    headers = [*stored.headers, ("Content-Range", f"bytes {start}-{stop - 1}/{length}")]
    return replace(stored, status="206 Partial Content", headers=headers, body=stored.body[start:stop])


def _still_the_same(tag: str, if_range: str | None) -> bool:
    if if_range is None:
        return True
    asked = parse_if_range_header(if_range[:_LONGEST])
    return asked.etag is not None and not if_range.strip().startswith("W/") and f'"{asked.etag}"' == tag

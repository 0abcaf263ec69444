"""Putting the notice of what was left out into an answer that is kept without it."""

from dataclasses import replace

from dashboard.markup import elements as html
from dashboard.markup.html import render
from dashboard.markup.static_subtrees import condensed
from dashboard.markup.tree_json import dumps
from dashboard.pages.site.left_out import left_out_notice
from dashboard.web.addressing import Address
from dashboard.web.document import MAIN
from dashboard.web.encodings import Encoding, decode
from dashboard.web.finished import finished
from dashboard.web.page_cache import Stored

_REDIRECTS = ("301", "302")


def with_notice(stored: Stored, address: Address, encoding: Encoding, *, tree: bool) -> Stored:
    """Return an answer that says what was left out: in the page, its ``tree``, or where it leads.

    A file says nothing of it.
    """
    if stored.status.startswith(_REDIRECTS):
        return _led_with(stored, address.unread)
    notice = left_out_notice(address.left_out)
    content_type = stored.header("Content-Type")
    if notice is None or not (tree or content_type.startswith("text/html")):
        return stored
    body = decode(stored.body, stored.encoding)
    if content_type.startswith("text/html"):
        before, main, after = body.partition(MAIN.encode())
        whole = b"".join((before, main, render(notice).encode(), after))
    else:
        start, _, end = dumps(html.Div([condensed(notice), _PLACE])).partition(f'"{_PLACE}"')
        whole = b"".join((start.encode(), body, end.encode()))
    return finished(stored.status, stored.headers, whole, encoding)


_PLACE = "the page"


def _led_with(stored: Stored, unread: str) -> Stored:
    if not unread:
        return stored
    location = stored.header("Location")
    told = f"{location}{'&' if '?' in location else '?'}{unread}"
    headers = [(name, told if name == "Location" else value) for name, value in stored.headers]
    return replace(stored, headers=headers)

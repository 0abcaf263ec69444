"""Putting the notice of what was left out into an answer that is kept without it."""

from dataclasses import replace

from dashboard.addresses.decision_state import page_of
from dashboard.addresses.query import LeftOut, read
from dashboard.markup import elements as html
from dashboard.markup.html import render
from dashboard.markup.static_subtrees import condensed
from dashboard.markup.tree_json import dumps
from dashboard.pages.site.left_out import left_out_notice
from dashboard.web.addressing import Address
from dashboard.web.answer import PAGES
from dashboard.web.document import MAIN
from dashboard.web.encodings import Encoding, decode
from dashboard.web.finished import finished
from dashboard.web.page_cache import Stored

_REDIRECTS = ("301", "302")


def with_notice(stored: Stored, address: Address, encoding: Encoding, *, tree: bool) -> Stored:
    """Return an answer that says what was left out: in the page, its ``tree``, or where it leads.

    It is as it was where all was read; a file says nothing of it.
    """
    if stored.status.startswith(_REDIRECTS):
        return _led_with(stored, address.unread)
    notice = left_out_notice(_left_out(stored, address))
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


def _left_out(stored: Stored, address: Address) -> tuple[LeftOut, ...]:
    """Return what was left out before the page was made, and a page number that its list does not have."""
    pages = stored.header(PAGES)
    if not pages:
        return address.left_out
    beyond = read(address.query).left_out((page_of(int(pages)),))
    values = [part for part in address.left_out if not part.cut]
    return (*values, *beyond, *address.left_out[len(values) :])


def _led_with(stored: Stored, unread: str) -> Stored:
    if not unread:
        return stored
    location = stored.header("Location")
    told = f"{location}{'&' if '?' in location else '?'}{unread}"
    headers = [(name, told if name == "Location" else value) for name, value in stored.headers]
    return replace(stored, headers=headers)

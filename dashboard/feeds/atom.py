"""Atom 1.0 (RFC 4287) as data, and its XML. Texts are any text: what XML cannot hold is replaced."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import quoteattr

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
SERVED_AS = "application/xml"
"""What a feed is sent as: of Atom's own type browsers show the source, or save it, whatever its sheet."""
_DECLARATION = b"<?xml version='1.0' encoding='utf-8'?>\n"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry is about: ``scheme`` names the list the term is from, a URI."""

    term: str
    label: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``id`` is a URI that never changes, ``url`` its page, absolute.

    ``published`` and ``updated`` are days of the data, never of the clock. ``html`` is markup that we
    wrote from escaped parts, given beside the plain ``summary`` where that says less; empty without.
    """

    id: str
    title: str
    url: str
    published: date
    updated: date
    summary: str
    html: str = ""
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``url`` is the page of the same, ``self_url`` the feed's own address, both absolute.

    ``updated`` stands where there is no entry to take it from. ``beside`` are the other pages of a feed in
    pages (RFC 5005): their relation and address. ``style`` is the address of a sheet for those who open it in
    a browser.
    """

    id: str
    title: str
    subtitle: str
    author: str
    rights: str
    url: str
    self_url: str
    updated: date
    entries: tuple[Entry, ...]
    beside: tuple[tuple[str, str], ...] = ()
    style: str = ""


def atom(feed: Feed) -> bytes:
    """Return a feed as XML: newest entry first, the same feed the same bytes."""
    entries = newest_first(feed.entries)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", _instant(entries[0].updated if entries else feed.updated))
    _text(SubElement(root, "author"), "name", feed.author)
    _link(root, "self", feed.self_url, MEDIA_TYPE)
    _link(root, "alternate", feed.url, "text/html")
    for relation, address in feed.beside:
        _link(root, relation, address, MEDIA_TYPE)
    _text(root, "rights", feed.rights)
    for entry in entries:
        _entry(root, entry)
    styled = f'<?xml-stylesheet type="text/css" href={quoteattr(feed.style)}?>\n' if feed.style else ""
    written: bytes = tostring(root, encoding="utf-8")
    return b"".join((_DECLARATION, styled.encode(), written, b"\n"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that is written when its page is: on the way to a late page most are only passed by."""

    updated: date
    write: Callable[[], Entry]


def waiting(entries: Iterable[Entry]) -> Iterator[Waiting]:
    """Yield entries that are written already among those that wait."""
    for entry in entries:
        yield Waiting(entry.updated, partial(_itself, entry))


def _itself(entry: Entry) -> Entry:
    return entry


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries by the day they were updated, the newest first; those of a day by id."""
    by_id = sorted(entries, key=lambda entry: entry.id)
    return tuple(sorted(by_id, key=lambda entry: entry.updated, reverse=True))


def _entry(root: Element, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _instant(entry.updated))
    _text(element, "published", _instant(entry.published))
    _link(element, "alternate", entry.url, "text/html")
    for category in entry.categories:
        told = {"term": category.term, "scheme": category.scheme, "label": category.label}
        SubElement(element, "category", {name: _clean(text) for name, text in told.items()})
    _text(element, "summary", entry.summary)
    if entry.html:
        _text(element, "content", entry.html, type="html")


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = _clean(text)


def _link(parent: Element, rel: str, url: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": media_type, "href": url})


def _instant(day: date) -> str:
    """Return the first moment of a day, as RFC 3339 has it."""
    return f"{day.isoformat()}T00:00:00Z"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)

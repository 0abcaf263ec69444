"""A strict reader of Atom: the grammar, and what RFC 4287 says beyond any grammar."""

import re
from collections import Counter
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
_GRAMMAR = Path(__file__).with_name("atom.rng")
_TAG = re.compile(r"tag:[a-z0-9][a-z0-9.-]*,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9\-._~%!$&'()*+,;=:@/?]+\Z")
_URI = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+\Z")
_ALLOWED = {"p", "ul", "li"}


def faults(feed: bytes) -> list[str]:
    """Return what is wrong with a feed, a sentence each; empty for a valid one."""
    try:
        tree = parsed(feed)
    except ET.ParseError as error:
        return [f"not XML: {error}"]
    grammar = etree.RelaxNG(etree.parse(_GRAMMAR))
    if not grammar.validate(etree.fromstring(feed)):
        return [str(grammar.error_log)]
    found = [fault for element in (tree, *tree.findall(f"{ATOM}entry")) for fault in _links(element)]
    ids = Counter(entries_text(tree, "id"))
    found += [f"id {one} stands {times} times" for one, times in ids.items() if times > 1]
    found += [
        f"{one} is not a tag" for one in (*ids, tree.findtext(f"{ATOM}id")) if not _TAG.match(one or "")
    ]
    dates = [datetime.fromisoformat(text) for text in entries_text(tree, "updated")]
    if dates != sorted(dates, reverse=True):
        found.append("entries are not newest first")
    if dates and datetime.fromisoformat(tree.findtext(f"{ATOM}updated") or "") < dates[0]:
        found.append("the feed was updated before its newest entry")
    if not any(link.get("rel") == "self" for link in tree.findall(f"{ATOM}link")):
        found.append("the feed does not name itself")
    for entry in tree.findall(f"{ATOM}entry"):
        published, updated = (
            datetime.fromisoformat(entry.findtext(f"{ATOM}{n}") or "") for n in ("published", "updated")
        )
        if published > updated:
            found.append("an entry was updated before it was published")
        if not (entry.findtext(f"{ATOM}summary") or "").strip():
            found.append("an entry has no summary")
        found += _markup(entry.find(f"{ATOM}content"))
    return found


def parsed(feed: bytes) -> ET.Element:
    """Return a feed of ours as a tree. Raises ParseError."""
    return ET.fromstring(feed)  # noqa: S314


def entries_text(tree: ET.Element, name: str) -> list[str]:
    """Return the text of an element of every entry, in order."""
    return [entry.findtext(f"{ATOM}{name}") or "" for entry in tree.findall(f"{ATOM}entry")]


def _links(element: ET.Element) -> list[str]:
    links = element.findall(f"{ATOM}link")
    kinds = Counter((link.get("rel", "alternate"), link.get("type")) for link in links)
    found = [f"more than one link {kind}" for kind, times in kinds.items() if times > 1]
    if not any(rel == "alternate" for rel, _ in kinds):
        found.append("nothing leads to a page")
    for link in links:
        href = link.get("href", "")
        parts = urlsplit(href)
        if parts.scheme not in ("http", "https") or not parts.hostname or not _URI.match(href):
            found.append(f"{href!r} is not an absolute address")
    return found


def _markup(content: ET.Element | None) -> list[str]:
    if content is None:
        return []
    reader = _Reader()
    reader.feed(content.text or "")
    reader.close()
    return reader.found + ([f"<{'><'.join(reader.open)}> is not closed"] if reader.open else [])


class _Reader(HTMLParser):
    """Allows the few elements of our own markup, without attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in _ALLOWED or attrs:
            self.found.append(f"<{tag} {attrs}> is not ours")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}> closes nothing")

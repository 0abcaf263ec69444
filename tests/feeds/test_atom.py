"""Any texts make a valid feed, newest first; the validator itself refuses what is not one."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.feeds.atom import Category, Entry, Feed, atom
from tests.support.atom import ATOM, entries_text, faults, parsed

ENTRY = Entry(
    "tag:councils.example,2026:decision/23-001-234",
    "Leeds City Council: Damp & mould <not> upheld",
    "https://councils.example/decisions/23-001-234",
    date(2023, 11, 20),
    date(2023, 11, 20),
    "A summary.",
    "<p>Agreed:</p><ul><li>One &amp; two</li></ul>",
    (Category("housing", "Housing", "tag:councils.example,2026:categories"),),
)
FEED = Feed(
    "tag:councils.example,2026:decisions",
    "Decisions",
    "The newest decisions.",
    "Your council’s performance",
    "©",
    "https://councils.example/decisions",
    "https://councils.example/decisions.atom",
    date(2025, 3, 31),
    (ENTRY,),
)


def other(number: int, updated: date) -> Entry:
    return replace(ENTRY, id=f"{ENTRY.id}-{number}", published=date(2020, 1, 1), updated=updated)


def test_a_feed_is_valid_and_says_what_it_holds() -> None:
    feed = atom(FEED)
    assert faults(feed) == []
    tree = parsed(feed)
    assert tree.findtext(f"{ATOM}updated") == "2023-11-20T00:00:00Z"
    assert entries_text(tree, "title") == ["Leeds City Council: Damp & mould <not> upheld"]
    assert entries_text(tree, "content") == ["<p>Agreed:</p><ul><li>One &amp; two</li></ul>"]
    assert [link.attrib for link in tree.findall(f"{ATOM}link")] == [
        {"rel": "self", "type": "application/atom+xml", "href": "https://councils.example/decisions.atom"},
        {"rel": "alternate", "type": "text/html", "href": "https://councils.example/decisions"},
    ]


def test_entries_are_newest_first_and_those_of_a_day_by_id() -> None:
    entries = (other(2, date(2023, 1, 1)), other(1, date(2023, 1, 1)), other(3, date(2024, 1, 1)))
    tree = parsed(atom(replace(FEED, entries=entries)))
    assert [text[-1] for text in entries_text(tree, "id")] == ["3", "1", "2"]
    assert tree.findtext(f"{ATOM}updated") == "2024-01-01T00:00:00Z"


def test_a_feed_without_entries_is_valid_and_dated_by_the_data() -> None:
    feed = atom(replace(FEED, entries=()))
    assert faults(feed) == []
    assert b"<updated>2025-03-31T00:00:00Z</updated>" in feed


@given(text=st.text(st.characters(), min_size=1).filter(str.strip), times=st.integers(0, 3))
def test_any_text_at_all_makes_a_valid_feed(text: str, times: int) -> None:
    said = replace(ENTRY, title=text, summary=f"x{text}", categories=(Category("a", text, "tag:a,2026:b"),))
    entries = tuple(replace(said, id=f"{ENTRY.id}-{number}") for number in range(times))
    feed = atom(replace(FEED, title=text, subtitle=text, entries=entries))
    assert faults(feed) == []
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    title = parsed(feed).findtext(f"{ATOM}title")
    assert title == kept.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        (b"<id>tag:councils.example,2026:decisions</id>", b"", "RELAXNG"),
        (b"T00:00:00Z</updated><author>", b"</updated><author>", "RELAXNG"),
        (b"<author><name>", b"<author><nom>x</nom><name>", "RELAXNG"),
        (b'rel="self"', b'rel="related"', "does not name itself"),
        (b"https://councils.example/decisions/23-001-234", b"/decisions/23-001-234", "RELAXNG"),
        (b"https://councils.example/decisions/23-001-234", b"mailto:a@b", "absolute"),
        (b"tag:councils.example,2026:decision/23-001-234", b"https://councils.example/23", "is not a tag"),
        (b"<entry>", b"<entry><id>tag:a,2026:b</id>", "RELAXNG"),
        (b"&lt;/li&gt;", b"", "not closed"),
        (b"&lt;p&gt;", b"&lt;script&gt;", "is not ours"),
        (b"</feed>", b"", "not XML"),
        (b"A summary.", b" ", "no summary"),
        (b"<published>2023", b"<published>2024", "before it was published"),
    ],
)  # fmt: skip
def test_the_validator_sees_a_fault(was: bytes, becomes: bytes, says: str) -> None:
    feed = atom(FEED)
    assert was in feed
    assert says in " ".join(faults(feed.replace(was, becomes)))


def test_the_validator_sees_entries_twice_or_out_of_order() -> None:
    feed = atom(replace(FEED, entries=(other(1, date(2023, 1, 1)), other(2, date(2024, 1, 1)))))
    assert "stands 2 times" in " ".join(faults(feed.replace(b"234-2<", b"234-1<")))
    swapped = feed.replace(b"2024-01-01", b"2022-01-01")
    assert "not newest first" in " ".join(faults(swapped))

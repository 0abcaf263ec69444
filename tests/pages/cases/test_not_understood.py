"""What cannot be read of a search is said, and nothing else is."""

import pytest

from dashboard.pages.cases.not_understood import unread
from tests.support.html_text import text_of

YEARS = ("2022-23", "2023-24")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from=2023-02-30", "“2023-02-30” is not a day of the calendar, written like 2023-04-01"),
        ("to=31/03/2024", "“31/03/2024” is not a day of the calendar"),
        ("year=2030-31", "“2030-31” is not a year held here (2022-23 to 2023-24)"),
        ("received=soon", "“soon” is not a year held here"),
        ("kind=poem", "“poem” is not a kind there is"),
        ("outcome=won", "“won” is not an outcome there is"),
        (f"year={'x' * 5000}", "…” is not a year held here"),
    ],
)
def test_what_cannot_be_read_is_said_once(query: str, says: str) -> None:
    (note,) = unread(query, YEARS)
    assert says in text_of(note)
    assert text_of(note).endswith(": the search was made without.")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "year=",
        "from=2023-04-01&to=",
        "year=2023-24&outcome=upheld,won",
        "kind=report",
        "what=ever",
        "%ff=%00",
    ],
)
def test_what_is_read_or_is_nothing_needs_no_note(query: str) -> None:
    assert unread(query, YEARS) == []

import pytest

from dashboard.domain.statuses import Status, embargo_end, embargo_words, status_words


@pytest.mark.parametrize(
    ("text", "end", "words"),
    [
        ("2026-07-22", "2026-07-22T00:00:00+00:00", "22 July 2026"),
        ("2026-07-22T09:30", "2026-07-22T09:30:00+00:00", "22 July 2026, 09:30 UTC"),
        ("2026-07-22T09:30+01:00", "2026-07-22T09:30:00+01:00", "22 July 2026, 08:30 UTC"),
        ("2026-07-22T00:01+01:00", "2026-07-22T00:01:00+01:00", "21 July 2026, 23:01 UTC"),
    ],
)
def test_the_end_of_an_embargo(text: str, end: str, words: str) -> None:
    assert (embargo_end(text).isoformat(), embargo_words(text)) == (end, words)


@pytest.mark.parametrize("text", ["", "tomorrow", "22/07/2026", "2026-13-01"])
def test_what_is_no_end_of_an_embargo_is_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=f"“{text}” is not when an embargo ends"):
        embargo_end(text)


@pytest.mark.parametrize(
    ("status", "public", "words"),
    [
        ("draft", False, "draft, not published"),
        ("embargoed", False, "embargoed until 22 July 2026, not published"),
        ("bundled", True, "comes with the project, not published by anyone"),
        ("live", True, "live"),
        ("superseded", True, "superseded by release “spring”"),
    ],
)
def test_a_status_in_words(status: str, public: bool, words: str) -> None:
    assert Status(status).public is public
    assert status_words(status, "2026-07-22", "spring") == words

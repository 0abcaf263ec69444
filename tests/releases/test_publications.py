"""The record of what is live: its history, what a rollback returns to, and the file it is kept in."""

import json
from pathlib import Path

import pytest

from dashboard.releases.publication_file import read_publications, switching, write_publications
from dashboard.releases.publications import Publications, PublicationsError, from_json, status_of, to_json
from dashboard.repository.catalogue import Publication


def _record(*told: str) -> Publications:
    """``_record("a", "b", "<a")``: a was published, then b, and b was rolled back to a."""
    record = Publications()
    for word in told:
        action = "rollback" if word.startswith("<") else "publish"
        name = word.removeprefix("<")
        record = record.switched(
            Publication(
                "2026-07-22T08:30:00Z", action, name, record.live, "Publisher", "Year 2025-26", ("1 figure",)
            )
        )
    return record


@pytest.mark.parametrize(
    ("told", "live", "before"),
    [
        ((), None, None),
        (("a",), "a", None),
        (("a", "b"), "b", "a"),
        (("a", "b", "<a"), "a", None),
        (("a", "b", "c", "<b"), "b", "a"),
        (("a", "b", "c", "<b", "<a"), "a", None),
        (("a", "b", "<a", "c"), "c", "a"),
        (("a", "b", "<a", "b"), "b", "a"),
        (("a", "b", "a"), "a", "b"),
    ],
)
def test_a_rollback_returns_to_what_was_live_before_the_live_one_was_published(
    told: tuple[str, ...], live: str | None, before: str | None
) -> None:
    record = _record(*told)
    assert (record.live, record.before) == (live, before)


def test_what_the_old_pointer_named_can_be_returned_to() -> None:
    record = Publications(live="old").switched(
        Publication("2026-07-22T08:30:00Z", "publish", "new", "old", "Publisher", "New year")
    )
    assert (record.before, record.ever_live) == ("old", {"old", "new"})


@pytest.mark.parametrize(
    ("name", "built_as", "status"),
    [
        ("b", "draft", "live"),
        ("a", "draft", "superseded"),
        ("a", "embargoed", "superseded"),
        ("c", "draft", "draft"),
        ("c", "embargoed", "embargoed"),
        ("demo", "bundled", "bundled"),
    ],
)
def test_status(name: str, built_as: str, status: str) -> None:
    assert status_of(name, built_as, _record("a", "b")) == status


def test_the_record_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    record = _record("a", "b", "<a")
    with switching(tmp_path) as held:
        assert read_publications(tmp_path) == Publications()
        write_publications(held, record)
    assert read_publications(tmp_path) == record
    assert {path.name for path in tmp_path.iterdir()} == {"publications.json", ".lock"}


def test_the_pointer_of_before_is_understood_until_the_record_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "live").write_text("spring-2026\n")
    assert read_publications(tmp_path) == Publications(live="spring-2026")
    with switching(tmp_path) as held:
        write_publications(held, _record("a"))
    assert read_publications(tmp_path).live == "a"
    assert not (tmp_path / "live").exists()


def test_what_a_killed_publish_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".part-x1").write_text('{"live": "b"')
    with switching(tmp_path) as held:
        write_publications(held, _record("a"))
    assert {path.name for path in tmp_path.iterdir()} == {"publications.json", ".lock"}


def _changed(**told: object) -> str:
    return json.dumps({**json.loads(to_json(_record("a", "b"))), **told})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "cut short or altered"),
        (to_json(_record("a"))[:40], "cut short or altered"),
        ("[]", "cut short or altered"),
        (_changed(format=9), "is of format 9, and this program reads 1"),
        (_changed(live=7), "7 is not text"),
        (_changed(live="a"), "says that “a” is live, and its last entry says “b”"),
        (_changed(history=[{"at": "now"}]), "cut short or altered"),
        (to_json(_record("a")).replace("publish", "hide"), "action “hide”"),
    ],
)
def test_a_record_that_is_not_as_it_must_be_is_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(PublicationsError, match=sentence) as refused:
        from_json(text, "releases/publications.json")
    assert str(refused.value).startswith("releases/publications.json")

"""Publishing, rolling back and pruning: each done in one step, or refused in a sentence."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.releases import lock
from dashboard.releases.directories import locked
from dashboard.releases.fingerprint import DraftNow
from dashboard.releases.lock import LockedError
from dashboard.releases.prune import drafts, prune
from dashboard.releases.publication_file import read_publications, switching
from dashboard.releases.publish import Asked, Drafted, RefusedError, publish, rollback
from tests.support.tiny_release import build_tiny, tiny_content

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
ASKED = Asked("Head of data", "The year 2025-26", NOON)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("spring", "summer"):
        build_tiny(tmp_path, tiny_content(name, status="draft"))
    return tmp_path


def _build(
    folder: Path, name: str, kind: str = "real", status: str = "draft", until: str | None = None
) -> None:
    build_tiny(folder, replace(tiny_content(name, kind, status), embargoed_until=until))


def test_what_is_published_is_live_and_its_history_kept(folder: Path) -> None:
    publish(folder, "spring", ASKED)
    done = publish(folder, "summer", ASKED, changed=lambda a, b: (f"{a.name} to {b.name}",))
    record = read_publications(folder)
    assert record.live == "summer"
    assert record.history[-1] == done
    assert (done.at, done.action, done.previous) == ("2026-07-22T12:00:00Z", "publish", "spring")
    assert (done.by, done.reason, done.changed) == ("Head of data", "The year 2025-26", ("spring to summer",))


def test_a_rollback_returns_and_is_recorded(folder: Path) -> None:
    publish(folder, "spring", ASKED)
    publish(folder, "summer", ASKED)
    done = rollback(folder, replace(ASKED, reason="Wrong averages"))
    assert (done.action, done.release, done.previous) == ("rollback", "spring", "summer")
    assert read_publications(folder).live == "spring"
    with pytest.raises(RefusedError, match="Nothing was live before release “spring”"):
        rollback(folder, ASKED)


def _cut(folder: Path) -> None:
    database = folder / "summer" / "release.sqlite"
    database.write_bytes(database.read_bytes()[:-1])


REFUSED: list[tuple[Callable[[Path], object], str, str]] = [
    (lambda _: None, "autumn", "There is no release “autumn”"),
    (lambda _: None, "../spring", "There is no release “../spring”"),
    (lambda _: None, "spring", "Release “spring” is live already."),
    (_cut, "summer", "Release “summer” is not whole:\nrelease.sqlite of release “summer” is cut short"),
    (
        lambda folder: _build(folder, "sim", "demonstration"),
        "sim",
        "Release “sim” is a demonstration: figures in it are simulated. "
        "Where that is meant to be public, say --demonstration.",
    ),
    (
        lambda folder: _build(folder, "secret", status="embargoed"),
        "secret",
        "Release “secret” is embargoed. --lift-embargo publishes it all the same.",
    ),
    (
        lambda folder: _build(folder, "secret", status="embargoed", until="2026-07-22T14:30+01:00"),
        "secret",
        "Release “secret” is embargoed until 22 July 2026, 13:30 UTC. "
        "--lift-embargo publishes it all the same.",
    ),
]


@pytest.mark.parametrize(("given", "name", "sentence"), REFUSED)
def test_what_must_not_be_published_is_refused_and_nothing_changes(
    folder: Path, given: Callable[[Path], object], name: str, sentence: str
) -> None:
    publish(folder, "spring", ASKED)
    given(folder)
    before = (folder / "publications.json").read_bytes()
    with pytest.raises(RefusedError) as refused:
        publish(folder, name, ASKED)
    assert sentence in str(refused.value)
    assert (folder / "publications.json").read_bytes() == before


def test_failing_checks_are_named(folder: Path) -> None:
    with pytest.raises(RefusedError, match="Release “spring” has failing checks:\nTwo totals differ"):
        publish(folder, "spring", ASKED, failing=lambda release: ["Two totals differ."])
    assert read_publications(folder).live is None


def test_what_is_refused_can_be_meant(folder: Path) -> None:
    _build(folder, "sim", "demonstration")
    _build(folder, "secret", status="embargoed", until="2026-07-23")
    publish(folder, "sim", ASKED, demonstration=True)
    publish(folder, "secret", ASKED, lift_embargo=True)
    assert read_publications(folder).live == "secret"


def test_an_embargo_that_is_over_needs_no_lifting(folder: Path) -> None:
    _build(folder, "secret", status="embargoed", until="2026-07-22T13:00+01:00")
    assert publish(folder, "secret", ASKED).release == "secret"


@pytest.mark.parametrize(
    ("by", "reason"), [("", "why"), ("who", "  "), ("who", "two\nlines"), ("a\0b", "why")]
)
def test_who_and_why_are_said_on_one_line(by: str, reason: str) -> None:
    with pytest.raises(RefusedError, match="on one line"):
        Asked(by, reason, NOON)


def test_nothing_is_published_while_another_is_or_the_release_is_built(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WAIT", 0)
    with switching(folder), pytest.raises(LockedError, match="records of its releases is being changed"):
        publish(folder, "spring", ASKED)
    with locked(folder / "spring"), pytest.raises(LockedError, match="Release “spring” is being changed"):
        publish(folder, "spring", ASKED)
    assert read_publications(folder).live is None


def test_two_that_publish_at_once_are_not_both_obeyed(folder: Path) -> None:
    """While the first says what differs, the second goes live: the first is told, and must look again."""
    publish(folder, "spring", ASKED)
    _build(folder, "autumn")

    def meanwhile(_before: Path, _after: Path) -> tuple[str, ...]:
        publish(folder, "autumn", replace(ASKED, by="Another"))
        return ()

    with pytest.raises(RefusedError, match="Release “autumn” was made live by Another meanwhile"):
        publish(folder, "summer", ASKED, changed=meanwhile)
    assert read_publications(folder).live == "autumn"


def _from_a_draft(
    folder: Path, now: str = "2", until: str | None = None, *, built: str | None = "1"
) -> Drafted:
    """Build “next” from a draft, and return what tells how that is now."""
    fingerprint = {"corrections": {"a": built}} if built else None
    build_tiny(folder, tiny_content("next", status="draft"), draft=fingerprint)
    return lambda name: nullcontext(DraftNow({"corrections": {"a": now}}, until) if name == "next" else None)


def test_a_release_whose_draft_has_changed_is_refused_with_what_changed(folder: Path) -> None:
    drafted = _from_a_draft(folder)
    with pytest.raises(RefusedError) as refused:
        publish(folder, "next", ASKED, drafted=drafted)
    assert str(refused.value) == (
        "Draft “next” has changed since release “next” was built: one correction. Build it again: "
        "python -m dashboard build next. What was live still is."
    )
    assert read_publications(folder).live is None


def test_a_release_that_is_as_its_draft_is_published(folder: Path) -> None:
    assert publish(folder, "next", ASKED, drafted=_from_a_draft(folder, "1")).release == "next"


def test_the_later_of_the_two_embargoes_counts(folder: Path) -> None:
    drafted = _from_a_draft(folder, "1", "2026-07-23")
    with pytest.raises(RefusedError, match="embargoed until 23 July 2026"):
        publish(folder, "next", ASKED, drafted=drafted)
    _build(folder, "spring", status="embargoed", until="2026-07-24")
    with pytest.raises(RefusedError, match="embargoed until 24 July 2026"):
        publish(folder, "spring", ASKED, drafted=lambda _: nullcontext(DraftNow({}, "2026-07-23")))


def test_a_draft_that_is_not_there_is_not_taken_for_unchanged(folder: Path) -> None:
    _from_a_draft(folder)
    with pytest.raises(RefusedError, match="was built from a draft that is not in the store"):
        publish(folder, "next", ASKED, drafted=lambda _: nullcontext())
    assert publish(folder, "next", ASKED, drafted=lambda _: nullcontext(), without_draft=True)


def test_a_release_that_does_not_say_what_it_was_built_from_is_refused_beside_its_draft(folder: Path) -> None:
    with pytest.raises(RefusedError, match="does not say what of its draft it was built from"):
        publish(folder, "next", ASKED, drafted=_from_a_draft(folder, built=None))


def test_what_was_live_is_held_against_no_draft(folder: Path) -> None:
    drafted = _from_a_draft(folder, "1")
    publish(folder, "next", ASKED, drafted=drafted)
    publish(folder, "spring", ASKED)
    changed = lambda _: nullcontext(DraftNow({}, "2099-01-01"))  # noqa: E731
    assert publish(folder, "next", ASKED, drafted=changed).release == "next"


def test_only_drafts_that_were_never_live_are_pruned(folder: Path) -> None:
    _build(folder, "secret", status="embargoed")
    build_tiny(folder, tiny_content("held-figures", status="draft"))  # bundled, whatever it says
    _build(folder, "autumn")
    publish(folder, "spring", ASKED)
    publish(folder, "summer", ASKED)
    assert drafts(folder) == ("autumn",)
    assert prune(folder, ("autumn", "spring", "secret", "held-figures")) == ("autumn",)
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {
        *("spring", "summer", "secret", "held-figures")
    }


def test_a_draft_that_is_being_built_is_kept(folder: Path) -> None:  # without any waiting
    with locked(folder / "spring"):
        assert prune(folder, drafts(folder)) == ("summer",)
    assert (folder / "spring").is_dir()

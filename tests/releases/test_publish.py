"""Publishing, rolling back and pruning: each done in one step, or refused in a sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.releases.directories import BuildInProgressError, locked
from dashboard.releases.publication_file import PublishInProgressError, read_publications, switching
from dashboard.releases.publish import Asked, RefusedError, drafts, prune, publish, rollback
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


def test_nothing_is_published_while_another_is_or_the_release_is_built(folder: Path) -> None:
    with switching(folder), pytest.raises(PublishInProgressError):
        publish(folder, "spring", ASKED)
    with locked(folder / "spring"), pytest.raises(BuildInProgressError):
        publish(folder, "spring", ASKED)


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


def test_a_draft_that_is_being_built_is_kept(folder: Path) -> None:
    with locked(folder / "spring"):
        assert prune(folder, drafts(folder)) == ("summer",)
    assert (folder / "spring").is_dir()

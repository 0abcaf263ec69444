"""The acts that change what is live, each refused with a sentence or done in one step."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.domain.personal import unfit_to_publish
from dashboard.domain.statuses import Status, embargo_end, embargo_words
from dashboard.releases.changing import Changing
from dashboard.releases.directories import locked
from dashboard.releases.fingerprint import DraftNow
from dashboard.releases.locate import is_name
from dashboard.releases.publication_file import read_publications, switching, write_publications
from dashboard.releases.publications import PUBLISH, ROLLBACK, Publications, status_of
from dashboard.releases.stale import stale
from dashboard.releases.verify import verify
from dashboard.repository.catalogue import Publication
from dashboard.repository.manifest import Manifest, read_manifest
from dashboard.words.wording import listed

Changed = Callable[[Path, Path], Sequence[str]]
"""Says in sentences what differs between two release directories."""

Drafted = Callable[[str], AbstractContextManager[DraftNow | None]]
"""Gives the draft of a name as it is now, None where there is none, and keeps it so meanwhile."""


class RefusedError(RuntimeError):
    """What was asked is not done, and nothing was changed. The message is a sentence saying why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who switches what is live, why, and when (now). ``by`` and ``reason`` are shown as they are typed."""

    by: str
    reason: str
    at: datetime

    def __post_init__(self) -> None:
        for what, told in (("--by", self.by), ("--reason", self.reason)):
            if not told.strip() or not told.isprintable():
                raise RefusedError(f"{what} must say something, on one line: it is kept in the history.")
            if found := unfit_to_publish(told):
                raise RefusedError(
                    f"{what} holds {listed(found)}, and readers are shown it: write it without."
                )


def publish(
    directory: Path,
    name: str,
    asked: Asked,
    *,
    lift_embargo: bool = False,
    demonstration: bool = False,
    without_draft: bool = False,
    failing: Callable[[Path], Sequence[str]] = lambda _: (),
    changed: Changed = lambda _a, _b: (),
    drafted: Drafted = lambda _: nullcontext(),
) -> Publication:
    """Make a release of the folder live, and return what was recorded.

    Refused for one that is not there, not whole, live already, under embargo (unless ``lift_embargo``; the
    later of the draft's and the release's counts), simulated (unless ``demonstration``), with failing checks,
    or built from a draft that has changed since or is not there (unless ``without_draft``): the draft is kept
    from changing until the release is live. One that has been live before was built for good, and is held
    against no draft and no embargo. Raises RefusedError, LockedError, PublicationsError, OSError: then what
    was live still is.
    """
    with _held(directory, name) as manifest:
        record = read_publications(directory)
        if name == record.live:
            raise RefusedError(f"Release “{name}” is live already.")
        _refuse_simulated(manifest, allowed=demonstration)
        new = status_of(name, manifest.status, record) is not Status.SUPERSEDED
        if new and not lift_embargo:
            _refuse_embargoed(manifest, None, asked.at)
        problems = failing(directory / name)
        if problems:
            raise RefusedError("\n".join([f"Release “{name}” has failing checks:", *problems]))
        told = _told(directory, record, name, changed)
        with drafted(name) if new else nullcontext() as draft:
            if new and not lift_embargo:
                _refuse_embargoed(manifest, draft, asked.at)
            if new and (why := stale(manifest, draft, without_draft=without_draft)):
                raise RefusedError(f"{why} What was live still is.")
            return _switch(directory, record, (PUBLISH, name), asked, told)


def rollback(directory: Path, asked: Asked, *, changed: Changed = lambda _a, _b: ()) -> Publication:
    """Make the release live again that was so before the live one was published. Raises as ``publish``."""
    record = read_publications(directory)
    if record.live is None:
        raise RefusedError("No release is live, so there is nothing to roll back.")
    if record.before is None:
        raise RefusedError(f"Nothing was live before release “{record.live}”; publish another instead.")
    with _held(directory, record.before):
        told = _told(directory, record, record.before, changed)
        return _switch(directory, record, (ROLLBACK, record.before), asked, told)


@contextmanager
def _held(directory: Path, name: str) -> Iterator[Manifest]:
    """Give the manifest of a release that is there and whole, while nobody may build or remove it."""
    place = directory / name
    if not is_name(name) or not place.is_dir():
        raise RefusedError(f"There is no release “{name}” in {directory}. `releases` lists those there are.")
    with locked(place):
        problems = verify(place)
        if problems:
            raise RefusedError("\n".join([f"Release “{name}” is not whole:", *problems]))
        yield read_manifest(place)


def _refuse_simulated(manifest: Manifest, *, allowed: bool) -> None:
    if manifest.release.is_demonstration and not allowed:
        raise RefusedError(
            f"Release “{manifest.name}” is a demonstration: figures in it are simulated. "
            "Where that is meant to be public, say --demonstration."
        )


def _refuse_embargoed(manifest: Manifest, draft: DraftNow | None, now: datetime) -> None:
    ends = [until for until in (manifest.embargoed_until, draft and draft.embargoed_until) if until]
    if not ends and manifest.status == Status.EMBARGOED:
        raise RefusedError(
            f"Release “{manifest.name}” is embargoed. --lift-embargo publishes it all the same."
        )
    until = max(ends, key=embargo_end, default=None)
    if until is not None and now < embargo_end(until):
        raise RefusedError(
            f"Release “{manifest.name}” is embargoed until {embargo_words(until)}. "
            "--lift-embargo publishes it all the same."
        )


def _told(directory: Path, record: Publications, name: str, changed: Changed) -> tuple[str, ...]:
    before = directory / record.live if record.live else None
    return tuple(changed(before, directory / name)) if before is not None and before.is_dir() else ()


def _switch(
    directory: Path, record: Publications, act: tuple[str, str], asked: Asked, told: tuple[str, ...]
) -> Publication:
    """Record a switch, unless somebody else has switched since the record was read."""
    action, name = act
    at = asked.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entry = Publication(at, action, name, record.live, asked.by, asked.reason, told)
    with switching(directory) as held:
        _refuse_switched(held, record)
        write_publications(held, record.switched(entry))
    return entry


def _refuse_switched(held: Changing, record: Publications) -> None:
    now = read_publications(held.folder)
    if now != record:
        by = f" by {now.history[-1].by}" if now.history else ""
        raise RefusedError(f"Release “{now.live}” was made live{by} meanwhile. Look at it, and try again.")

"""What has been published when, by whom and why: plain data, and what follows from it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from dashboard.domain.statuses import Status
from dashboard.repository.catalogue import Publication
from dashboard.repository.records import Release

FORMAT = 1
PUBLISH, ROLLBACK = "publish", "rollback"


class PublicationsError(ValueError):
    """The record of publications is not as it must be. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class Publications:
    """Which release is live (None: none), and every switch that led there, oldest first."""

    live: str | None = None
    history: tuple[Publication, ...] = field(default=())

    @property
    def ever_live(self) -> frozenset[str]:
        """Every release that is or has been live."""
        told = {name for entry in self.history for name in (entry.release, entry.previous) if name}
        return frozenset(told | ({self.live} if self.live else set()))

    @property
    def before(self) -> str | None:
        """The release a rollback returns to: what was live before the live one was published.

        A rolled-back release is not returned to by a second rollback; that goes one further back.
        """
        stack: list[str] = []
        for entry in self.history:
            if entry.action == ROLLBACK:
                stack = stack[:-1]
            else:
                stack = stack or ([entry.previous] if entry.previous else [])
                stack.append(entry.release)
        return stack[-2] if len(stack) > 1 else None

    def last(self, name: str) -> Publication | None:
        """Return the switch that last made a release live, or None."""
        return next((entry for entry in reversed(self.history) if entry.release == name), None)

    def switched(self, entry: Publication) -> "Publications":
        """Return the record with one more switch."""
        return replace(self, live=entry.release, history=(*self.history, entry))


def status_of(name: str, built_as: str, publications: Publications) -> Status:
    """Return a release's status: live or superseded by publication, else the one it was built with."""
    if name == publications.live:
        return Status.LIVE
    return Status.SUPERSEDED if name in publications.ever_live else Status(built_as)


def as_published(release: Release, publications: Publications) -> Release:
    """Return what a release says of itself with the status publishing gave it, and what took its place."""
    status = status_of(release.name, release.status, publications)
    return replace(release, status=status.value, live=publications.live)


def to_json(publications: Publications) -> str:
    """Return the text of the record."""
    told = {"format": FORMAT, **asdict(publications)}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str, where: str) -> Publications:
    """Read the text of the record; ``where`` names it. Raises PublicationsError naming what is wrong."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise PublicationsError(
                f"{where} is of format {told['format']}, and this program reads {FORMAT}."
            )
        live = told["live"]
        publications = Publications(
            live=None if live is None else _text(live), history=tuple(map(_entry, told["history"]))
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        if isinstance(error, PublicationsError):
            raise
        raise PublicationsError(
            f"{where} is cut short or altered ({error}). It records what is live: restore it from a copy."
        ) from None
    last = publications.history[-1].release if publications.history else live
    if last != live:
        raise PublicationsError(f"{where} says that “{live}” is live, and its last entry says “{last}”.")
    return publications


def _entry(told: Mapping[str, Any]) -> Publication:
    if told["action"] not in (PUBLISH, ROLLBACK):
        raise ValueError(f"action “{told['action']}”")
    previous = told["previous"]
    return Publication(
        at=_text(told["at"]),
        action=told["action"],
        release=_text(told["release"]),
        previous=None if previous is None else _text(previous),
        by=_text(told["by"]),
        reason=_text(told["reason"]),
        changed=tuple(_text(sentence) for sentence in told.get("changed", ())),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value

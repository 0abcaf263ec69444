"""What a release was built from, in parts, so that what has changed since can be told in words."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain.formats import words

Fingerprint = Mapping[str, Mapping[str, str]]
"""By part of a draft (``PARTS``) a digest of each thing decided in it, by a digest of what it is about."""

REORGANISATIONS = "reorganisations"
PARTS = {
    "inputs": ("input", "inputs"),
    "corrections": ("correction", "corrections"),
    "acceptances": ("acceptance", "acceptances"),
    "letters": ("official letter", "official letters"),
    "names": ("accepted name", "accepted names"),
    "headings": ("accepted heading", "accepted headings"),
    REORGANISATIONS: ("new council", "new councils"),
    "settings": ("its settings", "its settings"),
    "embargo": ("the embargo", "the embargo"),
    "data": ("the committed data", "the committed data"),
}
"""What a draft consists of: one, and several. Of the last three there is only ever one."""

SINGLE = ("settings", "embargo", "data")


@dataclass(frozen=True, slots=True)
class DraftNow:
    """A draft of the store as it is now: its fingerprint, and the first day it may be public (ISO)."""

    fingerprint: Fingerprint
    embargoed_until: str | None


def digest(*told: str) -> str:
    """Return twelve characters that tell one text, or several, from others."""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:12]


def part_of(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a part of a fingerprint of what things are about and what was decided of each."""
    part: dict[str, str] = {}
    for about, decided in rows:
        key = digest(about)
        part[key] = digest(part.get(key, ""), decided)  # of several about one thing every one counts
    return part


def changes(before: Fingerprint, now: Fingerprint) -> str | None:
    """Say what differs: "two corrections and the embargo"; None where nothing does."""
    told = list(_changes(before, now))
    if not told:
        return None
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _changes(before: Fingerprint, now: Fingerprint) -> Iterator[str]:
    for part, (one, several) in PARTS.items():
        old, new = before.get(part, {}), now.get(part, {})
        number = sum(old.get(about) != new.get(about) for about in {*old, *new})
        if number:
            yield one if part in SINGLE else f"{words(number)} {one if number == 1 else several}"

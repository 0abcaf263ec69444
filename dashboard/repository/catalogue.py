"""The releases there are and how each came to be what it is, as pages receive them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Publication:
    """One switch of what is live: ``action`` is ``publish`` or ``rollback``.

    ``at`` is UTC to the second; ``release`` went live and ``previous`` (None: none) stopped being so.
    ``by`` and ``reason`` are kept as typed. ``changed`` are sentences on what differs from ``previous``.
    """

    at: str
    action: str
    release: str
    previous: str | None
    by: str
    reason: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseEntry:
    """One release of the catalogue; ``bytes`` is its size, ``publication`` what last made it live."""

    name: str
    title: str
    kind: str
    status: str
    years: tuple[str, ...]
    built_at: str
    bytes: int
    embargoed_until: str | None = None
    publication: Publication | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The releases readers may see, the live one first, and every switch, latest first."""

    releases: tuple[ReleaseEntry, ...] = field(default=())
    history: tuple[Publication, ...] = field(default=())

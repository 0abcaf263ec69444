"""The records a release holds, as pages receive them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared
from dashboard.domain.origin import Origin
from dashboard.domain.postal_areas import Elsewhere
from dashboard.domain.statuses import Status, status_words


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name a council had before today's; ``last_year`` is the last year on whose 31 March it held."""

    name: str
    last_year: str


@dataclass(frozen=True, slots=True)
class Council:
    """One council, from its start to its end, whatever codes and names it has had.

    ``slug`` identifies it everywhere. ``code`` is its latest ONS code and ``codes`` all it ever had.
    ``name`` is that of today, ``former_names`` those before it, oldest first, and ``old_slugs`` the slugs
    that they gave.
    ``upper_tier`` is the slug of a district's county. ``start`` is None when it existed before April
    2014, ``end`` (its last day) None while it exists. ``ombudsman_slug`` names its page on the
    Ombudsman's site where that is held.
    """

    slug: str
    code: str
    codes: tuple[str, ...]
    name: str
    short_name: str
    other_names: tuple[str, ...]
    type: AuthorityType
    region: str
    upper_tier: str | None
    start: date | None
    end: date | None
    ombudsman_slug: str | None
    former_names: tuple[FormerName, ...] = ()
    old_slugs: tuple[str, ...] = ()

    def name_in(self, year: str) -> str:
        """Return its name on a year's 31 March: what a letter of that year is addressed to."""
        return next((one.name for one in self.former_names if year <= one.last_year), self.name)

    def as_named_in(self, year: str) -> "Council":
        """Return the council under the name it had on a year's 31 March."""
        return replace(self, name=self.name_in(year))

    def heirs(self, links: Iterable["LineageLink"]) -> tuple[str, ...]:
        """Return the slugs of those that took its place at its end, of all that anything of it went to; none
        while it exists. A county may have lost districts to others before."""
        return tuple(link.successor for link in links if self.end is not None and link.effective > self.end)

    @property
    def led_here_from(self) -> tuple[str, ...]:
        """The slugs besides its own, in small letters, that mean it: its old ones, and the Ombudsman's."""
        ombudsmans = (self.ombudsman_slug.casefold(),) if self.ombudsman_slug else ()
        return tuple(slug for slug in dict.fromkeys((*self.old_slugs, *ombudsmans)) if slug != self.slug)


@dataclass(frozen=True, slots=True)
class LineageLink:
    """A step in a council's lineage: ``change`` is ``merged`` (whole), ``split`` (a part of it, which may go
    on with the rest) or ``recoded``."""

    predecessor: str
    successor: str
    change: str
    effective: date


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count of a breakdown: ``kind`` is ``received`` or ``decided``, ``item`` a category, an
    outcome or ``total``. ``count`` is None where it is not held."""

    kind: str
    item: str
    count: int | None
    origin: Origin | None
    source_url: str | None


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service (a category of complaints received) of a council in a year, or of a type together.

    ``investigated`` and ``upheld`` are parts of ``decided``. None is not held; of a type, a count is
    held only where it is of every one of its councils. ``councils`` is how many it is of.
    """

    category: str
    councils: int
    received: int | None
    received_origin: Origin | None
    decided: int | None
    investigated: int | None
    upheld: int | None
    outcome_origin: Origin | None


@dataclass(frozen=True, slots=True)
class ServiceCompared:
    """How one service of a council stands beside its type: its part of all received, its share upheld.

    None where there is nothing of it to compare."""

    received: Compared | None
    upheld: Compared | None


@dataclass(frozen=True, slots=True)
class CaseMix:
    """The share upheld, in per cent, that the others of its type would have with a council's services.

    ``cases`` are the investigations it is worked out from, ``left_out`` those of services nobody else had.
    """

    expected: float
    cases: int
    left_out: int


@dataclass(frozen=True, slots=True)
class ManyLooks:
    """How often a council is looked at, over years and measures, and the chance of a mark at least once
    although it is like its type."""

    looks: int
    chance: float


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """A figure for England from an annual review, as printed."""

    year: str
    metric: str
    value: Decimal
    numerator: int | None
    denominator: int | None
    source_url: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source of a release, with its licence in words."""

    id: str
    title: str
    publisher: str
    licence: str
    attribution: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says of itself (its manifest, read).

    ``kind`` is ``real`` or ``demonstration``; ``status`` is one of ``dashboard.domain.statuses.Status``.
    ``years`` are ascending. ``rows`` counts rows by table and year. ``embargoed_until`` is when an
    embargo ends; ``live`` is the name of the release that is live now, where one is. ``signatory`` is who
    signs its letters, None where the publisher did not say that they are its own.
    """

    name: str
    title: str
    kind: str
    status: str
    built_at: str
    built_by: str
    years: tuple[str, ...]
    sources: tuple[Source, ...]
    rows: dict[str, dict[str, int]]
    embargoed_until: str | None = None
    live: str | None = None
    signatory: str | None = None

    @property
    def standing(self) -> str:
        """Its status in words, as every page and file says it."""
        return status_words(self.status, self.embargoed_until, self.live)

    @property
    def cited(self) -> str:
        """Its name as a file's column has it, with the status where it is not the one in use."""
        return self.name if self.status in (Status.LIVE, Status.BUNDLED) else f"{self.name} ({self.standing})"

    @property
    def is_demonstration(self) -> bool:
        """Whether any figure in it may be simulated."""
        return self.kind == "demonstration"

    @property
    def is_all_simulated(self) -> bool:
        """Whether every figure in it is: a demonstration into which no figure held of a source went."""
        return self.is_demonstration and self.rows.get("held_value") == {}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A town or village and the lower-tier or single-tier council that its middle lies in, by slug."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for a council, a place or a postcode found.

    ``reading`` says in words how the query was read; ``councils`` are slugs, best first, those that exist
    before those that ended; ``matches`` is how many there are in all, of which these are the first.
    ``serving`` are the one or two councils that serve what was asked, where it is one place: the lower tier
    first; ``where`` is that place or postcode, empty where a council was asked for by its own name.
    ``beginning``: only the beginning of postcodes was asked for, which several councils may share. ``places``
    are towns and villages of the name, the first of ``place_matches``. ``notes`` are sentences to be said
    beside what was found, ``problem`` one that says why nothing was. ``near``: nothing is spelt so, these are
    the closest. ``sure``: one council, read just as it was typed, so that its page may be shown at once.
    ``elsewhere``: the nation or island outside England that a postcode lies in.
    """

    query: str
    reading: str
    councils: tuple[str, ...]
    problem: str | None
    matches: int = 0
    serving: tuple[str, ...] = ()
    where: str = ""
    beginning: bool = False
    places: tuple[PlaceFound, ...] = ()
    place_matches: int = 0
    notes: tuple[str, ...] = ()
    near: bool = False
    sure: bool = False
    elsewhere: Elsewhere | None = None

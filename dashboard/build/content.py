"""What a release is made of, before it is written: typed rows, whoever assembled them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, TypeCompared
from dashboard.domain.figures import Benchmark, Figure
from dashboard.domain.origin import Origin
from dashboard.reference.held_rows import HeldConflict, HeldValue
from dashboard.reference.neighbours import Neighbour
from dashboard.reference.places import Place
from dashboard.reference.postcodes import Postcode
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.quality_records import Accepted, Correction, InputRead
from dashboard.repository.records import Council, CountRow, LineageLink, NationalFigure, Source


class ContentError(ValueError):
    """The assembled content contradicts itself. The message is a sentence naming what and where."""


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """An ONS code of a council and the days it was valid between (None: open)."""

    slug: str
    code: str
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class CouncilYearRow:
    """A year a council has a page for, with its code then; not ``existed``: after its end."""

    year: str
    slug: str
    code: str
    existed: bool


@dataclass(frozen=True, slots=True)
class PopulationEstimate:
    """A mid-year population estimate."""

    slug: str
    mid_year: int
    population: int
    source: str


@dataclass(frozen=True, slots=True)
class TypeBenchmark:
    """The average a type of council is shown against on one measure, in one year and period."""

    type: AuthorityType
    year: str
    measure: str
    period: int
    benchmark: Benchmark


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One count of one council and year."""

    slug: str
    year: str
    row: CountRow


@dataclass(frozen=True, slots=True)
class ServiceFigure:
    """One service of one council in a year: received, and what was decided; None where not held."""

    year: str
    slug: str
    category: str
    received: int | None
    received_origin: Origin | None
    decided: int | None
    investigated: int | None
    upheld: int | None
    outcome_origin: Origin | None


@dataclass(frozen=True, slots=True)
class ServiceComparison:
    """How one service of a council stands beside its type: ``what`` is ``received`` (its part of all
    received) or ``upheld`` (the share upheld of those investigated)."""

    year: str
    slug: str
    category: str
    what: str
    compared: Compared


@dataclass(frozen=True, slots=True)
class CaseMixFigure:
    """The share upheld, in per cent, that its type's councils would have with a council's services."""

    year: str
    slug: str
    expected: float
    cases: int
    left_out: int


@dataclass(frozen=True, slots=True)
class CouncilLooks:
    """In how many years and measures a council is compared, and the chance of a mark in any of them though it
    is like its type."""

    slug: str
    looks: int
    chance: float


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case of the register: ``category`` is that of complaints received, ``decision_category`` (an id)
    and ``sub_category`` (a label) those of its decision. ``satisfactory_remedy`` is None where the register
    does not say. ``published``: its text is published."""

    reference: str
    slug: str
    category: str
    received: date
    decided: date | None
    outcome: str | None
    satisfactory_remedy: bool | None
    kind: str | None = None
    decision_category: str | None = None
    sub_category: str | None = None
    published: bool = False


@dataclass(frozen=True, slots=True)
class ComplianceRow:
    """One recommendation of the register falling due."""

    reference: str
    slug: str
    due: date
    met: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class DecisionText:
    """The texts of one published decision; of a withdrawn one, when and why instead of them."""

    reference: str
    subject: str
    summary: str
    fault: str | None
    response: str
    withdrawn_on: date | None = None
    withdrawn_reason: str | None = None


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """One thing recommended for a person in a published decision; positions count from 1."""

    reference: str
    position: int
    kind: str
    text: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class ImprovementRow:
    """One service improvement agreed in a published decision; positions count from 1."""

    reference: str
    position: int
    kind: str
    text: str
    due: date | None
    met: date | None


@dataclass(frozen=True, slots=True)
class ReleaseContent:
    """Everything one release holds.

    ``status`` is ``draft``, ``embargoed`` (until ``embargoed_until``: see ``embargo_end``) or ``bundled``.
    ``figures`` pairs a period (1 or 3) with each figure; ``combined`` are those of years before a
    council began, its whole predecessors added together. ``listed`` are some published decisions, in a
    release without cases: nothing is counted from them. ``register_years`` are those ``cases`` are whole for.
    """

    name: str
    title: str
    kind: str
    status: str
    years: tuple[str, ...]
    seed: int | None
    sources: tuple[Source, ...]
    councils: tuple[Council, ...]
    codes: Iterable[CodeSpan]
    council_years: tuple[CouncilYearRow, ...]
    lineage: Iterable[LineageLink]
    population: Iterable[PopulationEstimate]
    benchmarks: tuple[TypeBenchmark, ...]
    types: tuple[TypeCompared, ...]
    figures: tuple[tuple[int, Figure], ...]
    breakdowns: Iterable[Breakdown]
    national: Iterable[NationalFigure]
    held_values: Iterable[HeldValue] = field(default=())
    held_conflicts: Iterable[HeldConflict] = field(default=())
    cases: Iterable[CaseRow] = field(default=())
    compliance: Iterable[ComplianceRow] = field(default=())
    postcodes: Iterable[Postcode] = field(default=())
    places: Iterable[Place] = field(default=())
    combined: Iterable[Figure] = field(default=())
    neighbours: Iterable[Neighbour] = field(default=())
    services: Iterable[ServiceFigure] = field(default=())
    service_comparisons: Iterable[ServiceComparison] = field(default=())
    case_mixes: Iterable[CaseMixFigure] = field(default=())
    looks: Iterable[CouncilLooks] = field(default=())
    decisions: Iterable[DecisionText] = field(default=())
    remedies: Iterable[RemedyRow] = field(default=())
    improvements: Iterable[ImprovementRow] = field(default=())
    listed: Iterable[ListedDecision] = field(default=())
    register_years: tuple[str, ...] = ()
    corrections: Iterable[Correction] = field(default=())
    accepted: Iterable[Accepted] = field(default=())
    inputs: Iterable[InputRead] = field(default=())
    embargoed_until: str | None = None
    signatory: str | None = None

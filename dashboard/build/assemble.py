"""Assembling a release's content from the reference tables, the held figures and what was measured."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dashboard.build.content import (
    Breakdown,
    CaseRow,
    CodeSpan,
    ComplianceRow,
    ContentError,
    CouncilYearRow,
    DecisionText,
    ImprovementRow,
    PopulationEstimate,
    ReleaseContent,
    RemedyRow,
    TypeBenchmark,
)
from dashboard.build.data import inputs_checksum
from dashboard.build.looks import council_looks
from dashboard.build.service_comparisons import case_mixes, service_comparisons
from dashboard.build.services import service_figures
from dashboard.domain.figures import Figure
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Outcome
from dashboard.domain.reorganisation import NewCouncil, Reorganisation, begun_by
from dashboard.metrics.combined import combined_figures
from dashboard.metrics.counts_with_origin import Counts
from dashboard.metrics.figures import Assembled
from dashboard.metrics.services import ServiceKey, ServiceOutcomes
from dashboard.reference.decisions import load_decisions
from dashboard.reference.held import Held, load_held
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.places import load_places
from dashboard.reference.postcodes import load_postcodes
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity
from dashboard.reference.reorganised import reorganised
from dashboard.reference.sources import load_sources
from dashboard.reorganise.applied import applied, every
from dashboard.repository.listed_records import ListedDecision
from dashboard.repository.records import CountRow, Source

_ITEMS = (
    *(("received", category.value, received_quantity(category)) for category in Category),
    ("received", "total", RECEIVED_TOTAL),
    *(("decided", outcome.value, decided_quantity(outcome)) for outcome in Outcome),
    ("decided", "total", "dealt_with"),
)


@dataclass(frozen=True, slots=True)
class Edition:
    """What tells one release from another, apart from its figures."""

    name: str
    title: str
    kind: str
    status: str
    years: tuple[str, ...]
    seed: int | None = None
    further_sources: tuple[Source, ...] = ()
    cases: Iterable[CaseRow] = field(default=())
    compliance: Iterable[ComplianceRow] = field(default=())
    outcomes: Mapping[ServiceKey, ServiceOutcomes] = field(default_factory=dict)
    decisions: Iterable[DecisionText] = field(default=())
    remedies: Iterable[RemedyRow] = field(default=())
    improvements: Iterable[ImprovementRow] = field(default=())
    listed: Iterable[ListedDecision] = field(default=())
    register_years: tuple[str, ...] = ()
    embargoed_until: str | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What every release is made from, read once from the committed ``data``.

    ``new`` are the councils of reorganisations, by start; they are in ``reference`` and not in ``committed``
    (None: the same). ``as_read`` is the checksum of the data from before they were read, empty where nothing
    holds them to it.
    """

    data: Path
    reference: Reference
    held: Held
    decisions: tuple[ListedDecision, ...] = ()
    new: tuple[NewCouncil, ...] = ()
    committed: Reference | None = None
    as_read: str = ""

    def refuse_changed(self) -> None:
        """Raise ContentError when the data are no longer those that were read: what is made is of neither."""
        if self.as_read and inputs_checksum(self.data) != self.as_read:
            raise ContentError("The data were changed while this was built: build it again.")

    def begun_by(self, last_year: str) -> "Inputs":
        """Return them with the new councils that begin before a year ends: a release ending with it has no
        others."""
        new = begun_by(self.new, last_year)
        if new == self.new:
            return self
        return replace(self, reference=reorganised(self.committed or self.reference, new), new=new)


def read_inputs(data: Path, kept: Sequence[Reorganisation] = ()) -> Inputs:
    """Read the committed data, with reorganisations that were kept.

    Raises ArtefactError naming file and line, ImportRefusedError for what was kept and does not fit.
    """
    as_read = inputs_checksum(data)
    committed = load_reference(data)
    held, decisions = load_held(data), load_decisions(data)
    return Inputs(data, applied(committed, kept), held, decisions, every(kept), committed, as_read)


def assemble(edition: Edition, inputs: Inputs, counts: Counts, measured: Assembled) -> ReleaseContent:
    """Return the content of a release of an edition.

    ``counts`` are what breakdowns are made of and ``measured`` what was worked out from them;
    postcodes and provenance are read from the data. Raises ArtefactError when one of these is odd.
    """
    reference, held = inputs.reference, inputs.held
    services = tuple(
        service_figures(
            counts,
            edition.outcomes,
            edition.years,
            Origin.DERIVED if edition.kind == "real" else Origin.SIMULATED,
        )
    )
    return ReleaseContent(
        name=edition.name,
        title=edition.title,
        kind=edition.kind,
        status=edition.status,
        years=edition.years,
        seed=edition.seed,
        sources=(*load_sources(inputs.data), *edition.further_sources),
        councils=tuple(council for _, council in sorted(reference.councils.items())),
        codes=(CodeSpan(s.slug, s.code, s.first, s.last) for s in reference.code_spans),
        council_years=tuple(_council_years(reference, measured)),
        lineage=reference.lineage,
        population=(
            PopulationEstimate(slug, year, residents, reference.population_sources[slug, year])
            for (slug, year), residents in sorted(reference.populations.items())
        ),
        benchmarks=tuple(
            TypeBenchmark(a.type, a.year, a.measure, a.period, a.benchmark) for a in measured.averages
        ),
        types=measured.types,
        figures=measured.figures,
        breakdowns=_breakdowns(counts, edition.years),
        national=held.national,
        held_values=held.values,
        held_conflicts=held.conflicts,
        cases=edition.cases,
        compliance=edition.compliance,
        decisions=edition.decisions,
        remedies=edition.remedies,
        improvements=edition.improvements,
        postcodes=load_postcodes(inputs.data),
        listed=edition.listed,
        register_years=edition.register_years,
        places=load_places(inputs.data),
        combined=_combined(counts, reference, edition.years),
        neighbours=load_neighbours(inputs.data),
        services=services,
        service_comparisons=service_comparisons(services, reference),
        case_mixes=case_mixes(services, reference),
        looks=council_looks(measured.figures),
        embargoed_until=edition.embargoed_until,
    )


def _council_years(reference: Reference, measured: Assembled) -> Iterator[CouncilYearRow]:
    """Every year a council has a page for: exactly those it has figures for."""
    for year, slug in sorted({(figure.year, figure.slug) for _, figure in measured.figures}):
        yield CouncilYearRow(year, slug, reference.code_in_year(slug, year), reference.existed(slug, year))


def _combined(counts: Counts, reference: Reference, years: Iterable[str]) -> Iterator[Figure]:
    """The years before each council made of whole ones began."""
    merged = sorted({link.successor for link in reference.lineage if link.change == "merged"})
    for slug in merged:
        for year in years:
            yield from combined_figures(counts, reference, slug, year)


def _breakdowns(counts: Counts, years: Iterable[str]) -> Iterator[Breakdown]:
    wanted = frozenset(years)
    for (slug, year), row in sorted(counts.items()):
        if year not in wanted:
            continue
        for kind, item, quantity in _ITEMS:
            known = row.get(quantity)
            if known is not None:
                count = CountRow(kind, item, known.value, known.origin, known.source_url)
                yield Breakdown(slug, year, count)

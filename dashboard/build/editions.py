"""The two releases that come with the project: the real figures held, and the demonstration."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from dashboard import __version__
from dashboard.build.assemble import Edition, Inputs, assemble
from dashboard.build.content import (
    CaseRow,
    ComplianceRow,
    DecisionText,
    ImprovementRow,
    ReleaseContent,
    RemedyRow,
)
from dashboard.build.data import drawn_shapes, inputs_checksum
from dashboard.build.release import build_release
from dashboard.domain.years import ReportingYear
from dashboard.mapview.export import export
from dashboard.metrics.counts import counts_from_cases
from dashboard.metrics.figures import assemble_figures
from dashboard.metrics.held_counts import held_counts
from dashboard.metrics.overlay import overlaid
from dashboard.metrics.services import outcomes_by_service
from dashboard.reference.held_years import HELD_YEARS
from dashboard.releases.locate import DEMO, HELD
from dashboard.repository.records import Source
from dashboard.simulate.decisions import Decisions, simulate_decisions
from dashboard.simulate.publication import CLOSED_PUBLISHED, NOT_PUBLISHED
from dashboard.simulate.register import SEED, Register, simulate_register

Progress = Callable[[str], None]

DEMO_YEARS = tuple(str(ReportingYear(start)) for start in range(2018, 2025))
WRITTEN = 45
"""The outlines, 38 tables, the index of words, what to watch, checks, static files, putting it in place."""
STEPS = {HELD: 1 + WRITTEN, DEMO: 4 + WRITTEN}
SIMULATION = Source(
    id="simulation",
    title="Simulated cases behind the demonstration",
    publisher="This project",
    licence="MIT",
    attribution=(
        "Simulated: no real case is imitated, and no figure marked “simulated” is of a real council. "
        f"Of simulated investigations {100 - round(100 * NOT_PUBLISHED)} in 100 have a published decision, "
        f"of cases closed after initial enquiries {round(100 * CLOSED_PUBLISHED)} in 100"
    ),
    url=None,
)


def build(name: str, inputs: Inputs, directory: Path, progress: Progress = lambda _: None) -> Path:
    """Build ``held-figures`` or ``demo`` in the releases folder, and return its directory.

    ``progress`` is called with what is begun, ``STEPS[name]`` times. Raises KeyError for another name,
    ContentError, ShapesError, OSError and LockedError.
    """
    content = {HELD: held_figures, DEMO: demonstration}[name](inputs, progress)
    progress("outlines")
    return build_release(
        content,
        directory,
        inputs=made_from(name, inputs.data),
        shapes=drawn_shapes(inputs.data),
        export=export,
        allowed=lambda _: inputs.refuse_changed(),
        progress=progress,
    )


def made_from(name: str, data: Path) -> str:
    """Return the checksum of all that an edition is made from, the committed data being as they are now."""
    return inputs_checksum(data, __version__, str({HELD: None, DEMO: SEED}[name]))


def held_figures(inputs: Inputs, progress: Progress = lambda _: None) -> ReleaseContent:
    """Return the content of ``held-figures``: the real figures held, the list of decisions held, and
    nothing simulated.

    Its years are those whose list of councils is held, from 2014-15; a value held of an earlier year
    is kept in ``held_value`` and shown on no page.
    """
    counts = held_counts(inputs.held)
    progress("figures")
    measured = assemble_figures(counts, inputs.held, inputs.reference, HELD_YEARS)
    told = Edition(HELD, "Figures held", "real", "bundled", HELD_YEARS, listed=inputs.decisions)
    return assemble(told, inputs, counts, measured)


def demonstration(inputs: Inputs, progress: Progress = lambda _: None) -> ReleaseContent:
    """Return the content of ``demo``: a complete case register that gives every figure held."""
    progress("simulated cases")
    register = simulate_register(inputs.reference, inputs.held)
    progress("simulated decisions")
    ended = [council.slug for council in inputs.reference.councils.values() if council.end is not None]
    decisions = simulate_decisions(register, ended)
    progress("counts")
    roll = [(c.slug, year) for year in DEMO_YEARS for c in inputs.reference.councils_in(year)]
    counted = counts_from_cases(register.cases, register.compliance, roll)
    counts = overlaid(counted, held_counts(inputs.held))
    progress("figures")
    measured = assemble_figures(counts, inputs.held, inputs.reference, DEMO_YEARS)
    told = Edition(
        name=DEMO,
        title="Demonstration",
        kind="demonstration",
        status="bundled",
        years=DEMO_YEARS,
        seed=SEED,
        further_sources=(SIMULATION,),
        cases=_cases(decisions),
        compliance=_compliance(register),
        outcomes=outcomes_by_service(register.cases, counts),
        register_years=DEMO_YEARS,
        decisions=tuple(
            DecisionText(text.reference, text.subject, text.summary, text.fault, text.response)
            for text in decisions.texts
        ),
        remedies=tuple(
            RemedyRow(text.reference, position, *remedy)
            for text in decisions.texts
            for position, remedy in enumerate(text.remedies, 1)
        ),
        improvements=tuple(
            ImprovementRow(text.reference, position, *improvement)
            for text in decisions.texts
            for position, improvement in enumerate(text.improvements, 1)
        ),
    )
    return assemble(told, inputs, counts, measured)


def _cases(decisions: Decisions) -> Iterator[CaseRow]:
    frame = decisions.cases
    columns = (
        *("reference", "slug", "category", "received", "decided", "outcome", "satisfactory_remedy"),
        *("kind", "decision_category", "sub_category", "published"),
    )
    for row in zip(*(_plain(frame[column]) for column in columns), strict=True):
        yield CaseRow(*row)


def _compliance(register: Register) -> Iterator[ComplianceRow]:
    frame = register.compliance
    columns = ("reference", "slug", "due", "met", "outcome")
    for row in zip(*(_plain(frame[column]) for column in columns), strict=True):
        yield ComplianceRow(*row)


def _plain(column: "pd.Series[object]") -> list[object]:
    """Return a column's values as Python's own, None for what is missing, days as dates."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return [None if pd.isna(day) else date(day.year, day.month, day.day) for day in column]
    return [None if value is None or value is pd.NA or value != value else value for value in column.tolist()]  # noqa: PLR0124

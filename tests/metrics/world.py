"""A small England for the tests: councils, held values and case registers, written as short tables."""

from datetime import date
from decimal import Decimal

import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin
from dashboard.metrics.counts_with_origin import KnownCount
from dashboard.reference.held import Held
from dashboard.reference.held_rows import HeldAverage, HeldValue
from dashboard.reference.load import Reference
from dashboard.repository.records import Council, LineageLink

URL = "https://example.org/figures"


def council(slug: str, kind: str, start: str | None = None, end: str | None = None) -> Council:
    return Council(
        slug=slug,
        code=f"X-{slug}",
        codes=(f"X-{slug}",),
        name=f"{slug.title()} Council",
        short_name=slug.title(),
        other_names=(),
        type=AuthorityType(kind),
        region="North West",
        upper_tier=None,
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        ombudsman_slug=None,
    )


def reference(
    *councils: Council, lineage: tuple[tuple[str, str, str, str], ...] = (), residents: int = 100_000
) -> Reference:
    """Every council has the same residents in every year."""
    populations = {(c.slug, year): residents for c in councils for year in range(2012, 2025)}
    return Reference(
        councils={c.slug: c for c in councils},
        code_spans=(),
        lineage=tuple(LineageLink(p, s, change, date.fromisoformat(day)) for p, s, change, day in lineage),
        populations=populations,
        population_sources=dict.fromkeys(populations, "estimate"),
    )


def held(
    values: list[tuple[str, str, str, str, str]] = (), averages: list[tuple[str, str, str, str, str]] = ()
) -> Held:
    """Rows are slug (or type), year, quantity (or measure), value, origin."""
    return Held(
        values=tuple(HeldValue(*key, Decimal(v), Origin(o), URL) for *key, v, o in values),
        averages=tuple(
            HeldAverage(AuthorityType(kind), year, measure, Decimal(v), Origin(o), URL)
            for kind, year, measure, v, o in averages
        ),
    )


def known(origin: Origin = Origin.SIMULATED, **counts: int) -> dict[str, KnownCount]:
    return {quantity: KnownCount(value, origin) for quantity, value in counts.items()}


def cases(*rows: tuple[str, str, str, str | None, str | None, bool]) -> pd.DataFrame:
    """Rows are slug, category, received, decided, outcome, satisfactory remedy."""
    frame = pd.DataFrame(
        rows, columns=["slug", "category", "received", "decided", "outcome", "satisfactory_remedy"]
    )
    frame["received"] = pd.to_datetime(frame["received"])
    frame["decided"] = pd.to_datetime(frame["decided"])
    frame.insert(0, "reference", [f"SIM 23 000 {i:03d}" for i in range(len(frame))])
    return frame


def compliance(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Rows are slug, due, outcome."""
    frame = pd.DataFrame(rows, columns=["slug", "due", "outcome"])
    frame["due"] = pd.to_datetime(frame["due"])
    return frame.assign(reference="SIM 23 000 001", met=pd.NaT)

"""The finished register beside what is held: averages met, England totals, and values out of reach."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.rounding import percentage, rate_per_100k
from dashboard.domain.years import ReportingYear
from dashboard.metrics.counts import counts_from_cases
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.simulate.exceptions import Unreachable, unreachable
from dashboard.simulate.inputs import YEARS, Inputs, read_inputs
from dashboard.simulate.register import Register

PARTS = {
    "upheld_pct": ("upheld", "investigated"),
    "compliance_pct": ("complied", "compliance_outcomes"),
    "satisfactory_remedy_pct": ("satisfactory_remedies", "upheld"),
    "upheld_per_100k": ("upheld", "population"),
}
ENGLAND = {
    "upheld_pct": ("upheld", "investigated"),
    "compliance_pct": ("complied", "compliance_outcomes"),
    "satisfactory_remedy_pct": ("satisfactory_remedies", "upheld"),
    "complaints_received": ("received:total", None),
    "cases_reviewed": ("dealt_with", None),
    "complaints_dealt_with": ("dealt_with", None),
}


@dataclass(frozen=True)
class AverageMet:
    """A printed average beside the pooled one of the councils of the type that existed in the year."""

    type: AuthorityType
    year: ReportingYear
    measure: str
    printed: Decimal
    numerator: int
    denominator: int
    pooled: Decimal

    @property
    def met(self) -> bool:
        """Whether the pooled average rounds to the printed one."""
        return self.pooled == self.printed

    @property
    def off_by(self) -> Decimal:
        """How far the pooled average lies above the printed one, in the measure's unit."""
        return self.pooled - self.printed


@dataclass(frozen=True)
class EnglandBeside:
    """An England figure, mostly of all bodies in remit, beside the register's, of councils only."""

    year: ReportingYear
    metric: str
    printed: Decimal
    printed_numerator: int | None
    printed_denominator: int | None
    numerator: int
    denominator: int | None

    @property
    def value(self) -> Decimal:
        """The register's figure: a count, or a percentage to one decimal."""
        if self.denominator is None:
            return Decimal(self.numerator)
        return percentage(self.numerator, self.denominator, 1)


def exceptions(reference: Reference, held: Held) -> tuple[Unreachable, ...]:
    """Return the held values that no cases can reproduce beside the counts held with them, each with why."""
    return unreachable(read_inputs(reference, held))


def averages_met(reference: Reference, held: Held, register: Register) -> tuple[AverageMet, ...]:
    """Return every printed average since 2018-19 beside the register's pooled one.

    Councils after their end are not in it.
    """
    inputs = read_inputs(reference, held)
    return tuple(_averages(inputs, _wide(inputs, register)))


def england_beside(reference: Reference, held: Held, register: Register) -> tuple[EnglandBeside, ...]:
    """Return the England figures held since 2018-19 beside the register's: type averages go before them."""
    inputs = read_inputs(reference, held)
    wide = _wide(inputs, register)
    answer = []
    for (year, metric), figure in sorted(inputs.national.items()):
        if metric not in ENGLAND or year not in YEARS:
            continue
        sums = wide[wide["year"] == year].sum(numeric_only=True)
        numerator, denominator = ENGLAND[metric]
        answer.append(
            EnglandBeside(
                ReportingYear(year),
                metric,
                figure.value,
                figure.numerator,
                figure.denominator,
                int(sums[numerator]),
                None if denominator is None else int(sums[denominator]),
            )
        )
    return tuple(answer)


def _wide(inputs: Inputs, register: Register) -> pd.DataFrame:
    """Count the register, one row a council-year in the order of the inputs' rows, with their columns."""
    rows = inputs.rows.assign(name=[str(ReportingYear(year)) for year in inputs.rows["year"]])
    keys = list(zip(rows["slug"], rows["name"], strict=True))
    counts = counts_from_cases(register.cases, register.compliance, keys)
    wide = counts.pivot(index=["slug", "year"], columns="quantity", values="count")
    wide = wide.reindex(pd.MultiIndex.from_tuples(keys)).reset_index(drop=True)
    return pd.concat([inputs.rows.reset_index(drop=True), wide], axis=1)


def _averages(inputs: Inputs, wide: pd.DataFrame) -> Iterator[AverageMet]:
    for (kind, year, measure), printed in sorted(inputs.averages.items()):
        if year not in YEARS or measure not in PARTS:
            continue
        sums = wide[inputs.of_type(kind, year)].sum(numeric_only=True)
        numerator, denominator = (int(sums[name]) for name in PARTS[measure])
        rate = rate_per_100k if measure == "upheld_per_100k" else percentage
        pooled = rate(numerator, denominator)
        yield AverageMet(kind, ReportingYear(year), measure, printed, numerator, denominator, pooled)

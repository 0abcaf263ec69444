"""What is known of one measure, of one council (or type), in one year."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.comparison import Compared, Comparison, NoComparison, not_compared
from dashboard.domain.origin import Origin


class State(StrEnum):
    """Whether there is a figure, and if not, why: five different things, never one blank."""

    VALUE = "value"
    NO_CASES = "no_cases"
    NOT_HELD = "not_held"
    NOT_APPLICABLE = "not_applicable"
    PERCENTAGE_ONLY = "percentage_only"


class BenchmarkKind(StrEnum):
    """Which average a council is shown against."""

    PRINTED = "printed"
    POOLED = "pooled"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The average of one type in one year: the printed one where held, else the pooled one.

    ``value`` is in the measure's unit (79 for 79%). A printed average is known to its rounding
    only. ``numerator`` and ``denominator`` are the pooled sums and ``councils`` how many councils
    they cover; all three are None where a printed average is shown and no counts are complete.
    """

    kind: BenchmarkKind
    value: Decimal
    origin: Origin
    numerator: int | None
    denominator: int | None
    councils: int | None
    source_url: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one council in one year.

    ``value`` is computed from numerator and denominator, rounded as the measure is printed (None
    unless both are known and the base is not empty). ``printed`` is what the source printed; it is
    what is shown where it is held. ``origin`` is the origin of the counts (or of the derived value),
    ``printed_origin`` that of ``printed``. ``note`` explains a printed value that does not follow
    from the counts. ``low`` and ``high`` are the 95% interval in the measure's unit; ``compared`` says how it
    stands beside the council's type. ``few`` marks bases under 30.
    """

    slug: str
    year: str
    measure: str
    state: State
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    printed: Decimal | None
    origin: Origin | None
    printed_origin: Origin | None
    note: str | None
    source_url: str | None
    benchmark: Benchmark | None
    compared: Compared
    low: float | None
    high: float | None
    few: bool

    @property
    def comparison(self) -> Comparison:
        """How it stands beside the council's type, in one word."""
        return self.compared.comparison

    @property
    def shown(self) -> Decimal | None:
        """The value to show: the printed one where held, else the computed one."""
        return self.printed if self.printed is not None else self.value

    @property
    def shown_origin(self) -> Origin | None:
        """The origin of ``shown``."""
        return self.printed_origin if self.printed is not None else self.origin


def not_held(slug: str, year: str, measure: str) -> Figure:
    """Return the figure of which nothing is held."""
    return Figure(
        slug=slug,
        year=year,
        measure=measure,
        state=State.NOT_HELD,
        numerator=None,
        denominator=None,
        value=None,
        printed=None,
        origin=None,
        printed_origin=None,
        note=None,
        source_url=None,
        benchmark=None,
        compared=not_compared(NoComparison.NOT_HELD),
        low=None,
        high=None,
        few=False,
    )

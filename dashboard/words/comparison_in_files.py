"""How a figure stands beside its type, as every file has it: the same columns, the same numbers and words."""

from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction

from dashboard.domain.figures import Figure
from dashboard.domain.measures import MEASURES
from dashboard.domain.rounding import half_up
from dashboard.repository.records import CaseMix
from dashboard.words.looks import mixed_of


@dataclass(frozen=True, slots=True)
class InFiles:
    """The columns of a comparison, in their order; None and "" where there is nothing to say.

    ``usual_low`` to ``usual_high`` is the range of the numerator that chance explains (95%).
    ``given_services`` is the share in per cent, with one decimal more than is shown, that the other councils
    of the type would have with this one's services; ``given_services_cases`` are the cases it is from.
    """

    usual_low: int | None = None
    usual_high: int | None = None
    compared_with: str = ""
    others_numerator: int | None = None
    others_denominator: int | None = None
    spread: Decimal | None = None
    comparison: str = ""
    comparison_origin: str = ""
    comparison_reason: str = ""
    given_services: Decimal | None = None
    given_services_cases: int | None = None


IN_FILES = tuple(field.name for field in fields(InFiles))


def in_files(figure: Figure, mixed: CaseMix | None) -> InFiles:
    """Return the columns of a figure; ``mixed`` is of its council and year, whatever its measure."""
    compared, given = figure.compared, mixed_of(figure, mixed)
    decimals = MEASURES[figure.measure].decimals + 1
    return InFiles(
        usual_low=compared.low,
        usual_high=compared.high,
        compared_with=str(compared.compared_with or ""),
        others_numerator=compared.others_numerator,
        others_denominator=compared.others_denominator,
        spread=None if compared.spread is None else Decimal(f"{compared.spread:g}"),
        comparison=str(compared.comparison),
        comparison_origin=str(compared.origin or ""),
        comparison_reason=str(compared.reason or ""),
        given_services=None if given is None else half_up(Fraction(str(given.expected)), decimals),
        given_services_cases=None if given is None else given.cases,
    )

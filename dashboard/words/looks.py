"""What chance does to a council that is looked at often, and what its services would lead one to expect."""

from fractions import Fraction

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure
from dashboard.domain.formats import thousands
from dashboard.domain.measures import UPHELD
from dashboard.repository.interface import Repository
from dashboard.repository.records import CaseMix, Council, ManyLooks
from dashboard.statistics.many_looks import may_be
from dashboard.words.figure import measure_of
from dashboard.words.values import mean

_ROUGH_FROM, _ROUGH, _NEARLY_ALL = 10, 5, 95
_ON_TOP = "Services, and three years together, come on top of that where they are compared."


def many_looks(looks: ManyLooks, kind: AuthorityType) -> str | None:
    """Say how likely a mark is somewhere among all that is shown, where nothing is different at all.

    None where it is compared nowhere. Of the years one by one, as the chance is worked out of these.
    """
    if not looks.looks:
        return None
    chance = _in_hundred(looks.chance)
    if looks.looks == 1:
        return (
            f"By its figures of single years this council is compared once here: one like the other "
            f"{kind.councils} would be marked with a chance of {chance} in 100. {_ON_TOP}"
        )
    return (
        f"By its figures of single years this council is compared {thousands(looks.looks)} times here: one "
        f"like the other {kind.councils} in all of them would be marked at least once with a chance of "
        f"{chance} in 100. {_ON_TOP}"
    )


def _in_hundred(chance: float) -> str:
    """Say a chance in a hundred, as the two ends between which it is known to lie, from ten on to five."""
    low, high = (_rough(end) for end in may_be(chance))
    if high < 1:
        return "fewer than 1"
    if low >= _NEARLY_ALL:
        return f"over {_NEARLY_ALL}"
    if low < 1:
        return f"at most {high}"
    return f"about {low}" if low == high else f"{low} to {min(high, _NEARLY_ALL)}"


def _rough(chance: float) -> int:
    """Return a chance in a hundred, from ten on to the nearest five: the model behind it is no more exact."""
    whole = round(100 * chance)
    return whole if whole < _ROUGH_FROM else _ROUGH * round(100 * chance / _ROUGH)


def mixed_of(figure: Figure, mixed: CaseMix | None) -> CaseMix | None:
    """Return what is expected with a council's services where it is said: beside a share upheld compared."""
    said = figure.measure == UPHELD.id and figure.compared.made and figure.compared.others_denominator
    return mixed if said else None


def case_mix_of(council: Council, year: str, repository: Repository) -> str | None:
    """Say the case mix of a council's year; None where there is nothing to say."""
    figure = repository.figures(council.slug, year).get(UPHELD.id)
    if figure is None:
        return None
    simulated = repository.release().is_demonstration
    return case_mix(figure, repository.case_mix(council.slug, year), simulated=simulated)


def case_mix(figure: Figure, mixed: CaseMix | None, *, simulated: bool) -> str | None:
    """Say what share upheld the others of its type would have with this council's services, beside their own.

    Both are of the others: an average with the council in it would set it beside itself. None where outcomes
    are not held by service, of this council or of its type.
    """
    mixed, others = mixed_of(figure, mixed), figure.compared
    if mixed is None or others.others_numerator is None or not others.others_denominator:
        return None
    of_type = mean(measure_of(figure), Fraction(others.others_numerator, others.others_denominator))
    given = mean(measure_of(figure), Fraction(str(mixed.expected)) / 100)
    left = f", by {mixed.cases} of its {mixed.cases + mixed.left_out} cases" if mixed.left_out else ""
    mark = ", simulated" if simulated else ""
    return (
        f"Upheld: {of_type} for the others of its type; {given} given what its cases are about{left}{mark}."
    )

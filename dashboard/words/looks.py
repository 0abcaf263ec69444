"""What chance does to a council that is looked at often, and what its services would lead one to expect."""

from fractions import Fraction

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure
from dashboard.domain.measures import UPHELD
from dashboard.repository.interface import Repository
from dashboard.repository.records import CaseMix, Council, ManyLooks
from dashboard.words.figure import measure_of
from dashboard.words.values import average, mean

_ROUGH_FROM, _ROUGH = 10, 5


def many_looks(looks: ManyLooks, kind: AuthorityType) -> str | None:
    """Say how likely a mark is somewhere among all that is shown, where nothing is different at all.

    None where it is compared nowhere.
    """
    if not looks.looks:
        return None
    chance = _in_hundred(looks.chance)
    if looks.looks == 1:
        return (
            f"A council like the other {kind.councils} would be marked here by chance {chance} times in 100."
        )
    return (
        f"This council is compared {looks.looks} times here, over the years and measures shown: one like the "
        f"other {kind.councils} in all of them would be marked at least once with a chance of about {chance} "
        "in 100."
    )


def _in_hundred(chance: float) -> int:
    """Return a chance in a hundred, from ten on to the nearest five: the model behind it is no more exact."""
    whole = max(1, round(100 * chance))
    return whole if whole < _ROUGH_FROM else _ROUGH * round(100 * chance / _ROUGH)


def mixed_of(figure: Figure, mixed: CaseMix | None) -> CaseMix | None:
    """Return what is expected with a council's services where it is said: beside a share upheld compared."""
    said = figure.measure == UPHELD.id and figure.compared.made and figure.benchmark is not None
    return mixed if said else None


def case_mix_of(council: Council, year: str, repository: Repository) -> str | None:
    """Say the case mix of a council's year; None where there is nothing to say."""
    figure = repository.figures(council.slug, year).get(UPHELD.id)
    if figure is None:
        return None
    simulated = repository.release().is_demonstration
    return case_mix(figure, repository.case_mix(council.slug, year), simulated=simulated)


def case_mix(figure: Figure, mixed: CaseMix | None, *, simulated: bool) -> str | None:
    """Say what share upheld its type would have with this council's services, beside the type's own.

    None where outcomes are not held by service, of this council or of its type.
    """
    mixed = mixed_of(figure, mixed)
    if mixed is None or figure.benchmark is None:
        return None
    of_type = average(figure.benchmark, measure_of(figure))
    given = mean(measure_of(figure), Fraction(str(mixed.expected)) / 100)
    left = f", by {mixed.cases} of its {mixed.cases + mixed.left_out} cases" if mixed.left_out else ""
    mark = ", simulated" if simulated else ""
    return f"Upheld: {of_type} for its type; {given} given what its cases are about{left}{mark}."

"""What chance does to a council that is looked at often, and what its services would lead one to expect."""

from fractions import Fraction

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Figure
from dashboard.repository.records import CaseMix, ManyLooks
from dashboard.words.figure import measure_of
from dashboard.words.values import average, mean


def many_looks(looks: ManyLooks, kind: AuthorityType) -> str | None:
    """Say how likely a mark is somewhere among all that is shown, where nothing is different at all.

    None where it is compared nowhere.
    """
    if not looks.looks:
        return None
    chance = max(1, round(100 * looks.chance))
    if looks.looks == 1:
        return (
            f"A council like the other {kind.councils} would be marked here by chance {chance} times in 100."
        )
    return (
        f"This council is compared {looks.looks} times here, over the years and measures shown: one like the "
        f"other {kind.councils} in all of them would be marked at least once with a chance of up to {chance} "
        "in 100."
    )


def case_mix(figure: Figure, mixed: CaseMix | None, *, simulated: bool) -> str | None:
    """Say what share upheld its type would have with this council's services, beside the type's own.

    None where outcomes are not held by service, of this council or of its type.
    """
    if mixed is None or figure.benchmark is None or not figure.compared.made:
        return None
    of_type = average(figure.benchmark, measure_of(figure))
    given = mean(measure_of(figure), Fraction(mixed.expected) / 100)
    left = f", by {mixed.cases} of its {mixed.cases + mixed.left_out} cases" if mixed.left_out else ""
    mark = ", simulated" if simulated else ""
    return f"Upheld: {of_type} for its type; {given} given what its cases are about{left}{mark}."

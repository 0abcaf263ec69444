"""How many councils could be compared and how they stand, in words; a base is named with every number."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import thousands, words
from dashboard.domain.origin import Origin
from dashboard.words.comparisons import CHANCE, MANY, NONE_AT_ALL
from dashboard.words.wording import listed, noun

_LOWER = (Comparison.MUCH_LOWER, Comparison.LOWER)
_HIGHER = (Comparison.HIGHER, Comparison.MUCH_HIGHER)
_FOR_CASES = (NoComparison.TOO_FEW_CASES, NoComparison.NO_CASES)


@dataclass(frozen=True, slots=True)
class Standings:
    """Councils by how they stand on one measure.

    ``held`` have their counts known, no cases included. ``enough`` are compared on cases enough to show a
    difference, ``too_small`` on so few that none could show; ``reasons`` counts those held that are not
    compared, and why. ``simulated``: some of the comparisons are. ``luck`` is how many marks luck alone
    would make.
    """

    councils: int
    held: int
    enough: int
    too_small: int
    above: int
    below: int
    reasons: Counter[NoComparison]
    simulated: bool
    luck: float

    @property
    def marked(self) -> int:
        """How many stand out: by more than chance explains."""
        return self.above + self.below

    @property
    def for_cases_alone(self) -> bool:
        """Whether nothing but few cases keeps any of those held from showing a difference."""
        return set(self.reasons) <= set(_FOR_CASES)


def standings(figures: Iterable[Figure | None]) -> Standings:
    """Count how councils stand; None is a council of which nothing is known."""
    each = tuple(figures)
    known = [f for f in each if f is not None]
    held = [f for f in known if f.state in (State.VALUE, State.NO_CASES)]
    made = [f.compared for f in held if f.compared.made]
    return Standings(
        councils=len(each),
        held=len(held),
        enough=sum(one.could_differ for one in made),
        too_small=sum(not one.could_differ for one in made),
        above=sum(one.comparison in _HIGHER for one in made),
        below=sum(one.comparison in _LOWER for one in made),
        reasons=Counter(f.compared.reason for f in held if f.compared.reason is not None),
        simulated=any(one.origin is Origin.SIMULATED for one in made),
        luck=sum(one.luck for one in made),
    )


def base(counted: Standings, kind: str) -> str:
    """Name the councils that a count is of, as ``of_those_held`` does."""
    return of_those_held(counted.held, counted.councils, kind)


def of_those_held(held: int, councils: int, kind: str) -> str:
    """Name a base: "Of 36 councils"; "Of the 3 councils whose counts are held (of 36)"."""
    if held == councils:
        return f"Of {thousands(councils)} {kind}"
    if held == 1:
        return f"Of the one {kind.removesuffix('s')} whose counts are held (of {thousands(councils)})"
    return f"Of the {thousands(held)} {kind} whose counts are held (of {thousands(councils)})"


def have_enough(counted: Standings) -> str:
    """Say how many could have shown a difference: "92 have cases enough", "92 can be compared"."""
    number = _number(counted.enough)
    if counted.for_cases_alone:
        return f"{number} {'has' if counted.enough == 1 else 'have'} cases enough"
    return f"{number} can be compared"


def stand_out(counted: Standings) -> str:
    """Say how many stand out: "three stand out", "none stands out"."""
    if counted.marked == 0:
        return "none stands out"
    return f"{words(counted.marked)} stand{'s' if counted.marked == 1 else ''} out"


def nothing_compared(counted: Standings) -> str:
    """Say in a heading why none of those held can be compared: the reason of most of them."""
    if counted.too_small or counted.for_cases_alone:
        return "Too few cases to compare any council with its type"
    (why, _), *_ = counted.reasons.most_common(1)
    return NONE_AT_ALL.get(why, "No council can be compared with its type")


def differ(counted: Standings) -> str:
    """Say how many differ from their type, and which way."""
    if counted.marked == 0:
        return f"none differs from its type {CHANCE}"
    verb = "differs from its type" if counted.marked == 1 else "differ from their type"
    ways = [(n, way) for n, way in ((counted.above, "above"), (counted.below, "below")) if n]
    if len(ways) == 1:
        which = f", {'all ' if counted.marked > 1 else ''}{ways[0][1]} it"
    else:
        which = f": {listed([f'{words(n)} {way}' for n, way in ways])}"
    return f"{words(counted.marked)} {verb} {CHANCE}{which}"


def group_lead(counted: Standings) -> str:
    """Say first of a group of councils how many differ from their type at all, and whether that rests on
    simulated figures; then who is not compared."""
    of = base(counted, noun(counted.councils, "councils"))
    if counted.enough == 0:
        said = f"{nothing_compared(counted)}."
    elif counted.enough == counted.held:
        said = f"{of}, {differ(counted)}."
    else:
        said = f"{of}, {have_enough(counted)}; {differ(counted)}."
    by = "Simulated figures are among those it is worked out from." if counted.simulated else ""
    return " ".join(part for part in (said, by, not_compared(counted)) if part)


def not_compared(counted: Standings) -> str:
    """Count those held that are not compared or could not show a difference, by reason; empty for none."""
    told = [f"{words(number)} {MANY[why]}" for why, number in sorted(counted.reasons.items())]
    said = f"Not compared: {listed(told)}." if told else ""
    if not counted.too_small:
        return said
    has = "has" if counted.too_small == 1 else "have"
    small = f"{words(counted.too_small)} more {has} too few cases to show a difference."
    return " ".join(part for part in (small[:1].upper() + small[1:], said) if part)


def _number(count: int) -> str:
    return words(count) if count else "none"

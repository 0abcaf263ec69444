"""Questions about the share upheld: beside the type, beside other years, and where there is little of it."""

from dashboard.domain.absolutes import printed_share
from dashboard.domain.formats import fraction, words
from dashboard.pack.facts import HIGHER, LOWER, Asked, Facts
from dashboard.statistics.small_numbers import few, too_few_to_compare
from dashboard.statistics.trend import Direction
from dashboard.words.wording import capital, counted


def higher_than_type(facts: Facts) -> Asked:
    """Ask what explains a higher share upheld."""
    if facts.compared not in HIGHER or facts.upheld is None:
        return None
    return (
        f"What explains a higher share of complaints upheld than at other {facts.type_councils}: the "
        "complaints that arise, how they are answered here first, or how readily fault is admitted?",
        f"{_share(facts.upheld)} were upheld, {facts.beside}: a difference that chance does not explain. "
        "A high share can also mean an open council.",
    )


def lower_than_type(facts: Facts) -> Asked:
    """Ask what explains a lower share upheld."""
    if facts.compared not in LOWER or facts.upheld is None:
        return None
    return (
        f"What explains a lower share of complaints upheld than at other {facts.type_councils}, and is it "
        "something to keep doing, or are people with grounds to complain not coming forward?",
        f"{_share(facts.upheld)} were upheld, {facts.beside}: a difference that chance does not explain. "
        "A low share alone does not show good service.",
    )


def rate_beyond_chance(facts: Facts) -> Asked:
    """Ask about a number upheld for the population that is beyond chance."""
    if facts.rate_compared not in (*HIGHER, *LOWER):
        return None
    way = "more" if facts.rate_compared in HIGHER else "fewer"
    return (
        f"Why are {way} complaints upheld for the number of residents than at other {facts.type_councils}, "
        "and which services account for it?",
        f"Upheld complaints per 100,000 residents are {'above' if way == 'more' else 'below'} those of other "
        f"{facts.type_councils} by more than chance explains{facts.rate_simulated}.",
    )


def changed(facts: Facts) -> Asked:
    """Ask about a change on the year before that is beyond chance."""
    if facts.change not in {Direction.UP, Direction.DOWN} or facts.before is None or facts.upheld is None:
        return None
    up = facts.change is Direction.UP
    then, now = fraction(*facts.before), fraction(*facts.upheld)
    counts = f"{then} were upheld in the year before and {now} in {facts.year}."
    if not facts.went_that_way:
        return (
            f"Why did the share of complaints upheld not {'fall' if up else 'rise'} as that of its type did?",
            f"{counts} The change of {facts.whose_change} was another by more than chance explains.",
        )
    way = "rise" if up else "fall"
    return (
        f"What lies behind the {way} in the share of complaints upheld since the year before?",
        f"{counts} Beside the change of {facts.whose_change} that is a {way} greater than chance explains.",
    )


def trending(facts: Facts) -> Asked:
    """Ask about a rise or fall over the years."""
    if facts.trend not in {Direction.UP, Direction.DOWN}:
        return None
    way = "risen" if facts.trend is Direction.UP else "fallen"
    return (
        f"The share upheld has {way} over the years: what has changed in how complaints arise, or in how "
        "they are answered here first?",
        f"The share has {way} by more than chance explains since the last break in the series, and would "
        "have without any one of the years.",
    )


def nothing_upheld(facts: Facts) -> Asked:
    """Ask what was learnt where nothing was upheld."""
    if facts.upheld is None or facts.upheld[0]:
        return None
    base = facts.upheld[1]
    return (
        "What did the council learn from complaints that it settled itself, or that were not upheld?",
        f"{'The one investigation' if base == 1 else f'None of the {words(base)} investigations'} completed "
        f"in {facts.year} "
        f"{'was not' if base == 1 else 'was'} upheld, so this paper holds no case to learn from.",
    )


def nothing_investigated(facts: Facts) -> Asked:
    """Ask whether people know of the Ombudsman where nothing was investigated."""
    if not facts.investigated_none:
        return None
    return (
        "Do the council’s replies to complaints tell people of their right to go to the Ombudsman?",
        f"No investigation of the council was completed in {facts.year}. That says nothing of how often "
        "people had grounds to complain.",
    )


def few_cases(facts: Facts) -> Asked:
    """Ask for the council's own complaints where the Ombudsman's are few."""
    if facts.upheld is None or not few(facts.upheld[1]):
        return None
    many = "too few to compare" if too_few_to_compare(facts.upheld[1]) else "few"
    return (
        "What do complaints at the council’s own stages show: how many there were, how many it upheld "
        "itself, and how long they took?",
        f"{capital(counted(facts.upheld[1], 'investigations'))} in {facts.year} "
        f"{'is' if facts.upheld[1] == 1 else 'are'} {many}; the council’s own records hold many more cases.",
    )


def broken_series(facts: Facts) -> Asked:
    """Ask how a break in the series bears on the council."""
    if facts.broken is None or facts.upheld is None or facts.ended:
        return None
    return (
        "How does the change in how the Ombudsman works bear on this council’s figures?",
        facts.broken,
    )


def _share(counts: tuple[int, int]) -> str:
    return f"{printed_share(*counts)} ({fraction(*counts)})"

"""Questions about what complaints are of, how they are put right first, and whose they are."""

from dashboard.domain.absolutes import printed_share
from dashboard.domain.formats import fraction, words
from dashboard.pack.facts import HIGHER, LOWER, Asked, Facts
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.words.wording import capital, council_name, uncapital

_LARGE_PART, _ENOUGH_RECEIVED, _RECURS = 3, 10, 3
"""A category or outcome is spoken of from one in three of ten or more; a subject from three cases."""


def recurring(facts: Facts) -> Asked:
    """Ask for the common cause of cases about one subject."""
    if facts.subject is None or facts.subject[1] < _RECURS:
        return None
    name, count, of = facts.subject
    return (
        f"Is there a common cause behind the upheld cases about {uncapital(name)}, and what has changed "
        "since?",
        f"{capital(words(count))} of the {words(of)} published upheld decisions of {facts.year} are about "
        f"{uncapital(name)}.",
    )


def remedy_low(facts: Facts) -> Asked:
    """Ask what keeps the council from putting things right first."""
    if facts.remedied is None or too_few_to_compare(facts.remedied[1]):
        return None
    none = facts.remedied[0] == 0
    if facts.remedy_compared not in LOWER and not none:
        return None
    told = f"In {fraction(*facts.remedied)} upheld cases the council had put things right first"
    low = facts.remedy_compared in LOWER
    chance = f": fewer than chance explains{facts.remedy_simulated}" if low else ""
    return (
        "What would it take for faults to be put right while a complaint is still with the council?",
        f"{told}{chance}.",
    )


def remedy_high(facts: Facts) -> Asked:
    """Ask what can be learnt where things are put right first more often than elsewhere."""
    if facts.remedy_compared not in HIGHER or facts.remedied is None:
        return None
    return (
        "What lets the council put things right before the Ombudsman becomes involved, and could services "
        "that do so less often learn from it?",
        f"It had done so in {fraction(*facts.remedied)} upheld cases, more than chance explains beside other "
        f"{facts.type_councils}{facts.remedy_simulated}.",
    )


def large_part(facts: Facts) -> Asked:
    """Ask about a service that a third or more of all complaints are about."""
    if facts.largest is None:
        return None
    name, count, total = facts.largest
    if total < _ENOUGH_RECEIVED or _LARGE_PART * count < total:
        return None
    before = (
        f"; in the year before there were {facts.before_largest:,}"
        if facts.before_largest is not None
        else ""
    )
    return (
        f"What do the council’s own records say of complaints about {uncapital(name)}, and what is being "
        "learnt from them?",
        f"{fraction(count, total)} complaints and enquiries received ({printed_share(count, total)}) "
        f"were about {uncapital(name)}{before}. How many there are is no score.",
    )


def came_too_soon(facts: Facts) -> Asked:
    """Ask whether residents find the council's own procedure."""
    if facts.referred_back is None:
        return None
    count, total = facts.referred_back
    if total < _ENOUGH_RECEIVED or _LARGE_PART * count < total:
        return None
    return (
        "Is the council’s own complaints procedure easy to find, and does it answer in time, so that people "
        "need not go to the Ombudsman first?",
        f"{fraction(count, total)} complaints and enquiries decided were referred back because the council "
        "had not yet had the chance to answer.",
    )


def new_council(facts: Facts) -> Asked:
    """Ask what a new council took over."""
    if not facts.new:
        return None
    return (
        "Which complaints and recommendations did the council take over from the councils before it, and "
        "who answers for them?",
        f"{facts.year} is the first year of {council_name(facts.council)}.",
    )


def ended_council(facts: Facts) -> Asked:
    """Ask who answers for a council that has ended."""
    if not facts.ended:
        return None
    return (
        "Which council now answers for each of these cases and for what was recommended in them?",
        f"{capital(council_name(facts.council))} had ended before {facts.year}.",
    )

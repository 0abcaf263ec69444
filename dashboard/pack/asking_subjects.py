"""Questions about what complaints are of, how they are put right first, and whose they are."""

from dashboard.domain.absolutes import printed_share
from dashboard.domain.formats import fraction, words
from dashboard.domain.larger_part import LargerPart
from dashboard.pack.facts import HIGHER, LOWER, Asked, Facts
from dashboard.words.luck import luck_alone
from dashboard.words.wording import capital, council_name, uncapital


def recurring(facts: Facts) -> Asked:
    """Ask for the common cause of cases about one subject that is more frequent than at others of the "
    "type."""
    part = facts.unusual_subject
    if part is None:
        return None
    return (
        f"Is there a common cause behind the upheld cases about {uncapital(part.name)}, and what has changed "
        "since?",
        f"{fraction(part.count, part.whole)} published upheld decisions of {facts.year} are about "
        f"{uncapital(part.name)}; {_beside(facts, part)}",
    )


def remedy_low(facts: Facts) -> Asked:
    """Ask what keeps the council from putting things right first, where others do so more often."""
    if facts.remedied is None or facts.remedy_compared not in LOWER:
        return None
    return (
        "What would it take for faults to be put right while a complaint is still with the council?",
        f"In {fraction(*facts.remedied)} upheld cases the council had put things right first, fewer than "
        "chance "
        f"explains beside other {facts.type_councils}{facts.remedy_simulated}.",
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
    """Ask about a service that a larger part of all complaints are about than at others of the type."""
    part = facts.larger_part
    if part is None:
        return None
    return (
        f"What do the council’s own records say of complaints about {uncapital(part.name)}, and what is "
        "being "
        "learnt from them?",
        f"{fraction(part.count, part.whole)} complaints and enquiries received were about "
        f"{uncapital(part.name)}; {_beside(facts, part)} How many there are is no score.",
    )


def came_too_soon(facts: Facts) -> Asked:
    """Ask whether residents find the council's own procedure."""
    part = facts.too_soon
    if part is None:
        return None
    return (
        "Is the council’s own complaints procedure easy to find, and does it answer in time, so that people "
        "need not go to the Ombudsman first?",
        f"{fraction(part.count, part.whole)} complaints and enquiries decided were referred back because the "
        f"council had not yet had the chance to answer; {_beside(facts, part)}",
    )


def _beside(facts: Facts, part: LargerPart) -> str:
    """Say what the part is at others of the type, and of how many looks this is one."""
    count, whole = part.others
    mark = ", simulated" if part.simulated else ""
    said = (
        f"at other {facts.type_councils} together {fraction(count, whole)} "
        f"({printed_share(count, whole)}{mark}): "
        "more than chance and their spread explain."
    )
    if part.looked_at < 2:
        return said
    return f"{said} {capital(words(part.looked_at))} were looked at. {luck_alone(part.luck)}"


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

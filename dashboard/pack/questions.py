"""Questions a committee might ask: rules over the year's numbers, each with its reason.

A rule asks; it does not judge. None says that a high or a low share is good, and a difference is spoken
of only where it is more than chance explains.
"""

from collections.abc import Callable

from dashboard.domain.figures import Comparison
from dashboard.domain.formats import fraction, percent, words
from dashboard.domain.rounding import percentage
from dashboard.pack.facts import Facts
from dashboard.pack.model import Question
from dashboard.pages.wording import capital, counted, uncapital, was
from dashboard.statistics.small_numbers import few, too_few_to_compare
from dashboard.statistics.trend import Direction

MOST = 9
_HIGHER = (Comparison.HIGHER, Comparison.MUCH_HIGHER)
_LOWER = (Comparison.LOWER, Comparison.MUCH_LOWER)
_LARGE_PART, _ENOUGH_RECEIVED, _RECURS = 3, 10, 3
"""A category or outcome is spoken of from one in three of ten or more; a subject from three cases."""

Rule = Callable[[Facts], tuple[str, str] | None]
"""From numbers to a question and its reason, or to nothing."""


def questions(facts: Facts) -> tuple[Question, ...]:
    """Return the questions the numbers give rise to, the weightiest first, at most nine."""
    found = []
    for name, rule in RULES.items():
        told = rule(facts)
        if told is not None:
            found.append(Question(name, *told))
    return tuple(found[:MOST])


def public_report(facts: Facts) -> tuple[str, str] | None:
    """Ask what followed a public interest report."""
    if not facts.reports:
        return None
    one = facts.reports == 1
    return (
        f"What has been done since the public interest report{'' if one else 's'}, and when "
        f"{'was it' if one else 'were they'} put before councillors?",
        f"The Ombudsman published {words(facts.reports)} public interest report{'' if one else 's'} in "
        f"{facts.year}. A council must consider such a report and say what it will do.",
    )


def not_complied(facts: Facts) -> tuple[str, str] | None:
    """Ask about recommendations not carried out."""
    if facts.complied is None or facts.complied[0] == facts.complied[1]:
        return None
    missed, due = facts.complied[1] - facts.complied[0], facts.complied[1]
    if due == 1:
        ask = "Why was the one recommendation that fell due not carried out, and what is its state now?"
    elif missed == 1:
        ask = "Which recommendation was not carried out, why, and what is its state now?"
    else:
        which = f"Which {words(missed)} recommendations were not carried out"
        ask = f"{which}, why, and what is the state of each now?"
    return ask, f"{capital(fraction(missed, due))} due in {facts.year} {was(missed)} not complied with."


def late(facts: Facts) -> tuple[str, str] | None:
    """Ask about recommendations carried out late."""
    if not facts.late:
        return None
    them = "recommendation" if facts.late == 1 else "recommendations"
    return (
        f"Why {was(facts.late)} {words(facts.late)} {them} carried out late, and who watches the dates "
        "agreed?",
        f"{capital(words(facts.late))} of those due in {facts.year} {was(facts.late)} carried out after the "
        "date agreed with the Ombudsman.",
    )


def open_changes(facts: Facts) -> tuple[str, str] | None:
    """Ask about agreed changes of which nothing is recorded after their date."""
    if not facts.open_changes:
        return None
    one = facts.open_changes == 1
    changes = "change that was" if one else f"{words(facts.open_changes)} changes that were"
    return (
        f"Has the {changes} due by the end of the year been made?"
        if one
        else f"Have the {changes} due by the end of the year been made?",
        f"{capital(words(facts.open_changes))} of the changes agreed in {facts.year} had a date within the "
        f"year and {'is' if one else 'are'} not recorded as done.",
    )


def higher_than_type(facts: Facts) -> tuple[str, str] | None:
    """Ask what explains a higher share upheld."""
    if facts.compared not in _HIGHER or facts.upheld is None:
        return None
    return (
        f"What explains a higher share of complaints upheld than at other {facts.type_councils}: the "
        "complaints that arise, how they are answered here first, or how readily fault is admitted?",
        f"{_share(facts.upheld)} were upheld ({facts.average}), a difference that chance does not explain. A high share can "
        "also mean an open council.",
    )


def lower_than_type(facts: Facts) -> tuple[str, str] | None:
    """Ask what explains a lower share upheld."""
    if facts.compared not in _LOWER or facts.upheld is None:
        return None
    return (
        f"What explains a lower share of complaints upheld than at other {facts.type_councils}, and is it "
        "something to keep doing, or are people with grounds to complain not coming forward?",
        f"{_share(facts.upheld)} were upheld ({facts.average}), a difference that chance does not explain. A low share alone "
        "does not show good service.",
    )


def rate_beyond_chance(facts: Facts) -> tuple[str, str] | None:
    """Ask about a number upheld for the population that is beyond chance."""
    if facts.rate_compared not in (*_HIGHER, *_LOWER):
        return None
    way = "more" if facts.rate_compared in _HIGHER else "fewer"
    return (
        f"Why are {way} complaints upheld for the number of residents than at other {facts.type_councils}, "
        "and which services account for it?",
        f"Upheld complaints per 100,000 residents are {'above' if way == 'more' else 'below'} the average "
        "by more than chance explains.",
    )


def changed(facts: Facts) -> tuple[str, str] | None:
    """Ask about a change on the year before that is beyond chance."""
    if facts.change not in {Direction.UP, Direction.DOWN} or facts.before is None or facts.upheld is None:
        return None
    way = "rise" if facts.change is Direction.UP else "fall"
    broken = f" The series has a break in {facts.year}, which may explain it." if facts.broken else ""
    return (
        f"What lies behind the {way} in the share of complaints upheld since the year before?",
        f"{fraction(*facts.before)} were upheld in the year before and {fraction(*facts.upheld)} in "
        f"{facts.year}, a {way} greater than chance explains.{broken}",
    )


def trending(facts: Facts) -> tuple[str, str] | None:
    """Ask about a rise or fall over the years."""
    if facts.trend not in {Direction.UP, Direction.DOWN}:
        return None
    way = "risen" if facts.trend is Direction.UP else "fallen"
    return (
        f"The share upheld has {way} over the years: how much of that is the council’s, and how much the "
        "Ombudsman’s own changes of method?",
        f"The share has {way} by more than chance explains, and would have without any one of the years; the "
        "trend above shows the breaks it spans.",
    )


def recurring(facts: Facts) -> tuple[str, str] | None:
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


def remedy_low(facts: Facts) -> tuple[str, str] | None:
    """Ask what keeps the council from putting things right first."""
    if facts.remedied is None or too_few_to_compare(facts.remedied[1]):
        return None
    none = facts.remedied[0] == 0
    if facts.remedy_compared not in _LOWER and not none:
        return None
    told = f"In {fraction(*facts.remedied)} upheld cases the council had put things right first"
    chance = ": fewer than chance explains" if facts.remedy_compared in _LOWER else ""
    return (
        "What would it take for faults to be put right while a complaint is still with the council?",
        f"{told}{chance}.",
    )


def remedy_high(facts: Facts) -> tuple[str, str] | None:
    """Ask what can be learnt where things are put right first more often than elsewhere."""
    if facts.remedy_compared not in _HIGHER or facts.remedied is None:
        return None
    return (
        "What lets the council put things right before the Ombudsman becomes involved, and could services "
        "that do so less often learn from it?",
        f"It had done so in {fraction(*facts.remedied)} upheld cases, more than chance explains beside other "
        f"{facts.type_councils}.",
    )


def large_part(facts: Facts) -> tuple[str, str] | None:
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
        f"{fraction(count, total)} complaints and enquiries received ({percent(percentage(count, total))}) "
        f"were about {uncapital(name)}{before}. How many there are is no score.",
    )


def came_too_soon(facts: Facts) -> tuple[str, str] | None:
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


def nothing_upheld(facts: Facts) -> tuple[str, str] | None:
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


def nothing_investigated(facts: Facts) -> tuple[str, str] | None:
    """Ask whether people know of the Ombudsman where nothing was investigated."""
    if not facts.investigated_none:
        return None
    return (
        "Do the council’s replies to complaints tell people of their right to go to the Ombudsman?",
        f"No investigation of the council was completed in {facts.year}. That says nothing of how often "
        "people had grounds to complain.",
    )


def few_cases(facts: Facts) -> tuple[str, str] | None:
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


def changes_last(facts: Facts) -> tuple[str, str] | None:
    """Ask whether agreed changes have worked."""
    if not facts.changes_agreed or facts.open_changes:
        return None
    one = facts.changes_agreed == 1
    return (
        "How will the committee know that the "
        f"{'change' if one else f'{words(facts.changes_agreed)} changes'} agreed in "
        f"{facts.year} {'has' if one else 'have'} worked?",
        f"{capital(words(facts.changes_agreed))} {'change' if one else 'changes'} to how services work "
        f"{was(facts.changes_agreed)} agreed with the Ombudsman.",
    )


def all_complied(facts: Facts) -> tuple[str, str] | None:
    """Ask whether what was carried out is still in place."""
    if facts.complied is None or facts.complied[0] != facts.complied[1] or facts.late:
        return None
    due = facts.complied[1]
    all_of = "both" if due == 2 else f"all {words(due)}"
    what = "the recommendation" if due == 1 else f"{all_of} recommendations"
    return (
        "Who checks that what was put in place after earlier complaints is still in place?",
        f"The Ombudsman was satisfied with {what} due in {facts.year}; it does not look again later.",
    )


def broken_series(facts: Facts) -> tuple[str, str] | None:
    """Ask how a break in the series bears on the council."""
    if facts.broken is None or facts.upheld is None or facts.ended:
        return None
    return (
        "How does the change in how the Ombudsman works bear on this council’s figures?",
        facts.broken,
    )


def new_council(facts: Facts) -> tuple[str, str] | None:
    """Ask what a new council took over."""
    if not facts.new:
        return None
    return (
        "Which complaints and recommendations did the council take over from the councils before it, and "
        "who answers for them?",
        f"{facts.year} is the first year of {facts.council}.",
    )


def ended_council(facts: Facts) -> tuple[str, str] | None:
    """Ask who answers for a council that has ended."""
    if not facts.ended:
        return None
    return (
        "Which council now answers for each of these cases and for what was recommended in them?",
        f"{facts.council} had ended before {facts.year}.",
    )


def compliance_missing(facts: Facts) -> tuple[str, str] | None:
    """Ask officers for figures that are not held."""
    if facts.compliance_held:
        return None
    return (
        "How many recommendations fell due in the year, and were they carried out on time?",
        f"No compliance figure for {facts.year} is held here; the Ombudsman sends it to the council.",
    )


RULES: dict[str, Rule] = {
    "public report": public_report,
    "not complied": not_complied,
    "ended council": ended_council,
    "late": late,
    "open changes": open_changes,
    "higher than type": higher_than_type,
    "lower than type": lower_than_type,
    "rate beyond chance": rate_beyond_chance,
    "change on the year before": changed,
    "trend": trending,
    "recurring subject": recurring,
    "remedy low": remedy_low,
    "remedy high": remedy_high,
    "large part": large_part,
    "came too soon": came_too_soon,
    "new council": new_council,
    "nothing upheld": nothing_upheld,
    "nothing investigated": nothing_investigated,
    "compliance not held": compliance_missing,
    "changes agreed": changes_last,
    "few cases": few_cases,
    "all complied": all_complied,
    "break in the series": broken_series,
}
"""The rules by name, the weightiest first."""


def _share(counts: tuple[int, int]) -> str:
    return f"{percent(percentage(*counts))} ({fraction(*counts)})"

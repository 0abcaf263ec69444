"""Questions about what is to be watched over years: what followed a promise, and what recurs."""

from dashboard.domain.formats import words
from dashboard.domain.watch import Question
from dashboard.pack.facts import Asked, Facts
from dashboard.pack.to_watch import ToWatch
from dashboard.repository.watch_records import Watched
from dashboard.words import watch as say
from dashboard.words.wording import uncapital


def after_the_promise(facts: Facts) -> Asked:
    """Ask whether a change was kept up that was agreed again, where chance does not make as many."""
    watch = facts.watch
    one = watch.promise if watch else None
    if watch is None or one is None or not one.pairs:
        return None
    pair = one.pairs[-1]  # the latest
    services = watch.counts.get(Question.PROMISE, 0)
    furthest = (
        f" Of the {words(services)} services with a case that follows a promise this is furthest beyond what "
        "would be expected, and chosen for that."
        if services > 1
        else ""
    )
    told = (
        f"{say.sentence(one, watch.year, watch.kind)}{furthest} The latest: {pair.earlier} "
        f"({_first(say.promised(pair))}) and {pair.later} ({_first(say.again(pair))}), which may be about "
        "events before the change."
    )
    about = uncapital(one.service.label)
    return (
        f"Was what the council agreed to change after complaints about {about} kept up, and does it reach "
        "the cause?",
        _marked(told, watch),
    )


def fault_again(facts: Facts) -> Asked:
    """Ask about a fault that recurs more than anywhere else is usual."""
    watch = facts.watch
    one = watch.fault if watch else None
    if watch is None or one is None:
        return None
    return (
        f"Do the upheld cases about {uncapital(one.service.label)} with one fault, “{one.fault}”, share a "
        "cause, and has it been dealt with?",
        _marked(say.sentence(one, watch.year, watch.kind), watch),
    )


def service_stands_out(facts: Facts) -> Asked:
    """Ask about a service of which more is upheld than in councils of the type."""
    watch = facts.watch
    one = watch.service if watch else None
    if watch is None or one is None:
        return None
    return f"{_ask_of(one)}?", _marked(say.sentence(one, watch.year, watch.kind), watch)


def _ask_of(one: Watched) -> str:
    service = uncapital(one.service.label)
    if one.question is Question.NUMBER:
        return f"What brings so many complaints about {service}, and what do those upheld share"
    return f"What do the upheld complaints about {service} share, and could they have been settled sooner"


def _marked(told: str, watch: ToWatch) -> str:
    return f"{told} {say.SIMULATED}." if watch.simulated else told


def _first(sentence: str) -> str:
    """Return a sentence to stand in brackets."""
    return uncapital(sentence.rstrip("."))

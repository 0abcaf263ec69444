"""What the query of an address may say, and the one way of writing what it says.

Two addresses that mean the same come to one: names that nothing reads, values that mean nothing and the
order of what is left do not make another page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses import compare_state, decision_state, improvement_state, view_state, watch_state
from dashboard.addresses.compare_state import MEASURE, PEERS
from dashboard.addresses.decision_state import COUNCIL
from dashboard.addresses.find_state import SHOW
from dashboard.addresses.peer_methods import Peers
from dashboard.addresses.pictures import SIZE
from dashboard.addresses.query import Parameter, Query, year


@dataclass(frozen=True, slots=True)
class Held:
    """What of a release an address may name: its years, those that lists of cases have, councils."""

    years: tuple[str, ...]
    case_years: tuple[str, ...]
    is_council: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of a query.

    ``parameters`` have values that are known beforehand; of them it is said which could not be read.
    ``words`` are names whose text is looked for, ``texts`` names of single things, ``names`` those of
    councils, each with its text cut to what is read of it; ``checked`` knows which of the latter there are:
    the others are as though not given. ``presumed`` says of a parameter what it is where it is given and
    means nothing.
    """

    parameters: tuple[Parameter[Any], ...] = ()
    words: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    checked: tuple[Parameter[str], ...] = ()
    presumed: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> tuple[Parameter[Any], ...]:
        """The parameters of which it is said what could not be read."""
        return (*self.parameters, *self.checked)

    def normal(self, given: Query) -> str:
        """Return the query in its normal form: only what is read, as it is read, in one order."""
        pairs = [(one.name, text) for one in self.parameters if (text := self._text(one, given))]
        pairs += [(name, text) for name in self.words if (text := given.words(name))]
        pairs += [(name, text) for name in (*self.texts, "release") if (text := given.text(name))]
        pairs += [(name, ",".join(named)) for name in self.names if (named := self._named(name, given))]
        return urlencode(pairs, safe=",", errors="replace")

    def _named(self, name: str, given: Query) -> list[str]:
        reads = [one.read for one in self.checked if one.name == name]
        return [text for text in given.names(name) if all(read(text) is not None for read in reads)]

    def _text(self, parameter: Parameter[Any], given: Query) -> str:
        """Return what a parameter says in its normal form; empty where it says nothing."""
        known = given.known(parameter)
        said = {text if value is True else str(value) for text, value in known.items()}
        if not said and parameter.name in self.presumed and given.text(parameter.name):
            return self.presumed[parameter.name]
        return ",".join(sorted(said))


NOTHING = Reading()


def of_nothing(_held: Held) -> Reading:
    """Return the reading of an address whose query says nothing."""
    return NOTHING


def of_year(held: Held) -> Reading:
    """Return the reading of a page that has no more than one year."""
    return Reading((year("year", held.years),))


def of_council_feed(held: Held) -> Reading:
    """Return the reading of a council's feed."""
    return Reading((year("year", held.years), decision_state.PAGE))


def of_figure(held: Held) -> Reading:
    """Return the reading of one figure of a council."""
    return Reading((MEASURE, year("year", held.years)))


def of_paper(held: Held) -> Reading:
    """Return the reading of a council's paper: the way of choosing the councils beside it."""
    return Reading((PEERS, year("year", held.years)))


def of_map(held: Held) -> Reading:
    """Return the reading of the map."""
    return Reading(view_state.parameters(held.years), texts=("council",))


def of_map_picture(held: Held) -> Reading:
    """Return the reading of a picture of the map. What a picture cannot read it is not made without."""
    return _whole(of_map(held), SIZE)


def of_chart_picture(held: Held) -> Reading:
    """Return the reading of a picture of a council's chart."""
    return _whole(of_figure(held), SIZE)


def of_comparison_picture(held: Held) -> Reading:
    """Return the reading of a picture of a comparison."""
    return _whole(of_comparison(held), SIZE)


def _whole(reading: Reading, *more: Parameter[Any]) -> Reading:
    """Return a reading that leaves nothing out: an answer that cannot say so is given for a whole query."""
    texts = (one.name for one in (*reading.parameters, *more))
    return replace(reading, parameters=(), texts=(*texts, *reading.texts), presumed={})


def of_quality(held: Held) -> Reading:
    """Return the reading of the page on how complete the figures are."""
    return Reading((year("year", held.years), view_state.TYPE))


def of_search(held: Held) -> Reading:
    """Return the reading of the search for a council."""
    return Reading((year("year", held.years), SHOW), words=("q",))


def of_comparison(held: Held) -> Reading:
    """Return the reading of a comparison."""
    presumed = {"peers": Peers.TYPE.value}
    return Reading(
        compare_state.parameters(held.years), texts=("add",), names=compare_state.NAMES, presumed=presumed
    )


def of_decisions(held: Held) -> Reading:
    """Return the reading of a search of the decisions. The page itself says of a council that it is none."""
    return replace(of_own_decisions(held), names=(COUNCIL,))


def of_own_decisions(held: Held) -> Reading:
    """Return the reading of a council's list of decisions."""
    return Reading(decision_state.parameters(held.case_years), words=("q",), texts=("sub",))


def of_improvements(held: Held) -> Reading:
    """Return the reading of a search of the improvements."""

    def known(text: str) -> str | None:
        return text if held.is_council(text) else None

    councils = Parameter(COUNCIL, "a council", "of England since 2014", known, several=True)
    own = of_own_improvements(held)
    return replace(own, texts=(*own.texts, "like"), names=(COUNCIL,), checked=(councils,))


def of_own_improvements(held: Held) -> Reading:
    """Return the reading of a council's list of improvements."""
    return Reading(improvement_state.parameters(held.years), words=("q",), texts=("sub",))


def of_watch(held: Held) -> Reading:
    """Return the reading of what to watch."""
    return Reading(watch_state.parameters(held.years))

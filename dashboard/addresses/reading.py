"""What the query of an address may say, and the one way of writing what it says.

Two addresses that mean the same come to one: names that nothing reads, values that mean nothing and the
order of what is left do not make another page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from dashboard.addresses import compare_state, decision_state, improvement_state, view_state
from dashboard.addresses.peer_methods import Peers
from dashboard.addresses.query import Parameter, Query, year


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of a query.

    ``parameters`` have values that are known beforehand; of them it is said which could not be read.
    ``words`` are names whose text is looked for, ``texts`` names of single things, ``names`` those of
    councils, each with its text cut to what is read of it. ``presumed`` says of a parameter what it is
    where it is given and means nothing.
    """

    parameters: tuple[Parameter[Any], ...] = ()
    words: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    presumed: Mapping[str, str] = field(default_factory=dict)

    def normal(self, given: Query) -> str:
        """Return the query in its normal form: only what is read, as it is read, in one order."""
        pairs = [(one.name, text) for one in self.parameters if (text := self._text(one, given))]
        pairs += [(name, text) for name in self.words if (text := given.words(name))]
        pairs += [(name, text) for name in (*self.texts, "release") if (text := given.text(name))]
        pairs += [(name, ",".join(named)) for name in self.names if (named := given.names(name))]
        return urlencode(pairs, safe=",", errors="replace")

    def _text(self, parameter: Parameter[Any], given: Query) -> str:
        """Return what a parameter says in its normal form; empty where it says nothing."""
        known = given.known(parameter)
        said = {text if value is True else str(value) for text, value in known.items()}
        if not said and parameter.name in self.presumed and given.text(parameter.name):
            return self.presumed[parameter.name]
        return ",".join(sorted(said))


NOTHING = Reading()


def of_nothing(_years: Sequence[str]) -> Reading:
    """Return the reading of an address whose query says nothing."""
    return NOTHING


def of_year(years: Sequence[str]) -> Reading:
    """Return the reading of a page that has no more than one year."""
    return Reading((year("year", years),))


def of_map(years: Sequence[str]) -> Reading:
    """Return the reading of the map."""
    return Reading(view_state.parameters(years), texts=("council",))


def of_quality(years: Sequence[str]) -> Reading:
    """Return the reading of the page on how complete the figures are."""
    return Reading((year("year", years), view_state.TYPE))


def of_search(years: Sequence[str]) -> Reading:
    """Return the reading of the search for a council."""
    return Reading((year("year", years),), words=("q",))


def of_comparison(years: Sequence[str]) -> Reading:
    """Return the reading of a comparison."""
    presumed = {"peers": Peers.TYPE.value}
    return Reading(
        compare_state.parameters(years), texts=("add",), names=compare_state.NAMES, presumed=presumed
    )


def of_decisions(years: Sequence[str]) -> Reading:
    """Return the reading of a search of the decisions."""
    names = (decision_state.COUNCIL,)
    return Reading(decision_state.parameters(years), words=("q",), texts=("sub",), names=names)


def of_improvements(years: Sequence[str]) -> Reading:
    """Return the reading of a search of the improvements."""
    names = (decision_state.COUNCIL,)
    return Reading(improvement_state.parameters(years), words=("q",), texts=("sub", "like"), names=names)

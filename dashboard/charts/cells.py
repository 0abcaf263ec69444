"""The cells of the table of a type's councils: figure, fraction, and what is to be said beside it."""

import json
from collections.abc import Mapping
from html import escape

from dashboard.charts.peers import Group, Peer
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import State
from dashboard.words import comparisons
from dashboard.words.states import within
from dashboard.words.wording import uncapital

Cells = Mapping[str, str]
"""The inner HTML of a column's cells by council; of one that is not there, nothing is held."""


def cells(group: Group) -> Cells:
    """Return the column of a group."""
    empty = {slug: _empty(state) for slug, state in group.without.items() if state is not State.NOT_HELD}
    return {**{peer.slug: _cell(peer) for peer in group.peers}, **empty}


def cells_to_json(column: Cells) -> str:
    """Return a column as the release keeps it."""
    return json.dumps(column, ensure_ascii=False, separators=(",", ":"))


def cells_from_json(text: str) -> Cells:
    """Read it again."""
    read: Cells = json.loads(text)
    return read


def _empty(state: State) -> str:
    return f'<span class="not-held">{escape(within(state))}</span>'


NOT_HELD = _empty(State.NOT_HELD)


def _cell(peer: Peer) -> str:
    figure = escape(peer.text.replace(" per 100,000", "", 1))  # the column's head says it
    note = _note(peer)
    return f'{figure}<span class="row-note">{escape(note)}</span>' if note else figure


def _note(peer: Peer) -> str:
    """Say how a council stands, unless there is no clear difference, and that its figure is simulated."""
    usual = peer.figure.comparison is Comparison.NO_CLEAR_DIFFERENCE and peer.figure.compared.could_differ
    stands = "" if usual else uncapital(comparisons.short(peer.figure))
    return ", ".join(word for word in (stands, "simulated" if peer.simulated else "") if word)

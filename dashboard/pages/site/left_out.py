"""The notice of a page whose address asks for what is not there: near the top, in sentences."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.query import LeftOut
from dashboard.markup import elements as html
from dashboard.words.left_out import WITHOUT, WITHOUT_ALL

NOTICE = "left-out"
"""The id by which a script that changes the address finds the notice, and hides it."""


def left_out_notice(parts: Sequence[LeftOut]) -> Component | None:
    """Say what of an address was left out, and how what was meant is written; None where all was read."""
    if not parts:
        return None
    said = dict.fromkeys(text for part in parts for text in (part.sentence, part.hint) if text)
    values = sum(not part.cut for part in parts)
    without = [WITHOUT if values == 1 else WITHOUT_ALL] if values else []
    whole = " ".join([*said, *without])
    return html.Div(html.P(whole, className="note"), id=NOTICE, className="frame left-out")

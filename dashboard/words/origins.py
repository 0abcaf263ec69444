"""How many of the figures shown are of which origin, in a sentence."""

from collections.abc import Mapping

from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.words.wording import listed

_WORDS = {
    Origin.PUBLISHED: "published by the Ombudsman",
    Origin.REPORTED: "reported by a council or the press",
    Origin.DERIVED: "derived by us",
    Origin.SIMULATED: "simulated",
}


def origins_said(counted: Mapping[Origin, int], shown: str = "in view") -> str:
    """Say of figures ``shown`` somewhere ("in view", "drawn") where they are from; nothing of none.

    "Of the 153 figures in view, 47 are published by the Ombudsman and 106 simulated."
    """
    total = sum(counted.values())
    told = [(number, _WORDS[origin]) for origin, number in counted.items() if number]
    if not told:
        return ""
    (first, what), *rest = told
    if total == 1:
        return f"The one figure {shown} is {what}."
    if not rest:
        return f"All {thousands(total)} figures {shown} are {what}."
    verb = "is" if first == 1 else "are"
    parts = [f"{thousands(first)} {verb} {what}", *(f"{thousands(number)} {words}" for number, words in rest)]
    return f"Of the {thousands(total)} figures {shown}, {listed(parts)}."

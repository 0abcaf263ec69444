"""Where a figure comes from, in the words shown beside it."""

from enum import StrEnum


class Origin(StrEnum):
    """The origin of one value. The value of the member is what files print."""

    PUBLISHED = "published"
    REPORTED = "reported"
    DERIVED = "derived"
    SIMULATED = "simulated"

    @property
    def words(self) -> str:
        """The origin as it stands beside a figure on screen, on paper and in a tooltip."""
        return _WORDS[self]


_WORDS = {
    Origin.PUBLISHED: "published by the Ombudsman",
    Origin.REPORTED: "reported by a council or the press",
    Origin.DERIVED: "derived by us from published or reported figures",
    Origin.SIMULATED: "simulated",
}


def derived_from(*inputs: Origin) -> Origin:
    """Return the origin of a value computed from values of these origins.

    Whatever has one simulated input is simulated; everything else we compute is derived.
    Raises ValueError without inputs, since a value from nothing has no origin.
    """
    if not inputs:
        raise ValueError("a derived value needs the origin of at least one input")
    return Origin.SIMULATED if Origin.SIMULATED in inputs else Origin.DERIVED

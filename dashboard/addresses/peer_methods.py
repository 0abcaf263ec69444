"""The ways of choosing the councils another is compared with, and what each is called."""

from enum import StrEnum


class Peers(StrEnum):
    """A way of choosing peers; the value is its id in URLs. The first is the default."""

    TYPE = "type"
    REGION = "region"
    POPULATION = "population"
    ONS_OWN_TYPE = "ons_own_type"
    ONS_GLOBAL = "ons_global"
    ONS_DEMOGRAPHIC = "ons_demographic"
    ONS_ECONOMIC = "ons_economic"
    DFE = "dfe"
    TOUCHING = "touching"

    @classmethod
    def of(cls, text: str) -> "Peers | None":
        """Return the method of an id, however it is spelt; None for an unknown one."""
        return next((method for method in cls if method.value == text.strip().casefold()), None)

    @property
    def label(self) -> str:
        """The method as a choice in a list."""
        return _LABELS[self]

    @property
    def explanation(self) -> str:
        """What the method goes by, and whose it is, in a sentence."""
        return _EXPLAINED[self]

    @property
    def of_neighbours(self) -> bool:
        """Whether a list of neighbours is held for it; the others are worked out from the councils."""
        return self not in (Peers.TYPE, Peers.REGION, Peers.POPULATION)

    @property
    def of_own_type(self) -> bool:
        """Whether none but councils of the same type are chosen: those of another run other services."""
        return self in (Peers.TYPE, Peers.REGION, Peers.ONS_OWN_TYPE)

    @property
    def list_held(self) -> str:
        """The name of the list of neighbours it goes by."""
        return Peers.ONS_GLOBAL.value if self is Peers.ONS_OWN_TYPE else self.value


_LABELS = {
    Peers.TYPE: "Same type, nearest in residents",
    Peers.REGION: "Same type in the same region",
    Peers.POPULATION: "Same population band, any type",
    Peers.ONS_OWN_TYPE: "ONS statistical neighbours of its own type",
    Peers.ONS_GLOBAL: "ONS statistical neighbours: overall",
    Peers.ONS_DEMOGRAPHIC: "ONS statistical neighbours: demographic",
    Peers.ONS_ECONOMIC: "ONS statistical neighbours: economic",
    Peers.DFE: "DfE neighbours for children’s services",
    Peers.TOUCHING: "Touching councils",
}
_ONS = "published by the Office for National Statistics, nearest first"
_EXPLAINED = {
    Peers.TYPE: "Councils of the same type, nearest first in residents.",
    Peers.REGION: "Councils of the same type in the same region, nearest first in residents.",
    Peers.POPULATION: "Councils of any type in the same population band, nearest first in residents.",
    Peers.ONS_OWN_TYPE: (
        f"Statistical neighbours over all the characteristics considered, {_ONS}; those of other types, "
        "which run other services, are left out."
    ),
    Peers.ONS_GLOBAL: f"Statistical neighbours over all the characteristics considered, {_ONS}.",
    Peers.ONS_DEMOGRAPHIC: f"Statistical neighbours in their population, {_ONS}.",
    Peers.ONS_ECONOMIC: f"Statistical neighbours in their economy, {_ONS}.",
    Peers.DFE: (
        "Statistical neighbours of upper-tier councils for children’s services, published by the "
        "Department for Education in May 2025, nearest first."
    ),
    Peers.TOUCHING: "Councils whose areas touch, longest shared border first.",
}

BANDS = (100_000, 150_000, 250_000, 400_000, 700_000)
"""The lower ends of the population bands above the first."""


def band_of(residents: int) -> int:
    """Return the number of the population band of so many residents, from 0."""
    return sum(residents >= end for end in BANDS)


def band_words(band: int) -> str:
    """Name a population band: "under 100,000", "250,000 to 399,999", "700,000 and more"."""
    if band == 0:
        return f"under {BANDS[0]:,}"
    if band == len(BANDS):
        return f"{BANDS[-1]:,} and more"
    return f"{BANDS[band - 1]:,} to {BANDS[band] - 1:,}"

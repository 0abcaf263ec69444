"""The five types of authority the Ombudsman averages over, and the two tiers of the map."""

from enum import StrEnum


class AuthorityType(StrEnum):
    """A type of authority; the value is its id in URLs and files of ours."""

    COUNTY = "county"
    DISTRICT = "district"
    METROPOLITAN = "metropolitan"
    UNITARY = "unitary"
    LONDON = "london"

    @property
    def label(self) -> str:
        """The Ombudsman's label, as in its tables: "Metropolitan borough"."""
        return _LABELS[self]

    @property
    def councils(self) -> str:
        """The plural for running text: "metropolitan borough councils"."""
        return f"{_LABELS[self].lower().replace('london', 'London')} councils"

    @property
    def tiers(self) -> frozenset["Tier"]:
        """The map tiers on which this type is drawn."""
        if self is AuthorityType.COUNTY:
            return frozenset({Tier.UPPER})
        if self is AuthorityType.DISTRICT:
            return frozenset({Tier.LOWER})
        return frozenset({Tier.UPPER, Tier.LOWER})


class Tier(StrEnum):
    """One of the two coverings of England: counties or districts, each with the single-tier councils."""

    UPPER = "upper"
    LOWER = "lower"

    @property
    def label(self) -> str:
        """The choice as it is named beside the map."""
        if self is Tier.UPPER:
            return "Counties and single-tier councils"
        return "Districts and single-tier councils"


_LABELS = {
    AuthorityType.COUNTY: "County",
    AuthorityType.DISTRICT: "District",
    AuthorityType.METROPOLITAN: "Metropolitan borough",
    AuthorityType.UNITARY: "Unitary",
    AuthorityType.LONDON: "London borough",
}


def type_from_label(label: str) -> AuthorityType:
    """Return the type the Ombudsman's label names, whatever its case. Raises ValueError with the label."""
    for kind, known in _LABELS.items():
        if known.casefold() == label.strip().casefold():
            return kind
    raise ValueError(f"“{label}” is not one of the five authority types")

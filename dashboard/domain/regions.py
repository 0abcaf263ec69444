"""The nine regions of England, as councils are told to be in."""

from enum import StrEnum


class Region(StrEnum):
    """A region; the value is its id in addresses."""

    EAST_MIDLANDS = "east-midlands"
    EAST_OF_ENGLAND = "east-of-england"
    LONDON = "london"
    NORTH_EAST = "north-east"
    NORTH_WEST = "north-west"
    SOUTH_EAST = "south-east"
    SOUTH_WEST = "south-west"
    WEST_MIDLANDS = "west-midlands"
    YORKSHIRE = "yorkshire-and-the-humber"

    @property
    def label(self) -> str:
        """Its name, as a council's record has it."""
        small = {"of": "of", "and": "and", "the": "The"}
        return " ".join(small.get(part, part.capitalize()) for part in self.value.split("-"))

"""What is said of a part of an address that means nothing here, and of one too long to be read whole."""

from collections.abc import Sequence

from dashboard.domain.formats import thousands
from dashboard.words.wording import capital

WITHOUT = "This page is shown without it."
WITHOUT_ALL = "This page is shown without them."


def not_known(value: str, noun: str, rest: str) -> str:
    """Say that a value is none of those a parameter may have: "2017-18 is not a year held here."

    A word is set in quotation marks. An empty ``value`` is one that is not to be repeated: "A year in this
    address is not held here."
    """
    if value:
        told = value if value[0].isdigit() else f"“{value}”"
        return f"{told} is not {noun} {rest}."
    return f"{capital(noun)} in this address is not {rest}."


def more_not_known(count: int) -> str:
    """Say that so many parts of an address beside those named mean nothing."""
    if count == 1:
        return "1 more part of this address means nothing here."
    return f"{thousands(count)} more parts of this address mean nothing here."


def years_held(years: Sequence[str]) -> str:
    """Say which years are held, after the one that is not."""
    if len(years) == 1:
        return f"The year held is {years[0]}."
    return f"The years held are {years[0]} to {years[-1]}."


def words_cut(longest: int) -> str:
    """Say that what was typed is longer than what is read of it."""
    return f"Only the first {thousands(longest)} characters of what was typed are read."


def too_many(most: int) -> str:
    """Say that an address names more councils than are looked at."""
    return f"Only the first {thousands(most)} councils that this address names are looked at."


ADDRESS_CUT = "This address is too long: its end was not read."

"""What is said of a search that is not told by its councils: why there are none, what is only partly so."""

from collections.abc import Sequence

from dashboard.domain.postal_areas import Elsewhere, area_of
from dashboard.repository.postcodes import Postcode

NOTHING_TYPED = "Type a council’s name, a town or a postcode."
_ONLY = "This site covers councils in England only."
_QUOTED = 60
_NAMED = 3  # closest spellings that are said by name

_OMBUDSMEN = {
    Elsewhere.SCOTLAND: "Complaints about councils in Scotland go to the Scottish Public Services Ombudsman.",
    Elsewhere.WALES: "Complaints about councils in Wales go to the Public Services Ombudsman for Wales.",
    Elsewhere.NORTHERN_IRELAND: "Complaints about councils in Northern Ireland go to the Northern Ireland "
    "Public Services Ombudsman.",
}
_ISLANDS = {
    Elsewhere.ISLE_OF_MAN: "on the Isle of Man, which is not part of the United Kingdom and has its own "
    "government",
    Elsewhere.JERSEY: "in Jersey, which is not part of the United Kingdom and has its own government",
    Elsewhere.GUERNSEY: "in the Bailiwick of Guernsey, which is not part of the United Kingdom and has its "
    "own governments",
    Elsewhere.GIBRALTAR: "in Gibraltar, which has its own government",
    Elsewhere.OVERSEAS: "in a British Overseas Territory, which has its own government",
}


def quoted(text: str) -> str:
    """Return what was typed in quotation marks, its beginning where it is long."""
    return f"“{text}”" if len(text) <= _QUOTED else f"“{text[:_QUOTED].rstrip()}…”"


def reading_of(postcode: Postcode) -> str:
    """Say how a postcode, or the beginning of one, was read: "Postcodes that begin DG16"."""
    return f"Postcode {postcode}" if postcode.unit else f"Postcodes that begin {postcode}"


def lies_elsewhere(asked: str, place: Elsewhere, *, partly_held: bool = False) -> str:
    """Say that a postcode is of another nation or an island, or of no place at all, in the words of each.

    ``partly_held``: the postcode itself is not held, and others beside it lie in England.
    """
    if place is Elsewhere.FORCES:
        return (
            f"{asked} is of the British Forces Post Office: it says who the post is for, not where. Try the "
            "postcode of a home in England, or a council’s name."
        )
    if place is Elsewhere.NO_PLACE:
        return (
            f"{asked} belongs to one organisation’s post and to no place, so no council can be told from it. "
            "Try the postcode of where you live, or a council’s name."
        )
    if place in _ISLANDS:
        return f"{asked} is {_ISLANDS[place]}. {_ONLY}"
    if partly_held:
        return (
            f"By its area {asked} is in {place.value}: most postcodes beside it are. {_ONLY} "
            f"{_OMBUDSMEN[place]}"
        )
    return f"{asked} is in {place.value}. {_ONLY} {_OMBUDSMEN[place]}"


def part_elsewhere(postcode: Postcode, place: Elsewhere, *, most: bool) -> str:
    """Say that only a part of what a beginning of postcodes covers is in England."""
    share, rest = ("Most", "a small part") if most else ("Part", "the rest")
    return (
        f"{share} of {postcode} lies in {place.value} and {rest} in England, so type the whole postcode to "
        f"be sure. {_OMBUDSMEN[place]}"
    )


def mended(postcode: Postcode) -> str:
    """Say that a letter was taken for a digit or the other way round."""
    return f"Read as {postcode}: an O and a 0, or an I and a 1, are easily mistaken."


def several_postcodes(postcode: Postcode) -> str:
    """Say that of several postcodes typed one was looked for."""
    return f"More than one postcode was typed. This is about the first, {postcode}."


def by_area(postcode: Postcode) -> str:
    """Say that a whole postcode was told by the postcodes beside it."""
    return (
        f"This is by its area: some postcodes that begin {postcode.sector} lie in another council, and "
        f"{postcode} is not listed among them."
    )


def by_wider_area(postcode: Postcode) -> str:
    """Say that nothing nearer than its outcode is known of a postcode."""
    beginning = postcode.sector if postcode.unit else postcode.outcode
    return (
        f"No postcode that begins {beginning} is held. By its area, {postcode.outcode}, it would lie in one "
        "of these. Please check it."
    )


def unknown_postcode(postcode: Postcode) -> str:
    """Say that a postcode is not known, and whether any begins so."""
    asked = f"The postcode {postcode}" if postcode.unit else f"The beginning of postcodes {postcode}"
    return f"{asked} is not known in England. Check it, or try a council’s name or a town."


def no_such_area(postcode: Postcode) -> str:
    """Say that no postcode begins with such letters."""
    return (
        f"No postcode in the United Kingdom begins with {area_of(postcode.outcode)}. Check it, or try a "
        "council’s name or a town."
    )


def unknown_name(text: str) -> str:
    """Say that nothing is called so."""
    return (
        f"No council or place held here is called {quoted(text)}, or nearly so. Small places may be missing: "
        "try a postcode, or the nearest town."
    )


def closest_spelling(text: str, names: Sequence[str]) -> str:
    """Say that nothing is called so, and what is spelt most like it."""
    start = f"Nothing held here is called {quoted(text)}."
    if len(names) > _NAMED:
        return f"{start} These are the closest spellings."
    return f"{start} Closest {'spelling' if len(names) == 1 else 'spellings'}: {', '.join(names)}."


def left_unread(text: str) -> str:
    """Say that what stood after a name was not understood, and so not heeded."""
    return f"{quoted(text)} was not understood, and was left out."


def no_such_code(code: str) -> str:
    """Say that no council has had an ONS code."""
    return f"No council in England has had the ONS code {code} since 2014."

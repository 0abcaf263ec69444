"""What the page of a search says around what it found: its heading, its lists, and what to try."""

from collections.abc import Sequence

from dashboard.domain.formats import thousands, words
from dashboard.domain.postal_areas import Elsewhere
from dashboard.repository.records import Council, Found
from dashboard.words.wording import capital

FIND = "Find your council"
HOW_TO_ASK = "Type a council’s name, a town or a postcode in the search above."
NOTHING = "No council was found."
TRY = "Try the first letters of its name, a town, or a whole postcode, such as LS1 1UR."
ENDED = "Councils that have ended"
PLACES_INCOMPLETE = (
    "A place is given the council its middle lies in, so its edge may be another’s: a postcode is surer. The "
    "names of places are GeoNames’ (CC BY 4.0), and small ones are missing."
)
NARROWER = "type more of the name, or your postcode."
NOT_KEPT = "What you type here is not kept."
_QUOTED = 60
_NO_PLACE = frozenset({Elsewhere.FORCES, Elsewhere.NO_PLACE})


def title(found: Found, serving: Sequence[Council]) -> str:
    """Return the heading: the answer in a few words."""
    if not found.query.strip():
        return FIND
    if serving:
        return _who_serves(found.where, serving)
    if found.near:
        return "Did you mean one of these?"
    return _how_many(found) if found.councils or found.places else _why_none(found.elsewhere)


def _who_serves(where: str, serving: Sequence[Council]) -> str:
    if len(serving) > 1 and where:
        return f"{capital(words(len(serving)))} councils serve {where}"
    return f"{serving[0].name} serves {where}" if where else serving[0].name


def _how_many(found: Found) -> str:
    if found.beginning:
        return f"{found.reading}: {_councils(found.matches)}{' in England' if found.elsewhere else ''}"
    count = _councils(found.matches) if found.councils else _places(found.place_matches)
    return f"{capital(count)} for “{_short(found.query.strip())}”"


def _why_none(place: Elsewhere | None) -> str:
    if place in _NO_PLACE:
        return "No council can be told from this postcode"
    return "Outside England" if place else NOTHING.rstrip(".")


def of_page(found: Found, serving: Sequence[Council]) -> str:
    """Return the document's title: the heading, and what was searched for where it does not say so."""
    typed = _short(found.query.strip())
    head = title(found, serving)
    if not typed or typed.casefold() in head.casefold():
        return head
    return f"{head} {typed}" if head.endswith("?") else f"{head}: {typed}"


def living(found: Found, served: bool) -> str:
    """Return the heading of the list of councils that exist, with their true number."""
    if served:
        return "Other councils with a name like it"
    if found.matches > len(found.councils):
        return f"Councils: the first {len(found.councils)} of {thousands(found.matches)}"
    return "Councils"


def places(found: Found) -> str:
    """Return the heading of the list of places, with their true number."""
    if found.place_matches > len(found.places):
        return f"Towns and villages: the first {len(found.places)} of {thousands(found.place_matches)}"
    return "Towns and villages"


def show_all(count: int) -> str:
    """Offer the whole list."""
    return f"Show all {thousands(count)} councils"


def place_in(name: str) -> str:
    """Say whose area a place lies in."""
    return f"in the area of {name}"


def _councils(count: int) -> str:
    return "one council" if count == 1 else f"{thousands(count)} councils"


def _places(count: int) -> str:
    return "one place" if count == 1 else f"{thousands(count)} places"


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"

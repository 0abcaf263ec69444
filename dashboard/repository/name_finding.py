"""The councils and places a text may name: councils that exist first, with those that took others' place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.repository import found_words as say
from dashboard.repository.lookups import Lookups
from dashboard.repository.names import folded, one_spelling
from dashboard.repository.postcode_finding import both_tiers
from dashboard.repository.records import Found, PlaceFound
from dashboard.repository.search import How, Match, asked_of

MOST = 12
"""How many councils an answer lists unless all are wanted, and how many places."""
_ALL = 400
_JOINING = frozenset({"in", "near", "nr", "by"})
_THE_COUNTRY = frozenset({"england", "uk", "gb", "britain", "united", "kingdom", "great"})
_SAID_LAST = (["london"], *([word] for word in sorted(_THE_COUNTRY)))
"""What people add to a name to say where it is, and what names of councils have besides."""
_DERIVED = 9  # the rank of a council found by one it took the place of: after all found by their own names


@dataclass(frozen=True, slots=True)
class _Read:
    """What a text was read as: every council and place it may name, and what is to be said of the reading."""

    councils: tuple[Match, ...]
    places: tuple[Match, ...]
    notes: tuple[str, ...] = ()
    near: bool = False


def find_name(query: str, text: str, lookups: Lookups, *, whole: bool = False) -> Found:
    """Answer a text that is no postcode and no code."""
    reading = f"Name {say.quoted(text)}"
    read = _read(text, lookups)
    if read is None:
        return Found(query, reading, (), say.unknown_name(text))
    living, ended = _by_standing(read.councils, lookups)
    places = tuple(lookups.places[int(match.slug)] for match in _in_order(read.places))
    slugs = [match.slug for match in (*_in_order(living, lookups), *_in_order(ended, lookups))]
    most = _ALL if whole else MOST
    serving = () if read.near else _serving(living, read.places, lookups)
    whole_names = [lookups.places[int(m.slug)] for m in _in_order(_exact(read.places))]
    return Found(
        query,
        reading,
        tuple(slugs[:most]),
        None,
        matches=len(slugs),
        serving=serving,
        where=next((place.name for place in whole_names if place.slug in serving), ""),
        places=places[:most],
        place_matches=len(places),
        notes=read.notes,
        near=read.near,
        sure=not read.notes and _sure(text, slugs, ended, places, lookups),
    )


def _read(text: str, lookups: Lookups) -> _Read | None:
    somewhere = _somewhere(text, lookups)
    if somewhere is not None and asked_of(text).split()[-1:] in _SAID_LAST:
        return somewhere
    councils = (*_of_region(text, lookups), *lookups.names.find(text))
    places = lookups.place_names.find(text)
    if somewhere is not None and not any(match.how.exact for match in (*councils, *places)):
        return somewhere
    if councils or places:
        return _Read(tuple({match.slug: match for match in reversed(councils)}.values()), places)
    return _before_a_comma(text, lookups) or _near(text, lookups)


def _of_region(text: str, lookups: Lookups) -> tuple[Match, ...]:
    """Return the councils of a region that a text names: all 33 of London, whatever they are called."""
    asked = asked_of(text)
    slugs = lookups.regions.get(asked) or lookups.regions.get(asked.removeprefix("greater ")) or ()
    return tuple(Match(slug, How.WORDS, 0, asked) for slug in slugs)


def _somewhere(text: str, lookups: Lookups) -> _Read | None:
    """Read "Newport, Isle of Wight" and "Richmond London" as a name and where it is, the longest name."""
    words = asked_of(text).split()
    for end in range(len(words) - 1, 0, -1):
        name = " ".join(words[:end])
        where = frozenset(words[end:]) - _JOINING
        councils = [m for m in _exact(lookups.names.find(name)) if where <= _around(m.slug, lookups)]
        places = [
            m
            for m in _exact(lookups.place_names.find(name))
            if where <= _around(lookups.places[int(m.slug)].slug, lookups)
        ]
        if councils or places:
            return _Read(tuple(councils), tuple(places))
    return None


def _before_a_comma(text: str, lookups: Lookups) -> _Read | None:
    """Read "Leeds, West Yorkshire" by what stands before the comma, and say that the rest was left out."""
    name, comma, rest = text.partition(",")
    if not comma or not rest.strip():
        return None
    councils, places = _exact(lookups.names.find(name)), _exact(lookups.place_names.find(name))
    if not councils and not places:
        return None
    return _Read(councils, places, (say.left_unread(rest.strip()),))


def _near(text: str, lookups: Lookups) -> _Read | None:
    """Read each word as the nearest known one. What is found so is offered, and never passed off."""
    councils = lookups.names.near(text, lookups.spellings)
    places = lookups.place_names.near(text, lookups.spellings)
    if not councils and not places:
        return None
    best = min(match.rank for match in (*councils, *places))
    if best < _DERIVED:  # the whole of a name is as near: what only holds the words is not
        councils = tuple(match for match in councils if match.rank < _DERIVED)
        places = tuple(match for match in places if match.rank < _DERIVED)
    names = dict.fromkeys(
        [
            *(lookups.councils[match.slug].short_name for match in _in_order(councils, lookups)),
            *(lookups.places[int(match.slug)].name for match in _in_order(places)),
        ]
    )
    return _Read(councils, places, (say.closest_spelling(text, [*names]),), True)


def _exact(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(match for match in matches if match.how.exact)


def _around(slug: str, lookups: Lookups) -> frozenset[str]:
    """Return the words by which people say where a council's places are."""
    council = lookups.councils[slug]
    county = lookups.councils.get(council.upper_tier or "")
    names = (council.name, council.short_name, council.region, county.name if county else "")
    return _THE_COUNTRY.union(*(one_spelling(folded(name)).split() for name in names))


def _by_standing(councils: Sequence[Match], lookups: Lookups) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Return those that exist and those that ended; what took an ended one's place counts as found by it,
    unless one that exists is called so just as well."""
    living = {match.slug: match for match in councils if not lookups.councils[match.slug].end}
    ended = tuple(match for match in councils if lookups.councils[match.slug].end)
    best = min((match.how for match in living.values()), default=How.NEAR + 1)
    for match in _in_order(ended, lookups):
        if match.how < best:
            for slug in lookups.living_successors(match.slug):
                better = Match(slug, match.how, _DERIVED, match.name)
                held = living.get(slug)
                if held is None or (better.how, better.rank) < (held.how, held.rank):
                    living[slug] = better
    return tuple(living.values()), ended


def _serving(living: Sequence[Match], places: Sequence[Match], lookups: Lookups) -> tuple[str, ...]:
    """Return who serves what was asked, where that is one area: by a council's name, else by a place's."""
    named = _exact(living)
    if not named and not _exact(places):
        named = tuple(living) if len(living) == 1 and not places else ()
    if not named:
        named_places = {lookups.places[int(match.slug)].slug for match in _exact(places)}
        return both_tiers(next(iter(named_places)), lookups.county_of) if len(named_places) == 1 else ()
    own = [match for match in named if match.rank < _DERIVED] or named
    return both_tiers(own[0].slug, lookups.county_of) if len(own) == 1 else ()


def _sure(
    text: str, slugs: Sequence[str], ended: Sequence[Match], places: Sequence[PlaceFound], lookups: Lookups
) -> bool:
    """Whether a text means one council that exists and nothing else, a district by more than its town."""
    if len(slugs) != 1 or ended or any(place.slug != slugs[0] for place in places):
        return False
    council = lookups.councils[slugs[0]]
    return not council.upper_tier or asked_of(text) == asked_of(council.name)


def _in_order(matches: Iterable[Match], lookups: Lookups | None = None) -> list[Match]:
    """Return matches best first; councils A to Z by their short names where ``lookups`` has them, places by
    their numbers, the best known first."""

    def key(match: Match) -> tuple[int, int, int, str]:
        if lookups is None:
            return (match.how, match.rank, int(match.slug), "")
        return (match.how, match.rank, 0, lookups.councils[match.slug].short_name.casefold())

    return sorted(matches, key=key)

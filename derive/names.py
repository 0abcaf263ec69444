"""A council's names: slug, short name, and the other names people and files know it by."""

import re
from collections.abc import Iterable

from dashboard.domain.slugs import slug_of

SMALL_WORDS = frozenset({"and", "of", "the", "on", "upon", "in", "with", "under", "le"})

NOT_A_NAME_OF_ONE = frozenset({"adur and worthing borough council"})
"""Listed as an alternate name of Worthing; it names two councils with one staff, so it finds neither."""

_MAP_SUFFIX = re.compile(r"\s+(UA|london boro)$", re.IGNORECASE)
_MAP_LABEL = re.compile(r"[^A-Z]+ (district|county)")


def short_name_of(nice_name: str, official_name: str) -> str:
    """Return the short name, from mySociety's "nice" name.

    A "County" or "Council" that was added only to tell namesakes apart goes (Dorset County), as
    does a "City of" that the official name does not have (City of Bristol), and the dot of "St.".
    """
    name = nice_name.replace("St. ", "St ")
    name = name.removesuffix(" County").removesuffix(" Council")
    return name if name in official_name else name.removeprefix("City of ")


def other_names_of(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are neither among ``known`` nor another spelling of one kept, A to Z.

    Spellings that differ only in case, punctuation or "&" are one name, and the one with capitals is
    kept. Labels from map files (``Derby UA``, ``brent london boro``, ``barnet district``) are cut
    back to the name or left out; a name all in small letters is given its capitals.
    """
    kept: dict[str, str] = {}
    taken = {slug_of(name) for name in known}
    for name in sorted(names, key=lambda name: (name.islower(), name)):
        if name.casefold() in NOT_A_NAME_OF_ONE or _MAP_LABEL.fullmatch(name):
            continue
        cut = _MAP_SUFFIX.sub("", name).strip()
        key = slug_of(cut)
        if key and key not in taken:
            kept.setdefault(key, _capitalised(cut))
    return tuple(sorted(kept.values()))


def _capitalised(name: str) -> str:
    if not name.islower():
        return name
    words = re.split(r"([ -])", name)
    return "".join(
        word
        if word in SMALL_WORDS and place
        else word.upper()
        if word == "mdc"
        else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    )

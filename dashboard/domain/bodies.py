"""Bodies the Ombudsman has to do with that are no council, by kind: the one rule of what is none.

Its tables have rows of some, on no map here; its decisions are about many more. Care providers are private,
and some bear a person’s name: what is left out of a list is counted by its kind, and no name is kept.
A person may say of further names that they are no council's (``names accept TEXT off-the-map``).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of body: what several are called, names that one has, words that its name ends with, and words
    that stand anywhere in it. As ``_words`` writes them."""

    one: str
    several: str
    names: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def holds(self, name: str) -> bool:
        """Say whether a name, as ``_words`` writes it, is of this kind."""
        return (
            name in self.names
            or any(name.endswith(f" {ending}") for ending in self.endings)
            or any(f" {words} " in f" {name} " for words in self.words)
        )


NO_COUNCIL = "no council"
"""Why a row of a list is left out; what is kept of it is then the kind of body, and never its name."""
OTHER_BODY = "other body"
"""The kind of a body that is known to be no council, and is of none of the others."""

_KINDS = (
    _Kind(
        "NHS body",
        "NHS bodies",
        endings=("care trust", "health trust"),
        words=(
            *("nhs", "icb", "ccg", "integrated care board", "clinical commissioning group"),
            *("foundation trust", "hospital trust", "hospitals trust", "healthcare trust", "ambulance trust"),
        ),
    ),
    _Kind(
        "care provider or other company",
        "care providers or other companies",
        names=("adult social care providers",),
        endings=("inc",),
        words=(
            *("limited", "ltd", "llp", "plc", "cic", "aka", "t a", "trading as"),
            *("care home", "care homes", "nursing home", "nursing homes", "home care", "homecare"),
            *("mr", "mrs", "ms", "miss", "dr"),
        ),
    ),
    _Kind(
        "national park authority",
        "national park authorities",
        words=("national park", "broads authority", "regional park authority", "country park authority"),
    ),
    _Kind("drainage board", "drainage boards", words=("drainage board", "idb")),
    _Kind(
        "transport body",
        "transport bodies",
        names=("merseytravel", "nexus", "tfl"),
        endings=("transport body",),
        words=("transport for", "passenger transport", "integrated transport"),
    ),
    _Kind("police or fire body", "police or fire bodies", words=("police", "fire", "constabulary")),
    _Kind(
        "combined authority",
        "combined authorities",
        words=("combined authority", "combined county authority", "greater london authority", "mayor of"),
    ),
    _Kind(
        "government body",
        "government bodies",
        words=("environment agency", "natural england", "homes england", "historic england"),
    ),
    _Kind(
        "school or academy",
        "schools or academies",
        endings=("board of governors",),
        words=("school", "academy", "academies", "admission appeal", "admission appeals"),
    ),
    _Kind("housing association", "housing associations", words=("housing association", "homes trust")),
    _Kind(
        "town or parish council",
        "town or parish councils",
        words=("town council", "parish council"),
        endings=("community council",),
    ),
    _Kind(
        OTHER_BODY,
        "other bodies",
        names=(
            *("london councils", "traffic penalty tribunal", "london tribunals", "patrol"),
            *("cheshire west and chester and cheshire east", "gangmasters and labour abuse authority"),
            *("other bodies", "other authorities", "unknown", "not known", "not an authority"),
        ),
        endings=(
            *("waste authority", "waste disposal authority", "development corporation", "pension fund"),
            *(
                "joint committee",
                "joint planning unit",
                "port health authority",
                "conservation board",
                "trust",
            ),
        ),
    ),
)
_APOSTROPHES = re.compile("['’‘`´]")
_BETWEEN_WORDS = re.compile(r"[^0-9a-z]+")


def body_kind(name: str) -> str | None:
    """Return what kind of body a name says it is; None where it says none of these.

    A name is one of these only when no council is called so: ask for the council first.

    >>> body_kind("Anytown NHS Trust"), body_kind("Blackpool Borough Council")
    ('NHS body', None)
    """
    words = _words(name)
    return next((kind.one for kind in _KINDS if kind.holds(words)), None)


def bodies_counted(kind: str, number: int) -> str:
    """Say how many bodies of a kind: "1 NHS body", "3 care providers or other companies"."""
    several = next((known.several for known in _KINDS if known.one == kind), f"{kind}s")
    return f"{number:,} {kind if number == 1 else several}"


def _words(name: str) -> str:
    plain = _APOSTROPHES.sub("", name.casefold().replace("&", " and "))
    return _BETWEEN_WORDS.sub(" ", plain).strip().removeprefix("the ")

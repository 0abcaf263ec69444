"""Bodies the Ombudsman decides about that are no council, by kind.

A list of decisions names them beside councils. Care providers are private, and some bear a person's name:
what is left out is counted by its kind, and no name of one is kept or repeated.
"""

import re

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "NHS body",
        r"\bnhs\b|\bicb\b|integrated care board|clinical commissioning group|\bccg\b"
        r"|(foundation|hospitals?|healthcare|ambulance) trust",
    ),
    (
        "care provider or other company",
        r"\b(limited|ltd|llp|plc|cic|aka|t/a|trading as|inc)\b|care homes?\b|nursing homes?\b|home ?care\b"
        r"|\b(mr|mrs|ms|miss|dr)\b",
    ),
    ("national park authority", r"national park|broads authority"),
    ("drainage board", r"drainage board"),
    ("transport body", r"transport for |passenger transport|integrated transport"),
    ("police or fire body", r"\bpolice\b|\bfire\b"),
    ("combined authority", r"combined (county )?authority|greater london authority|mayor of"),
    ("government body", r"environment agency|natural england|homes england|historic england"),
    ("school or academy", r"\bschool\b|\bacademy\b|\bacademies\b|admission appeals?"),
    ("housing association", r"housing association|\bhomes trust\b"),
    ("town or parish council", r"\b(town|parish) council\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
NO_COUNCIL = "no council"
"""Why a row of a list is left out; what is kept of it is then the kind of body, and never its name."""
OTHER_BODY = "other body"
"""The kind of a body that is known to be no council, and is of none of the others."""

_SEVERAL = {
    "NHS body": "NHS bodies",
    "care provider or other company": "care providers or other companies",
    "national park authority": "national park authorities",
    "transport body": "transport bodies",
    "police or fire body": "police or fire bodies",
    "combined authority": "combined authorities",
    "government body": "government bodies",
    "school or academy": "schools or academies",
    OTHER_BODY: "other bodies",
}


def body_kind(name: str) -> str | None:
    """Return what kind of body a name says it is; None where it says none of these.

    A name is one of these only when no council is called so: ask for the council first.
    """
    text = " ".join(name.casefold().split())
    return next((kind for kind, pattern in _PATTERNS if pattern.search(text)), None)


def bodies_counted(kind: str, number: int) -> str:
    """Say how many bodies of a kind: "1 NHS body", "3 care providers or other companies"."""
    return f"{number:,} {kind if number == 1 else _SEVERAL.get(kind, f'{kind}s')}"

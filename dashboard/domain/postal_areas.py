"""Which nation or island a postcode's beginning lies in, by the official postcode areas of the Royal Mail.

An area is the letters a postcode begins with. Most lie in one nation whole; of those that cross a border the
districts beyond it are named here, and what straddles it is for the postcodes held to say.
"""

import re
from enum import StrEnum
from itertools import takewhile


class Elsewhere(StrEnum):
    """Where a postcode may be that is in no council of England."""

    SCOTLAND = "Scotland"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"
    ISLE_OF_MAN = "the Isle of Man"
    JERSEY = "Jersey"
    GUERNSEY = "Guernsey"
    GIBRALTAR = "Gibraltar"
    OVERSEAS = "a British Overseas Territory"
    FORCES = "British Forces"
    NO_PLACE = "no place"


_WHOLE: dict[str, Elsewhere] = {
    **dict.fromkeys(("AB", "DD", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY"), Elsewhere.SCOTLAND),
    **dict.fromkeys(("ML", "PA", "PH", "ZE"), Elsewhere.SCOTLAND),
    **dict.fromkeys(("CF", "SA"), Elsewhere.WALES),
    "BT": Elsewhere.NORTHERN_IRELAND,
    "IM": Elsewhere.ISLE_OF_MAN,
    "JE": Elsewhere.JERSEY,
    "GY": Elsewhere.GUERNSEY,
    "GX": Elsewhere.GIBRALTAR,
    "BF": Elsewhere.FORCES,
    **dict.fromkeys(("BX", "XX"), Elsewhere.NO_PLACE),
}
_BUT_FOR_ITS_EDGE: dict[str, Elsewhere] = {
    **dict.fromkeys(("DG", "TD"), Elsewhere.SCOTLAND),
    **dict.fromkeys(("LD", "LL", "NP"), Elsewhere.WALES),
}
"""Areas beyond the border of which only some postcodes, all of them held, lie in England."""
_DISTRICTS: dict[str, Elsewhere] = dict.fromkeys(
    (
        *(f"CH{number}" for number in (5, 6, 7, 8)),
        *(f"SY{number}" for number in (16, 17, 18, 19, 20, 23, 24, 25)),
    ),
    Elsewhere.WALES,
)
"""Districts beyond the border of areas that lie mostly in England."""

_ENGLISH: frozenset[str] = frozenset().union(
    ("AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "CA", "CB", "CH", "CM"),
    ("CO", "CR", "CT", "CV", "CW", "DA", "DE", "DH", "DL", "DN", "DT", "DY", "E", "EC"),
    ("EN", "EX", "FY", "GL", "GU", "HA", "HD", "HG", "HP", "HR", "HU", "HX", "IG", "IP"),
    ("KT", "L", "LA", "LE", "LN", "LS", "LU", "M", "ME", "MK", "N", "NE", "NG", "NN"),
    ("NR", "NW", "OL", "OX", "PE", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SE", "SG"),
    ("SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TF", "TN"),
    ("TQ", "TR", "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV"),
    ("YO",),
)
AREAS = _ENGLISH | _WHOLE.keys() | _BUT_FOR_ITS_EDGE.keys()
"""Every area there is, and three that post goes by without being one (BF, BX, XX)."""

_FORCES_NUMBER = re.compile(r"B\.?F\.?P\.?O\.?\s*\d{1,4}", re.IGNORECASE | re.ASCII)
_OVERSEAS = re.compile(r"(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)\s*1ZZ", re.IGNORECASE)
_GIRO = re.compile(r"GIR\s*0AA", re.IGNORECASE)


def area_of(outcode: str) -> str:
    """Return the letters an outcode begins with.

    >>> area_of("SW1A")
    'SW'
    """
    return "".join(takewhile(str.isalpha, outcode))


def elsewhere(outcode: str) -> Elsewhere | None:
    """Return where an outcode lies of which no postcode is held; None where it may be in England."""
    area = area_of(outcode)
    return _WHOLE.get(area) or _BUT_FOR_ITS_EDGE.get(area) or _DISTRICTS.get(outcode)


def written_otherwise(text: str) -> Elsewhere | None:
    """Return what a text means that is written unlike other postcodes: ``BFPO 57``, ``FIQQ 1ZZ``."""
    for pattern, place in (
        (_FORCES_NUMBER, Elsewhere.FORCES),
        (_OVERSEAS, Elsewhere.OVERSEAS),
        (_GIRO, Elsewhere.NO_PLACE),
    ):
        if pattern.fullmatch(text.strip()):
            return place
    return None

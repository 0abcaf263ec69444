"""Folding names so that two spellings of one name meet: case, accents, punctuation, “&”, “St.”."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`´]")
_OTHER = re.compile(r"[^0-9a-z]+")
_COMMON = frozenset(
    {"council", "borough", "city", "county", "district", "metropolitan", "unitary"}
    | {"authority", "royal", "london", "of", "the", "and"}
    | {"bc", "cbc", "cc", "dc", "lb", "lbc", "mbc", "mdc", "rb", "rbc", "ua"}
)
"""Words, and initials of words, that many councils' names have."""

_FEWEST_INITIALS = 3  # Two letters are the initials of too many.
_SMALL = frozenset({"of", "the", "and", "upon", "on", "in"})
_WRITTEN_OUT = {
    **{"beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire"},
    **{"derbys": "derbyshire", "glos": "gloucestershire", "gloucs": "gloucestershire", "hants": "hampshire"},
    **{"herts": "hertfordshire", "lancs": "lancashire", "leics": "leicestershire", "lincs": "lincolnshire"},
    **{"northants": "northamptonshire", "notts": "nottinghamshire", "oxon": "oxfordshire"},
    **{"salop": "shropshire", "staffs": "staffordshire", "warks": "warwickshire", "wilts": "wiltshire"},
    **{"worcs": "worcestershire", "yorks": "yorkshire", "co": "county", "gt": "great", "gtr": "greater"},
}
_COMPASS = {
    **{"n": "north", "s": "south", "e": "east", "w": "west"},
    **{"ne": "north east", "nw": "north west", "se": "south east", "sw": "south west"},
}
_ONE_SPELLING = {"saint": "st", "upon": "on"}
_KNOWN_AS = {
    "b and nes": "bath and north east somerset",
    "banes": "bath and north east somerset",
    "bnes": "bath and north east somerset",
    "boro": "middlesbrough",
    "brum": "birmingham",
    "iow": "isle of wight",
    "mk": "milton keynes",
    "pompey": "portsmouth",
    "soton": "southampton",
    "wolves": "wolverhampton",
}
"""What people call councils that is neither a part of a name nor its initials, folded."""


def folded(text: str) -> str:
    """Return the text in lower-case ASCII words, one space apart; “&” is “and”.

    >>> folded("King’s Lynn & West Norfolk")
    'kings lynn and west norfolk'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _OTHER.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def telling(name: str) -> str:
    """Return the words of a folded name that tell councils apart; all of them when none do.

    >>> telling("city of london corporation")
    'corporation'
    """
    words = [word for word in name.split() if word not in _COMMON]
    return " ".join(words) or name


def expanded(name: str) -> str:
    """Return a folded name with short forms written out: of counties, of the compass, of "great".

    A letter or two of the compass are its short form only before another word.

    >>> expanded("n herts district council")
    'north hertfordshire district council'
    """
    words = name.split()
    last = len(words) - 1
    return " ".join(
        _COMPASS[word] if word in _COMPASS and place < last else _WRITTEN_OUT.get(word, word)
        for place, word in enumerate(words)
    )


def one_spelling(name: str) -> str:
    """Return a folded name as names are compared: written out, "saint" as "st", "upon" as "on".

    What is known by another name altogether is given that: "brum" is "birmingham".

    >>> one_spelling("newcastle upon tyne")
    'newcastle on tyne'
    """
    bare = " ".join(word for word in name.split() if word not in _COMMON) or name
    whole = expanded(_KNOWN_AS.get(name) or _KNOWN_AS.get(bare) or name)
    return " ".join(_ONE_SPELLING.get(word, word) for word in whole.split())


def initials(name: str) -> frozenset[str]:
    """Return the initials a council is known by: of its telling words, and of all but the small ones.

    >>> sorted(initials("bournemouth christchurch and poole council"))
    ['bcp', 'bcpc']
    """
    words = [word for word in name.split() if word not in _SMALL]
    forms = (words, [word for word in words if word not in _COMMON])
    return frozenset("".join(word[0] for word in form) for form in forms if len(form) >= _FEWEST_INITIALS)

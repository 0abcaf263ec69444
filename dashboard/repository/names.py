"""Folding names so that two spellings of one name meet: case, accents, punctuation, “&”, “St.”."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`´]")
_OTHER = re.compile(r"[^0-9a-z]+")
_COMMON = frozenset(
    {"council", "borough", "city", "county", "district", "metropolitan", "unitary"}
    | {"authority", "royal", "london", "of", "the", "and"}
)

_FEWEST_INITIALS = 3  # Two letters are the initials of too many.
_SMALL = frozenset({"of", "the", "and", "upon", "on", "in"})
_SHORT_COUNTIES = {
    **{"beds": "bedfordshire", "berks": "berkshire", "bucks": "buckinghamshire", "cambs": "cambridgeshire"},
    **{"derbys": "derbyshire", "glos": "gloucestershire", "gloucs": "gloucestershire", "hants": "hampshire"},
    **{"herts": "hertfordshire", "lancs": "lancashire", "leics": "leicestershire", "lincs": "lincolnshire"},
    **{"northants": "northamptonshire", "notts": "nottinghamshire", "oxon": "oxfordshire"},
    **{"salop": "shropshire", "staffs": "staffordshire", "warks": "warwickshire", "wilts": "wiltshire"},
    **{"worcs": "worcestershire", "yorks": "yorkshire"},
}


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
    """Return a folded name with the usual short forms of counties written out.

    >>> expanded("herts county council")
    'hertfordshire county council'
    """
    return " ".join(_SHORT_COUNTIES.get(word, word) for word in name.split())


def initials(name: str) -> frozenset[str]:
    """Return the initials a council is known by: of its telling words, and of all but the small ones.

    >>> sorted(initials("bournemouth christchurch and poole council"))
    ['bcp', 'bcpc']
    """
    words = [word for word in name.split() if word not in _SMALL]
    forms = (words, [word for word in words if word not in _COMMON])
    return frozenset("".join(word[0] for word in form) for form in forms if len(form) >= _FEWEST_INITIALS)

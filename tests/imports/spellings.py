"""How a council’s name is written when it is not written in full: twenty-five spellings of each.

Made from the official name alone, by rules of their own, so that they say nothing of how names are found.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

SPELLINGS = 25

_PATTERNS = (
    (r"London Borough of (.+)", "London Borough", "LB"),
    (r"Royal Borough of (.+)", "Royal Borough", "RB"),
    (r"City of (.+) Metropolitan District Council", "Metropolitan District", "MDC"),
    (r"City of (.+) Council", "City", "CC"),
    (r"City of (Westminster)", "City", "CC"),
    (r"(City of London) Corporation", "", ""),
    (r"Borough Council of (.+)", "Borough", "BC"),
    (r"Council of the (Isles of Scilly)", "", ""),
    (r"(.+) City and District Council", "City and District", ""),
    (r"(.+) Metropolitan Borough Council", "Metropolitan Borough", "MBC"),
    (r"(.+) Metropolitan District Council", "Metropolitan District", "MDC"),
    (r"(.+) Borough Council", "Borough", "BC"),
    (r"(.+) District Council", "District", "DC"),
    (r"(.+) City Council", "City", "CC"),
    (r"(.+) County Council", "County", "CC"),
    (r"(.+) Council", "", ""),
)


@dataclass(frozen=True, slots=True)
class Name:
    """An official name taken apart: ``place``, what sort of place it is (may be empty), and the letters
    that stand for that sort of council."""

    official: str
    slug: str
    place: str
    sort: str
    letters: str

    @property
    def short(self) -> str:
        """The usual short form: ``Bolton MBC``, ``LB of Camden``; empty where there is none."""
        if self.letters in {"LB", "RB"}:
            return f"{self.letters} of {self.place}"
        return f"{self.place} {self.letters}" if self.letters else ""


def name_of(official: str, slug: str) -> Name:
    """Take an official name apart. Raises ValueError for one that is like no other."""
    for pattern, sort, letters in _PATTERNS:
        found = re.fullmatch(pattern, official)
        if found is not None:
            return Name(official, slug, found[1], sort, letters)
    raise ValueError(official)


def _is_city_of(name: Name) -> bool:
    return name.sort != "" and name.official.startswith("City of ")


Form = Callable[[Name], str]
"""Writes a name in one way; empty where the way does not fit it."""

FORMS: dict[str, Form] = {
    "official": lambda n: n.official,
    "plain": lambda n: n.place,
    "letters": lambda n: n.short,
    "letters, small": lambda n: n.short.lower(),
    "letters, dotted": lambda n: n.short.replace(n.letters, ".".join(n.letters) + ".") if n.letters else "",
    "& for and": lambda n: n.official.replace(" and ", " & ") if " and " in n.official else "",
    "and for &": lambda n: n.official.replace("&", "and") if "&" in n.official else "",
    "plain with &": lambda n: n.place.replace(" and ", " & ") if " and " in n.place else "",
    "apostrophe": lambda n: n.official.replace("Kings ", "King's ") if "Kings " in n.official else "",
    "curly apostrophe": lambda n: n.place.replace("Kings ", "King’s ") if "Kings " in n.place else "",
    "Saint": lambda n: re.sub(r"\bSt\b", "Saint", n.official) if re.search(r"\bSt\b", n.official) else "",
    "St.": lambda n: re.sub(r"\bSt\b", "St.", n.official) if re.search(r"\bSt\b", n.official) else "",
    "hyphens as spaces": lambda n: n.official.replace("-", " ") if "-" in n.official else "",
    "City Council of a City of": lambda n: f"{n.place} City Council" if _is_city_of(n) else "",
    "new city": lambda n: f"{n.place} City Council" if n.slug in NEW_CITIES else "",
    "new city, letters": lambda n: f"{n.place} CC" if n.slug in NEW_CITIES else "",
    "place and Council": lambda n: f"{n.place} Council",
    "sort of place": lambda n: f"{n.sort} of {n.place}" if n.sort and n.sort != "County" else "",
    "Council of the sort of place": lambda n: f"Council of the {n.sort} of {n.place}" if n.sort else "",
    "Council of the place": lambda n: f"Council of {n.place}" if not n.sort else "",
    "inverted": lambda n: f"{n.place}, {n.sort} of" if n.sort in {"City", "London Borough"} else "",
    "without Council": lambda n: n.official.removesuffix(" Council"),
    "capitals": lambda n: n.official.upper(),
    "small letters": lambda n: n.official.lower(),
    "plain, capitals": lambda n: n.place.upper(),
    "plain, small letters": lambda n: n.place.lower(),
    "two spaces": lambda n: n.official.replace(" ", "  "),
    "hard spaces": lambda n: n.official.replace(" ", "\u00a0"),
    "spaces around": lambda n: f"  {n.official} ",
    "the article": lambda n: f"The {n.official}",
    "a note": lambda n: f"{n.official} (note 1)",
    "a note in brackets": lambda n: f"{n.official} [note 2]",
    "plain and a note": lambda n: f"{n.place} (note 1)",
    "a star": lambda n: f"{n.official}*",
    "a raised digit": lambda n: f"{n.official}¹",
    "a dagger": lambda n: f"{n.official} †",
    "plain and a star": lambda n: f"{n.place} *",
    "plain and a note in brackets": lambda n: f"{n.place} [note 3]",
    "a stop": lambda n: f"{n.official}.",
    "a line end": lambda n: n.official.replace(" Council", "\nCouncil"),
    "quoted": lambda n: f"“{n.official}”",
    "its address": lambda n: n.slug,
    "plain and a raised digit": lambda n: f"{n.place}²",
    "a note to be seen": lambda n: f"{n.official} [note 12]",
    "plain, spaces around": lambda n: f" {n.place}  ",
    "capitals and a star": lambda n: f"{n.official.upper()}*",
}
NEW_CITIES = {
    "colchester-city-council",
    "milton-keynes-city-council",
    "southend-on-sea-city-council",
    "city-of-doncaster-council",
}
"""Cities since 2022."""


def spellings(name: Name) -> Iterator[tuple[str, str]]:
    """Give twenty-five spellings of a name, each with its form; no two of them alike."""
    texts: dict[str, str] = {}
    for form, write in FORMS.items():
        text = write(name)
        if text:
            texts.setdefault(text, form)
    return ((form, text) for text, form in islice(texts.items(), SPELLINGS))

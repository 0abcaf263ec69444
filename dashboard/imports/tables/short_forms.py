"""Councils by the usual forms of their names: what sort of council, before or after its place, or in letters.

A form is a place and the sorts of council it may mean: “Bolton MBC”, “LB of Camden”, “York City Council”,
“Camden, London Borough of”. It means a council whose place is the same, to the word, and that is of such a
sort; so “Nottingham County Council” and “Kent MBC” mean none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.names import folded
from dashboard.repository.records import Council

_SORTS = (
    *("london borough", "royal borough", "metropolitan borough", "metropolitan district"),
    *("city and district", "borough", "district", "county", "city"),
)
_SORT = "|".join(_SORTS)
_BEFORE = re.compile(rf"(?:council of )?(?:the )?({_SORT})(?: council)? of (?:the )?(.+)")
_AFTER = re.compile(rf"(.+?) ({_SORT})(?: of)?")
_LETTERS = {
    **{"mbc": ("metropolitan borough",), "mdc": ("metropolitan district",), "bc": ("borough",)},
    **{"dc": ("district",), "cc": ("city", "county"), "lbc": ("london borough",)},
}
_LETTERS_BEFORE = {"lb": ("london borough",), "rb": ("royal borough",)}
_LETTERS_OF = re.compile(r"(lb|rb)(?: of)? (.+)")
_SPELT_LETTERS = re.compile(r"\b(?:[a-z] ){1,3}[a-z]$|^[a-z](?: [a-z])+\b")
_WRITTEN_OUT = {
    **{"saint": "st", "dist": "district", "boro": "borough", "bor": "borough"},
    **{"met": "metropolitan", "metro": "metropolitan"},
}
_COUNCIL_OF = re.compile(r"^council of (?:the )?")
_SORTS_OF = {
    AuthorityType.METROPOLITAN: ("metropolitan borough", "metropolitan district"),
    AuthorityType.LONDON: ("london borough", "borough"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A name taken apart: its place, and the sorts of council it says; none of them where it says none."""

    place: str
    sorts: frozenset[str]


def form_of(text: str) -> Form | None:
    """Take a name apart; None for what has no place.

    >>> form_of("Bolton M.B.C.")
    Form(place='bolton', sorts=frozenset({'metropolitan borough'}))
    """
    name = folded(text).removeprefix("the ").removesuffix(" council")
    name = _SPELT_LETTERS.sub(lambda found: found[0].replace(" ", ""), name)
    name = " ".join(_WRITTEN_OUT.get(word, word) for word in name.split())
    if name.endswith("corporation"):
        return Form(name.removesuffix(" corporation"), frozenset())
    if found := _LETTERS_OF.fullmatch(name):
        return Form(found[2], frozenset(_LETTERS_BEFORE[found[1]]))
    place, _, last = name.rpartition(" ")
    if place and last in _LETTERS:
        return Form(place, frozenset(_LETTERS[last]))
    if found := _BEFORE.fullmatch(name):
        also = _AFTER.fullmatch(found[2])
        return (
            Form(also[1], frozenset({found[1], also[2]})) if also else Form(found[2], frozenset({found[1]}))
        )
    if found := _AFTER.fullmatch(name):
        return Form(found[1], frozenset({found[2]}))
    place = _COUNCIL_OF.sub("", name)
    return Form(place, frozenset()) if place and place not in _SORTS else None


class ShortForms:
    """The forms that the councils of a register are known by."""

    def __init__(self, councils: Iterable[Council]) -> None:
        self._sorts: dict[str, dict[str, set[str]]] = {}
        self._plain: dict[str, set[str]] = {}
        for council in councils:
            for place, sorts in _own(council):
                self._sorts.setdefault(place, {}).setdefault(council.slug, set()).update(sorts)
        beginnings = {place.rpartition(" ")[0] for place in self._beginnings()}
        for council in councils:
            short = {folded(council.short_name)}
            stripped = {place for place, _ in _own(council) if place not in beginnings}
            for place in short | stripped:
                self._plain.setdefault(place, set()).add(council.slug)

    def find(self, text: str) -> frozenset[str]:
        """Return the slugs of all councils, of whatever time, that a text may mean."""
        form = form_of(text)
        for place in (_COUNCIL_OF.sub("", folded(text)), form.place if form and not form.sorts else ""):
            if place in self._plain:
                return frozenset(self._plain[place])
        if form is None:
            return frozenset()
        known = self._sorts.get(form.place, {})
        return frozenset(slug for slug, sorts in known.items() if sorts & form.sorts)

    def may_be(self, form: Form, slug: str) -> bool:
        """Say whether a council may be of the sort that a name says, whatever its place."""
        return not form.sorts or any(
            form.sorts & known[slug] for known in self._sorts.values() if slug in known
        )

    def _beginnings(self) -> Iterator[str]:
        """Give each place cut after each of its words: “newcastle under”, “newcastle under lyme”."""
        for place in self._sorts:
            words = place.split()
            for number in range(2, len(words) + 1):
                yield " ".join(words[:number])


def _own(council: Council) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each place a council is named by, and the sorts it may be called there."""
    if folded(council.name).endswith("corporation"):
        return  # the City of London is no borough, and London is none at all
    more = set(_SORTS_OF.get(council.type, ()))
    for name in (council.name, council.short_name, *council.other_names):
        form = form_of(name)
        if form is None:
            continue
        sorts = set(form.sorts)
        if not sorts and council.type is AuthorityType.DISTRICT and name == council.name:
            sorts.add("district")
        if "city and district" in sorts:
            sorts |= {"city", "district"}
        yield form.place, frozenset(sorts | more)

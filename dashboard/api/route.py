"""One route of the API: its path, what it is asked, what an item of it is, and who answers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.addresses.links import Links
from dashboard.api.fields import Field
from dashboard.api.parameters import FORMAT, PAGE, RELEASE, SIZE, Parameter, sort
from dashboard.repository.catalogue import Catalogue
from dashboard.repository.interface import Repository

BASE = "/api/v1"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked, read.

    ``parts`` of the path by name; ``values`` of the parameters that were given or have a default, of those
    that take several as tuples. ``release`` is the name asked for, or None.
    """

    parts: Mapping[str, str]
    values: Mapping[str, Any]
    repository: Repository
    catalogue: Callable[[], Catalogue]
    release: str | None

    @property
    def links(self) -> Links:
        """The addresses that keep the release asked for."""
        return Links(self.release)

    @property
    def page(self) -> int:
        """The page of the list, from 1."""
        return int(self.values.get(PAGE.name, 1))

    @property
    def size(self) -> int:
        """Items of a page."""
        return int(self.values.get(SIZE.name, 1))

    def several(self, name: str) -> tuple[Any, ...]:
        """Return the values of a parameter that takes several; none where it is not given."""
        return tuple(self.values.get(name, ()))


@dataclass(frozen=True, slots=True)
class Found:
    """What a route found. ``records`` are all that is asked for, or where ``total`` is told the page of it.

    ``notes`` are sentences that must be read with it.
    """

    records: Sequence[Any]
    total: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """One route. ``path`` is below the base, with ``{names}`` of its parts, each explained in ``parts``.

    ``parts`` have an example, too. A list has a usual order, ``sorted_by``; ``one``: the answer is one item.

    ``by_itself``: the route sorts and cuts pages itself. ``private``: what is asked says where somebody
    lives, so no answer is kept anywhere.
    """

    path: str
    title: str
    meaning: str
    fields: Sequence[Field]
    answer: Callable[[Request], Found]
    asked: Sequence[Parameter] = ()
    parts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    one: bool = False
    sorted_by: str = ""
    by_itself: bool = False
    private: bool = False
    example: str = ""

    @property
    def address(self) -> str:
        """The whole path, with its names."""
        return f"{BASE}{self.path}"

    @property
    def rule(self) -> str:
        """The path as Flask has it."""
        return re.sub(r"{(\w+)}", r"<\1>", self.address)

    @property
    def name(self) -> str:
        """The route in one word, for schemas and anchors: ``councils``, ``councils_council``."""
        return "_".join(re.findall(r"\w+", self.path)) or "index"

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Everything it may be asked."""
        if self.one:
            return (*self.asked, RELEASE, FORMAT)
        sorts = [each.name for each in self.fields if each.sorts]
        order = (sort(sorts, self.sorted_by),) if sorts else ()
        return (*self.asked, *order, PAGE, SIZE, RELEASE, FORMAT)

    @property
    def live_example(self) -> str:
        """An address of it that answers in most releases."""
        return self.example_of({})

    def example_of(self, held: Mapping[str, str]) -> str:
        """Return an address that a release answers in which the parts of ``held`` are."""
        path = re.sub(r"{(\w+)}", lambda found: held.get(found[1], self.parts[found[1]][1]), self.address)
        return f"{path}{self.example}"

"""A long list that is read a year at a time: of a page only the years that it has something of."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Item = TypeVar("Item")


class ByYear(Sequence[Item], Generic[Item]):
    """Items in the order of years. ``counts`` says how many each has; ``read`` returns those of one."""

    def __init__(self, counts: Sequence[tuple[str, int]], read: Callable[[str], Sequence[Item]]) -> None:
        self._counts = counts
        self._read = read

    def __len__(self) -> int:
        return sum(count for _, count in self._counts)

    def __iter__(self) -> Iterator[Item]:
        for year, _ in self._counts:
            yield from self._read(year)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        """Return the items of a slice in steps of one, or one item."""
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _ = place.indices(len(self))
        found: list[Item] = []
        begins = 0
        for year, count in self._counts:
            if max(begins, start) < min(begins + count, stop):
                found += self._read(year)[max(start - begins, 0) : stop - begins]
            begins += count
        return found

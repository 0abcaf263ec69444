"""What pages may ask of what is to be watched in a release."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from dashboard.repository.watch_records import WatchAsked, WatchCount, Watched, WatchPage, WatchScope


class Watch(Protocol):
    """The questions of a release, read only, worked out when it was built. No order is a ranking."""

    def years(self) -> Sequence[str]:
        """Return the years that are looked at: those the register is whole for, ascending."""
        ...

    def scope(self, year: str) -> WatchScope | None:
        """Return what there was to see in a year; None for another."""

    def counts(self, asked: WatchAsked) -> tuple[WatchCount, ...]:
        """Return how many questions of each sort are meant, in the order of the sorts, for those with any."""

    def questions(self, asked: WatchAsked, page: int = 1, *, size: int = 20) -> WatchPage:
        """Return a page of the questions that are meant."""

    def every_question(self, asked: WatchAsked) -> Iterator[Watched]:
        """Go through all questions that are meant."""

"""Reporting years: 1 April to 31 March, written 2023-24."""

import re
from datetime import date
from functools import lru_cache, total_ordering

_PATTERN = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@total_ordering
class ReportingYear:
    """A year from 1 April to 31 March.

    ``ReportingYear.parse("2023-24")`` is the year from April 2023; ``str`` prints it back.
    ``vintage`` is the calendar year whose list of councils applies (2019 for 2019-20), and
    ``population_year`` the mid-year estimate its rates are worked from (an inference from the
    printed rates: 2023-24 uses mid-2022).
    """

    __slots__ = ("start_year",)

    def __init__(self, start_year: int) -> None:
        self.start_year = start_year

    @classmethod
    @lru_cache(maxsize=256)  # the same few, thousands of times a page
    def parse(cls, text: str) -> "ReportingYear":
        """Read ``2023-24``. Raises ValueError naming the text when the form or the second part is wrong."""
        match = _PATTERN.fullmatch(text)
        if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
            raise ValueError(f"“{text}” is not a reporting year such as 2023-24")
        return cls(int(match[1]))

    @classmethod
    def of(cls, day: date) -> "ReportingYear":
        """Return the reporting year a day falls in."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def first_day(self) -> date:
        """1 April."""
        return date(self.start_year, 4, 1)

    @property
    def last_day(self) -> date:
        """31 March of the following calendar year."""
        return date(self.start_year + 1, 3, 31)

    @property
    def vintage(self) -> int:
        """The calendar year whose list of councils applies."""
        return self.start_year

    @property
    def population_year(self) -> int:
        """The mid-year population estimate used for rates: the one before the year starts."""
        return self.start_year - 1

    @property
    def words(self) -> str:
        """The year in words: "April 2023 to March 2024"."""
        return f"April {self.start_year} to March {self.start_year + 1}"

    def shifted(self, years: int) -> "ReportingYear":
        """Return the reporting year so many years later (or earlier, when negative)."""
        return ReportingYear(self.start_year + years)

    def __str__(self) -> str:
        return f"{self.start_year}-{(self.start_year + 1) % 100:02d}"

    def __repr__(self) -> str:
        return f"ReportingYear({self})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ReportingYear) and other.start_year == self.start_year

    def __lt__(self, other: "ReportingYear") -> bool:
        return self.start_year < other.start_year

    def __hash__(self) -> int:
        return hash(self.start_year)

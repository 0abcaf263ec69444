"""Which reporting year a text says it is of, in every spelling, and whether of one whole year."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from dashboard.domain.years import ReportingYear

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_FIRST, _LAST = 4, 3
"""The months a reporting year begins and ends in."""
_MARCH, _APRIL = r"mar(?:ch)?\b\.?", r"apr(?:il)?\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YY = r"(?:20)?(\d\d)(?!\d)"
_OF = r"(?:\b(?:financial |reporting )?(?:year|12 months|twelve months)\s(?:to|ended|ending)(?: on)?\s)?"
_TO = r"\s?(?:to|until|[-–—])\s?"
_SPELLINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 1 April 2024 to 31 March 2025, Apr 24 - Mar 25; 01/04/2024 - 31/03/2025
        rf"(?:\b0?1(?:st)?\s)?\b{_APRIL}\s?'?(?:20)?\d\d{_TO}(?:31(?:st)?\s)?{_MARCH}\s?'?{_YY}",
        rf"\b0?1[/.]0?4[/.](?:20)?\d\d{_TO}31[/.]0?3[/.]{_YY}",
        # FY24/25, FY 2024-25, FY25, FY2025
        rf"\bFY\s?(?:20)?\d\d\s?[-–/]\s?{_YY}",
        rf"\bFY\s?{_YY}(?!\s?[-–/]\s?\d)",
        # year to 31 March 2025, 31/03/2025, 2025-03-31
        rf"\b(?:year|12 months|twelve months) (?:to|ended|ending) {_MARCH}\s+'?{_YY}",
        rf"{_OF}(?:\b31(?:st)?|\bto|\bended|\bending|\bend of|[-–—])\s*{_MARCH}\s+'?{_YY}",
        rf"{_OF}\b31[/.-]0?3[/.-]{_YY}",
        r"\b20(\d\d)-03-31\b",
    )
)
"""Spellings that give the last two digits of the year a reporting year ends in."""
_PAIRS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(20\d\d)\s?(?:[-–—/_]|to)\s?((?:20)?\d\d|\d(?![-/.]?\d))(?!\d)",
        r"(?<![\d/.-])(1[3-9]|[2-9]\d)/(\d\d)(?![\d/.-])",
        r"(?<!\d)(20\d\d)(\d\d)(?!\d)",
    )
)
"""Spellings of both years: 2024-25, 2024/5, 24/25, 202425."""

_PARTS = re.compile(
    r"\bq(?:uarter)?s?\s?[1-4]\b|\bquarter(?:s|ly)?\b|\bhalf\b|\bhalves\b|\bmonthly\b|\bto date\b|\bytd\b"
    r"|\b(?:[1-9]|1[01]|three|six|nine|two|four|five|seven|eight|ten|eleven) months\b"
    r"|\bpart[- ]year\b|\bcalendar years?\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:[2-9]|two|three|four|five|six|ten|several)[- ]years?\b|\bcumulative\b"
    r"|\bsince (?:\w+ )?20\d\d(?![-/]\d)|\b20\d\d[-–/]\d\d\s?(?:to|and|until|[-–—])\s?20\d\d[-–/]\d\d\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(?<!\d)(20\d\d)\s?(?:[-–—/]|to)\s?(20\d\d)(?!\d)")
_RANGE = re.compile(
    rf"\b({_MONTH})\s?(?:'?(?:20)?\d\d)?{_TO}(?:{_DAY}\s)?({_MONTH})(?:\s?'?(?:20)?\d\d)?", re.IGNORECASE
)
_UNTIL = re.compile(
    rf"\b(?:to|until|ended|ending|up to)\s(?:{_DAY}\s)?({_MONTH})\s(20\d\d)"
    r"|\b(?:to|until|ended|ending|up to)\s\d{1,2}[/.](\d{1,2})[/.](20\d\d)",
    re.IGNORECASE,
)
_LONE = re.compile(r"(?<![\d£])(?<!\d[.,/-])(20[0-4]\d)(?![\d.,/-]?\d| act\b)", re.IGNORECASE)
_NO_YEAR = re.compile(
    rf"(?:\b(?:published|issued|updated|revised|printed|version|edition|©|copyright|mid|act|census|{_MONTH})"
    r"[^.;:]{0,20})$",
    re.IGNORECASE,
)
"""What before a number of a year says that it is the day of something else."""
_AT = re.compile(rf"\b(?:at|by)\s({_DAY})\s({_MONTH})\s(20\d\d)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def years_named(text: str) -> frozenset[str]:
    """Return the reporting years a text names.

    >>> sorted(years_named("1 April 2023 to 31 March 2024, unlike 2021/22, 20/21 or FY20"))
    ['2019-20', '2020-21', '2021-22', '2023-24']
    """
    return frozenset(year for _, _, year in _found(text))


def lone_years(text: str) -> frozenset[int]:
    """Return the years a text names by one number, and no reporting year with it; none of those that a text
    was published, printed or passed in.

    >>> sorted(lone_years("Complaints decided 2019")), sorted(lone_years("Published 22 July 2020; Act 1974"))
    ([2019], [])
    """
    if years_named(text):
        return frozenset()
    return frozenset(
        int(found[1]) for found in _LONE.finditer(text) if not _NO_YEAR.search(text[: found.start()])
    )


@lru_cache(maxsize=4096)
def without_year(text: str, year: str) -> str:
    """Return a text without all that only says it is of a reporting year.

    >>> without_year("Uphold rate (%) [2025/26]", "2025-26").split()
    ['Uphold', 'rate', '(%)', '[', ']']
    """
    if not any(letter.isdigit() for letter in text):
        return text
    for start, end, said in sorted(_found(text), reverse=True):
        if said == year:
            text = f"{text[:start]} {text[end:]}"
    return text


@lru_cache(maxsize=1024)
def part_said(text: str, year: str) -> str | None:
    """Return the words that say a text is of a part of a year, of several, or of one that is none of the
    Ombudsman's.

    A day beside “at” or “by” within the reporting year is one; a day of publication is not.

    >>> part_said("Decided April to September 2025", "2025-26")
    'April to September 2025'
    """
    if found := _PARTS.search(text) or _SEVERAL.search(text):
        return found[0]
    for found in _SPAN.finditer(text):
        if int(found[2]) - int(found[1]) != 1:
            return found[0]
    for found in _RANGE.finditer(text):
        if (_month(found[1]), _month(found[2])) != (_FIRST, _LAST):
            return found[0]
    for found in _UNTIL.finditer(text):
        month = _month(found[1]) if found[1] else int(found[3])
        if month != _LAST:
            return found[0]
    for found in _AT.finditer(text):
        day = _date(int(found[3]), _month(found[2]), int(re.sub(r"\D", "", found[1])))
        of = ReportingYear.parse(year)
        if day is not None and of.first_day <= day < of.last_day:
            return found[0]
    return None


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each place where a reporting year is named: first and last letter, and the year.

    A longer spelling comes first; what lies within one that was found is not given again.
    """
    taken: list[tuple[int, int]] = []
    for start, end, year in (*_ends(text), *_pairs(text)):
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            yield start, end, year


def _ends(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in _SPELLINGS:
        for found in pattern.finditer(text):
            yield *found.span(), str(ReportingYear(1999 + int(found[1])))


def _pairs(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in _PAIRS:
        for found in pattern.finditer(text):
            first, last = int(found[1][-2:]), found[2][-2:]
            if (first + 1) % 100 == int(last) or (len(last) == 1 and (first + 1) % 10 == int(last)):
                yield *found.span(), str(ReportingYear(2000 + first))


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""What an address of the API may be asked: every parameter there is, said once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from dashboard.addresses.query import LONGEST_NAME, LONGEST_WORDS, read_day
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.measures import in_files
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.repository.interface import Repository
from dashboard.words.left_out import years_held

MOST_ITEMS = 1_000
"""Items of a page at most."""
USUAL_ITEMS = 100
LAST_PAGE = 1_000_000
_YEAR = r"^\d{4}-\d{2}$"

Read = Callable[[str, Repository], object | None]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. ``schema`` is what one value of it is (JSON Schema); ``read`` returns what a text means
    in a release, or None where it means nothing there, and ``hint`` then says what would have been read.

    ``several``: values may be given with commas between them. ``default`` is what it is where it is not
    given, ``example`` a value that most releases have.
    """

    name: str
    meaning: str
    schema: dict[str, object]
    read: Read
    hint: Callable[[Repository], str]
    several: bool = False
    default: str = ""
    example: str = ""

    def told(self) -> dict[str, object]:
        """Return it as OpenAPI has it."""
        schema = dict(self.schema)
        if self.default:
            schema["default"] = int(self.default) if schema["type"] == "integer" else self.default
        if self.several:
            schema = {"type": "array", "items": schema, "minItems": 1}
        told: dict[str, object] = {
            "name": self.name,
            "in": "query",
            "description": self.meaning,
            "schema": schema,
        }
        if self.several:
            told |= {"style": "form", "explode": False}
        if self.example:
            one = int(self.example) if self.schema["type"] == "integer" else self.example
            told["example"] = [one] if self.several else one
        return told


def chosen(
    name: str, meaning: str, values: Iterable[str], *, several: bool = False, default: str = ""
) -> Parameter:
    """Return a parameter that is one of some values, or several of them."""
    known = tuple(values)
    return Parameter(
        name,
        meaning,
        {"type": "string", "enum": list(known)},
        lambda text, _: text if text in known else None,
        lambda _: f"It is one of: {', '.join(known)}.",
        several=several,
        default=default,
        example=known[0],
    )


def of_kind(name: str, meaning: str, kind: type[StrEnum], *, several: bool = False) -> Parameter:
    """Return a parameter that is a member of an enumeration."""
    members = {member.value: member for member in kind}
    told = chosen(name, meaning, members, several=several)
    return Parameter(
        *(told.name, told.meaning, told.schema),
        lambda text, _: members.get(text),
        told.hint,
        several=several,
        example=told.example,
    )


def number(name: str, meaning: str, most: int, default: int) -> Parameter:
    """Return a parameter that is a whole number from 1."""

    def read(text: str, _: Repository) -> int | None:
        plain = text.isascii() and text.isdecimal() and len(text) <= len(str(most))
        return int(text) if plain and 1 <= int(text) <= most else None

    return Parameter(
        name,
        meaning,
        {"type": "integer", "minimum": 1, "maximum": most},
        read,
        lambda _: f"It is a whole number from 1 to {most}.",
        default=str(default),
        example=str(default),
    )


def words(name: str, meaning: str, longest: int, example: str) -> Parameter:
    """Return a parameter that is any text up to a length."""
    return Parameter(
        name,
        meaning,
        {"type": "string", "minLength": 1, "maxLength": longest},
        lambda text, _: text if len(text) <= longest else None,
        lambda _: f"It is a text of at most {longest} characters.",
        example=example,
    )


def of_year(name: str, meaning: str, *, several: bool = False) -> Parameter:
    """Return a parameter that is a year the release holds."""
    return Parameter(
        name,
        f"{meaning} Written 2023-24; a year that the release does not hold is refused.",
        {"type": "string", "pattern": _YEAR},
        lambda text, repository: text if text in case_years(repository) else None,
        lambda repository: years_held(case_years(repository)),
        several=several,
        example="2023-24",
    )


def day(name: str, meaning: str) -> Parameter:
    """Return a parameter that is a day."""
    return Parameter(
        name,
        meaning,
        {"type": "string", "format": "date"},
        lambda text, _: read_day(text),
        lambda _: "Days are written 2023-04-01.",
        example="2023-04-01",
    )


def case_years(repository: Repository) -> tuple[str, ...]:
    """Return the years that a release may be asked for, those of a list of decisions among them."""
    years, some = repository.release().years, repository.listed()
    return years if some is None else tuple(sorted({*years, *some.years()}))


def _flag(text: str, _: Repository) -> bool | None:
    return {"true": True}.get(text)


COUNCIL = Parameter(
    "council",
    "Councils, by slug or by any ONS code they ever had.",
    {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
    lambda text, repository: repository.slug_meant(text),
    lambda _: "Slugs and codes are at /api/v1/councils.",
    several=True,
    example="blackpool-borough-council",
)
YEAR = of_year("year", "Reporting years, 1 April to 31 March.", several=True)
LATEST_YEAR = of_year("year", "Reporting years; without it and without a council, the latest.", several=True)
ONE_YEAR = of_year("year", "Only councils that existed on its 1 April.")
TYPE = of_kind("type", "The type of council.", AuthorityType)
REGION = words("region", "The region of England, as councils have it.", LONGEST_NAME, "North West")
MEASURE = chosen("measure", "Measures, by id.", (m.id for m in in_files()), several=True)
SERVICE_OF = of_kind("category", "Categories of complaints received.", Category, several=True)

CASES = (
    words("q", "Words to be found in decisions, or references.", LONGEST_WORDS, "damp"),
    COUNCIL,
    TYPE,
    of_year("year", "The year of the decision."),
    of_year("received", "The year the complaint was received in."),
    of_year("due", "The year a recommendation fell due in."),
    day("from", "Decided on this day or after it."),
    day("to", "Decided on this day or before it."),
    of_kind("outcome", "Outcomes.", Outcome, several=True),
    of_kind("category", "The category of the decision.", DecisionCategory),
    words("sub", "The sub-category, by its label.", LONGEST_NAME, "Homelessness"),
    of_kind("kind", "Statements, or public interest reports.", DecisionKind),
    of_kind("service", "The category the complaint was received in.", Category),
    Parameter(
        "remedy",
        "With a satisfactory remedy before the complaint reached the Ombudsman.",
        {"type": "string", "enum": ["true"]},
        _flag,
        lambda _: "It is true, or not given.",
        example="true",
    ),
    of_kind("compliance", "What was found when a recommendation fell due.", Compliance, several=True),
)

RELEASE = Parameter(
    "release",
    "The release, by name; without it, the one that is live. Name it where figures must not change.",
    {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
    lambda text, _: text,
    lambda _: "Releases are at /api/v1/releases.",
)
PAGE = number("page", "The page of the list.", LAST_PAGE, 1)
SIZE = number("size", f"Items of a page, {MOST_ITEMS} at most.", MOST_ITEMS, USUAL_ITEMS)
FORMAT = chosen(
    "format",
    "JSON, or CSV: UTF-8 without a mark, a line an item below its heading; several values of a cell have | "
    "between them, and a text that a spreadsheet would run begins with an apostrophe.",
    ("json", "csv"),
    default="json",
)


def sort(names: Iterable[str], default: str) -> Parameter:
    """Return the parameter that sorts a list by some of its fields, downwards with a hyphen before one."""
    known = tuple(name for each in names for name in (each, f"-{each}"))
    told = chosen(
        "sort", "Sorted by this field; with a hyphen before it, downwards. Nothing known is last.", known
    )
    return Parameter(
        *(told.name, told.meaning, told.schema, told.read, told.hint), default=default, example=known[0]
    )

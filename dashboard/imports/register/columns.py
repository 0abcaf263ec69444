"""What the columns and cells of a case register may be called: the wordings of the data files."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.decisions import DecisionCategory, Remedy
from dashboard.domain.outcomes import Category, Outcome
from dashboard.imports.tables.headings import Headings
from dashboard.imports.wording import normalised

COLUMNS = Path(__file__).parent / "register_columns.toml"
CASES, COMPLIANCE, DECISIONS = "cases", "compliance", "decisions"
NEEDED = {
    CASES: ("reference", "authority", "received", "decided", "category", "outcome"),
    COMPLIANCE: ("reference", "due", "compliance"),
    DECISIONS: ("reference", "authority", "decision_category", "sub_category", "outcome", "decided"),
}
"""The columns each sort of register file must have."""

Wordings = Mapping[str, str]
"""A normalised wording to the id it means."""


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """The wordings of columns, by sort of file, and of what cells say, by column."""

    columns: Mapping[str, Wordings]
    category: Wordings
    outcome: Wordings
    kind: Wordings
    decision_category: Wordings
    compliance: Wordings
    yes_no: Wordings
    remedy: Wordings


def load_register_words(headings: Headings, path: Path = COLUMNS) -> RegisterWords:
    """Read the wordings; categories and outcomes are worded as in the annual tables' headings."""
    told = tomllib.loads(path.read_text("utf-8"))
    received, decided = headings.tables["received"], headings.tables["decided"]
    values = {name: _wordings(lists) for name, lists in told["values"].items()}
    return RegisterWords(
        columns={sort: _wordings(told[sort]) for sort in NEEDED},
        category={
            **{
                word: told.removeprefix("received:") for word, told in received.items() if _is(told, Category)
            },
            **_labels((c.value, c.label) for c in Category),
        },
        outcome={
            **{word: told.removeprefix("decided:") for word, told in decided.items() if _is(told, Outcome)},
            **_labels((o.value, o.label) for o in Outcome),
        },
        kind=values["kind"],
        decision_category={
            **_labels((c.value, c.label) for c in DecisionCategory),
            normalised("Other"): DecisionCategory.OTHER.value,
        },
        compliance=values["compliance"],
        yes_no=values["yes_no"],
        remedy={**values["remedy"], **_labels((r.value, r.label) for r in Remedy)},
    )


def _wordings(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {normalised(word): told for told, words in lists.items() for word in (*words, told)}


def _labels(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {normalised(word): value for value, label in pairs for word in (value, label)}


def _is(quantity: str, ids: type[Category] | type[Outcome]) -> bool:
    return quantity.rpartition(":")[2] in {one.value for one in ids}

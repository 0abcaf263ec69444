"""The fingerprint of a draft: another for whatever is decided, the same for what decides nothing."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.imports.store.aside import Aside
from dashboard.imports.store.draft import Draft, DraftInput, draft_directory
from dashboard.imports.store.fingerprint import fingerprint_of, with_data
from dashboard.imports.store.headings_file import AcceptedHeading, accept_heading
from dashboard.imports.store.names_file import AcceptedName
from dashboard.releases.fingerprint import changes
from tests.support.stores import WHY, put_draft, put_name

INPUT = DraftInput("0" * 64, "received.csv", "received", "2024-25", "2026-05-01T09:00:00Z", 10, 1)
DRAFT = Draft("spring", inputs=(INPUT,), with_held=True)
NAME = AcceptedName("Leedes", "leeds-city-council", "", "A", "B", "2026-05-03")
HEADING = AcceptedHeading("Homes", "received", "received:housing", "A", "B", "2026-05-03")
CORRECTION = "leeds,2024-25,upheld,1,2,why,who,2026-05-03,"
ACCEPTANCE = "type,leeds,2024-25,upheld,It is high.,why,who,2026-05-03"


def write(store: Path, name: str, *lines: str) -> None:
    (draft_directory(store, "spring") / name).write_text("\n".join(["head", *lines, ""]), "utf-8")


def again(**changed: object) -> Callable[[Path], None]:
    return lambda store: put_draft(store, replace(DRAFT, **changed))  # type: ignore[arg-type]


OTHER: list[tuple[str, Callable[[Path], None]]] = [
    ("one input", again(inputs=(replace(INPUT, sha256="1" * 64),))),
    ("one input", again(inputs=())),
    ("two inputs", again(inputs=(replace(INPUT, year="2023-24"),))),
    ("the embargo", again(embargoed_until=date(2026, 7, 22))),
    ("its settings", again(with_held=False)),
    ("its settings", again(kind="demonstration")),
    ("one correction", lambda store: write(store, "corrections.csv", CORRECTION)),
    ("two acceptances", lambda store: write(store, "acceptances.csv", ACCEPTANCE, f"x{ACCEPTANCE}")),
    ("one accepted name", lambda store: put_name(store, NAME)),
    ("one accepted heading", lambda store: accept_heading(store, HEADING, WHY)),
]


@pytest.fixture
def before(store: Path) -> dict[str, object]:
    put_draft(store, DRAFT)
    return dict(fingerprint_of(store, "spring"))


@pytest.mark.parametrize(("told", "change"), OTHER)
def test_what_is_decided_changes_it(
    store: Path, before: dict[str, dict[str, str]], told: str, change: Callable[[Path], None]
) -> None:
    change(store)
    assert changes(before, fingerprint_of(store, "spring")) == told


def test_a_line_changed_counts_once_and_its_reason_counts(store: Path, before: dict[str, object]) -> None:
    write(store, "corrections.csv", CORRECTION)
    one = fingerprint_of(store, "spring")
    write(store, "corrections.csv", CORRECTION.replace("why", "another why"))
    assert changes(one, fingerprint_of(store, "spring")) == "one correction"


@pytest.mark.parametrize(
    "change",
    [
        again(),
        again(inputs=(replace(INPUT, imported_at="2026-05-02T09:00:00Z"),)),
        lambda store: put_draft(store, replace(DRAFT, name="summer", embargoed_until=date(2026, 7, 22))),
        lambda store: write(store, "report.html", "what was found"),
        lambda store: write(store, "corrections.csv"),
    ],
)
def test_what_decides_nothing_does_not(
    store: Path, before: dict[str, dict[str, str]], change: Callable[[Path], None]
) -> None:
    change(store)
    assert changes(before, fingerprint_of(store, "spring")) is None


def test_nothing_of_the_store_can_be_read_in_it(store: Path, before: dict[str, object]) -> None:
    put_name(store, NAME)
    assert "leed" not in repr(with_data(fingerprint_of(store, "spring"), "f" * 64)).lower()


@pytest.mark.parametrize("name", [field.name for field in fields(DraftInput)])
def test_whatever_else_an_input_may_come_to_say_counts(
    store: Path, before: dict[str, dict[str, str]], name: str
) -> None:
    """All but when it was imported, and how large it was: its name is published, and counts."""
    put_draft(store, replace(DRAFT, inputs=(replace(INPUT, **{name: _other(getattr(INPUT, name))}),)))
    same = name in ("imported_at", "bytes", "rows")
    assert (changes(before, fingerprint_of(store, "spring")) is None) is same


def _other(value: object) -> object:
    if value == INPUT.year:
        return "2023-24"
    if isinstance(value, Aside):
        return replace(value, rows=(12,))
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else ("2024-25",) if isinstance(value, tuple) else f"{value}x"

"""Which inputs stand in a draft together, and that nothing said of a file is lost as it comes again."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.drafts.inputs_together import together
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.aside import Aside
from dashboard.imports.store.draft import COMPLIANCE, DECISIONS, REGISTER, DraftInput, load_draft
from dashboard.imports.store.log import read_log
from dashboard.reference.load import Reference

ASIDE = Aside("Data", ("Rank",), (3,), ("*",), by="A. Clerk", reason="In doubt")


def one(
    kind: str = "received", year: str | None = "2024-25", sha256: str = "a" * 64, **more: object
) -> DraftInput:
    return DraftInput(sha256, f"{kind}.csv", kind, year, "2026-05-01T09:00:00Z", 10, 2, **more)  # type: ignore[arg-type]


TABLE, CASES, OUTCOMES = one(), one(REGISTER, None), one(COMPLIANCE, None, "b" * 64)
WHOLE = replace(CASES, years=("2023-24", "2024-25"), expect_cases=7, personal_remedies=True)


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ([TABLE], [TABLE]),
        ([TABLE], [replace(TABLE, name="other.csv", imported_at="2026-06-01T09:00:00Z")]),
        ([TABLE], [replace(TABLE, aside=ASIDE)]),
        ([replace(TABLE, aside=ASIDE)], [replace(TABLE, aside=ASIDE)]),
        ([CASES, OUTCOMES], [CASES, OUTCOMES]),
        ([CASES, OUTCOMES], [OUTCOMES, CASES]),
        ([CASES], [WHOLE]),
        ([one(DECISIONS, None), one(DECISIONS, None, "c" * 64)],) * 2,
    ],
)
def test_the_same_files_again_take_their_own_place(before: list[DraftInput], again: list[DraftInput]) -> None:
    assert together(before, again, replacing=False) == tuple(again)


@pytest.mark.parametrize(
    ("before", "again", "unsaid"),
    [
        (
            replace(TABLE, aside=ASIDE),
            TABLE,
            "sheet “Data” alone, without column “Rank”, without row 3, “.” is not",
        ),
        (replace(TABLE, aside=ASIDE), TABLE, r"held \(A. Clerk: In doubt\)"),
        (replace(TABLE, aside=ASIDE), replace(TABLE, aside=replace(ASIDE, rows=(4,))), "now: without row 3 "),
        (WHOLE, replace(WHOLE, years=("2024-25",)), "now: whole for 2023-24"),
        (WHOLE, replace(WHOLE, expect_cases=None), "now: 7 cases expected"),
        (WHOLE, replace(WHOLE, personal_remedies=False), "now: with personal remedies"),
    ],
)
def test_what_was_said_of_a_file_is_not_dropped_by_saying_nothing(
    before: DraftInput, again: DraftInput, unsaid: str
) -> None:
    with pytest.raises(ImportRefusedError, match=unsaid):
        together([before], [again], replacing=False)
    assert together([before], [again], replacing=True) == (again,)


@pytest.mark.parametrize(
    ("before", "added", "sentence"),
    [
        (
            [TABLE],
            [one(sha256="d" * 64)],
            "The draft has the table “received” of 2024-25 already: received.csv",
        ),
        ([CASES, OUTCOMES], [CASES], "The draft has the register already: register.csv"),
        ([CASES], [CASES, OUTCOMES], "The draft has the register already: register.csv"),
        ([], [TABLE, replace(TABLE, name="x.csv")], "received.csv holds the table “received” too"),
        ([CASES], [one(DECISIONS, None)], "a list of decisions and a register"),
    ],
)
def test_others_are_refused(before: list[DraftInput], added: list[DraftInput], sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        together(before, added, replacing=False)


def test_the_log_keeps_who_left_out_what_and_what_gave_way(tmp_path: Path, reference: Reference) -> None:
    path, store = tmp_path / "received.csv", tmp_path / "store"
    path.write_text("Authority,Housing\nAdur,1\nArun,2\n", "utf-8")
    without = Aside(rows=(3,), by="A. Clerk", reason="Arun is in doubt")
    import_files(store, Asked("draft", (path,), ("2023-24",), aside=without), reference)
    with pytest.raises(ImportRefusedError, match=r"without row 3 \(A. Clerk: Arun is in doubt\)"):
        import_files(store, Asked("draft", (path,), ("2023-24",)), reference)
    assert load_draft(store, "draft").inputs[0].aside == without
    import_files(store, Asked("draft", (path,), ("2023-24",), replacing=True), reference)
    first, way, second = read_log(store)
    assert (first.by, first.reason) == ("A. Clerk", "Arun is in doubt")
    assert "row 3 set aside" in first.what
    assert "row 3 set aside: Arun is in doubt (A. Clerk)) gave way" in way.what
    assert "set aside" not in second.what

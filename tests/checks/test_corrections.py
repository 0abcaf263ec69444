"""Corrections: declared, applied in sight, and failing loudly once the source says something else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.checks.corrections import (
    COLUMNS,
    Correction,
    apply_corrections,
    read_corrections,
)
from dashboard.imports.imported import Imported
from dashboard.imports.store.csv_file import NotReadableError
from dashboard.imports.store.draft import CORRECTIONS_FILE as FILE
from tests.checks.small_england import ENGLAND, YEAR
from tests.support.imported import imported, row

DAY = date(2026, 5, 3)
DRAFT = imported(*row("u01", upheld=12, investigated=16), *row("u02", upheld=3))


def correction(
    was: str | None = "12", became: str | None = "13", quantity: str = "upheld", **expect: str
) -> Correction:
    told = {name: Decimal(number) for name, number in expect.items()}
    numbers = [None if text is None else Decimal(text) for text in (was, became)]
    return Correction("u01", YEAR, quantity, *numbers, "A late decision.", "A. Person", DAY, told, 2)  # type: ignore[arg-type]


def value_of(draft: Imported, quantity: str = "upheld") -> Decimal | None:
    found = [v.value for v in draft.values if (v.slug, v.quantity) == ("u01", quantity)]
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("declared", "quantity", "shown"),
    [
        (correction(), "upheld", Decimal(13)),
        (correction(investigated="16"), "upheld", Decimal(13)),
        (correction("12", None), "upheld", None),
        (correction(None, "40", "dealt_with"), "dealt_with", Decimal(40)),
    ],
)
def test_a_correction_that_fits_is_applied(
    declared: Correction, quantity: str, shown: Decimal | None
) -> None:
    done = apply_corrections(DRAFT, [declared], ENGLAND)
    assert done.findings == ()
    assert done.applied == (declared,)
    assert value_of(done.imported, quantity) == shown
    assert done.keys == {("u01", YEAR, quantity)}
    assert value_of(DRAFT) == 12


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        (
            correction("11", "12"),
            "U01 Council, 2023-24, upheld: the source has been fixed: take the correction out.",
        ),
        (
            correction("9", "13"),
            "U01 Council, 2023-24, upheld: the correction is of 9, and the source says 12.",
        ),
        (
            correction("7", "13", "dealt_with"),
            "U01 Council, 2023-24, dealt_with: the correction is of 7, and the source says nothing.",
        ),
        (
            correction(investigated="15"),
            "U01 Council, 2023-24, upheld: the source was expected to say 15 for investigated, and says 16.",
        ),
    ],
)
def test_one_that_no_longer_fits_is_an_error_naming_the_line(declared: Correction, sentence: str) -> None:
    done = apply_corrections(DRAFT, [declared], ENGLAND)
    (found,) = done.findings
    assert (found.sentence, str(found.place), found.severity) == (sentence, "corrections.csv, row 2", "error")
    assert done.imported.values == DRAFT.values
    assert done.applied == ()


def test_the_same_figure_is_not_corrected_twice() -> None:
    done = apply_corrections(DRAFT, [correction(), correction("12", "14")], ENGLAND)
    assert [finding.sentence for finding in done.findings] == [
        "U01 Council, 2023-24, upheld is corrected twice."
    ]
    assert value_of(done.imported) == 13


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Nowhere,2023-24,upheld,1,2,why,who,2026-05-03,",
            "“Nowhere” in council is no council's name",
        ),
        ("u01,2023-25,upheld,1,2,why,who,2026-05-03,", "“2023-25” is not a reporting year"),
        ("u01,2023-24,uphold,1,2,why,who,2026-05-03,", "“uphold” in measure is no quantity"),
        ("u01,2023-24,upheld,one,2,why,who,2026-05-03,", "“one” in from is no number"),
        ("u01,2023-24,upheld,NaN,2,why,who,2026-05-03,", "“NaN” in from is no number"),
        ("u01,2023-24,upheld,1,1e400,why,who,2026-05-03,", "“1e400” in to is no number"),
        ("u01,2023-24,upheld,1,1_000,why,who,2026-05-03,", "“1_000” in to is no number"),
        ("u01,2023-24,upheld,1,999999999,why,who,2026-05-03,", "“999999999” in to is no number"),
        (
            "u01,2023-24,upheld,1,2,why\x1b,who,2026-05-03,",
            "reason holds U+001B (escape), which cannot be printed",
        ),
        ("u01,2023-24,upheld,2,2.0,why,who,2026-05-03,", "from and to are the same"),
        ("u01,2023-24,upheld,1,-2,why,who,2026-05-03,", "-2 in to cannot be upheld"),
        ("u01,2023-24,upheld,1,2,,who,2026-05-03,", "reason is empty"),
        ("u01,2023-24,upheld,1,2,why,,2026-05-03,", "decided_by is empty"),
        ("u01,2023-24,upheld,1,2,why,who,3 May,", "Invalid isoformat string"),
        ("u01,2023-24,upheld,1,2,why,who,2026-05-03,total: 9", "“total: 9” in expect is not of the form"),
        ("u01,2023-24,upheld,1,2,why,who", "7 cells where there should be 9"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, expected: str) -> None:
    (tmp_path / FILE).write_text(f"{','.join(COLUMNS)}\n\n{line}\n")
    with pytest.raises(NotReadableError) as refused:
        read_corrections(tmp_path, ENGLAND)
    assert str(refused.value).startswith("corrections.csv, line 3: ")
    assert expected in str(refused.value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("council,year\n")
    with pytest.raises(NotReadableError, match="line 1: the columns must be council, year, measure"):
        read_corrections(tmp_path, ENGLAND)


def test_a_council_may_be_named_as_people_do(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"{','.join(COLUMNS)}\nu01 council,2023-24,upheld,1,2,why,who,2026-05-03,\n")
    assert read_corrections(tmp_path, ENGLAND)[0].slug == "u01"

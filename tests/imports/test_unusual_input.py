"""What is only unusual about a file is no reason to refuse it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.reference.load import Reference
from tests.imports.small_files import ADUR, ARUN, HEADER, YEAR, bring, csv_file, put, workbook


@pytest.mark.parametrize(
    "write",
    [
        csv_file(HEADER, ADUR, ARUN, encoding="cp1252"),
        csv_file(["Statistics – “final”"], HEADER, ADUR, ARUN, encoding="cp1252", delimiter=";"),
        csv_file(["Résumé"], HEADER, ADUR, ARUN, encoding="latin-1"),
        csv_file(HEADER, ADUR, ARUN, encoding="utf-16"),
        csv_file(HEADER, ADUR, ARUN, encoding="utf-16-le", delimiter="\t"),
        csv_file(HEADER, ADUR, ARUN, encoding="utf-16-be"),
        csv_file(HEADER, ADUR, ARUN, encoding="utf-8-sig", delimiter="|"),
        csv_file(HEADER, [], ADUR, [], ARUN, [], []),
        csv_file([*HEADER, "Remarks"], [*ADUR, "late"], [*ARUN, ""]),
        csv_file([*HEADER, "Remarks"], [ADUR[0], "n/a", "n/a", "n/a", "Upheld"], [*ARUN, ""]),
        put("B2", "1"),
        csv_file(
            ["Published in April 2025 beside 2022-23"], ["Complaints received 2023-24"], HEADER, ADUR, ARUN
        ),
        csv_file(HEADER, ADUR, ["England", "5", "7", "12"], ARUN, ["Average", "2.5", "3.5", "6"]),
        csv_file(["Complaints received and averages of them"], HEADER, ADUR, ARUN),
        csv_file(["Complaints received by category"], ["", "Services", "", ""], HEADER, ADUR, ARUN),
        csv_file(HEADER, ["Adur District Council²", "1", "2", "3"], ARUN),
        workbook(lambda book: book["Data"].merge_cells("A6:D6")),
        workbook(lambda book: book.create_sheet("Notes", 0).append(["Nothing here"])),
    ],
)
def test_what_is_only_unusual_is_read(
    tmp_path: Path, reference: Reference, write: Callable[[Path], Path]
) -> None:
    done = bring(tmp_path, write(tmp_path), reference)
    assert [(one.kind, one.year, one.rows) for one in done.added] == [("received", YEAR, 2)]

"""Which file each value of a release was read from, whatever the files are called."""

from dataclasses import replace

from dashboard.build.drafted import checksums
from dashboard.repository.quality_records import InputRead
from tests.support.imported import imported, value

NAME = "table.csv"


def read(kind: str, year: str, sha256: str) -> InputRead:
    return InputRead(NAME, kind, year, sha256, 10, 2, "2026-05-01T09:00:00Z")


def test_files_of_one_name_are_told_apart_by_year_and_table() -> None:
    values = (
        value("leeds", "received:total", 7, file=NAME),
        value("leeds", "upheld", 3, file=NAME),
        value("leeds", "compliance_pct", 90, file=NAME),
        value("leeds", "upheld", 4, "2022-23", file=NAME),
        value("leeds", "upheld", 5, "2021-22", file=NAME),
    )
    inputs = (
        *(
            read("received", "2023-24", "r"),
            read("decided", "2023-24", "d"),
            read("remedies", "2023-24", "c"),
        ),
        *(read("decided", "2022-23", "d22"), read("remedies", "2021-22", "c21")),
    )
    assert checksums(replace(imported(*values), inputs=inputs)) == {
        ("leeds", "2023-24", "received:total"): "r",
        ("leeds", "2023-24", "upheld"): "d",
        ("leeds", "2023-24", "compliance_pct"): "c",
        ("leeds", "2022-23", "upheld"): "d22",
        ("leeds", "2021-22", "upheld"): "c21",
    }


def test_a_value_of_no_file_has_none() -> None:
    assert checksums(replace(imported(value("leeds", "upheld", 3, file="corrections.csv")), inputs=())) == {}

"""The estimates of a mid-year, as the office publishes them: what they become, and what is refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from dashboard.build.data import DATA
from dashboard.domain.years import ReportingYear
from dashboard.reference.load import POPULATION, Reference, load_reference
from derive.renewal.official_file import OfficialFile
from derive.renewal.population import renewed_population
from derive.renewal.renewed import Renewal
from derive.source import DerivationError
from tests.support.official_files import NEWEST, NEXT, Row, estimates, mye2_rows, write_csv, write_mye2

pytestmark = pytest.mark.data

ADUR, LONDON_CITY = "E07000223", "E09000001"
AFTER = ReportingYear(NEXT + 1)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(DATA)


def renewed(path: Path, year: int = NEXT, *, replaces: bool = False) -> Renewal:
    return renewed_population(OfficialFile(path), DATA, year, replaces=replaces)


def with_rows(path: Path, change: Callable[[list[Row]], None], year: int = NEXT) -> Path:
    rows = mye2_rows(estimates(NEXT), year)
    change(rows)
    return write_mye2(path / "mye.xlsx", rows)


def of(rows: list[Row], code: str) -> Row:
    return next(row for row in rows if row and row[0] == code)


def test_every_council_has_its_estimate_and_what_was_held_stays(tmp_path: Path) -> None:
    persons = estimates(NEXT)
    made = renewed(write_mye2(tmp_path / "mye.xlsx", mye2_rows(persons, NEXT)))
    new = {row for row in made.table.rows if row[1] == str(NEXT)}
    slugs = load_reference(DATA).slug_for_code
    assert new == {
        (slugs(code), str(NEXT), str(count), "ONS mid-year estimate") for code, count in persons.items()
    }
    before = (DATA / POPULATION).read_text("utf-8").splitlines()[1:]
    assert [",".join(row) for row in made.table.rows if row not in new] == before
    assert list(made.table.rows) == sorted(made.table.rows)


def test_what_it_means_is_said(tmp_path: Path) -> None:
    def grown(rows: list[Row]) -> None:
        for row in (of(rows, LONDON_CITY), of(rows, "E92000001")):
            row[3], row[4] = int(row[3]) + 5_000, int(row[4]) + 5_000

    made = renewed(with_rows(tmp_path, grown))
    assert made.said[0] == (
        f"Mid-{NEXT}: estimates of {len(estimates(NEXT))} councils, for rates of {ReportingYear(NEXT + 1)}."
    )
    assert re.search(
        rf"residents, \+1\.0% on mid-{NEWEST} .* The largest changes: City of London \+\d", made.said[1]
    )
    assert made.odd[0].startswith(f"More than 5% on mid-{NEWEST}: City of London Corporation +")


def test_a_file_without_what_it_would_be_checked_by_is_looked_at(tmp_path: Path) -> None:
    def without_england(rows: list[Row]) -> None:
        rows.remove(of(rows, "E92000001"))

    assert not [said for said in renewed(with_rows(tmp_path, lambda rows: None)).odd if "checked by" in said]
    assert "mye.xlsx has no row of England, which its figures would be checked by." in (
        renewed(with_rows(tmp_path, without_england)).odd
    )


def test_numbers_with_commas_for_thousands_are_read_as_they_are_meant(tmp_path: Path) -> None:
    rows = mye2_rows(estimates(NEXT), NEXT)
    told: list[Row] = [[f"{cell:,}" if isinstance(cell, int) else cell for cell in row] for row in rows]
    assert (
        renewed(write_csv(tmp_path / "mye.csv", told)).table
        == renewed(write_mye2(tmp_path / "mye.xlsx", rows)).table
    )


def test_a_council_that_begins_on_the_next_1_april_has_its_predecessors_together(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cumbria's districts had estimates of mid-2022; Cumberland and Westmorland began in April 2023."""
    held = {key: n for key, n in reference.populations.items() if key[1] < 2022}
    earlier = Reference(
        reference.councils, reference.code_spans, reference.lineage, held, reference.population_sources
    )
    monkeypatch.setattr("derive.renewal.population.load_reference", lambda _: earlier)
    persons = {
        council.code: count
        for council in reference.councils_in("2022-23")
        if (count := reference.population(council.slug, 2022)) is not None
    }
    rows = mye2_rows(persons, 2022)
    made = {
        row[0]: row
        for row in renewed(write_mye2(tmp_path / "mye.xlsx", rows), 2022).table.rows
        if row[1] == "2022"
    }
    of_cumberland = ("allerdale-borough-council", "carlisle-city-council", "copeland-borough-council")
    assert made["cumberland-council"][3] == "sum of predecessors' estimates"
    assert int(made["cumberland-council"][2]) == sum(int(made[slug][2]) for slug in of_cumberland)


def absent(rows: list[Row]) -> None:
    rows.remove(of(rows, ADUR))


def emptied(rows: list[Row]) -> None:
    of(rows, ADUR)[3] = ""


def unknown(rows: list[Row]) -> None:
    of(rows, ADUR)[0] = "E07000999"


def of_the_past(rows: list[Row]) -> None:
    rows.append(["E07000026", "Allerdale", "Area", 100, *[0] * 90, 100])


def twice(rows: list[Row]) -> None:
    rows.append(of(rows, ADUR))


def shifted(rows: list[Row]) -> None:
    of(rows, ADUR)[3] = of(rows, ADUR)[4]


def cell(value: str | int) -> Callable[[list[Row]], None]:
    def change(rows: list[Row]) -> None:
        of(rows, ADUR)[3] = value

    change.__name__ = str(value)
    return change


def no_headings(rows: list[Row]) -> None:
    rows[3][3] = "Persons"


def no_title(rows: list[Row]) -> None:
    rows[0] = ["Population estimates"]


def part_of_england(rows: list[Row]) -> None:
    england = of(rows, "E92000001")
    england[3], england[4] = int(england[3]) + 1, int(england[4]) + 1


def county_apart(rows: list[Row]) -> None:
    county = of(rows, "E10000032")
    county[3], county[4] = int(county[3]) + 7, int(county[4]) + 7


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            absent,
            rf"^mye\.xlsx has no estimate of 1 of the councils of {AFTER}: Adur District Council\.$",
        ),
        (emptied, r"^mye\.xlsx, row \d+: the cell under “All ages” is empty, and is not taken for zero\.$"),
        (cell(0), r"row \d+: 0 under “All ages”, where somebody must live\.$"),
        (cell("[x]"), r"row \d+: “\[x\]” under “All ages” is no whole number\.$"),
        (cell("64,5"), r"row \d+: “64,5” under “All ages” is no whole number\.$"),
        (cell("-64500"), r"row \d+: “-64500” under “All ages” is no whole number\.$"),
        (unknown, r"codes that no council held has or had: E07000999\. The councils themselves come first"),
        (of_the_past, rf"did not exist in mid-{NEXT}: Allerdale Borough Council\. It is of another year\.$"),
        (twice, r"row \d+: the code E07000223 stands twice\.$"),
        (shifted, r"row \d+: the ages do not add up to \d+, all ages together\.$"),
        (no_headings, r"has no row of headings with “Code” and “All ages”"),
        (no_title, r"does not say above its headings of which mid-year it is"),
        (part_of_england, r"the councils have [\d,]+ residents together, and England has [\d,]+\.$"),
        (county_apart, r"West Sussex County Council has [\d,]+ residents, its districts [\d,]+ together\.$"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_file_that_is_not_as_it_must_be_is_refused(
    tmp_path: Path, change: Callable[[list[Row]], None], sentence: str
) -> None:
    path = with_rows(tmp_path, change)
    with pytest.raises(DerivationError, match=sentence):
        renewed(path)


@pytest.mark.parametrize(
    ("year", "said", "replaces", "sentence"),
    [
        (NEXT, NEWEST, False, f"says that it is of mid-{NEWEST}, and is handed in for mid-{NEXT}"),
        (NEWEST, NEWEST, False, f"Estimates of mid-{NEWEST} are held. --replace puts others in their place."),
        (
            NEWEST - 1,
            NEWEST - 1,
            True,
            "are held; only the newest may be put in anew.",
        ),
        (NEXT + 1, NEXT + 1, False, f"Estimates to mid-{NEWEST} are held: those of mid-{NEXT} come next."),
    ],
)
def test_another_year_is_refused(tmp_path: Path, year: int, said: int, replaces: bool, sentence: str) -> None:
    path = with_rows(tmp_path, lambda _: None, said)
    with pytest.raises(DerivationError, match=re.escape(sentence)):
        renewed(path, year, replaces=replaces)


def test_the_newest_may_be_revised_and_it_is_said_how_many_changed(tmp_path: Path) -> None:
    made = renewed(with_rows(tmp_path, lambda _: None, NEWEST), NEWEST, replaces=True)
    years = [row[1] for row in made.table.rows]
    assert years.count(str(NEWEST)) == len(estimates(NEXT))
    assert made.said[2] == (
        f"In place of those held of mid-{NEWEST}: {len(estimates(NEXT))} are other than they were."
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("mye.xlsx", b"no workbook", "mye.xlsx cannot be read as a workbook"),
        ("mye.csv", b"\xff\xfe\x00", "mye.csv cannot be read as CSV in UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DerivationError, match=sentence):
        renewed(tmp_path / name)


def test_a_workbook_without_the_sheet_says_which_it_has(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "mye.xlsx") as book:
        book.add_worksheet("MYE3")
    with pytest.raises(DerivationError, match=r"has no sheet “MYE2 - Persons”; it has MYE3\.$"):
        renewed(tmp_path / "mye.xlsx")

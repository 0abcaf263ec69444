"""What differs between two releases, named change by change."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.build.content import ReleaseContent
from dashboard.diff.compare import difference
from dashboard.diff.html_page import html_page
from dashboard.diff.model import Change, Difference, Kind
from dashboard.diff.report_text import COLUMNS, LINES, sentences, text, write_csv
from dashboard.repository.sqlite import SqliteRepository
from tests.support.figures import count, figure
from tests.support.tiny_release import BLACKPOOL, CUMBERLAND, PRESTON, UNITARY_2023, build_tiny, tiny_content

STYLES = Path(__file__).resolve().parents[2] / "assets" / "css"


def _after(content: ReleaseContent) -> ReleaseContent:
    """Blackpool's upheld put right, the unitary average too, Preston ended, Cumberland renamed."""
    right = figure(
        *(BLACKPOOL.slug, "2023-24", "upheld_pct", 7, 9),
        printed="78",
        benchmark=replace(UNITARY_2023["upheld_pct"], value=Decimal(80)),
    )
    councils = {
        PRESTON: replace(PRESTON, end=date(2026, 3, 31)),
        CUMBERLAND: replace(CUMBERLAND, name="Cumberland City Council"),
    }

    def changed(f):
        if (f.slug, f.year) == (BLACKPOOL.slug, "2023-24"):
            return {"upheld_pct": right, "upheld": count(BLACKPOOL.slug, "2023-24", "upheld", 7)}.get(
                f.measure, f
            )
        return f

    return replace(
        content,
        councils=tuple(councils.get(c, c) for c in content.councils),
        figures=tuple((period, changed(f)) for period, f in content.figures),
        benchmarks=tuple(
            replace(b, benchmark=right.benchmark) if b.measure == "upheld_pct" else b
            for b in content.benchmarks
        ),
    )


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Difference:
    folder = tmp_path_factory.mktemp("releases")
    a = SqliteRepository(build_tiny(folder, tiny_content("spring")))
    b = SqliteRepository(build_tiny(folder, _after(tiny_content("summer"))))
    return difference(a, b, failing=(("Sum A.",), ("Sum A.", "Sum B.")))


@pytest.mark.parametrize(
    ("kind", "council", "year", "what", "was", "became"),
    [
        (Kind.COUNCIL, PRESTON.name, "", "last day", "", "31 March 2026"),
        (
            Kind.COUNCIL,
            "Cumberland City Council",
            "",
            "name",
            "Cumberland Council",
            "Cumberland City Council",
        ),
        (
            *(Kind.FIGURE, BLACKPOOL.name, "2023-24", "Complaints upheld"),
            *("67% (6 of 9), published", "78% (7 of 9), published"),
        ),
        (Kind.FIGURE, BLACKPOOL.name, "2023-24", "Upheld", "6, published", "7, published"),
        (Kind.CLASS, BLACKPOOL.name, "2023-24", "Complaints upheld", "60 to 69%", "70 to 79%"),
        (
            *(Kind.AVERAGE, "Unitary", "2023-24", "Complaints upheld"),
            *("79%, printed, published", "80%, printed, published"),
        ),
        (Kind.CHECK, "", "", "Sum B.", "passes", "fails"),
    ],
)
def test_every_change_is_named(  # noqa: PLR0917
    found: Difference, kind: Kind, council: str, year: str, what: str, was: str, became: str
) -> None:
    told = [(c.council, c.year, c.what, c.was, c.became) for c in found.of(kind)]
    assert (council, year, what, was, became) in told


def test_nothing_else_is_said_to_have_changed(found: Difference) -> None:
    counts = {kind: len(found.of(kind)) for kind in Kind}
    assert counts[Kind.FIGURE] == 2
    assert counts[Kind.YEAR] == counts[Kind.COUNT] == 0
    assert {c.slug for c in found.of(Kind.CLASS)} == {BLACKPOOL.slug}
    assert counts[Kind.CHECK] == 1


def test_a_letter_that_says_something_else_is_listed_with_its_first_line(found: Difference) -> None:
    (of_blackpool,) = (c for c in found.of(Kind.LETTER) if c.slug == BLACKPOOL.slug and c.year == "2023-24")
    assert of_blackpool.what.startswith("letter, ")
    assert of_blackpool.was != of_blackpool.became
    assert ("67%" in of_blackpool.was, "78%" in of_blackpool.became) == (True, True)


def test_the_changes_in_a_few_sentences(found: Difference) -> None:
    told = sentences(found)
    assert "1 council ended: Preston City Council." in told
    assert "1 council renamed: Cumberland Council to Cumberland City Council." in told
    assert "2 figures changed of 1 council, 2023-24." in told
    assert "1 average of a type changed, 2023-24." in told
    assert "1 check that passed before: now failing." in told


def test_a_release_does_not_differ_from_itself(tmp_path: Path) -> None:
    same = SqliteRepository(build_tiny(tmp_path))
    found = difference(same, same)
    assert found.changes == ()
    assert sentences(found) == ("No figure, council, letter or decision differs.",)


def test_a_year_that_one_has_is_told_once(tmp_path: Path) -> None:
    a = SqliteRepository(build_tiny(tmp_path, replace(tiny_content("spring"), years=("2022-23", "2023-24"))))
    b = SqliteRepository(build_tiny(tmp_path, tiny_content("summer")))
    found = difference(a, b)
    assert [(c.kind, c.year, c.was, c.became) for c in found.changes] == [
        (Kind.YEAR, "2024-25", "not in it", "7 councils")
    ]
    assert sentences(found) == ("2024-25 added: 7 councils.",)


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        (("2014-15", "2015-16", "2016-17"), "3 years added: 2014-15 to 2016-17."),
        (("2014-15", "2016-17"), "2 years added: 2014-15 and 2016-17."),
    ],
)
def test_years_in_a_row_are_told_as_one_span(years: tuple[str, ...], sentence: str) -> None:
    changes = (Change(Kind.YEAR, "", "", year, "year", "not in it", "317 councils") for year in years)
    assert sentences(Difference("a", "b", tuple(changes))) == (sentence,)


def test_the_terminal_cuts_long_lists_and_says_so(found: Difference) -> None:
    long = replace(found, changes=found.of(Kind.FIGURE) * LINES)
    lines = list(text(long))
    assert lines[0] == "From release “spring” to release “summer”:"
    assert f"  … and {LINES} more; --csv FILE and --html FILE list all." in lines


def test_the_csv_has_every_change(found: Difference) -> None:
    file = io.StringIO()
    write_csv(found, file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert len(rows) == len(found.changes)
    assert tuple(rows[0]) == ("from_release", "to_release", *COLUMNS)
    assert {row["to_release"] for row in rows} == {"summer"}


def test_the_page_is_whole_and_accessible(found: Difference) -> None:
    page = html_page(found, ["Release “spring” was built."], STYLES)
    assert page.count("<h1>") == 1
    assert '<html lang="en-GB">' in page
    assert page.count("<table>") == page.count("<caption>") == len({c.kind for c in found.changes})
    assert "http" not in page.split("</style>")[1]
    assert "67% (6 of 9), published" in page

"""A list of decisions: what it holds, in any of three formats; whom it never names; what it refuses."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest

from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.imports.imported import CHARACTERS, PERSONAL
from dashboard.imports.lists.decision_list import ListRead, list_file, read_lists
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.register.columns import load_register_words
from dashboard.imports.store.aside import Aside
from dashboard.imports.tables.table import Known
from dashboard.repository.listed_records import ListedDecision
from tests.imports.torture.xlsx import Fault, Sheet, Worked, xlsx_bytes

ROW = {
    "reference": "17 002 402b",
    "authority": "London Borough of Lewisham",
    "category": "Children's care services",
    "sub_category": "Friends and family carers",
    "outcome": "Upheld",
    "decided": "2018-07-03",
}
PRIVATE = "Anna Example t/a Kindly Care Ltd"


def write(folder: Path, rows: list[dict[str, str]], suffix: str = "csv", name: str = "decisions") -> Path:
    path = folder / f"{name}.{suffix}"
    table = pd.DataFrame(rows)
    if suffix == "xlsx":
        table.to_excel(path, index=False)
    elif suffix == "parquet":
        table.to_parquet(path)
    else:
        table.to_csv(path, index=False)
    return path


def read(known: Known, *paths: Path) -> ListRead:
    words = load_register_words(known.headings)
    return read_lists([list_file(path, words) for path in paths], known)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_a_decision_is_what_its_page_prints(tmp_path: Path, known: Known, suffix: str) -> None:
    bare = {**ROW, "reference": "24 001 075", "outcome": "", "decided": "", "sub_category": "Other"}
    told = read(known, write(tmp_path, [ROW, bare], suffix))
    slug, category = "london-borough-of-lewisham", DecisionCategory.CHILDRENS_CARE
    assert [row.decision for row in told.rows] == [
        ListedDecision(
            "17 002 402b", slug, category, "Friends and family carers", Outcome.UPHELD, date(2018, 7, 3)
        ),
        ListedDecision("24 001 075", slug, category, "Other", None, None),
    ]
    assert (told.left_out, told.found, told.counts) == ((), (), (2,))
    assert told.rows[1].place.row == 3 if suffix != "parquet" else True


def test_the_words_of_other_files_are_read(tmp_path: Path, known: Known) -> None:
    row = {
        "Date": "3 July 2018",
        "Link": "https://lgo.org.uk/x",
        "Sub-category": "Noise",
        "Category": "Environment and regulation",
        "Decision kind": "Report",
        "Council name": "Southend-on-Sea City Council",
        "Decision": "Closed after initial enquiries",
        "Ref": "17-002-402",
        "Column of another purpose": "ignored",
    }
    (told,) = read(known, write(tmp_path, [row], "xlsx")).rows
    assert told.decision.slug == "southend-on-sea-city-council"
    assert told.decision.kind is DecisionKind.REPORT
    assert told.decision.outcome is Outcome.CLOSED_INITIAL
    assert told.address == "https://lgo.org.uk/x"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Milton Keynes Council", "milton-keynes-city-council"),
        ("Milton Keynes City Council", "milton-keynes-city-council"),
        ("Doncaster Metropolitan Borough Council", "city-of-doncaster-council"),
        ("City of Doncaster Council", "city-of-doncaster-council"),
        ("Colchester City Council", "colchester-city-council"),
        ("Wirral Metropolitan Borough Council", "wirral-borough-council"),
        ("South Staffordshire District Council", "south-staffordshire-council"),
        ("Wakefield City Council", "wakefield-metropolitan-district-council"),
        ("Telford & Wrekin Council", "telford-and-wrekin-council"),
        (
            "Borough Council of King's Lynn & West Norfolk",
            "borough-council-of-kings-lynn-and-west-norfolk",
        ),
        (
            "Borough Council of King’s Lynn and West Norfolk",
            "borough-council-of-kings-lynn-and-west-norfolk",
        ),
        ("City of London", "city-of-london-corporation"),
        ("Cumbria County Council", "cumbria-county-council"),
    ],
)
def test_the_names_the_ombudsman_prints_are_known(tmp_path: Path, known: Known, name: str, slug: str) -> None:
    (told,) = read(known, write(tmp_path, [{**ROW, "authority": name}])).rows
    assert told.decision.slug == slug


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (PRIVATE, "care provider or other company"),
        ("Mr A Example", "care provider or other company"),
        ("Example Homes Limited", "care provider or other company"),
        ("NHS Example ICB", "NHS body"),
        ("Example Teaching Hospitals NHS Foundation Trust", "NHS body"),
        ("Lake District National Park Authority", "national park authority"),
        ("Upper Example Internal Drainage Board", "drainage board"),
        ("Transport for London", "transport body"),
        ("Environment Agency", "government body"),
        ("Merseytravel", "transport body"),
    ],
)
def test_a_body_that_is_no_council_is_left_out_by_its_kind(
    tmp_path: Path, known: Known, name: str, kind: str
) -> None:
    other = {**ROW, "reference": "23 001 001", "authority": name}
    told = read(known, write(tmp_path, [ROW, other]))
    assert [row.decision.reference for row in told.rows] == ["17 002 402b"]
    (left,) = told.left_out
    assert (left.text, left.why, left.place.row) == (kind, "no council", 3)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reference": "17 002 40"}, "row 3, column “reference”: “17 002 40” is no case reference"),
        ({"reference": ""}, "row 3, column “reference”: The reference is missing."),
        (
            {"reference": "17002402B"},
            "17 002 402b stands in decisions.csv, row 2 already. One row a decision.",
        ),
        ({"reference": "SIM 17 002 403"}, "SIM 17 002 403 is simulated, and a list is of real decisions."),
        ({"category": "Homes"}, "column “category”: “Homes” is not known here"),
        ({"category": ""}, "column “category”: The category is missing."),
        ({"outcome": "Report"}, "column “outcome”: “Report” is not known here"),
        ({"decided": "31/02/2020"}, "column “decided”: “31/02/2020” is no day."),
        ({"authority": ""}, "column “authority”: The authority is missing."),
        ({"authority": "Anna Example"}, "column “authority”: The authority names no council, and no kind of"),
        ({"authority": "Dorset Council", "decided": "2018-05-01"}, "The authority had not begun in 2018-19"),
        (
            {"outcome": "Up\x1bheld"},
            "column “outcome”: The cell holds U+001B (escape), which cannot be shown",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_cell(
    tmp_path: Path, known: Known, changes: dict[str, str], sentence: str
) -> None:
    path = write(tmp_path, [ROW, {**ROW, "reference": "23 001 001", **changes}])
    with pytest.raises(ImportRefusedError) as refused:
        read(known, path)
    assert sentence in str(refused.value)
    assert "Anna" not in str(refused.value), "whoever is no council is not named"


def test_a_list_about_no_council_is_none(tmp_path: Path, known: Known) -> None:
    with pytest.raises(ImportRefusedError, match="no decision about a council"):
        read(known, write(tmp_path, [{**ROW, "authority": PRIVATE}]))


def test_two_files_are_one_list(tmp_path: Path, known: Known) -> None:
    first = write(tmp_path, [ROW], name="one")
    second = write(tmp_path, [{**ROW, "reference": "17 002 402"}], "xlsx", name="two")
    assert [row.decision.reference for row in read(known, first, second).rows] == [
        "17 002 402",
        "17 002 402b",
    ]
    with pytest.raises(ImportRefusedError, match=r"stands in one\.csv, row 2 already"):
        read(known, first, write(tmp_path, [ROW], name="three"))


def test_what_is_no_list_says_what_is_missing(tmp_path: Path, known: Known) -> None:
    row = {key: value for key, value in ROW.items() if key != "sub_category"}
    with pytest.raises(ImportRefusedError, match="This is no list of decisions: no row of headings names"):
        read(known, write(tmp_path, [row]))


def test_texts_are_screened_and_shown_readable(tmp_path: Path, known: Known) -> None:
    row = {**ROW, "sub_category": "Noise\x1b at SW1A 1AA"}
    told = read(known, write(tmp_path, [row]))
    assert told.rows[0].decision.sub_category == "Noise at SW1A 1AA"
    found = {one.kind: (one.what, one.place.row, one.place.column, one.reference) for one in told.found}
    assert found == {
        CHARACTERS: ("U+001B (escape)", 2, "sub_category", ""),
        PERSONAL: ("a postcode", 2, "sub_category", "17 002 402b"),
    }


def test_what_a_person_left_out_is_not_read(tmp_path: Path, known: Known) -> None:
    bad = {**ROW, "reference": "23 001 001", "category": "Homes"}
    star = {**ROW, "reference": "23 001 002", "outcome": "*"}
    path = write(tmp_path, [{**one, "address": "not one of ours"} for one in (ROW, bad, star)])
    aside = Aside(columns=("address",), rows=(3,), not_held=("*",), by="A. Clerk", reason="Agreed")
    told = read_lists([list_file(path, load_register_words(known.headings), aside)], known)
    assert [(row.decision.reference, row.decision.outcome, row.address) for row in told.rows] == [
        ("17 002 402b", Outcome.UPHELD, ""),
        ("23 001 002", None, ""),
    ]
    with pytest.raises(ImportRefusedError, match=r"row 9: There is no such row\. Correct --ignore-row\."):
        read_lists([list_file(path, load_register_words(known.headings), replace(aside, rows=(3, 9)))], known)
    with pytest.raises(ImportRefusedError, match="A list of decisions needs this column"):
        list_file(path, load_register_words(known.headings), replace(aside, columns=("outcome",)))


def test_errors_of_a_spreadsheet_are_no_answers(tmp_path: Path, known: Known) -> None:
    kept = list(ROW.values())
    rows = [list(ROW), kept, ["23 001 001", *kept[1:4], Fault("#N/A"), Worked("B1+1", Fault("#REF!"))]]
    path = tmp_path / "decisions.xlsx"
    path.write_bytes(xlsx_bytes([Sheet("List", rows)]))
    with pytest.raises(ImportRefusedError) as refused:
        read(known, path)
    assert [
        (one.place.row, one.place.column, one.sentence.split("”")[0][1:]) for one in refused.value.problems
    ] == [
        (3, "outcome", "#N/A"),
        (3, "decided", "#REF!"),
    ]


def test_a_formula_is_read_as_it_was_saved_and_listed(tmp_path: Path, known: Known) -> None:
    kept = [*list(ROW.values())[:4], Worked('IF(1,"Upheld","")', "Upheld"), ROW["decided"]]
    path = tmp_path / "decisions.xlsx"
    path.write_bytes(xlsx_bytes([Sheet("List", [list(ROW), kept])]))
    told = read(known, path)
    assert told.rows[0].decision.outcome is Outcome.UPHELD
    assert (told.formulas.number, str(told.formulas.first[0])) == (
        1,
        "decisions.xlsx, sheet “List”, row 2, column “outcome”",
    )


def test_a_row_with_a_cell_too_many_is_told_and_names_nobody(tmp_path: Path, known: Known) -> None:
    path = write(tmp_path, [ROW])
    path.write_text(path.read_text("utf-8") + f"23 001 001,{PRIVATE},a,b,c,d,e\n", "utf-8")
    with pytest.raises(ImportRefusedError, match="row 3: The row has 7 cells, and the header has 6") as told:
        read(known, path)
    assert "Anna" not in str(told.value)


@pytest.mark.parametrize("order", list(permutations(("reference", "authority", "category", "outcome")))[1:])
def test_where_columns_have_moved_no_cell_is_repeated(
    tmp_path: Path, known: Known, order: tuple[str, ...]
) -> None:
    """A private person's name may stand in any of them."""
    row = {"reference": "23 001 002", "authority": "Anna Example", "category": "Housing", "outcome": "Upheld"}
    moved = {**ROW, **dict(zip(row, (row[name] for name in order), strict=True))}
    with pytest.raises(ImportRefusedError) as told:
        read(known, write(tmp_path, [ROW, moved]))
    assert "Anna" not in str(told.value)


def test_a_sub_category_is_a_name(tmp_path: Path, known: Known) -> None:
    other = {**ROW, "reference": "23 001 001", "sub_category": "Example " * 40}
    with pytest.raises(ImportRefusedError, match=r"row 3, .*Example …” has 319 characters") as told:
        read(known, write(tmp_path, [ROW, other]))
    assert len(str(told.value)) < 400

"""Whatever is wrong with a file has its sentence, with its place; nothing of it is in the draft."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.draft import DEMONSTRATION, has_draft
from dashboard.reference.load import Reference
from tests.imports.small_files import ADUR, ARUN, HEADER, YEAR, bring, csv_file, put, raw, workbook

FORGED_RATIO = 60 << 20


def second_sheet(book: openpyxl.Workbook) -> None:
    book.copy_worksheet(book["Data"]).title = "Copy"


def bomb(folder: Path) -> Path:
    path = folder / "received.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * FORGED_RATIO)
    return path


def entities(folder: Path) -> Path:
    path = put("A1", "Authority")(folder)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/more.xml", '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')
    return path


def zipped(folder: Path) -> Path:
    path = folder / "received.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("received.csv", "Authority,Total")
    return path


def cut(folder: Path) -> Path:
    path = put("A1", "Authority")(folder)
    path.write_bytes(path.read_bytes()[:-400])
    return path


def ended_early(folder: Path) -> Path:
    return raw("\n".join([",".join(HEADER), 'Adur District Council,"1,2,3']).encode())(folder)


CASES: list[tuple[str, Callable[[Path], Path], str]] = [
    ("missing", lambda folder: folder / "none.csv", "none.csv: There is no such file."),
    ("a folder", lambda folder: folder, ": This is a folder, not a file."),
    ("empty", raw(b""), "received.csv: The file is empty."),
    ("a PDF", raw(b"%PDF-1.7 \x00"), "received.csv: This is a PDF, not a table."),
    ("bytes", raw(bytes(range(256))), "received.csv: This is no text file."),
    (
        "old XLS, or a password",
        raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "r.xlsx"),
        "r.xlsx: This workbook is protected",
    ),
    ("a damaged workbook", cut, "received.xlsx: The workbook is damaged."),
    ("a packed file", zipped, "received.zip: This is a packed file, but no XLSX workbook."),
    ("a zip bomb", bomb, "received.xlsx: The workbook would unpack to 63 MB from 0.06 MB"),
    ("entities", entities, "received.xlsx: The workbook declares what no workbook needs"),
    ("text alone", raw(b"Dear all,\nplease find attached.\n"), "received.csv: No table was found"),
    (
        "a header of which nothing names the authority",
        csv_file(["Who", "Adult Care", "Houzing", "Total received"], ["Adur", "1", "2", "3"]),
        "received.csv, row 1: No table was found: no row has a heading for the authority and one for a "
        "figure. This row looks like a header: “Who”: not known; “Adult Care”: received:adult_care_services; "
        "“Houzing”: perhaps “Housing”; “Total received”: received:total.",
    ),
    ("only a header", csv_file(HEADER), "received.csv, row 1: There is no council below the header."),
    (
        "two headers",
        csv_file(HEADER, ADUR, HEADER, ARUN),
        "received.csv, row 1: Row 3 is as good a header as row 1.",
    ),
    (
        "a header again, far down",
        csv_file(HEADER, *[["Total", "0", "0", "0"]] * 110, HEADER, ARUN),
        "received.csv, row 112, column “Authority”: The row is a header, as row 1 is",
    ),
    (
        "a hidden sheet",
        workbook(lambda book: (book.create_sheet("Cover"), setattr(book["Data"], "sheet_state", "hidden"))),
        "received.xlsx, sheet “Data”, row 1: The sheet holds a table, and is hidden",
    ),
    (
        "an average of others under a group",
        csv_file(
            ["", "", "Average of similar authorities"], ["Authority", "Upheld", "Uphold rate (%)"], ADUR[:3]
        ),
        "received.csv, row 2, column “Uphold rate (%)”: “Uphold rate (%)” stands below “Average of similar",
    ),
    (
        "a total of something else under a group",
        csv_file(["", "Upheld", ""], ["Authority", "Total", "Uphold rate (%)"], [ADUR[0], "2", "100%"]),
        "received.csv, row 2, column “Total”: “Total” stands below “Upheld”",
    ),
    (
        "two sheets",
        workbook(second_sheet),
        "received.xlsx, sheet “Copy”, row 1: Sheets “Data” and “Copy” both hold a table “received”.",
    ),
    (
        "an unknown heading",
        csv_file(["Authority", "Adult Care", "Houzing", "Total"], ADUR),
        "received.csv, row 1, column “Houzing”: The heading “Houzing” is not known, and there are figures "
        "below it. Did you mean “Housing”?",
    ),
    (
        "a heading that says something in another table alone",
        csv_file(["Authority", "Upheld", "Not upheld", "Other"], ["Adur District Council", "1", "2", "3"]),
        "received.csv, row 1, column “Other”: The heading “Other” is not known in a table “decided”, and "
        "there are figures below it. Leave it out with --ignore-column; or say what it means: python -m",
    ),
    (
        "no heading",
        csv_file([*HEADER, ""], [*ADUR, "7"]),
        "received.csv, row 1: Column 5 has figures and no heading.",
    ),
    (
        "a heading twice",
        csv_file([*HEADER, "Housing services"], [*ADUR, "2"]),
        "received.csv, row 1, column “Housing services”: “Housing” and “Housing services” mean the same.",
    ),
    (
        "a misspelt council",
        csv_file(HEADER, ["Adurr District Council", *ADUR[1:]]),
        "received.csv, row 2, column “Authority”: “Adurr District Council” is no name in the register. Is it "
        "Adur District Council? Then: python -m dashboard names accept 'Adurr District Council' adur-",
    ),
    (
        "a council that had not begun",
        csv_file(HEADER, ["Westmorland and Furness Council 2", *ADUR[1:]]),
        "row 2, column “Authority”: “Westmorland and Furness Council 2” is no name in the register.",
    ),
    (
        "a council twice",
        csv_file(HEADER, ADUR, ["Adur", "1", "2", "3"]),
        "received.csv, row 3, column “Authority”: Adur District Council stands in row 2 already.",
    ),
    (
        "figures without a name",
        csv_file(HEADER, ADUR, ["", "1", "2", "3"]),
        "received.csv, row 3, column “Authority”: There are figures, and no authority: “1 | 2 | 3”.",
    ),
    (
        "negative",
        csv_file(HEADER, [ADUR[0], "-1", "2", "1"]),
        "received.csv, row 2, column “Adult Care Services”: “-1” is negative.",
    ),
    (
        "text in numbers",
        csv_file(HEADER, [ADUR[0], "1 (est)", "2", "3"]),
        "received.csv, row 2, column “Adult Care Services”: “1 (est)” is not a count.",
    ),
    (
        "105%",
        csv_file(["Authority", "Upheld", "Not Upheld", "Uphold rate (%)"], [ADUR[0], "2", "1", "105%"]),
        "received.csv, row 2, column “Uphold rate (%)”: “105%” is more than 100 per cent.",
    ),
    (
        "a total that does not add up",
        csv_file(HEADER, ADUR, ARUN, ["Total", "5", "8", "12"]),
        "received.csv, row 4, column “Housing”: The total is 8, and the rows above it add up to 7.",
    ),
    (
        "a total among the rows that is of none of them",
        csv_file(HEADER, ADUR, ["Total", "9", "2", "3"], ARUN),
        "received.csv, row 3, column “Adult Care Services”: The total is 9, and the rows above it",
    ),
    (
        "a wrong total above the rows",
        csv_file(HEADER, ["England", "5", "7", "11"], ADUR, ARUN),
        "received.csv, row 2, column “Total”: The total is 11, and the rows below it add up to 12.",
    ),
    (
        "a footnote’s mark that looks like a digit",
        csv_file(HEADER, [ADUR[0], "1²", "2", "3"]),
        "received.csv, row 2, column “Adult Care Services”: “1²” is not a count.",
    ),
    (
        "a point that may be of thousands",
        csv_file(HEADER, [ADUR[0], "1.000", "2", "3"]),
        "received.csv, row 2, column “Adult Care Services”: “1.000” may be 1 or a thousand times that.",
    ),
    (
        "a percentage under the heading of a count",
        workbook(lambda book: setattr(book["Data"]["B2"], "number_format", "0%")),
        "received.xlsx, sheet “Data”, row 2, column “Adult Care Services”: “1” is shown as a percentage",
    ),
    (
        "another year by its last day",
        csv_file(["Year ended 31 March 2023"], HEADER, ADUR),
        "received.csv, row 2: The sheet says it is of 2022-23, and is imported as 2023-24.",
    ),
    (
        "two years in the title, the earlier asked for",
        csv_file(["Complaints 2024-25 beside those of 2023/24"], HEADER, ADUR),
        "received.csv, row 2: The words above the table name 2023-24 and 2024-25",
    ),
    (
        "another year in the file’s name",
        raw(b"Authority,Housing,Total\r\nAdur,3,3", "received_2021-22_final.csv"),
        "received_2021-22_final.csv, row 1: The file’s name says 2021-22, and it is imported as 2023-24.",
    ),
    (
        "another year",
        csv_file(["Complaints received 2022-23"], HEADER, ADUR),
        "received.csv, row 2: The sheet says it is of 2022-23, and is imported as 2023-24.",
    ),
    (
        "two averages",
        csv_file(
            ["Authority", "Upheld", "Average uphold rate (%) of similar authorities"],
            ["Adur", "1", "61%"],
            ["Arun", "1", "62%"],
        ),
        "row 3, column “Average uphold rate (%) of similar authorities”: The average of district councils is "
        "62 here and 61 in row 2.",
    ),
    (
        "a formula that was never worked out",
        put("C3", "=1+4"),
        "received.xlsx, sheet “Data”, row 3, column “Housing”: “=” is a formula that was never worked out",
    ),
    (
        "a date made of a number",
        put("B2", date(2024, 2, 1)),
        "received.xlsx, sheet “Data”, row 2, column “Adult Care Services”: “2024-02-01” is a date",
    ),
    (
        "merged figures",
        workbook(lambda book: book["Data"].merge_cells("B2:B3")),
        "received.xlsx, sheet “Data”, row 2, column “Adult Care Services”: Merged cells stand among",
    ),
    (
        "too many columns",
        put("ZZ2", 1),
        "received.xlsx: A sheet has something in more than 100 columns.",
    ),
    (
        "too many columns of text",
        csv_file(HEADER, [*ADUR, *["x"] * 200]),
        "received.csv, row 2: There are 204 columns, and a table has at most 100.",
    ),
    (
        "too many rows",
        csv_file(HEADER, *[ADUR] * 20_001),
        "received.csv: There are more than 20,000 rows: this is no annual table.",
    ),
    (
        "a broken quotation",
        ended_early,
        "received.csv, row 2: The row cannot be read: a quotation mark opens in it, and is never closed.",
    ),
    (
        "half a character of UTF-16",
        raw("Authority,Total\r\nAdur,3".encode("utf-16")[:-1]),
        "received.csv, row 2: The text breaks off, or is damaged.",
    ),
]


@pytest.mark.parametrize(("write", "sentence"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_has_its_sentence_and_nothing_is_loaded(
    tmp_path: Path, reference: Reference, write: Callable[[Path], Path], sentence: str
) -> None:
    path = write(tmp_path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ImportRefusedError) as told:
        bring(tmp_path, path, reference)
    assert sentence in str(told.value)
    assert not has_draft(tmp_path / "store", "draft")
    assert not list((tmp_path / "store").glob("files/*/*"))
    assert not list((tmp_path / "store" / "incoming").iterdir())
    assert before is None or path.read_bytes() == before


def test_a_table_without_a_year_is_asked_for_it(tmp_path: Path, reference: Reference) -> None:
    path = csv_file(HEADER, ADUR)(tmp_path)
    with pytest.raises(ImportRefusedError, match="needs its year"):
        import_files(tmp_path / "store", Asked("draft", (path,)), reference)


@pytest.mark.parametrize(
    ("preamble", "kind", "sentence"),
    [
        ("Simulated figures", None, "says that it is simulated, and the draft draft is of real figures"),
        ("For a demonstration", "real", "says that it is simulated"),
        ("Complaints", DEMONSTRATION, "says nowhere that it is simulated"),
    ],
)
def test_simulated_figures_and_real_ones_stay_apart(
    tmp_path: Path, reference: Reference, preamble: str, kind: str | None, sentence: str
) -> None:
    path = csv_file([preamble], HEADER, ADUR)(tmp_path)
    with pytest.raises(ImportRefusedError, match=sentence):
        bring(tmp_path, path, reference, kind=kind)
    assert not has_draft(tmp_path / "store", "draft")


def test_all_problems_are_told_at_once_the_first_twenty_in_full(tmp_path: Path, reference: Reference) -> None:
    path = csv_file(HEADER, *([f"Nowhere {number}", "1", "2", "3"] for number in range(30)))(tmp_path)
    with pytest.raises(ImportRefusedError) as told:
        bring(tmp_path, path, reference)
    lines = str(told.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "… and 10 more."


def test_one_bad_file_keeps_the_good_ones_out(tmp_path: Path, reference: Reference) -> None:
    good = csv_file(HEADER, ADUR)(tmp_path)
    bad = raw(b"", "decided.csv")(tmp_path)
    with pytest.raises(ImportRefusedError):
        import_files(tmp_path / "store", Asked("draft", (good, bad), (YEAR,)), reference)
    assert not has_draft(tmp_path / "store", "draft")
    assert not list((tmp_path / "store").glob("files/*/*"))


def test_a_workbook_says_where_its_formula_stands_in_a_register(tmp_path: Path, reference: Reference) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Reference", "Authority", "Received", "Decided", "Category", "Outcome"])
    book.active.append(["23 000 001", "Adur", date(2023, 5, 1), "=C2+30", "Housing", "Upheld"])
    content = io.BytesIO()
    book.save(content)
    path = raw(content.getvalue(), "register.xlsx")(tmp_path)
    with pytest.raises(
        ImportRefusedError, match="sheet “Sheet”, row 2, column “Decided”: There is a formula that was never"
    ):
        bring(tmp_path, path, reference)


@pytest.mark.parametrize(
    "text",
    [
        "Complaints decided 2025-26\nAuthority,Upheld\n{long},1\n",
        "Authority,Upheld,{long}\nAdur,1,2\n",
        "Decided {long} in thousands\nAuthority,Upheld\nAdur,1\n",
        "Authority,Upheld\nAdur,{long}\n",
    ],
)
def test_a_refusal_repeats_no_more_than_anybody_reads(
    tmp_path: Path, reference: Reference, text: str
) -> None:
    path = tmp_path / "decided.csv"
    path.write_text(text.format(long="Example " * 20_000), "utf-8")
    with pytest.raises(ImportRefusedError) as told:
        import_files(tmp_path / "store", Asked("draft", (path,), ("2023-24",)), reference)
    assert len(str(told.value)) < 2_000

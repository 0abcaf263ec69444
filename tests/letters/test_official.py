"""Official letters of a draft: each file taken, or named with what is wrong with it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from dashboard.letters.official import logical_name, read_official_letters

SLUGS = ("blackpool-borough-council", "leeds-city-council")
YEARS = ("2022-23", "2023-24")


def a_pdf(encryption: pikepdf.Encryption | None = None, pages: int = 1) -> bytes:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    saved = BytesIO()
    pdf.save(saved, encryption=encryption or False)
    return saved.getvalue()


def put(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_no_folder_holds_no_letters(tmp_path: Path) -> None:
    found = read_official_letters(tmp_path / "letters", SLUGS, YEARS)
    assert (found.files, found.problems) == ({}, ())


def test_a_letter_is_taken_as_it_is(tmp_path: Path) -> None:
    content = a_pdf()
    put(tmp_path, "2023-24/leeds-city-council.pdf", content)
    put(tmp_path, "2023-24/.DS_Store", b"x")
    found = read_official_letters(tmp_path, SLUGS, YEARS)
    assert found.files == {logical_name("leeds-city-council", "2023-24"): content}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "content", "slug", "year", "says"),
    [
        ("2023-24/leeds-city-council.pdf", b"", "leeds-city-council", "2023-24", "the file is empty"),
        ("2023-24/leeds-city-council.pdf", b"PK\3\4", "leeds-city-council", "2023-24", "it is not a PDF"),
        (
            "2023-24/leeds-city-council.pdf",
            a_pdf()[:200],
            "leeds-city-council",
            "2023-24",
            "it is not a PDF, or a damaged one",
        ),
        (
            "2023-24/leeds-city-council.pdf",
            a_pdf(pages=0),
            "leeds-city-council",
            "2023-24",
            "the PDF has no pages",
        ),
        (
            "2023-24/leeds-city-council.pdf",
            a_pdf(pikepdf.Encryption(owner="a", user="b")),
            "leeds-city-council",
            "2023-24",
            "protected by a password",
        ),
        (
            "2023-24/leeds-city-council.pdf",
            a_pdf(pikepdf.Encryption(owner="a", user="")),
            "leeds-city-council",
            "2023-24",
            "encrypted",
        ),
        ("2023-24/leeds.pdf", a_pdf(), None, "2023-24", "“leeds” is no council"),
        ("2019-20/leeds-city-council.pdf", a_pdf(), "leeds-city-council", None, "2019-20 is not a year"),
        ("2024/leeds-city-council.pdf", a_pdf(), "leeds-city-council", None, "“2024” is not a reporting"),
        ("leeds-city-council.pdf", a_pdf(), "leeds-city-council", None, "is put at <year>/<council>.pdf"),
        ("2023-24/leeds-city-council.docx", a_pdf(), "leeds-city-council", None, "is put at <year>"),
        ("2023-24/a/leeds-city-council.pdf", a_pdf(), "leeds-city-council", None, "is put at <year>"),
    ],
)
def test_a_file_that_is_no_letter_is_named_and_the_others_are_taken(
    tmp_path: Path, *, name: str, content: bytes, slug: str | None, year: str | None, says: str
) -> None:
    put(tmp_path, name, content)
    put(tmp_path, "2022-23/blackpool-borough-council.pdf", a_pdf())
    found = read_official_letters(tmp_path, SLUGS, YEARS)
    (problem,) = found.problems
    assert (problem.slug, problem.year) == (slug, year)
    assert problem.sentence.startswith(f"Official letter letters/{name}: ")
    assert says in problem.sentence
    assert list(found.files) == [logical_name("blackpool-borough-council", "2022-23")]

"""The letter as PDF, read back as a screen reader reads it."""

from dataclasses import replace

import pytest

from dashboard.domain.origin import Origin
from dashboard.letters.letter import write_letter
from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.letter_data import TEMPLATE, WATERMARK, letter_data
from dashboard.pdf.tagged import TaggedPdf, read
from dashboard.repository.records import Council
from tests.support.fake_repository import FakeRepository
from tests.support.figures import figure
from tests.support.sample import BLACKPOOL, CUMBRIA, sample

BUILT_AT = "2026-01-05T10:00:00Z"


def letter(council: Council, year: str, repository: FakeRepository, status: str = "live") -> bytes:
    told = write_letter(council, year, repository)
    assert told is not None
    data = letter_data(told, replace(repository.release(), status=status))
    return compile_pdf(TEMPLATE, data, built_at=BUILT_AT)


@pytest.fixture(scope="module")
def blackpool() -> TaggedPdf:
    return read(letter(BLACKPOOL, "2023-24", sample()))


@pytest.fixture(scope="module")
def simulated() -> TaggedPdf:
    one = figure(BLACKPOOL.slug, "2022-23", "upheld_pct", 6, 9, origin=Origin.SIMULATED)
    return read(letter(BLACKPOOL, "2022-23", sample("demonstration", extra=(one,))))


def test_it_says_that_it_is_pdf_ua_and_in_which_language(blackpool: TaggedPdf) -> None:
    root = blackpool.pdf.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    told = blackpool.metadata
    assert told["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert (
        told["{http://purl.org/dc/elements/1.1/}title"]
        == "Annual review letter 2023-24, Blackpool Borough Council"
    )


def test_one_title_and_headings_in_order_without_a_gap(blackpool: TaggedPdf) -> None:
    headings = [(element.tag, element.text) for element in blackpool.root.all("H1", "H2", "H3")]
    assert headings == [
        ("H1", "Annual review letter 2023-24"),
        ("H2", "Complaints upheld"),
        ("H2", "Upheld complaints and population"),
        ("H2", "Compliance with recommendations"),
        ("H2", "Satisfactory remedies provided by your council"),
        ("H2", "What your council agreed to improve"),
        ("H2", "Which authorities are compared"),
        ("H2", "Help for your council"),
        ("H2", "Annex: the figures of this letter"),
    ]


def test_it_reads_in_the_order_of_a_letter(blackpool: TaggedPdf) -> None:
    text = blackpool.text
    order = [
        "It is not the Ombudsman’s own",
        "The Chief Executive Blackpool Borough Council 17 July 2024 Dear Chief Executive",
        "Annual review letter 2023-24 I write with",
        "upheld six of them: 67% (6 of 9). The average of unitary councils was 79%.",
        "33% (2 of 6)",
        "Written by this project from the figures held Not signed by the Ombudsman",
        "The measures of 2023-24",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_table_has_a_caption_and_heads_of_columns_and_rows(blackpool: TaggedPdf) -> None:
    (table,) = blackpool.root.all("Table")
    assert [caption.text for caption in table.all("Caption")] == ["The measures of 2023-24"]
    heads = [(head.text, str(head.attributes["Scope"])) for head in table.all("TH")]
    assert heads == [
        ("Measure", "/Column"),
        ("Counts", "/Column"),
        ("Your council", "/Column"),
        ("Origin", "/Column"),
        ("Average of unitary councils", "/Column"),
        ("Origin of the average", "/Column"),
        ("Complaints upheld", "/Row"),
        ("Upheld per 100,000 residents", "/Row"),
        ("Recommendations complied with", "/Row"),
        ("Satisfactory remedy before the Ombudsman", "/Row"),
    ]
    rows = [[cell.text for cell in row.all("TD")] for row in table.all("TR")]
    published = "published"
    assert rows[1] == ["6 of 9", "67%", published, "79%", published]
    assert rows[2] == ["6 upheld, 141,574 residents", "4.2", published, "4.6", published]


def test_page_numbers_are_no_content(blackpool: TaggedPdf) -> None:
    pages = blackpool.pages
    for number, artefacts in enumerate(blackpool.artefacts, start=1):
        assert any(text.endswith(f"Page {number} of {pages}") for text in artefacts)
    assert "Page 1" not in blackpool.text


def test_a_simulated_letter_says_so_behind_every_page_and_in_its_text(simulated: TaggedPdf) -> None:
    assert simulated.pages > 1
    assert all(WATERMARK in artefacts for artefacts in simulated.artefacts)
    assert WATERMARK not in simulated.text
    assert "This is a simulated letter of a demonstration." in simulated.text
    assert "67% (6 of 9) simulated" in simulated.text


def test_a_letter_of_real_figures_has_no_watermark(blackpool: TaggedPdf) -> None:
    assert not any(WATERMARK in artefacts for artefacts in blackpool.artefacts)


@pytest.mark.parametrize(("status", "says"), [("draft", "Draft"), ("embargoed", "Embargoed")])
def test_an_unpublished_letter_says_so_on_every_page(status: str, says: str) -> None:
    told = read(letter(BLACKPOOL, "2023-24", sample(), status))
    assert told.text.startswith(says)
    assert all(any(text.startswith(says) for text in artefacts) for artefacts in told.artefacts)


def test_a_letter_without_an_average_has_no_column_for_it() -> None:
    told = read(letter(CUMBRIA, "2023-24", sample()))
    heads = [head.text for head in told.root.all("TH")]
    assert heads[:4] == ["Measure", "Counts", "The council", "Origin"]
    assert not any("verage" in head for head in heads)


def test_what_is_told_is_never_read_as_markup() -> None:
    evil = replace(BLACKPOOL, name='#panic("x") *Evil* $x$ <b> \\ [c] @d `e` Council')
    told = read(letter(evil, "2023-24", sample()))
    assert evil.name in told.text


def test_the_same_letter_is_the_same_bytes() -> None:
    assert letter(BLACKPOOL, "2023-24", sample()) == letter(BLACKPOOL, "2023-24", sample())

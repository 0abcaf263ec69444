"""Next year's edition is data: an entry, and nothing else."""

from dataclasses import replace
from datetime import date

from dashboard.letters.editions import EDITIONS, Edition, Part, edition_of
from dashboard.letters.letter import write_letter
from dashboard.letters.model import plain_text
from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.letter_check import check_letter
from dashboard.pdf.letter_data import TEMPLATE, letter_data
from tests.support.fake_repository import release
from tests.support.figures import figure
from tests.support.sample import BLACKPOOL, sample

NEXT = Edition(
    "2025-26",
    (Part.UPHELD, Part.RATE, Part.IMPROVEMENTS, Part.RESOURCES),
    dated=date(2026, 5, 20),
    opening=("This year’s letter is shorter.",),
    notes=("New this year: a thing to know before comparing.",),
    resources=("A guide for officers.",),
    addressed_to="Head of Paid Service",
)


def test_an_edition_added_as_data_is_written_and_set() -> None:
    repository = replace(
        sample(extra=(figure(BLACKPOOL.slug, "2025-26", "upheld_pct", 2, 4, printed="50"),)),
        release_=release(years=("2024-25", "2025-26")),
    )
    letter = write_letter(BLACKPOOL, "2025-26", repository, {**EDITIONS, NEXT.year: NEXT})
    assert letter is not None
    assert letter.addressee == ("The Head of Paid Service", "Blackpool Borough Council")
    assert letter.salutation == "Dear Head of Paid Service"
    assert [part.id for part in letter.sections] == [
        "opening",
        "upheld",
        "rate",
        "improvements",
        "resources",
        "annex",
    ]
    opening = [plain_text(block) for block in letter.sections[0].blocks if isinstance(block, tuple)]
    assert opening[1:] == [*NEXT.opening, *(f"Note: {note}" for note in NEXT.notes)]
    data = letter_data(letter, repository.release())
    content = compile_pdf(TEMPLATE, data, built_at="2026-05-20T09:00:00Z")
    assert check_letter(content, letter, str(data["title"])) > 0


def test_a_year_after_the_newest_edition_has_its_parts_and_nothing_that_was_special_of_it() -> None:
    repository = replace(
        sample(extra=(figure(BLACKPOOL.slug, "2025-26", "upheld_pct", 2, 4, printed="50"),)),
        release_=release(years=("2024-25", "2025-26")),
    )
    letter = write_letter(BLACKPOOL, "2025-26", repository)
    assert letter is not None
    newest = EDITIONS["2024-25"]
    assert [part.id for part in letter.sections] == ["opening", *map(str, newest.parts), "annex"]
    opening = " ".join(plain_text(block) for block in letter.sections[0].blocks if isinstance(block, tuple))
    assert "For the first time" not in opening


def test_before_the_first_edition_there_is_no_letter() -> None:
    assert edition_of("2012-13") is None
    assert write_letter(BLACKPOOL, "2012-13", replace(sample(), release_=release(years=("2012-13",)))) is None

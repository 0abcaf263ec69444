"""Letters of the project's own releases, set and read back: right council, figures in order, pages."""

from pathlib import Path

import pytest

from dashboard.letters.letter import write_letter
from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.letter_check import check_letter
from dashboard.pdf.letter_data import TEMPLATE, letter_data
from dashboard.pdf.tagged import read
from dashboard.repository.sqlite import SqliteRepository

pytestmark = pytest.mark.data


@pytest.mark.parametrize(
    ("release", "slug", "year", "says"),
    [
        (
            "demo",
            "blackpool-borough-council",
            "2019-20",
            "The map will be updated with the figures of this letter",
        ),
        ("demo", "blackpool-borough-council", "2023-24", "67% (6 of 9)"),
        ("demo", "kent-county-council", "2024-25", "What was dealt with in 2024-25"),
        ("demo", "council-of-the-isles-of-scilly", "2024-25", "statistics of the Council of the Isles"),
        ("demo", "city-of-london-corporation", "2022-23", "We completed no investigations"),
        ("demo", "city-of-bradford-metropolitan-district-council", "2021-22", "City of Bradford"),
        ("demo", "cumberland-council", "2023-24", "This is the first year of your council"),
        ("demo", "cumbria-county-council", "2023-24", "as successors to Cumbria County Council"),
        ("demo", "north-somerset-council", "2024-25", "North Somerset"),
        ("demo", "ashfield-district-council", "2020-21", "No new complaints were taken"),
        ("held-figures", "birmingham-city-council", "2017-18", "43 of 72"),
        ("held-figures", "blackpool-borough-council", "2023-24", "the improvements themselves are not held"),
    ],
)
def test_a_letter_is_read_back_whole(releases: Path, release: str, slug: str, year: str, says: str) -> None:
    repository = SqliteRepository(releases / release)
    council = repository.council(slug)
    assert council is not None
    letter = write_letter(council, year, repository)
    assert letter is not None
    data = letter_data(letter, repository.release())
    content = compile_pdf(TEMPLATE, data, built_at=repository.release().built_at)
    assert 1 <= check_letter(content, letter, str(data["title"])) <= 4
    assert says in read(content).text


def test_nothing_of_the_real_release_is_marked_as_simulated(releases: Path) -> None:
    repository = SqliteRepository(releases / "held-figures")
    letters = [
        letter
        for council in repository.councils("2023-24")
        if (letter := write_letter(council, "2023-24", repository)) is not None
    ]
    assert len(letters) > 60  # of the others nothing is held: no letter is written of nothing
    assert not any(letter.simulated for letter in letters)

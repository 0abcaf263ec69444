"""How complete the figures are: counted from the release itself, and told in words where there is nothing."""

from pathlib import Path

import pytest

from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.measures import MEASURES
from dashboard.pages.site import quality as page
from dashboard.repository.quality_records import RECEIVED, Known
from dashboard.repository.sqlite import SqliteRepository
from dashboard.words.quality import quantities, short_label
from tests.support.html_text import html_of, text_of
from tests.support.tiny_release import BLACKPOOL, BRIGHTON, CUMBRIA, YEARS, build_tiny


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> SqliteRepository:
    return SqliteRepository(build_tiny(tmp_path_factory.mktemp("releases")))


def test_every_council_of_every_year_is_counted_once(tiny: SqliteRepository) -> None:
    rows = tiny.quality().completeness()
    for year in YEARS:
        for quantity in quantities():
            counted = sum(row.councils for row in rows if (row.year, row.quantity) == (year, quantity))
            assert counted == len(tiny.councils(year)), (year, quantity)


@pytest.mark.parametrize(
    ("slug", "quantity", "known"),
    [
        (BLACKPOOL.slug, "upheld_pct", Known.PUBLISHED),
        (BLACKPOOL.slug, RECEIVED, Known.PUBLISHED),
        (BLACKPOOL.slug, "dealt_with", Known.NOT_HELD),
        (BRIGHTON.slug, "upheld_pct", Known.NOT_HELD),
    ],
)
def test_what_is_known_of_a_council(tiny: SqliteRepository, slug: str, quantity: str, known: Known) -> None:
    assert tiny.quality().councils("2023-24", AuthorityType.UNITARY)[slug][quantity] is known


def test_a_council_after_its_end_is_not_missing(tiny: SqliteRepository) -> None:
    assert CUMBRIA.slug not in tiny.quality().councils("2023-24", AuthorityType.COUNTY)


def test_a_percentage_without_its_counts_is_known_by_who_printed_it(tiny: SqliteRepository) -> None:
    known = tiny.quality().councils("2023-24", AuthorityType.METROPOLITAN)
    assert known["barnsley-metropolitan-borough-council"]["upheld_pct"] is Known.REPORTED


def test_the_page_says_what_there_is_not(tiny: SqliteRepository) -> None:
    text = text_of(page.render(tiny, "2023-24", AuthorityType.UNITARY, UNNAMED))
    for said in (
        "Of the 7 councils that existed in 2023-24, the share of complaints upheld is known of 2",
        "No figure of a source was corrected.",
        "No contradictions are known among the figures held.",
        "No warning of the checks was accepted for this release.",
        "This release was made from the project’s own data alone.",
    ):
        assert said in text


def test_the_headings_of_a_table_are_all_different() -> None:
    assert len({short_label(quantity) for quantity in quantities()}) == len(MEASURES) + 1


def test_the_form_keeps_the_release_asked_for(tiny: SqliteRepository) -> None:
    html = html_of(page.render(tiny, "2023-24", AuthorityType.LONDON, Links("spring")))
    assert '<input type="hidden" name="release" value="spring">' in html
    assert '<option value="london" selected>' in html
    assert '<option value="2023-24" selected>' in html


@pytest.mark.data
def test_held_figures_list_every_contradiction_with_its_reason(releases: Path) -> None:
    repository = SqliteRepository(releases / "held-figures")
    found = repository.quality().contradictions()
    lines = (Path(__file__).parents[3] / "data/held/conflicts.csv").read_text("utf-8").splitlines()
    assert len(found) == len(lines) - 1
    assert all(contradiction.reason for contradiction in found)
    text = text_of(page.render(repository, "2023-24", AuthorityType.LONDON, UNNAMED))
    assert "22 of 24 is 92%" in text


@pytest.mark.data
def test_of_the_demonstration_everything_has_a_value_and_nothing_simulated_is_called_known(
    releases: Path,
) -> None:
    repository = SqliteRepository(releases / "demo")
    rows = [
        r for r in repository.quality().completeness() if r.known in (Known.NOT_HELD, Known.NOT_APPLICABLE)
    ]
    assert {row.quantity for row in rows} <= {"upheld_per_100k", "dealt_with_per_100k"}
    text = text_of(page.render(repository, "2024-25", AuthorityType.LONDON, UNNAMED))
    assert "stands here for 317, " in text
    assert "of them simulated. What is simulated is made up" in text
    assert "Of how many councils each measure is known" not in text

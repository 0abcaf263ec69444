"""What one council agreed to change: as a section of its page and as a list of its own, each empty state."""

from datetime import date

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.decision_state import parse
from dashboard.addresses.improvement_place import council_place
from dashboard.addresses.links import UNNAMED, Links
from dashboard.pages.improvements import of_council as council_improvements
from dashboard.pages.improvements.results import find
from dashboard.pages.improvements.section import how_it_went, section
from tests.feeds.world import BLACKPOOL, DAMP, england
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements
from tests.support.fake_repository import FakeRepository
from tests.support.html_text import html_of, text_of

DUE, ON_TIME, LATE = date(2024, 2, 20), date(2024, 2, 1), date(2024, 3, 1)
YEAR = "2023-24"


def held(*cases: FakeCase, kind: str = "real") -> FakeRepository:
    return england(FakeCases(cases, {BLACKPOOL.slug: BLACKPOOL.type}), kind)


def seven() -> FakeRepository:
    told = [
        with_improvements(
            decision(f"23 00{n} 000", decided=date(2023, 5, n)), f"Change {n}.", due=DUE, met=met
        )
        for n, met in enumerate((ON_TIME, DUE, LATE, None, None, ON_TIME), start=1)
    ]
    undated = with_improvements(decision("23 009 000", decided=date(2023, 4, 2)), "Change 9.")
    return held(*map(FakeCase, (*told, undated)))


def test_the_section_has_the_newest_five_and_says_how_it_went() -> None:
    tree = section(CouncilYear(BLACKPOOL, YEAR, seven(), UNNAMED), 2)
    text, html = text_of(tree), html_of(tree)
    assert "Blackpool Borough Council agreed to 7 improvements in 7 cases decided in 2023-24." in text
    assert (
        "How it went: of the 6 whose dates are held, three were done on time, one was done late and two are "
        "not recorded as done." in text
    )
    assert [f"Change {n}." in text for n in (6, 5, 4, 3, 2, 1, 9)] == [True] * 5 + [False] * 2
    assert '<a href="/council/blackpool-borough-council/improvements?year=2023-24">All 7 improvements' in html
    assert '<h2 id="improvements">' in html


def test_the_section_keeps_its_level_and_release() -> None:
    html = html_of(section(CouncilYear(BLACKPOOL, YEAR, seven(), Links("spring")), 3))
    assert '<h3 id="improvements">' in html
    assert html.count("<a ") == html.count("release=spring")
    assert 'href="/council/blackpool-borough-council/feed.atom?release=spring"' in html


@pytest.mark.parametrize(
    ("repository", "year", "says"),
    [
        (
            england(None),
            YEAR,
            "Improvements are not held here: this release holds figures, and not the cases behind them.",
        ),
        (held(), YEAR, "No published decision of 2018-19 to 2024-25 holds an improvement that Blackpool"),
        (
            held(FakeCase(DAMP)),
            "2022-23",
            "No published decision of 2022-23 holds an improvement that Blackpool Borough Council agreed to. "
            "2 improvements agreed in other years",
        ),
        (
            held(FakeCase(DAMP)),
            YEAR,
            "2 improvements in 1 case decided in 2023-24. How it went: two were done late.",
        ),
        (
            held(FakeCase(with_improvements(decision(), "Check."))),
            YEAR,
            "1 case decided in 2023-24. How it went: the dates they were due and done are not held.",
        ),
        (held(FakeCase(DAMP), kind="demonstration"), YEAR, "Service improvements agreed, 2023-24 Simulated"),
    ],
)
def test_each_state_of_the_section_says_so_in_its_own_words(
    repository: FakeRepository, year: str, says: str
) -> None:
    assert says in text_of(section(CouncilYear(BLACKPOOL, year, repository, UNNAMED), 2))


def test_how_it_went_counts_every_state_once() -> None:
    cases = seven().cases()
    assert cases is not None
    assert how_it_went(()) == "the dates they were due and done are not held."
    one = [each for each in cases.improvements(parse("", (YEAR,)).asked, size=99).rows if each.met == LATE]
    assert how_it_went(one) == "one was done late."


def own_page(query: str, repository: FakeRepository) -> str:
    state = parse(query, repository.release().years)
    cases = repository.cases()
    meant = council_place(BLACKPOOL, UNNAMED).within(state).asked.changed(improving=True)
    found = None if cases is None else find(cases, meant, state.page)
    return text_of(council_improvements.render(BLACKPOOL, state, found, repository, UNNAMED))


@pytest.mark.parametrize(
    ("query", "repository", "says"),
    [
        ("", seven(), "7 improvements Agreed in 7 cases, of all years held."),
        (
            "",
            seven(),
            "How it went, of all improvements held: of the 6 whose dates are held, three were done",
        ),
        ("year=2023-24", seven(), "Agreed in 7 cases: decided in 2023-24."),
        ("year=2023-24", seven(), "How it went, of those listed below: of the 6"),
        ("category=education", seven(), "No improvements found"),
        ("category=education", seven(), "Without “Education” : 7 improvements"),
        ("", held(), "No published decision of 2018-19 to 2024-25 holds an improvement that Blackpool"),
        ("q=x", held(), "Leaving out any one part of the search finds nothing either."),
        ("", england(None), "Improvements are not held in this release"),
        ("", held(FakeCase(DAMP), kind="demonstration"), "Simulated: every case and every improvement"),
    ],
)
def test_the_list_says_what_it_holds(query: str, repository: FakeRepository, says: str) -> None:
    assert says in own_page(query, repository)

"""Every statistic leads to the cases behind it, where the release holds cases."""

import re
from datetime import date

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.pages.cases.links import CaseLinks, links_of, to_cases
from dashboard.pages.council import page as council
from dashboard.pages.council import panel as council_panel
from dashboard.repository.records import ServiceRow
from tests.support.fake_cases import FakeCase, FakeCases, decision, due
from tests.support.fake_repository import FakeRepository
from tests.support.figures import figure
from tests.support.html_text import html_of, text_of
from tests.support.sample import BLACKPOOL, breakdown, sample

YEAR = "2023-24"
LISTS = f"/council/{BLACKPOOL.slug}/decisions"
LINKS = CaseLinks(BLACKPOOL, YEAR, UNNAMED)


def with_cases(*, missed: bool = False) -> FakeRepository:
    found = (figure(BLACKPOOL.slug, YEAR, "compliance_pct", 4, 5),) if missed else ()
    repository = sample(extra=found)
    repository.rows = {
        (BLACKPOOL.slug, YEAR, "received"): breakdown("received", {"housing": 4, "other": 0, "total": 4}),
        (BLACKPOOL.slug, YEAR, "decided"): breakdown("decided", {"not_upheld": 3, "upheld": 6}),
    }
    row = ServiceRow(Category.HOUSING, 1, 4, Origin.PUBLISHED, 7, 6, 5, Origin.DERIVED)
    repository.services_ = {(BLACKPOOL.slug, YEAR): (row,), (BLACKPOOL.type.value, YEAR): (row,)}
    told = tuple(due(date(2024, 1, n), Compliance.ON_TIME) for n in range(1, 6))
    upheld = tuple(decision(f"23 001 00{n}", compliance=told if n == 1 else ()) for n in range(1, 7))
    others = tuple(decision(f"23 002 00{n}", outcome=Outcome.NOT_UPHELD) for n in range(1, 4))
    cases = [FakeCase(case, published=case.reference != "23 001 006") for case in (*upheld, *others)]
    repository.cases_ = FakeCases(tuple(cases))
    return repository


def links(html: str) -> dict[str, str]:
    """The quiet links of a page by their names."""
    found = re.findall(r'<a aria-label="([^"]+)" class="to-cases" href="([^"]+)">', html)
    return {name: href.replace("&amp;", "&") for name, href in found}


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("6 upheld: see the cases", "outcome=upheld&year=2023-24"),
        ("9 investigated: see the cases", "outcome=not_upheld,upheld&year=2023-24"),
        ("5 due: see the cases", "due=2023-24"),
        (
            "2 upheld that the council had put right before the Ombudsman: see the cases",
            "outcome=upheld&year=2023-24&remedy=1",
        ),
        ("4 received, housing: see the cases", "received=2023-24&service=housing"),
        ("4 received: see the cases", "received=2023-24"),
        ("3 not upheld: see the cases", "outcome=not_upheld&year=2023-24"),
        ("4 of 4 (100%) received, housing: see the cases", "received=2023-24&service=housing"),
        ("7 decided, housing: see the cases", "year=2023-24&service=housing"),
        ("83% (5 of 6) upheld, housing: see the cases", "outcome=upheld&year=2023-24&service=housing"),
    ],
)
def test_a_number_leads_to_the_cases_it_counts(name: str, query: str) -> None:
    html = html_of(council.render(BLACKPOOL.slug, YEAR, with_cases()))
    assert links(html)[name] == f"{LISTS}?{query}"


def test_what_was_not_complied_with_is_one_step_away() -> None:
    html = html_of(council_panel.render(BLACKPOOL.slug, YEAR, with_cases(missed=True)))
    assert links(html)["See which: see the cases"] == f"{LISTS}?due=2023-24&compliance=not_complied"


def test_none_has_no_link_and_neither_has_a_release_without_cases() -> None:
    assert to_cases(LINKS, "0", "upheld", 0) == "0"
    assert to_cases(None, "6", "upheld", 6) == "6"
    assert "to-cases" not in html_of(council.render(BLACKPOOL.slug, YEAR, sample()))
    assert links_of(CouncilYear(BLACKPOOL, YEAR, sample(), UNNAMED)) is None
    assert links_of(CouncilYear(BLACKPOOL, "1999-00", with_cases(), UNNAMED)) is None


def test_the_release_stays_in_the_links() -> None:
    address = CaseLinks(BLACKPOOL, YEAR, Links("demo")).address("upheld")
    assert address == f"{LISTS}?outcome=upheld&year=2023-24&release=demo"


def test_the_page_lists_the_newest_and_says_how_they_meet_the_statistics() -> None:
    text = text_of(council.render(BLACKPOOL.slug, YEAR, with_cases()))
    assert "The statistics count 6 upheld; 5 are published here, 1 is not published." in text
    assert "Of all 9 complaints decided, 8 decisions are published here." in text
    assert "All 8 decisions of 2023-24" in text
    assert "No public report about Blackpool Borough Council was published in 2023-24." in text


def test_the_panel_says_it_in_short_and_lists_none() -> None:
    tree = council_panel.render(BLACKPOOL.slug, YEAR, with_cases())
    text, html = text_of(tree), html_of(tree)
    assert "The statistics count 6 upheld; 5 are published here, 1 is not published." in text
    assert f'href="{LISTS}?year=2023-24"' in html
    assert f'href="/council/{BLACKPOOL.slug}/reports?year=2023-24"' in html
    assert "case-list" not in html


@pytest.mark.parametrize(
    ("repository", "says"),
    [
        (sample(), "The decisions behind these figures are not held here."),
        (sample(), "Public reports are not held here"),
    ],
)
def test_what_is_not_held_is_said_not_to_be(repository: FakeRepository, says: str) -> None:
    assert says in text_of(council.render(BLACKPOOL.slug, YEAR, repository))


def test_a_year_in_which_nothing_was_decided_says_so() -> None:
    nothing = sample()
    nothing.cases_ = FakeCases(())
    text = text_of(council.render(BLACKPOOL.slug, YEAR, nothing))
    assert "No complaint about Blackpool Borough Council was decided in 2023-24." in text


def test_section_links_of_the_panel_lead_somewhere_with_cases_too() -> None:
    for tree in (
        council_panel.render(BLACKPOOL.slug, YEAR, with_cases()),
        council.render(BLACKPOOL.slug, YEAR, with_cases()),
    ):
        html = html_of(tree)
        for anchor in re.findall(r'href="#([^"]+)"', html):
            assert f'id="{anchor}"' in html
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))

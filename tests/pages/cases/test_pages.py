"""The search of decisions, a council's lists and one decision, read as a reader reads them."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from dashboard.addresses.case_place import REPORTS, Place
from dashboard.addresses.decision_state import DecisionState, parse
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory, DecisionKind, Remedy
from dashboard.domain.outcomes import Compliance, Outcome
from dashboard.pages.cases import decision
from dashboard.pages.cases import of_council as council_decisions
from dashboard.pages.cases import search as decisions
from dashboard.pages.cases.listing import pager
from dashboard.pages.cases.results import found_decisions
from dashboard.repository.case_records import Decision
from tests.support.fake_cases import FakeCase, FakeCases, due, remedy, with_improvements, withdrawn
from tests.support.fake_cases import decision as told
from tests.support.fake_repository import YEARS, FakeRepository
from tests.support.html_text import html_of, text_of
from tests.support.sample import BLACKPOOL, CUMBERLAND, CUMBRIA, HOUNSLOW, sample

UPHELD = told("23 001 234")
REPORT = told(
    "23 002 000",
    kind=DecisionKind.REPORT,
    decided=date(2024, 3, 1),
    subject="A family left in unsuitable accommodation",
    response="The Council accepted the report in full.",
)
ELSEWHERE = told("23 003 000", HOUNSLOW.slug, decided=date(2023, 12, 1), subject="No offer of a review")
HIDDEN = told("23 004 000")
PLANNING = told(
    "22 005 000",
    category=DecisionCategory.PLANNING,
    sub_category="Enforcement",
    outcome=Outcome.NOT_UPHELD,
    decided=date(2022, 6, 1),
    subject="Enforcement of a planning condition",
    summary="Ms Y complained about a neighbour’s extension.",
    fault=None,
)
TYPES = {BLACKPOOL.slug: AuthorityType.UNITARY, HOUNSLOW.slug: AuthorityType.LONDON}


def held(*cases: Decision, hidden: tuple[Decision, ...] = (HIDDEN,), kind: str = "real") -> FakeRepository:
    """The sample's councils with a register of these cases; ``hidden`` ones are not published."""
    repository = sample(kind)
    published = tuple(FakeCase(case) for case in cases)
    unpublished = tuple(FakeCase(case, published=False) for case in hidden)
    repository.cases_ = FakeCases((*published, *unpublished), TYPES)
    return repository


ALL = held(UPHELD, REPORT, ELSEWHERE, PLANNING)


def search(query: str = "", repository: FakeRepository = ALL, links: Links = UNNAMED) -> object:
    state = parse(query, YEARS)
    assert repository.cases_ is not None
    found = found_decisions(state, repository.cases_)
    counts = repository.cases_.facets(state.asked)
    return decisions.render(state.at(found.page), found, counts, repository, links=links)


def council_list(query: str = "", section: str = "decisions", repository: FakeRepository = ALL) -> object:
    place = Place(BLACKPOOL, section)
    state = place.within(parse(query, YEARS))
    assert repository.cases_ is not None
    found = found_decisions(state, repository.cases_)
    counts = repository.cases_.facets(state.asked)
    return council_decisions.render(state.at(found.page), place, found, counts, repository)


COUNTED = f"The statistics of {YEARS[0]} to {YEARS[-1]} count"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (
            "",
            f"4 published decisions {COUNTED} 5 decided; 4 are published here, 1 is not published.",
        ),
        (
            "outcome=not_upheld",
            f"1 published decision {COUNTED} 1 not upheld; it is published here.",
        ),
        ("q=extension", "1 published decision Decisions with all of: extension."),
        ("kind=report", f"1 published decision {COUNTED} 1 decided; it is published here."),
        (f"council={HOUNSLOW.slug}", "1 published decision"),
        ("type=london", "1 published decision"),
        ("year=2022-23", "1 published decision"),
        ("from=2023-12-01&to=2023-12-31", "1 published decision"),
        ("q=nothing+like+it", "No published decisions found"),
    ],
)
def test_a_search_says_how_many_and_how_it_was_read(query: str, says: str) -> None:
    assert says in text_of(search(query))


def test_the_newest_come_first_each_with_what_became_of_it() -> None:
    text = text_of(search())
    assert (
        "A family left in unsuitable accommodation Public interest report Upheld , 1 March 2024. "
        "Blackpool Borough Council. Housing: Homelessness." in text
    )
    subjects = [case.subject for case in (REPORT, ELSEWHERE, UPHELD, PLANNING)]
    places = [text.index(subject) for subject in subjects]
    assert places == sorted(places)


def test_words_found_are_marked_and_escaped() -> None:
    html = html_of(search("q=damp"))
    assert "<mark>damp</mark>" in html
    hostile = told("23 009 000", summary="<script>alert(1)</script> damp")
    marked = html_of(search("q=damp", held(hostile)))
    assert "<script>alert" not in marked
    assert "&lt;" in marked


def test_facets_are_links_with_counts_that_narrow_and_widen() -> None:
    html = html_of(search("outcome=upheld"))
    facets = html[html.index('class="case-facets"') :]
    assert re.search(
        r'<a href="/decisions\?outcome=not_upheld"><span>Not upheld</span> <span[^>]*>1</span>', facets
    )
    assert re.search(r'<a aria-current="true" href="/decisions"><span>Upheld</span>', facets)
    assert 'href="/decisions?outcome=upheld&amp;kind=report"' in facets


def test_every_part_of_a_search_can_be_taken_out() -> None:
    html = html_of(search("q=damp&outcome=upheld&year=2023-24"))
    chosen = html[html.index('class="case-chosen"') :]
    for without in (
        "outcome=upheld&amp;year=2023-24",
        "q=damp&amp;year=2023-24",
        "q=damp&amp;outcome=upheld",
    ):
        assert f'href="/decisions?{without}"' in chosen


def test_nothing_found_says_what_to_loosen_and_how_many_that_gives() -> None:
    text, html = (f(search("q=damp&outcome=not_upheld")) for f in (text_of, html_of))
    assert "Without “damp” : 1 decision" in text
    assert "Without “Not upheld” : 3 decisions" in text
    assert 'href="/decisions?q=damp"' in html
    assert "case-facets" not in html


def test_a_way_that_finds_some_counts_what_stands_as_the_list_it_leads_to_does() -> None:
    gone = withdrawn(replace(PLANNING, reference="22 006 000"), date(2025, 5, 3), "It named a child.")
    repository = held(UPHELD, PLANNING, gone)
    assert "Without “damp” : 1 decision" in text_of(search("q=damp&outcome=not_upheld", repository))
    assert "1 published decision" in text_of(search("outcome=not_upheld", repository))


def test_an_outcome_of_which_nothing_is_published_says_so() -> None:
    text = text_of(council_list("outcome=advice_given"))
    assert "A complaint that ends so is counted, but no decision on it is published." in text
    assert "is counted, but no decision" not in text_of(
        council_list("outcome=closed_after_initial_enquiries")
    )


def test_dates_the_wrong_way_round_are_said_to_be() -> None:
    assert "The first day is after the last" in text_of(search("from=2024-01-01&to=2023-01-01"))


def test_the_form_holds_what_was_asked_and_keeps_what_it_does_not_show() -> None:
    html = html_of(search("q=%22damp%22+%3Cb%3E&outcome=upheld&received=2023-24&service=housing"))
    assert 'value="&quot;damp&quot; &lt;b&gt;"' in html
    assert '<option value="upheld" selected>Upheld</option>' in html
    assert '<input type="hidden" name="received" value="2023-24">' in html
    assert '<input type="hidden" name="service" value="housing">' in html


def test_a_sub_category_is_asked_for_within_its_category() -> None:
    assert 'name="sub"' not in html_of(search())
    assert '<option value="Homelessness">Homelessness</option>' in html_of(search("category=housing"))


def test_every_link_of_ours_keeps_the_release() -> None:
    ours = re.findall(r'href="(/[^"]*)"', html_of(search("outcome=upheld", links=Links("demo"))))
    assert len(ours) > 10
    assert all("release=demo" in link for link in ours)
    assert '<input type="hidden" name="release" value="demo">' in html_of(search(links=Links("demo")))


def test_files_and_feed_are_of_the_same_search() -> None:
    html = html_of(search("q=damp&year=2023-24&page=1"))
    assert 'href="/decisions.csv?q=damp&amp;year=2023-24"' in html
    assert 'href="/decisions.atom?q=damp&amp;year=2023-24"' in html


def test_simulated_decisions_are_never_taken_for_real() -> None:
    simulated = held(replace(UPHELD, reference="SIM 23 001 234"), kind="demonstration")
    assert "every decision listed here is made up" in text_of(search("", simulated))
    assert "made up" not in text_of(search())


@pytest.mark.parametrize(
    ("page", "pages", "words"),
    [
        (1, 2, "Page 1 Page 2 , the last Next"),
        (2, 2, "Previous Page 1 Page 2"),
        (5, 9, "Previous Page 1 … Page 3 Page 4 Page 5 Page 6 Page 7 … Page 9 , the last Next"),
        (1, 1459, "Page 1 Page 2 Page 3 … Page 1,459 , the last Next"),
    ],
)
def test_pages_are_links(page: int, pages: int, words: str) -> None:
    nav = pager(page, pages, lambda number: f"/decisions?page={number}")
    assert text_of(nav) == words
    assert f'aria-current="page" href="/decisions?page={page}"' in html_of(nav)


def test_a_single_page_has_no_pager() -> None:
    assert pager(1, 1, str) is None


def test_a_page_beyond_the_last_is_the_last() -> None:
    many = held(*(told(f"23 01{n // 100} {n % 100:03d}") for n in range(45)))
    text, html = (f(search("page=999", many)) for f in (text_of, html_of))
    assert "45 published decisions, page 3 of 3" in text
    assert 'href="/decisions?page=2"' in html


def test_a_release_without_cases_says_so_and_where_they_are() -> None:
    tree = decisions.not_held(parse(f"council={BLACKPOOL.slug}&year=2023-24", YEARS), sample())
    assert "are not held here" in text_of(tree)
    assert "https://www.lgo.org.uk/Decisions/SearchResults?aname=Blackpool" in html_of(tree)


# ---- a council's lists


def test_a_councils_list_meets_its_statistics() -> None:
    text = text_of(council_list("outcome=upheld&year=2023-24"))
    assert "Decisions about Blackpool Borough Council" in text
    assert "The statistics count 3 upheld; 2 are published here, 1 is not published." in text
    assert "No offer of a review" not in text


def test_a_councils_list_says_in_its_path_whose_it_is() -> None:
    html = html_of(council_list("outcome=upheld"))
    assert f'action="/council/{BLACKPOOL.slug}/decisions"' in html
    assert f'href="/council/{BLACKPOOL.slug}/decisions?year=2023-24"' not in html
    assert f'href="/council/{BLACKPOOL.slug}/decisions?outcome=not_upheld"' in html
    assert "council=" not in html[html.index("case-facets") :]
    assert 'name="council"' not in html


def test_tabs_keep_the_year() -> None:
    html = html_of(council_list("year=2023-24"))
    for section in ("decisions", "improvements", "reports"):
        assert f'href="/council/{BLACKPOOL.slug}/{section}?year=2023-24"' in html


def test_reports_are_listed_with_the_response() -> None:
    text = text_of(council_list(section=REPORTS))
    assert "1 public report" in text
    assert "The council’s response: The Council accepted the report in full." in text
    assert UPHELD.subject not in text


@pytest.mark.parametrize(
    ("section", "says"),
    [
        ("decisions", "No decision about Blackpool Borough Council is published here."),
        ("reports", "No public report about Blackpool Borough Council has been published."),
    ],
)
def test_a_council_with_nothing_says_so(section: str, says: str) -> None:
    nothing = held(ELSEWHERE, hidden=())
    text, html = (f(council_list("", section, nothing)) for f in (text_of, html_of))
    assert says in text
    assert "<form" not in html


def test_lists_of_predecessors_and_successors_are_linked() -> None:
    place = Place(CUMBERLAND, "reports")
    html = html_of(council_decisions.not_held(DecisionState(), place, sample()))
    assert f'href="/council/{CUMBRIA.slug}/reports"' in html


# ---- one decision

WHOLE = replace(
    with_improvements(REPORT, "Train staff in homelessness law", due=date(2024, 6, 1), met=date(2024, 5, 20)),
    remedies=(
        remedy(Remedy.APOLOGY, "Apologise to Mr X"),
        remedy(Remedy.PAYMENT, "For his distress", 1500),
    ),
    compliance=(due(date(2024, 6, 1), Compliance.LATE, date(2024, 7, 1)),),
)


def page(case: Decision, *others: Decision) -> tuple[str, str]:
    tree = decision.render(case, held(case, *others))
    return text_of(tree), html_of(tree)


def test_a_decision_is_told_whole() -> None:
    text, html = page(WHOLE)
    for says in (
        "A family left in unsuitable accommodation Published by the Ombudsman",
        "Council Blackpool Borough Council Outcome Upheld About Housing › Homelessness",
        "Kind Public interest report Received 2 May 2023 Decided 1 March 2024 Reference 23 002 000",
        "Summary Mr X complained",
        "What went wrong Delay in making a decision.",
        "Apology. Apologise to Mr X Payment, £1,500. For his distress",
        "Train staff in homelessness law 1 June 2024 Done on time, 20 May 2024",
        "1 June 2024 1 July 2024 Complied with late",
        "The council’s response The Council accepted the report in full.",
        "Decided on 1 March 2024: counts in 2023-24 among the complaints about Blackpool",
        "Borough Council that were upheld.",
        "Its recommendations count in 2024-25 among the recommendations that fell due.",
    ):
        assert says in text
    assert f'href="/council/{BLACKPOOL.slug}/decisions?outcome=upheld&amp;year=2023-24"' in html
    assert f'href="/council/{BLACKPOOL.slug}/decisions?due=2024-25"' in html
    assert 'href="https://www.lgo.org.uk/decisions/housing/homelessness/23-002-000"' in html


def test_a_simulated_decision_says_so_and_leads_to_no_page_of_the_ombudsman() -> None:
    text, html = page(replace(WHOLE, reference="SIM 23 002 000"))
    assert "Made up for this demonstration: no real case or person is meant" in text
    assert "lgo.org.uk/decisions/" not in html


def test_other_decisions_about_the_same_are_linked_here_and_elsewhere() -> None:
    text, html = page(UPHELD, REPORT, ELSEWHERE, PLANNING)
    here = text[text.index("At Blackpool") : text.index("At other councils")]
    assert REPORT.subject in here
    assert UPHELD.subject not in here
    assert ELSEWHERE.subject in text[text.index("At other councils") :]
    assert PLANNING.subject not in text
    assert "2 decisions about Homelessness at Blackpool Borough Council" in text
    assert 'href="/decisions?category=housing&amp;sub=Homelessness"' in html


def test_a_decision_alone_of_its_subject_says_so() -> None:
    text, _ = page(PLANNING)
    assert "No other is published here." in text
    assert "None among the newest is at another council." in text


def test_a_withdrawn_decision_says_when_and_why_and_nothing_else() -> None:
    gone = withdrawn(WHOLE, date(2025, 5, 3), "It named a child.")
    text, html = page(gone)
    assert "Decision 23 002 000, withdrawn" in text
    assert "This decision was withdrawn on 3 May 2025." in text
    assert "It named a child." in text
    for heading in ("Summary", "What was recommended", "response"):
        assert f">{heading}" not in html
    listed = text_of(search("kind=report", held(gone)))
    assert "Withdrawn on 3 May 2025: It named a child." in listed


def test_what_was_put_right_beforehand_counts_as_such() -> None:
    text, html = page(replace(UPHELD, satisfactory_remedy=True))
    assert "before the complaint reached it" in text
    assert "outcome=upheld&amp;year=2023-24&amp;remedy=1" in html


@pytest.mark.parametrize("tree", [search(), council_list(), decision.render(WHOLE, held(WHOLE))])
def test_one_first_heading_and_unique_ids(tree: object) -> None:
    html = html_of(tree)
    assert html.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert all(after <= before + 1 for before, after in pairwise(levels))

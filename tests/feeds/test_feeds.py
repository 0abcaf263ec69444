"""The three feeds: what is in them, in which order, under which names; what a release without cases has."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.feeds.atom import Feed, atom
from dashboard.feeds.feeds import LAST, MOST, Feeds
from dashboard.feeds.place import Place
from tests.feeds.world import BLACKPOOL, DAMP, HOUNSLOW, england, register
from tests.support.atom import faults
from tests.support.fake_cases import FakeCase, FakeCases, withdrawn

SITE = "https://councils.example"


def feeds(*, cases: bool = True, kind: str = "real", named: str | None = None) -> Feeds:
    repository = england(register() if cases else None, kind)
    return Feeds(repository, Place(SITE, kind == "demonstration"), Links(named))


def short(feed: Feed) -> list[tuple[str, str]]:
    """The entries' days and the end of their names."""
    return [(one.updated.isoformat(), one.id.rpartition(":")[2]) for one in feed.entries]


def test_a_councils_feed_holds_its_decisions_improvements_and_letters_newest_first() -> None:
    feed = feeds().of_council(BLACKPOOL)
    assert short(feed)[:9] == [
        ("2025-03-31", "letter/blackpool-borough-council/2024-25"),
        ("2024-09-01", "decision/23-003-000"),  # on the day it was withdrawn
        ("2024-09-01", "improvements/23-003-000"),  # and with it what was agreed in it
        ("2024-07-17", "letter/blackpool-borough-council/2023-24"),
        ("2023-11-20", "decision/23-001-234"),
        ("2023-11-20", "improvements/23-001-234"),
        ("2023-03-31", "letter/blackpool-borough-council/2022-23"),
        ("2022-06-01", "decision/22-009-999"),
        ("2022-03-31", "letter/blackpool-borough-council/2021-22"),
    ]
    assert feed.title == "Blackpool Borough Council: decisions, improvements and letters"
    assert (feed.url, feed.self_url) == (
        f"{SITE}/council/blackpool-borough-council",
        f"{SITE}/council/blackpool-borough-council/feed.atom",
    )


def test_an_entry_says_what_was_decided_and_where_it_is_told() -> None:
    entry = feeds().of_decisions(CaseFilter(words="homelessness"), "q=homelessness").entries[0]
    assert entry.title == "Blackpool Borough Council: Delay in deciding a homelessness application (upheld)"
    assert entry.url == f"{SITE}/decisions/23-001-234"
    assert entry.summary == (
        "Decision 23 001 234, decided on 20 November 2023: upheld. "
        "Mr X complained of delay and of damp and mould. The Council was at fault."
    )
    assert [one.label for one in entry.categories] == ["Housing", "Housing: Homelessness"]


def test_a_withdrawn_decision_says_so_under_the_name_it_had() -> None:
    entries = {one.id: one for one in feeds().of_decisions(CaseFilter(), "").entries}
    gone = entries["tag:councils.example,2026:decision/23-003-000"]
    assert gone.title == "Blackpool Borough Council: decision 23 003 000 withdrawn"
    assert gone.summary == (
        "Decision 23 003 000 of 1 December 2023 was withdrawn on 1 September 2024: "
        "It could tell who complained. Its text is no longer published."
    )
    assert (gone.published, gone.updated) == (date(2023, 12, 1), date(2024, 9, 1))


def test_an_entry_of_improvements_is_a_case_with_all_that_was_agreed_in_it() -> None:
    feed = feeds().of_improvements(
        CaseFilter(improving=True, category=DecisionCategory.HOUSING), "category=housing", ""
    )
    gone, entry = feed.entries
    assert gone.title == "Blackpool Borough Council: case 23 003 000 withdrawn"
    assert feed.title == "What councils agreed to change: Housing"
    assert entry.title == "Blackpool Borough Council agreed to 2 changes: Housing, Homelessness"
    assert entry.html == (
        "<p>Agreed on 20 November 2023 in case 23 001 234:</p><ul>"
        "<li>Check open applications each week. (due 20 February 2024, done late on 1 March 2024)</li>"
        "<li>Train officers &amp; &lt;others&gt;. (due 20 February 2024, done late on 1 March 2024)</li></ul>"
    )


def test_what_is_not_published_is_in_no_feed() -> None:
    made = feeds()
    every = (
        made.of_council(BLACKPOOL),
        made.of_decisions(CaseFilter(), ""),
        made.of_improvements(CaseFilter(), "", ""),
    )
    for feed in every:
        assert b"Not to be seen" not in atom(feed)
        assert b"23 008 888" not in atom(feed)


@pytest.mark.parametrize("kind", ["real", "demonstration"])
@pytest.mark.parametrize("cases", [True, False])
def test_every_feed_is_valid_and_written_the_same_twice(kind: str, cases: bool) -> None:
    def made() -> list[bytes]:
        given = feeds(cases=cases, kind=kind, named="spring")
        return [
            atom(given.of_council(BLACKPOOL)),
            atom(given.of_council(HOUNSLOW)),
            atom(given.of_decisions(CaseFilter(words="“a” & <b> % é"), "q=%E2%80%9Ca%E2%80%9D+%26+%3Cb%3E")),
            atom(given.of_decisions(CaseFilter(decided="2023-24"), "year=2023-24")),
            atom(given.of_improvements(CaseFilter(improving=True), "like=x", "councils like X")),
            atom(given.of_improvements(None, "like=x&by=dfe", "")),
        ]

    assert [faults(feed) for feed in made()] == [[]] * 6
    assert made() == made()
    assert all(b"release=spring" in feed for feed in made())


def test_a_demonstration_says_simulated_in_every_title_and_shares_no_name_with_what_is_real() -> None:
    real, simulated = feeds().of_council(BLACKPOOL), feeds(kind="demonstration").of_council(BLACKPOOL)
    assert all(one.title.startswith("Simulated: ") for one in (simulated, *simulated.entries))
    assert not any("imulated" in one.title for one in (real, *real.entries))
    assert {one.id for one in (real, *real.entries)}.isdisjoint(
        one.id for one in (simulated, *simulated.entries)
    )


def test_names_stay_when_the_release_changes() -> None:
    now, later = feeds(), feeds(named="spring")
    assert short(now.of_council(BLACKPOOL)) == short(later.of_council(BLACKPOOL))
    assert now.of_decisions(CaseFilter(), "").id == later.of_decisions(CaseFilter(), "").id


def test_without_cases_a_council_has_its_letters_and_a_search_nothing() -> None:
    made = feeds(cases=False)
    council = made.of_council(BLACKPOOL)
    assert {one.id.partition("2026:")[2].partition("/")[0] for one in council.entries} == {"letter"}
    assert "not held" in council.subtitle
    search = made.of_decisions(CaseFilter(), "")
    assert (search.entries, search.updated) == ((), date(2025, 3, 31))
    assert search.subtitle.endswith("so there is nothing in this feed. Release held-figures, live.")


def eighty(gone: int | None = None) -> Feeds:
    """Eighty decisions of as many days; of one of them, by its number, the texts were taken out later."""
    told = [
        replace(
            DAMP,
            reference=f"23 1{number:02d} 000",
            decided=date(2023, 4, 1) + timedelta(days=number),
            improvements=(),
        )
        for number in range(80)
    ]
    if gone is not None:
        told[gone] = withdrawn(told[gone], date(2024, 3, 1), "It could tell who complained.")
    return Feeds(england(FakeCases(tuple(map(FakeCase, told)))), Place(SITE, False), UNNAMED)


def test_a_feed_holds_the_newest_fifty_and_names_the_page_of_the_others() -> None:
    made = eighty()
    first = made.of_decisions(CaseFilter(), "")
    assert len(first.entries) == MOST == 50
    assert first.entries[0].updated == date(2023, 4, 1) + timedelta(days=79)
    assert first.entries[-1].updated == date(2023, 4, 1) + timedelta(days=30)
    assert first.beside == (
        ("first", f"{SITE}/decisions.atom"),
        ("next", f"{SITE}/decisions.atom?page=2"),
    )
    second = replace(made, page=2).of_decisions(CaseFilter(), "")
    assert [one.updated.toordinal() for one in second.entries] == [
        (date(2023, 4, 1) + timedelta(days=day)).toordinal() for day in range(29, -1, -1)
    ]
    assert dict(second.beside)["previous"] == f"{SITE}/decisions.atom"
    assert "next" not in dict(second.beside)
    assert (second.id, second.self_url) == (first.id, f"{SITE}/decisions.atom?page=2")
    assert faults(atom(first)) == faults(atom(second)) == []


@pytest.mark.parametrize("of", ["decisions", "a search", "a council"])
def test_the_pages_of_a_feed_hold_everything_once(of: str) -> None:
    made = eighty(gone=3)

    def page(number: int) -> Feed:
        at = replace(made, page=number)
        if of == "a council":
            return at.of_council(BLACKPOOL)
        if of == "a search":
            return at.of_decisions(CaseFilter(decided="2023-24"), "year=2023-24")
        return at.of_decisions(CaseFilter(), "")

    ids, number = [], 1
    while True:
        shown = page(number)
        ids += [one.id for one in shown.entries]
        if "next" not in dict(shown.beside):
            break
        number += 1
    assert len(ids) == len(set(ids))
    assert sum("decision/" in one for one in ids) == 80
    assert page(number + 1).entries == ()


def test_what_was_withdrawn_stands_first_however_old_it_is() -> None:
    gone = eighty(gone=3).of_decisions(CaseFilter(), "").entries[0]
    assert (gone.updated, gone.published) == (date(2024, 3, 1), date(2023, 4, 4))
    assert gone.title.endswith("decision 23 103 000 withdrawn")


def test_what_was_agreed_in_a_withdrawn_case_gives_way_under_the_name_it_had() -> None:
    before = {one.id for one in feeds().of_improvements(CaseFilter(improving=True), "", "").entries}
    cases = FakeCases((FakeCase(withdrawn(DAMP, date(2024, 9, 1), "It could tell who complained.")),))
    after = Feeds(england(cases), Place(SITE, False), UNNAMED)
    (entry,) = after.of_improvements(CaseFilter(improving=True), "", "").entries
    assert entry.id in before
    assert entry.title == "Blackpool Borough Council: case 23 001 234 withdrawn"
    assert entry.summary == (
        "The decision of 20 November 2023 was withdrawn on 1 September 2024: It could tell who complained. "
        "What was agreed in it, if anything was, is no longer published."
    )
    assert faults(atom(after.of_council(BLACKPOOL))) == []


def test_the_last_page_that_is_made_names_no_next() -> None:
    far = replace(eighty(), page=10**6).of_decisions(CaseFilter(), "")
    assert far.entries == ()
    assert far.self_url == f"{SITE}/decisions.atom?page={LAST}"

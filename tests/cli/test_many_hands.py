"""Many hands on one store, and some of them killed: nothing is lost, nothing stale goes live.

More rounds: ``make slow``, or ``ROUNDS=200 SEED=7 python -m pytest -m slow -s tests/cli/test_many_hands.py``.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.checks.acceptances import read_acceptances
from dashboard.checks.corrections import read_corrections
from dashboard.imports.store.draft import draft_directory, load_draft
from dashboard.imports.store.fingerprint import fingerprint_of
from dashboard.imports.store.headings_file import accepted_headings
from dashboard.imports.store.names_file import read_names
from dashboard.reference.load import load_reference
from dashboard.releases.directories import leftovers
from dashboard.releases.publication_file import read_publications
from dashboard.releases.verify import verify
from dashboard.releases.withdrawn import read_ledger
from dashboard.repository.manifest import read_manifest
from tests.support.hands import Hands, Order
from tests.support.office import MISSING, SERVICES, WHO, YEAR, Office, office
from tests.support.rounds import Act, Story
from tests.support.tiny_cases import CASES, TEXTS, content_with_cases
from tests.support.tiny_release import build_tiny

ROUNDS = int(os.environ.get("ROUNDS", "12"))
SEED = int(os.environ.get("SEED", "20261130"))
LEEDS, YORK = "leeds-city-council", "city-of-york-council"
OF_LEEDS = dict(zip(SERVICES, (30, 22, 35, 12, 40), strict=True))
"""What the table says of Leeds."""


@pytest.fixture
def place(tmp_path: Path) -> Office:
    return office(tmp_path)


@pytest.fixture
def hands(place: Office) -> Iterator[Hands]:
    """Hands in an office that has the draft “base”, which can be built."""
    hands = Hands(place.environment)
    for command in place.begin("base"):
        hands.one(*command)
    yield hands
    hands.close()


def correct(place: Office, draft: str, service: str, was: int, council: str = LEEDS) -> tuple[str, ...]:
    of = ("--council", council, "--year", YEAR, "--measure", service)
    return ("correct", draft, *of, "--from", str(was), "--to", str(was + 1), *WHO, *place.data)


def corrected(place: Office, draft: str) -> set[tuple[str, str]]:
    found = read_corrections(draft_directory(place.store, draft), load_reference(DATA))
    return {(correction.slug, correction.quantity) for correction in found}


def test_of_six_corrections_made_at_once_six_are_kept(place: Office, hands: Hands) -> None:
    orders = [correct(place, "base", service, was) for service, was in OF_LEEDS.items()]
    orders.append(correct(place, "base", SERVICES[0], 5, YORK))
    ended = hands.at_once([Order(words) for words in orders])
    assert [one.said for one in ended if not one.done] == []
    assert corrected(place, "base") == {*((LEEDS, service) for service in SERVICES), (YORK, SERVICES[0])}


def test_an_embargo_set_while_files_are_imported_is_kept(place: Office, hands: Hands) -> None:
    years = ("2023-24", "2024-25")
    tables = [place.table(f"received-{year}.csv", year) for year in years]
    orders = [
        ("import", "--name", "base", "--year", year, table, *place.data)
        for year, table in zip(years, tables, strict=True)
    ]
    ended = hands.at_once([*map(Order, orders), Order(("embargo", "base", "--until", "2099-07-22"))])
    assert [one.said for one in ended if not one.done] == []
    draft = load_draft(place.store, "base")
    assert str(draft.embargoed_until) == "2099-07-22"
    assert sorted(str(one.year) for one in draft.inputs) == [*years, YEAR]


def names(place: Office, number: int) -> Act:
    text = f"Name {number}"
    words = ("names", "accept", text, LEEDS, *WHO, *place.data)
    return Act(words, lambda: text in {one.text for one in read_names(place.store)})


def headings(place: Office, number: int) -> Act:
    text = f"Heading {number}"
    words = ("headings", "accept", text, "upheld", "--table", "decided", *WHO)
    return Act(words, lambda: text in {one.text for one in accepted_headings(place.store)})


def embargo(place: Office, draft: str, until: str) -> Act:
    words = ("embargo", draft, "--until", until)
    return Act(words, lambda: str(load_draft(place.store, draft).embargoed_until) == until)


def imported(place: Office, draft: str, number: int) -> Act:
    table = place.table(f"received-{number}.csv", "2024-25", leeds=number)
    words = ("import", "--name", draft, "--year", "2024-25", table, *place.data)
    return Act(words, lambda: "2024-25" in {one.year for one in load_draft(place.store, draft).inputs})


def taken_back(place: Office, draft: str, council: str) -> Act:
    words = ("accept", draft, "councils", "--remove", "--council", council, *WHO, *place.data)
    folder = draft_directory(place.store, draft)
    return Act(words, lambda: council not in {one.slug for one in read_acceptances(folder)})


def corrections(place: Office, draft: str) -> list[Act]:
    def there(service: str) -> bool:
        return (LEEDS, service) in corrected(place, draft)

    return [
        Act(correct(place, draft, service, OF_LEEDS[service]), partial(there, service))
        for service in SERVICES[:3]
    ]


def withdrawn(place: Office, number: int) -> Act:
    reference = f"SIM 24 000 {number:03}"
    words = ("withdraw", reference, "--reason", "It tells who complained")
    return Act(
        words,
        lambda: reference in {entry.reference for entry in read_ledger(place.releases)},
        in_steps=True,
    )


def built(place: Office, draft: str) -> Act:
    return Act(("build", draft, *place.data), lambda: verify(place.releases / draft) == [], in_steps=True)


def deciding(story: Story, place: Office, draft: str, number: int) -> None:
    """Many decide about one draft, about names and headings, while another draft is built."""
    acts = [names(place, number), headings(place, number), imported(place, draft, number)]
    acts += [embargo(place, draft, f"2099-{1 + number % 12:02}-{1 + number % 28:02}")]
    acts += [taken_back(place, draft, MISSING[number % len(MISSING)]), built(place, "other")]
    story.at_once(*acts, *corrections(place, draft))
    story.forget("correct", "accept", "embargo", "import")  # the draft has had its round


def publishing(story: Story, place: Office, draft: str, number: int) -> None:
    """Publish a draft: embargoed, or changed since it was built, or fit to be and embargoed just then."""
    embargoed, changed = number % 3 == 0, number % 3 == 1
    story.hands.one(*embargo(place, draft, "2099-12-30").words if embargoed else ("embargo", draft, "--none"))
    story.hands.one("build", draft, *place.data)
    if changed:
        story.hands.one(*correct(place, draft, SERVICES[0], OF_LEEDS[SERVICES[0]]))
    built_from = fingerprint_of(place.store, draft)
    publish = Act(
        ("publish", draft, "--by", "Head of data", "--reason", f"Round {number}", *place.data),
        lambda: read_publications(place.releases).live == draft,
        ("is embargoed until", "has changed since release"),
        never=embargoed or changed,
    )
    just_then = embargo(place, draft, "2099-12-31")
    story.forget("publish", "embargo")
    acts = [publish, withdrawn(place, number)] + ([] if embargoed or changed else [just_then])
    told = story.at_once(*acts)
    if publish.there():
        recorded = read_manifest(place.releases / draft).draft
        assert recorded is not None
        assert {part: things for part, things in recorded.items() if part != "data"} == built_from
        assert not (told[-1].done and told[-1].ended < told[0].began), "embargoed, and yet live"


@pytest.mark.slow
def test_every_success_told_is_there_whoever_is_killed(place: Office, hands: Hands) -> None:
    """What every command said it did, it did; the live release is whole, the embargo kept."""
    references = [f"SIM 24 000 {number:03}" for number in range(1, ROUNDS + 1)]
    content = content_with_cases(
        "cases",
        cases=(*CASES, *(replace(CASES[0], reference=reference) for reference in references)),
        decisions=(*TEXTS, *(replace(TEXTS[0], reference=reference) for reference in references)),
    )
    build_tiny(place.releases, content)
    hands.one("build", "base", *place.data)
    hands.one("publish", "base", "--by", "Head of data", "--reason", "The first", *place.data)
    hands.one("copy", "base", "other")
    story = Story(hands, place.releases, place.store, random.Random(SEED))  # noqa: S311
    for number in range(1, ROUNDS + 1):
        hands.one("copy", "base", f"draft-{number}")
        deciding(story, place, f"draft-{number}", number)
        hands.one("copy", "base", f"next-{number}")
        publishing(story, place, f"next-{number}", number)
    hands.one("prune", "--yes")
    assert leftovers(place.releases) == {}
    for (command, how), count in sorted(story.ended.items()):
        print(f"{command:<10}{how:<9}{count:>5}")
    assert {how for _, how in story.ended} == {"done", "killed", "refused"}

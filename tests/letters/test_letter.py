"""Whole letters: their parts by edition, to whom, about what, and whose they are."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import State
from dashboard.domain.origin import Origin
from dashboard.letters import page
from dashboard.letters.editions import EDITIONS, Part
from dashboard.letters.letter import NOT_OURS, UNSIGNED, runs, write_letter
from dashboard.letters.missing import of_the_year, stated_and_missing
from dashboard.letters.model import Letter, Points, Table, plain_text
from dashboard.letters.no_letter import NoLetter, why_none
from dashboard.repository.records import Council
from tests.support.fake_repository import FakeRepository, release
from tests.support.figures import count, figure
from tests.support.html_text import html_of, text_of
from tests.support.sample import ALLERDALE, BLACKPOOL, CUMBERLAND, CUMBRIA, breakdown, council, sample

ALL_YEARS = tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(2013, 2025))


def something_of(who: Council, year: str) -> FakeRepository:
    """The sample, with a figure and a table of a council's year where it holds none: a letter needs one."""
    repository = sample()
    if all(one.state is State.NOT_HELD for one in repository.figures(who.slug, year).values()):
        repository = sample(extra=(figure(who.slug, year, "upheld_pct", 6, 9),))
    return replace(repository, rows={(who.slug, year, "received"): breakdown("received", {"total": 20})})


def written(who: Council, year: str, repository: FakeRepository | None = None) -> Letter:
    letter = write_letter(who, year, repository or something_of(who, year))
    assert letter is not None
    return letter


def whole(letter: Letter) -> str:
    """Return a letter as plain text."""
    lines = [plain_text(letter.statement), *letter.addressee]
    for section in letter.sections:
        lines += [section.heading or ""]
        for block in section.blocks:
            if isinstance(block, Points):
                lines += [plain_text(item, letter.base) for item in block.items]
            elif isinstance(block, Table):
                lines += [" ".join(plain_text(cell, letter.base) for cell in row) for row in block.rows]
            else:
                lines.append(plain_text(block, letter.base))
    return "\n".join([*lines, letter.closing, letter.signatory])


def test_there_is_an_edition_for_every_year() -> None:
    assert tuple(EDITIONS) == ALL_YEARS


FIRST = [Part.RECEIVED, Part.DECIDED]
THREE = [Part.UPHELD, Part.COMPLIANCE, Part.REMEDY]


@pytest.mark.parametrize(
    ("year", "parts"),
    [
        ("2013-14", FIRST),
        ("2014-15", FIRST),
        ("2015-16", [*FIRST, Part.REMEDIED, Part.COMPLIANCE]),
        ("2017-18", [*FIRST, Part.REMEDIED, Part.COMPLIANCE]),
        ("2018-19", [*THREE, Part.IMPROVEMENTS]),
        ("2019-20", [*THREE, Part.IMPROVEMENTS, Part.SIMILAR, Part.RESOURCES]),
        ("2022-23", [*THREE, Part.IMPROVEMENTS]),
        ("2023-24", [Part.UPHELD, Part.RATE, Part.COMPLIANCE, Part.REMEDY]),
        ("2024-25", [Part.OVERVIEW, Part.UPHELD, Part.RATE, Part.COMPLIANCE, Part.REMEDY]),
    ],
)
def test_each_edition_has_its_parts_in_order(year: str, parts: list[Part]) -> None:
    have = [part for part in EDITIONS[year].parts if part in parts]
    assert have == parts


@pytest.mark.parametrize("year", ["2013-14", "2017-18", "2022-23"])
def test_no_edition_before_2023_24_is_adjusted_for_population(year: str) -> None:
    assert Part.RATE not in EDITIONS[year].parts


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2019-20", "your council is responding to the Covid-19 pandemic"),
        ("2020-21", "No new complaints were taken from March to June 2020"),
        ("2022-23", "and not with those of earlier years"),
        ("2023-24", "adjusted for population"),
        ("2024-25", "published together in May"),
    ],
)
def test_what_was_special_of_a_year_is_said(year: str, said: str) -> None:
    assert said in whole(written(BLACKPOOL, year))


def test_the_letter_of_2019_20_holds_its_parts() -> None:
    letter = written(BLACKPOOL, "2019-20")
    text = whole(letter)
    assert letter.addressee == ("The Chief Executive", "Blackpool Borough Council")
    assert letter.dated == date(2020, 7, 22)
    for said in (
        "29 July 2020",
        "Complaints upheld",
        "Compliance with recommendations",
        "Satisfactory remedies provided by your council",
        "Which authorities are compared",
        "178 delegates came from 143 authorities",
        "118 courses, which reached more than 1,400 people",
        "Not signed by the Ombudsman",
    ):
        assert said in text


def test_blackpool_2023_24_is_written_from_its_figures() -> None:
    text = whole(written(BLACKPOOL, "2023-24"))
    for said in (
        "for the year ended 31 March 2024",
        "upheld six of them: 67% (6 of 9). The average of unitary councils was 79%.",
        "we upheld 4.2 complaints (6 upheld, 141,574 residents). The average of unitary councils was 4.6.",
        "carried out all five of them: 100% (5 of 5). The average of unitary councils was 100%.",
        "33% (2 of 6). The average of unitary councils was 13%.",
        "Complaints upheld 6 of 9 67% published 79% published",
    ):
        assert said in text


def test_the_overview_opens_the_letter_of_2024_25() -> None:
    assert (
        "We dealt with 42 complaints and enquiries about your council: 14 not for us or not ready for us, "
        "23 assessed and closed and 5 investigated." in whole(written(BLACKPOOL, "2024-25"))
    )


def test_the_reason_why_a_measure_matters_waits_for_a_figure() -> None:
    assert "a promise to put things right" in whole(written(BLACKPOOL, "2023-24"))
    assert "a promise to put things right" not in whole(written(BLACKPOOL, "2024-25"))


def test_a_new_council_is_told_whom_it_was_formed_from() -> None:
    text = whole(written(CUMBERLAND, "2023-24"))
    assert (
        "This is the first year of your council, formed from Allerdale Borough Council, and from a part of "
        "Cumbria County Council." in text
    )


def test_the_letter_of_a_council_s_last_year_goes_to_who_followed() -> None:
    letter = written(ALLERDALE, "2022-23")
    assert letter.addressee == (
        "The Chief Executive",
        "Cumberland Council",
        "as successor to Allerdale Borough Council",
    )
    assert (
        "Allerdale Borough Council ended on 31 March 2023, and I write to you as chief executive of the "
        "council that took its place. This letter covers its last year." in whole(letter)
    )


def test_after_a_council_s_end_its_successor_is_written_to() -> None:
    letter = written(CUMBRIA, "2023-24")
    text = whole(letter)
    assert letter.addressee == (
        "The Chief Executive",
        "Cumberland Council",
        "as successor to Cumbria County Council",
    )
    assert "I record them here for the council that took its place. There is no average" in text
    assert "I want to give credit" not in text
    assert "We completed ten investigations about the former council and upheld nine of them" in text
    assert not re.search(r"\byour council\b", text.casefold())
    assert "The average of" not in text


def test_no_letter_for_a_year_without_the_council() -> None:
    assert write_letter(CUMBERLAND, "2020-21", sample()) is None
    assert "There is no letter to Cumberland Council for 2020-21." in text_of(
        page.render(CUMBERLAND.slug, "2020-21", sample())
    )


def test_an_early_letter_writes_what_is_held_and_says_what_is_not() -> None:
    birmingham = council("birmingham-city-council", "Birmingham City Council", AuthorityType.METROPOLITAN)
    repository = FakeRepository(
        councils_=(birmingham,),
        figures_=(
            figure(birmingham.slug, "2017-18", "upheld_pct", 43, 72, printed="60", origin=Origin.REPORTED),
        ),
        rows={
            (birmingham.slug, "2017-18", "received"): breakdown(
                "received", {"housing": 102, "total": 455}, Origin.REPORTED
            )
        },
        release_=release(years=("2017-18",)),
    )
    text = whole(written(birmingham, "2017-18", repository))
    assert "Figures in this letter without a mark are reported by a council or the press." in text
    assert "Housing 102" in text
    assert "Adult care services not held" in text
    assert "upheld 43 of them: 60% (43 of 72)." in text
    assert "How the complaints we decided divide by outcome is not held here." in text
    assert (
        "How many of the recommendations that fell due were carried out in 2017-18 is not held here." in text
    )


def none_of(kind: str) -> FakeRepository:
    """A council of which nothing is held, or nothing was dealt with, or nothing but enquiries was."""
    year, slug = "2024-25", BLACKPOOL.slug
    none = tuple(count(slug, year, m, 0) for m in ("dealt_with", "investigated", "upheld"))
    figures = {
        "nothing held": (),
        "not applicable": (figure(slug, year, "upheld_pct", state=State.NOT_APPLICABLE),),
        "nothing dealt with": (*none, figure(slug, year, "upheld_pct", state=State.NO_CASES)),
        "only closed": (
            count(slug, year, "dealt_with", 3),
            *none[1:],
            figure(slug, year, "upheld_pct", state=State.NO_CASES),
        ),
        "no cases, total not held": (figure(slug, year, "upheld_pct", state=State.NO_CASES),),
    }[kind]
    return FakeRepository(councils_=(BLACKPOOL,), figures_=figures, release_=release(years=(year,)))


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("nothing held", NoLetter.NOTHING_HELD),
        ("not applicable", NoLetter.NOTHING_HELD),
        ("nothing dealt with", NoLetter.NOTHING_DEALT_WITH),
        ("only closed", None),
        ("no cases, total not held", None),
    ],
)
def test_a_letter_is_written_of_something(kind: str, why: NoLetter | None) -> None:
    repository = none_of(kind)
    assert why_none(BLACKPOOL, "2024-25", repository) is why
    assert (write_letter(BLACKPOOL, "2024-25", repository) is None) is (why is not None)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "nothing held",
            "No figure of Blackpool Borough Council for 2024-25 is held, so no letter is written.",
        ),
        (
            "nothing dealt with",
            "No complaint about Blackpool Borough Council was dealt with in 2024-25, so no letter is "
            "written.",
        ),
    ],
)
def test_where_there_is_no_letter_the_page_says_why_and_where_to_look(kind: str, said: str) -> None:
    html = html_of(page.render(BLACKPOOL.slug, "2024-25", none_of(kind)))
    assert said in html
    assert "https://www.lgo.org.uk/" in html
    assert "Yours sincerely" not in html
    assert "Dear" not in html


@pytest.mark.parametrize(
    ("year", "upheld", "stated", "missing"),
    [
        ("2016-17", None, 4, ("compliance", "remedied", "received", "decided")),
        ("2017-18", 43, 5, ("compliance", "remedied", "received", "decided")),
        ("2014-15", None, 2, ("received", "decided")),
        ("2018-19", 43, 3, ("compliance", "remedy")),
    ],
)
def test_what_a_letter_says_is_not_held_is_named_as_missing(
    year: str, upheld: int | None, stated: int, missing: tuple[str, ...]
) -> None:
    names = {
        "compliance": "Recommendations complied with",
        "remedied": "Complaints remedied",
        "remedy": "Satisfactory remedy before the Ombudsman",
        "received": "Complaints received by service",
        "decided": "Complaints decided by outcome",
    }
    before = [figure(BLACKPOOL.slug, year, "compliance_pct", state=State.NOT_APPLICABLE)]
    held = [] if upheld is None else [figure(BLACKPOOL.slug, year, "upheld_pct", upheld, 72)]
    repository = FakeRepository(
        councils_=(BLACKPOOL,),
        figures_=tuple(held if year == "2018-19" else [*before, *held]),
        release_=release(years=(year,)),
    )
    assert stated_and_missing(EDITIONS[year], of_the_year(BLACKPOOL.slug, year, repository)) == (
        stated,
        tuple(names[one] for one in missing),
    )


@pytest.mark.parametrize("year", ALL_YEARS)
def test_no_letter_claims_to_be_the_ombudsman_s_own(year: str) -> None:
    repository = something_of(BLACKPOOL, year)
    repository.release_ = release(years=ALL_YEARS)
    letter = written(BLACKPOOL, year, repository)
    assert (
        "This letter is written by this project, in the form the Ombudsman’s letters have. It is not the "
        "Ombudsman’s own" in plain_text(letter.statement)
    )
    assert any(run.href and run.href.startswith("https://www.lgo.org.uk/") for run in letter.statement)
    assert (letter.closing, letter.signatory) == UNSIGNED
    assert letter.footer == NOT_OURS


def test_a_letter_is_signed_only_where_the_release_says_by_whom() -> None:
    repository = sample()
    repository.release_ = replace(repository.release_, signatory="A. Person, Ombudsman")
    letter = written(BLACKPOOL, "2023-24", repository)
    assert (letter.closing, letter.signatory, letter.footer) == (
        "Yours sincerely",
        "A. Person, Ombudsman",
        None,
    )
    assert plain_text(letter.statement).endswith("This letter is signed by A. Person, Ombudsman.")
    assert "written by this project" not in whole(letter)


def test_the_notes_of_a_year_speak_in_nobody_s_voice() -> None:
    for edition in EDITIONS.values():
        for note in edition.notes:
            assert not re.search(r"\b(?:I|we|We|us|our|Our|my)\b", note), note


def test_a_letter_with_one_simulated_figure_is_a_simulated_letter() -> None:
    simulated = figure(BLACKPOOL.slug, "2022-23", "upheld_pct", 6, 9, origin=Origin.SIMULATED)
    repository = sample("demonstration", extra=(simulated,))
    letter = written(BLACKPOOL, "2022-23", repository)
    assert letter.simulated
    assert plain_text(letter.statement).startswith("This is a simulated letter of a demonstration.")
    assert "67% (6 of 9) [simulated]" in whole(letter)
    html = html_of(page.render(BLACKPOOL.slug, "2022-23", repository))
    assert '67% (6 of 9) <span class="origin-mark origin-simulated">simulated</span>' in html


def test_a_letter_of_real_figures_says_nothing_of_simulation() -> None:
    assert "simulated" not in whole(written(BLACKPOOL, "2023-24"))


@pytest.mark.parametrize("year", ["2018-19", "2020-21", "2023-24"])
def test_every_run_with_a_percentage_states_an_origin(year: str) -> None:
    letter = written(BLACKPOOL, year)
    assert all(run.origin is not None for run in runs(letter.sections) if "%" in run.text)

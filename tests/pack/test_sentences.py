"""What a paper says of a council's year: one and many, nothing, few, ended, new."""

from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.comparison import Compared, ComparedWith, Comparison, NoComparison, not_compared
from dashboard.domain.origin import Origin
from dashboard.pack.compliance_section import Punctuality, late_words
from dashboard.pack.council_year import Known, know
from dashboard.pack.model import Paper, Paragraph, Table, plain
from dashboard.pack.paper import write_paper
from dashboard.pack.row_origin import told
from dashboard.pack.standing import standing
from dashboard.pack.summary import compared, compliance, remedied, upheld
from dashboard.repository.records import CaseMix
from tests.support.figures import figure, printed_benchmark, stands
from tests.support.sample import ALLERDALE, BLACKPOOL, CUMBERLAND, CUMBRIA, sample

YEAR = "2023-24"
NAME = "Blackpool Borough Council"
CLEAR = Comparison.NO_CLEAR_DIFFERENCE


def known(**figures: object) -> Known:
    found = know(CouncilYear(BLACKPOOL, YEAR, sample(), UNNAMED))
    assert found is not None
    return replace(found, figures={**found.figures, **figures})  # type: ignore[arg-type]


def of(measure: str, *counts: int, **more: object) -> Known:
    return known(**{measure: figure(BLACKPOOL.slug, YEAR, measure, *counts, **more)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((6, 9), f"completed 9 investigations of complaints about {NAME} and upheld 6 of them (67%)."),
        ((9, 9), f"completed 9 investigations of complaints about {NAME} and upheld all 9."),
        ((2, 2), f"completed 2 investigations of complaints about {NAME} and upheld both."),
        ((0, 3), f"completed 3 investigations of complaints about {NAME} and upheld none of them."),
        ((1, 1), f"completed one investigation of a complaint about {NAME} and upheld it."),
        ((0, 1), f"completed one investigation of a complaint about {NAME} and did not uphold it."),
        ((0, 0), f"completed no investigations of complaints about {NAME}."),
    ],
)
def test_what_was_upheld(counts: tuple[int, int], said: str) -> None:
    assert upheld(of("upheld_pct", *counts)) == f"In 2023-24 the Ombudsman {said}"


@pytest.mark.parametrize("counts", [(6, 9), (9, 9), (0, 3), (1, 1), (0, 0)])
def test_what_is_simulated_says_so(counts: tuple[int, int]) -> None:
    assert "simulated)" in upheld(of("upheld_pct", *counts, origin=Origin.SIMULATED))


def test_a_percentage_without_counts_and_nothing_at_all() -> None:
    assert "upheld 67% of the complaints" in upheld(of("upheld_pct", printed="67"))
    assert "is not held here" in upheld(of("upheld_pct"))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (
            stands(CLEAR, compared_with=ComparedWith.PRINTED_AVERAGE),
            "That shows no clear difference from the printed average of unitary councils, which includes it "
            "(average 79%, printed by the Ombudsman).",
        ),
        (
            stands(Comparison.HIGHER),
            "That is higher than other unitary councils, by more than chance explains (average 79%, printed "
            "by the Ombudsman).",
        ),
        (
            stands(Comparison.HIGHER, origin=Origin.SIMULATED),
            "That is higher than other unitary councils, by more than chance explains (average 79%, printed "
            "by the Ombudsman; the others’ figures are simulated).",
        ),
        (
            stands(Comparison.MUCH_LOWER),
            "That is much lower than other unitary councils, by far more than chance explains (average 79%, "
            "printed by the Ombudsman).",
        ),
        (
            stands(CLEAR, could_differ=False),
            "That rests on too few cases to show a difference from other unitary councils (average 79%, "
            "printed by the Ombudsman).",
        ),
        (
            not_compared(NoComparison.TOO_FEW_CASES),
            "That is too few cases to compare with other unitary councils (average 79%, printed by the "
            "Ombudsman).",
        ),
        (
            not_compared(NoComparison.NO_AVERAGE),
            "Not compared: neither the counts of all other unitary councils nor a printed average are held.",
        ),
        (not_compared(NoComparison.NOT_HELD), ""),
    ],
)
def test_how_it_compares(how: Compared, said: str) -> None:
    one = of("upheld_pct", 6, 9, benchmark=printed_benchmark("79"), compared=how)
    assert compared(one) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((5, 5), "All 5 recommendations due in the year were carried out."),
        ((2, 2), "Both recommendations due in the year were carried out."),
        ((1, 1), "The one recommendation due in the year was carried out."),
        ((0, 1), "The one recommendation due in the year was not complied with."),
        ((8, 9), "1 of the 9 recommendations due in the year was not complied with."),
        ((0, 0), "No recommendations fell due in the year."),
        ((), ""),
    ],
)
def test_what_was_carried_out(counts: tuple[int, ...], said: str) -> None:
    assert compliance(of("compliance_pct", *counts)) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((2, 6), "In 2 of 6 upheld cases (33%) the council had already put things right before"),
        ((0, 6), "In none of the 6 upheld cases had the council already put things right before"),
        ((1, 1), "In the one upheld case the council had already put things right before"),
        ((0, 1), "In the one upheld case the council had not already put things right before"),
        ((1, 3), "In 1 of 3 upheld cases the council had already put things right before"),
        ((0, 0), ""),
    ],
)
def test_what_was_put_right_beforehand(counts: tuple[int, int], said: str) -> None:
    assert remedied(of("satisfactory_remedy_pct", *counts)).startswith(said)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Punctuality(4, 1, 0), "Of the 5 carried out, 4 were on time and 1 was late."),
        (Punctuality(1, 3, 2), "Of the 4 carried out, 1 was on time and 3 were late."),
        (Punctuality(5, 0, 0), "All were on time."),
        (Punctuality(2, 0, 0), "Both were on time."),
        (Punctuality(1, 0, 0), "It was on time."),
        (Punctuality(1, 0, 1), "The one carried out was on time."),
        (Punctuality(7, 0, 2), "The 7 carried out were on time."),
        (Punctuality(0, 1, 0), "The one carried out was late."),
        (Punctuality(0, 3, 0), "The 3 carried out were late."),
        (Punctuality(0, 0, 2), "None of those due in 2023-24 was carried out."),
    ],
)
def test_in_time_or_late(found: Punctuality, said: str) -> None:
    assert late_words(found, YEAR) == said


def test_a_row_s_origin_is_said_once_or_marked_where_it_differs() -> None:
    real = figure("a", YEAR, "upheld_pct", 6, 9)
    made_up = figure("a", YEAR, "satisfactory_remedy_pct", 1, 6, origin=Origin.SIMULATED)
    assert told([real, None]) == (["67% (6 of 9)", "Not held"], "published")
    assert told([made_up]) == (["17% (1 of 6)"], "simulated")
    cells, origin = told([real, made_up])
    assert cells == ["67% (6 of 9)", "17% (1 of 6), simulated"]
    assert origin == "partly simulated, partly published"


def test_new_and_ended_councils_are_introduced() -> None:
    ended = know(CouncilYear(CUMBRIA, YEAR, sample(), UNNAMED))
    new = know(CouncilYear(CUMBERLAND, YEAR, sample(), UNNAMED))
    last = know(CouncilYear(ALLERDALE, "2022-23", sample(), UNNAMED))
    assert ended is not None
    assert new is not None
    assert last is not None
    assert standing(ended)[0].startswith("Cumbria County Council ended on 31 March 2023.")
    assert "Its area is now served by Cumberland Council." in standing(ended)[0]
    assert standing(new) == [
        "This is the first year of Cumberland Council, formed on 1 April 2023. Complaints about Allerdale "
        "Borough Council and Cumbria County Council may be counted under those councils’ own names."
    ]
    assert standing(last)[0].startswith("This is the last year of Allerdale Borough Council")
    assert standing(known()) == []


def paper(council: object = BLACKPOOL, kind: str = "real", **more: object) -> Paper:
    repository = sample(kind)
    repository.release_ = replace(repository.release_, **more)  # type: ignore[arg-type]
    found = write_paper(CouncilYear(council, YEAR, repository, UNNAMED))  # type: ignore[arg-type]
    assert found is not None
    return found


def test_what_its_services_would_lead_one_to_expect_is_said_beside_what_complaints_were_about() -> None:
    repository = sample()
    repository.case_mixes_ = {(BLACKPOOL.slug, YEAR): CaseMix(77.4, 9, 0)}
    repository.figures_ = tuple(
        replace(each, compared=stands(CLEAR, others=(790, 1000)))
        if (each.measure, each.year) == ("upheld_pct", YEAR)
        else each
        for each in repository.figures_
    )
    found = write_paper(CouncilYear(BLACKPOOL, YEAR, repository, UNNAMED))
    assert found is not None
    (received,) = (part for part in found.sections if part.id == "received")
    said = [plain(block.text) for block in received.blocks if isinstance(block, Paragraph)]
    assert "Upheld: 79% for the others of its type; 77% given what its cases are about." in said
    assert not any("given what its cases are about" in str(part) for part in paper().sections)


def test_an_ended_council_has_no_average_and_no_funnel() -> None:
    found = paper(CUMBRIA)
    tables = [block for block in found.blocks() if isinstance(block, Table)]
    of_year = next(table for table in tables if table.head[0] == "Measure")
    assert of_year.head == ("Measure", "This council", "95% interval", "England", "Origin")
    assert plain(of_year.rows[0][1]) == "91% (9 of 10)"
    assert not any(picture.id.startswith("funnel") for picture in found.pictures)


def test_no_paper_of_a_year_in_which_there_was_no_council() -> None:
    assert write_paper(CouncilYear(CUMBERLAND, "2021-22", sample(), UNNAMED)) is None


@pytest.mark.parametrize(
    ("kind", "status", "running"),
    [
        ("real", "live", ""),
        ("real", "bundled", ""),
        ("demonstration", "bundled", "Demonstration: simulated figures"),
        ("real", "draft", "Figures: draft, not published"),
        ("demonstration", "draft", "Demonstration: simulated figures. Figures: draft, not published"),
    ],
)
def test_what_may_not_be_taken_for_real_or_final_stands_on_every_page(
    kind: str, status: str, running: str
) -> None:
    found = paper(kind=kind, status=status)
    assert found.running == running
    assert ("draft" in plain(found.statement[0].text)) == (status == "draft")


def test_without_cases_it_leads_to_the_ombudsman_s_own_search() -> None:
    found = paper()
    links = [run.href for part in found.sections if part.id == "cases" for b in part.blocks
             for run in getattr(b, "text", ())]  # fmt: skip
    assert any(link and "SearchResults?aname=Blackpool" in link for link in links)
    assert found.permalink == "/council/blackpool-borough-council/2023-24/pack?release=held-figures"

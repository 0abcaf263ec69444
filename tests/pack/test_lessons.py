"""Lessons: how far each agreed change is, and what several of the councils beside it agreed."""

from dataclasses import replace
from datetime import date

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.pack.cases_section import behind
from dashboard.pack.council_year import Known, know
from dashboard.pack.lessons_section import lessons_section
from dashboard.pack.model import Paragraph, Section, Table, plain
from dashboard.repository.records import Council
from tests.support.fake_cases import FakeCase, FakeCases, decision, with_improvements
from tests.support.sample import ALLERDALE, BLACKPOOL, CUMBERLAND, HOUNSLOW, sample

YEAR = "2023-24"
DUE, IN_TIME, LATE = date(2024, 3, 1), date(2024, 2, 1), date(2024, 4, 1)


def case(
    number: int, *texts: str, of: Council = BLACKPOOL, about: str = "Homelessness", **days: date | None
) -> FakeCase:
    told = decision(f"23 000 {number:03d}", of.slug, sub_category=about)
    return FakeCase(with_improvements(told, *texts, **days))


def section(*cases: FakeCase, beside: tuple[Council, ...] = ()) -> Section:
    found = know(CouncilYear(BLACKPOOL, YEAR, sample(), UNNAMED))
    assert found is not None
    of: Known = replace(found, cases=FakeCases(cases))
    return lessons_section(of, behind(of), beside)


def tables(part: Section) -> list[list[list[str]]]:
    return [
        [[plain(cell) for cell in row] for row in block.rows]
        for block in part.blocks
        if isinstance(block, Table)
    ]


def said(part: Section) -> str:
    return " ".join(plain(block.text) for block in part.blocks if isinstance(block, Paragraph))


def test_changes_are_counted_by_subject_and_state_with_all_at_the_foot() -> None:
    part = section(
        case(1, "A.", "B.", due=DUE, met=IN_TIME),
        case(2, "C.", due=DUE, met=LATE),
        case(3, "D.", about="Noise", due=DUE),
        case(4, "E.", about="Noise"),
    )
    assert tables(part) == [
        [
            ["Homelessness", "3", "2", "1", "0", "0", "–"],
            ["Noise", "2", "0", "0", "1", "1", "1 March 2024"],
            ["All", "5", "2", "1", "1", "1", "1 March 2024"],
        ]
    ]
    assert (
        "Five changes to how services work were agreed in published decisions of 2023-24, in four cases: two "
        "done on time, one done late, one not recorded as done and one without a date." in said(part)
    )


def test_a_long_list_of_subjects_is_whole() -> None:
    part = section(*(case(n, "A.", about=f"Subject {n:02d}", due=DUE) for n in range(40)))
    (rows,) = tables(part)
    assert len(rows) == 41
    assert rows[-1][:2] == ["All", "40"]


def test_what_several_beside_it_agreed_and_it_did_not_is_worth_learning() -> None:
    part = section(
        case(1, "Train staff."),
        *(case(10 + n, "Train staff.", of=of) for n, of in enumerate((HOUNSLOW, CUMBERLAND))),
        *(case(20 + n, "Check letters.", of=of) for n, of in enumerate((HOUNSLOW, CUMBERLAND))),
        case(30, "Only one agreed this.", of=HOUNSLOW),
        case(40, "Check letters.", of=ALLERDALE),  # not beside it
        beside=(HOUNSLOW, CUMBERLAND),
    )
    assert tables(part)[-1] == [
        ["Homelessness", "Check letters", "Cumberland and London Borough of Hounslow"]
    ]
    assert "The two councils beside it agreed five improvements" in said(part)
    assert "One was agreed by two or more of them and not by this council:" in said(part)


def test_of_many_it_says_how_many_there_are() -> None:
    many = [case(100 + n, f"Change {n:02d}.", of=of) for n in range(9) for of in (HOUNSLOW, CUMBERLAND)]
    part = section(*many, beside=(HOUNSLOW, CUMBERLAND))
    assert len(tables(part)[-1]) == 6
    assert (
        "Nine were agreed by two or more of them and not by this council; the six most often agreed"
        in said(part)
    )


def test_nothing_agreed_and_nothing_in_the_same_words() -> None:
    part = section(case(1, "A.", of=HOUNSLOW), case(2, "B.", of=CUMBERLAND), beside=(HOUNSLOW, CUMBERLAND))
    assert "No change to how services work was agreed in published decisions of 2023-24." in said(part)
    assert "None of them was agreed in the same words by two or more" in said(part)
    assert tables(part) == []

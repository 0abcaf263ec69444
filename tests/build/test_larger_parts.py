"""Larger parts in a release: worked out when it is built, again by the check, anew when a text goes."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.build.check import check
from dashboard.build.content import (
    Breakdown,
    CaseRow,
    CodeSpan,
    CouncilYearRow,
    DecisionText,
    ReleaseContent,
)
from dashboard.build.larger_parts_check import check_larger_parts
from dashboard.build.withdraw import withdraw
from dashboard.domain.figures import State
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Outcome
from dashboard.releases.verify import verify
from dashboard.repository.manifest import DATABASE
from dashboard.repository.records import CountRow
from dashboard.repository.sqlite import SqliteRepository
from tests.support.figures import figure
from tests.support.tiny_cases import CASES, TEXTS, content_with_cases
from tests.support.tiny_release import BLACKPOOL, BRIGHTON, CUMBERLAND, PAGE, build_tiny

YEAR = "2024-25"
_OTHERS = tuple(
    replace(BLACKPOOL, slug=f"oak-{n}", code=f"E069999{n:02d}", codes=(f"E069999{n:02d}",), name=f"Oak {n}")
    for n in range(10, 30)
)
_ALL = (BLACKPOOL, BRIGHTON, CUMBERLAND, *_OTHERS)


def _of(number: int, slug: str, subject: str) -> CaseRow:
    return CaseRow(
        *(f"SIM 24 001 {number:03d}", slug, "housing", date(2024, 4, 2), date(2024, 9, 1), "upheld", False),
        *("statement", "housing", subject, True),
    )


_SUBJECTS = [
    *[(BLACKPOOL.slug, "Noise")] * 8,
    *[(other.slug, subject) for other in _OTHERS for subject in ("Noise", *["Repairs"] * 15)],
]
_CASES = tuple(_of(number, slug, subject) for number, (slug, subject) in enumerate(_SUBJECTS, 1))
FIRST = _CASES[0].reference


def _decided(slug: str, back: int) -> tuple[Breakdown, ...]:
    rows = ((Outcome.REFERRED_BACK.value, back), ("total", 100))
    return tuple(
        Breakdown(slug, YEAR, CountRow("decided", item, number, Origin.SIMULATED, PAGE))
        for item, number in rows
    )


def content() -> ReleaseContent:
    """Twenty-three councils of a type, of which one has more about noise and more that came too soon."""
    before = content_with_cases()
    return replace(
        before,
        councils=tuple(sorted((*before.councils, *_OTHERS), key=lambda council: council.slug)),
        codes=(*before.codes, *(CodeSpan(each.slug, each.code, None, None) for each in _OTHERS)),
        council_years=(
            *before.council_years,
            *(CouncilYearRow(YEAR, each.slug, each.code, existed=True) for each in _OTHERS),
        ),
        figures=(
            *before.figures,
            *(
                (period, figure(each.slug, YEAR, measure, state=State.NOT_HELD, origin=None))
                for each in _OTHERS
                for measure in MEASURES
                for period in (1, 3)
            ),
        ),
        cases=(*CASES, *_CASES),
        decisions=(
            *TEXTS,
            *(DecisionText(one.reference, "Simulated: A case", "Simulated.", "Delay", "") for one in _CASES),
        ),
        breakdowns=tuple(
            row for each in _ALL for row in _decided(each.slug, 70 if each is BLACKPOOL else 20)
        ),
    )


def part(release: Path, of: PartOf, slug: str = BLACKPOOL.slug, year: str = YEAR) -> LargerPart | None:
    return SqliteRepository(release).larger_part(slug, year, of)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny(tmp_path_factory.mktemp("larger"), content())


def test_what_is_larger_stands_with_its_fraction_and_the_others(release: Path) -> None:
    noise, back = part(release, PartOf.SUBJECT), part(release, PartOf.REFERRED_BACK)
    assert noise is not None
    assert back is not None
    assert (noise.name, noise.count, noise.whole, noise.others) == (
        "Noise",
        8,
        8,
        (20, 20 * 16 + 1),
    )  # one of tiny_cases.py
    assert (back.name, back.count, back.whole, back.others) == (
        *(Outcome.REFERRED_BACK.label, 70, 100),
        (440, 2200),
    )
    assert noise.simulated
    assert back.simulated


def test_no_other_council_and_no_other_year_has_one(release: Path) -> None:
    found = [part(release, of, each.slug) for of in PartOf for each in _OTHERS]
    assert found == [None] * (2 * len(_OTHERS))
    assert part(release, PartOf.SUBJECT, year="2023-24") is None


def test_the_check_works_every_part_out_again(release: Path) -> None:
    found = check_larger_parts(release)
    assert (found.parts, found.different) == (2, ())
    told = check(release).report
    assert "  Larger parts: 2 worked out again from cases and counts; each stands as it is stored." in told


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE larger_part SET count = 7 WHERE part_of = 'subject'", "count=7"),
        ("UPDATE larger_part SET luck = luck + 0.01", "is stored"),
        ("DELETE FROM larger_part WHERE part_of = 'referred back'", "None is stored"),
        ("UPDATE larger_part SET slug = 'oak-10' WHERE part_of = 'subject'", "None follows"),
        ("UPDATE breakdown SET count = 21 WHERE count = 70", "None follows"),
    ],
)
def test_the_check_names_what_stands_otherwise(tmp_path: Path, change: str, said: str) -> None:
    altered = build_tiny(tmp_path, content())
    with closing(sqlite3.connect(altered / DATABASE)) as connection:
        connection.executescript(change)
    different = check_larger_parts(altered).different
    assert any(said in sentence for sentence in different), different


def test_a_withdrawn_decision_is_no_part_any_more(tmp_path: Path) -> None:
    built = build_tiny(tmp_path, content())
    withdraw(tmp_path, FIRST, "It could tell who complained.", "Data officer", date(2025, 6, 1))
    noise = part(built, PartOf.SUBJECT)
    assert noise is not None
    assert (noise.count, noise.whole) == (7, 7)
    assert verify(built) == []
    assert check_larger_parts(built).different == ()


def test_a_release_built_before_is_read_as_having_none_and_the_check_says_so(tmp_path: Path) -> None:
    built = build_tiny(tmp_path, content())
    with closing(sqlite3.connect(built / DATABASE)) as connection:
        connection.execute("DROP TABLE larger_part")
    assert part(built, PartOf.SUBJECT) is None
    assert check_larger_parts(built).parts is None

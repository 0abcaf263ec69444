"""The overview: how far complaints went, each step counted, and what is not held said."""

import re
from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.pack.council_year import know
from dashboard.pack.model import Paragraph, Section, Table, plain
from dashboard.pack.overview_section import overview_section
from tests.support.figures import count
from tests.support.sample import BLACKPOOL, sample

YEAR = "2024-25"
STEPS = ("dealt_with", "not_for_us_or_not_ready", "assessed_and_closed", "investigated", "upheld")


def section(*counts: int | None) -> Section:
    known = know(CouncilYear(BLACKPOOL, YEAR, sample(), UNNAMED))
    assert known is not None
    held = {name: number for name, number in zip(STEPS, counts, strict=True) if number is not None}
    figures = {name: figure for name, figure in known.figures.items() if name not in STEPS}
    own = {name: count(BLACKPOOL.slug, YEAR, name, number) for name, number in held.items()}
    return overview_section(replace(known, figures={**figures, **own}))


def said(part: Section) -> str:
    return next(plain(block.text) for block in part.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (
            (42, 14, 23, 5, 4),
            "42 cases about Blackpool Borough Council: 14 outside its remit or not ready for it, 23 "
            "closed after "
            "a first look, and 5 investigated, of which 4 upheld.",
        ),
        (
            (5, 0, 0, 5, 0),
            "none outside its remit or not ready for it, none closed after a first look, and 5",
        ),
        ((1, 1, 0, 0, 0), "1 case about Blackpool Borough Council: 1 outside .* and none investigated\\.$"),
        ((42, None, 23, 5, 4), "How far each of them went is not all held"),
        ((0, 0, 0, 0, 0), "dealt with no complaint about Blackpool Borough Council"),
        (
            (None, None, None, 5, 4),
            "were dealt with in 2024-25 is not held here; 5 investigations were completed",
        ),
        ((None, None, None, None, None), "and neither is how many were investigated"),
    ],
)
def test_how_far_complaints_went(counts: tuple[int | None, ...], told: str) -> None:
    assert re.search(told, said(section(*counts)))


def test_each_step_has_its_part_of_all_and_what_is_not_held_none() -> None:
    (table,) = (block for block in section(42, None, 23, 5, 4).blocks if isinstance(block, Table))
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Dealt with", "42", ""],
        ["Not for us, or not ready for us", "Not held", "–"],
        ["Assessed and closed", "23", "55%"],
        ["Investigated", "5", "12%"],
        ["Of these upheld", "4", "10%"],
    ]

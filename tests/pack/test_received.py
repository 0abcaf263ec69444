"""Received and decided over the years: five at most, totals as they are held, origins in words."""

from dataclasses import replace

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.comparison import Comparison
from dashboard.domain.origin import Origin
from dashboard.pack.council_year import know
from dashboard.pack.model import Paragraph, Section, Table, plain
from dashboard.pack.received_section import YEARS, received_section
from dashboard.repository.records import CountRow, ServiceCompared
from tests.support.figures import stands
from tests.support.sample import BLACKPOOL, CUMBRIA, breakdown, sample

YEAR = "2023-24"


def section(rows: dict[str, tuple[CountRow, ...]], kind: str = "received", **more: object) -> Section:
    repository = sample()
    years = ("2017-18", "2018-19", "2019-20", "2020-21", "2021-22", "2022-23", YEAR, "2024-25")
    repository.release_ = replace(repository.release_, years=years)
    repository.rows = {(BLACKPOOL.slug, year, kind): found for year, found in rows.items()}
    for name, value in more.items():
        setattr(repository, name, value)
    known = know(CouncilYear(BLACKPOOL, YEAR, repository, UNNAMED))
    assert known is not None
    return received_section(known)


def table(part: Section) -> Table:
    return next(block for block in part.blocks if isinstance(block, Table))


def row(of: Table, name: str) -> list[str]:
    return [plain(cell) for each in of.rows if plain(each[0]) == name for cell in each[1:]]


def said(part: Section) -> str:
    return " ".join(plain(block.text) for block in part.blocks if isinstance(block, Paragraph))


def test_the_last_five_years_that_are_held_stand_side_by_side() -> None:
    part = section(
        {
            f"{y}-{y % 100 + 1:02d}": breakdown("received", {"housing": y, "total": 2 * y})
            for y in range(2017, 2025)
        }
    )
    found = table(part)
    assert found.head == ("Service", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "Share")
    assert len(found.head) - 2 == YEARS
    assert row(found, "Housing") == ["2,019", "2,020", "2,021", "2,022", "2,023", "50%"]
    assert row(found, "Total") == ["4,038", "4,040", "4,042", "4,044", "4,046", ""]
    assert found.total_last


def test_what_is_not_held_is_not_nought_and_no_total_is_made_of_a_part() -> None:
    found = table(
        section(
            {
                "2022-23": breakdown("received", {"housing": 3}),
                YEAR: breakdown("received", {"housing": 0, "other": 4, "total": 4}),
            }
        )
    )
    assert row(found, "Housing") == ["3", "0", "0%"]
    assert row(found, "Other") == ["not held", "4", "100%"]
    assert row(found, "Total") == ["not held", "4", ""]


def test_origins_are_said_by_year_and_where_they_are_mixed() -> None:
    mixed = tuple(
        replace(each, origin=Origin.SIMULATED) if each.item == "total" else each
        for each in breakdown("received", {"housing": 3, "other": 1, "total": 4})
    )
    part = section({"2022-23": breakdown("received", {"housing": 3}), YEAR: mixed})
    assert "Origin: 2022-23 published; 2023-24 published (but total simulated)." in said(part)
    alone = section({YEAR: breakdown("received", {"housing": 3})})
    assert "Origin: published." in said(alone)


def test_a_part_that_stands_out_is_named_with_its_counts() -> None:
    higher = ServiceCompared(stands(Comparison.HIGHER, others=(100, 1000)), None)
    same = ServiceCompared(stands(Comparison.NO_CLEAR_DIFFERENCE, others=(100, 1000)), None)
    rows = {YEAR: breakdown("received", {"housing": 30, "other": 10, "total": 40})}
    compared = {(BLACKPOOL.slug, YEAR): {"housing": higher, "other": same}}
    part = section(rows, services_compared_=compared)
    assert "housing (30 of 40) is higher. Luck alone would mark fewer than one." in said(part)
    none = section(rows, services_compared_={(BLACKPOOL.slug, YEAR): {"other": same}})
    assert "None of these parts differs" in said(none)
    assert "these parts" not in said(section(rows)).replace("These are parts", "")


def test_there_is_room_for_the_council_s_own_complaints() -> None:
    own = [block for block in section({}).blocks if isinstance(block, Table)][-1]
    assert [plain(each[0]) for each in own.rows] == [
        "Complaints at stage 1",
        "Complaints at stage 2",
        "Housing Ombudsman: cases determined",
    ]
    assert own.head == ("Complaints", "2021-22", "2022-23", "2023-24", "Answered in time, 2023-24")
    county = know(CouncilYear(CUMBRIA, YEAR, sample(), UNNAMED))
    assert county is not None
    part = received_section(county)
    assert "no landlord" in said(part)
    assert len([block for block in part.blocks if isinstance(block, Table)][-1].rows) == 2

"""What is said of one council."""

import pytest

from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.mapview.names import accessible_name, origin_cell
from dashboard.mapview.table import rows
from dashboard.repository.records import Council
from tests.mapview.england import BURY, CITY, KENT, LEEDS, YEAR, upheld, view
from tests.support.figures import figure, pooled_benchmark, printed_benchmark, stands

METS = "metropolitan borough councils"
PRINTED = f"the printed average of {METS}, which includes it"
CLEAR = Comparison.NO_CLEAR_DIFFERENCE


@pytest.mark.parametrize(
    ("council", "told", "expected"),
    [
        (
            LEEDS,
            upheld(LEEDS.slug, 27, 33, origin=Origin.SIMULATED),
            f"Leeds City Council, 82%, 27 of 33, no clear difference from {PRINTED}, average 80%, simulated",
        ),
        (
            BURY,
            upheld(BURY.slug, 40, 40, comparison=Comparison.MUCH_HIGHER),
            f"Bury Metropolitan Borough Council, 100%, 40 of 40, much higher than {PRINTED}, average 80%, "
            "published",
        ),
        (
            BURY,
            upheld(BURY.slug, 40, 40, compared=stands(Comparison.HIGHER, origin=Origin.SIMULATED)),
            f"Bury Metropolitan Borough Council, 100%, 40 of 40, higher than other {METS} (the others’ "
            "figures are simulated), average 80%, published",
        ),
        (
            BURY,
            upheld(BURY.slug, 5, 5, compared=stands(CLEAR, could_differ=False)),
            "Bury Metropolitan Borough Council, 100%, 5 of 5, too few to show a difference, average 80%, "
            "published",
        ),
        (
            BURY,
            upheld(BURY.slug, 8, 10, comparison=NoComparison.NO_AVERAGE, benchmark=None),
            "Bury Metropolitan Borough Council, 80%, 8 of 10, not compared: no average held, published",
        ),
        (
            KENT,
            upheld(KENT.slug, 0, 1),
            "Kent County Council, 0 of 1 upheld, 0%, too few to compare, average 80%, published",
        ),
        (CITY, upheld(CITY.slug, 0, 0), "City of London, no investigations, published"),
        (CITY, upheld(CITY.slug, state=State.NOT_HELD, origin=None), "City of London, not held"),
        (
            CITY,
            upheld(CITY.slug, 2, None, state=State.NOT_HELD, origin=Origin.REPORTED),
            "City of London, not held",
        ),
        (
            KENT,
            upheld(KENT.slug, printed="77", state=State.PERCENTAGE_ONLY),
            "Kent County Council, 77%, counts not held, average 80%, published",
        ),
        (
            LEEDS,
            upheld(
                LEEDS.slug,
                22,
                24,
                printed="93",
                origin=Origin.SIMULATED,
                printed_origin=Origin.PUBLISHED,
                note="The printed 93% does not follow from 22 of 24.",
            ),
            f"Leeds City Council, 93%, 22 of 24, no clear difference from {PRINTED} (worked out from "
            "simulated counts), average 80%, figure published, counts simulated. The printed 93% does not "
            "follow from 22 of 24.",
        ),
        (
            LEEDS,
            figure(LEEDS.slug, YEAR, "compliance_pct", 30, 31, benchmark=printed_benchmark("99")),
            "Leeds City Council, 97%, 30 of 31, average 99%, published",
        ),
        (
            LEEDS,
            figure(
                LEEDS.slug,
                YEAR,
                "upheld_per_100k",
                27,
                812_000,
                benchmark=printed_benchmark("4.6"),
            ),
            "Leeds City Council, 3.3 per 100,000, 27 upheld, 812,000 residents, no clear difference from "
            f"{PRINTED}, average 4.6, published",
        ),
        (
            LEEDS,
            figure(
                *(LEEDS.slug, YEAR, "compliance_pct", 199, 200),
                benchmark=pooled_benchmark("100", 444, 446, 36, Origin.DERIVED),
            ),
            "Leeds City Council, over 99%, 199 of 200, average over 99%, published",
        ),
    ],
)
def test_a_name_says_value_cases_comparison_average_and_origin(
    council: Council, told: Figure, expected: str
) -> None:
    assert accessible_name(council, told) == expected


def test_a_pooled_rate_names_its_years_instead_of_added_residents() -> None:
    told = figure(LEEDS.slug, YEAR, "upheld_per_100k", 81, 2_436_000)
    assert "81 upheld in three years" in accessible_name(LEEDS, told, period=3)


def test_one_origin_is_said_once() -> None:
    assert origin_cell(upheld("a", 6, 9, printed="67")) == "published"


def test_the_table_holds_every_council_in_view_with_the_same_words() -> None:
    shown = rows(view())
    assert [row.name for row in shown] == [
        "Bury Metropolitan",
        "City of London",
        "Hull City",
        "Kent County",
        "Leeds City",
    ]
    leeds = shown[-1]
    assert (leeds.cases, leeds.value, leeds.average) == ("27 of 33", "82%", "80%")

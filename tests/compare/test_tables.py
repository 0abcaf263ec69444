"""The tables: exact words of every state, rates put together in two named ways, predecessors combined."""

from decimal import Decimal

import pytest

from dashboard.compare.comparison import Comparison
from dashboard.compare.predecessors import year_of
from dashboard.compare.tables import Row, Table
from tests.compare.world import (
    BLACKPOOL,
    CUMBERLAND,
    DOVER,
    LUTON,
    READING,
    SMALL,
    YEAR,
    compared,
    england,
    slugs,
)

FOUR = f"{slugs(BLACKPOOL, LUTON, READING, DOVER)}&year={YEAR}"


def table(comparison: Comparison, name: str) -> Table:
    return next(each for each in comparison.tables if each.id == name)


def texts(row: Row) -> list[str]:
    return [cell.whole for cell in row.cells]


def rows(query: str, name: str) -> list[list[str]]:
    return [texts(row) for row in table(compared(query)[2], name).rows]


def test_upheld_of_four_councils_is_said_exactly() -> None:
    assert rows(FOUR, "upheld-pct") == [
        [
            *("Blackpool", "Unitary", "67% (6 of 9); few cases", "35–88%", "79%, printed"),
            *("No clear difference", "published"),
        ],
        [
            "Dover District",
            "District",
            "0 of 1 (0%)",
            "–",
            "70%, pooled, simulated",
            "Too few to compare",
            "published",
        ],
        [
            *("Luton", "Unitary", "50% (20 of 40)", "35–65%", "79%, printed"),
            *("Much lower", "simulated"),
        ],
        ["Reading", "Unitary", "75% (counts not held)", "–", "–", "–", "reported"],
        ["Together: pooled rate", "–", "52% (26 of 50); 3 of 4 councils", "39–65%", "–", "–", "simulated"],
        [
            *("Together: mean of the councils’ rates", "–"),
            "39% (mean of three rates); 3 of 4 councils, one of them from fewer than five cases",
            *("–", "–", "–", "simulated"),
        ],
    ]


def test_rule_2_five_states_have_five_texts() -> None:
    comparison = compared(FOUR)[2]
    shown = {entry.shown for each in comparison.tables for entry in each.entries}
    shown |= {entry.compared for each in comparison.tables for entry in each.entries}
    assert {"No cases", "Not held", "Not applicable", "Too few to compare", "75% (counts not held)"} <= shown


def test_rule_3_counts_lead_below_five_and_nothing_is_compared() -> None:
    entry = next(e for e in table(compared(FOUR)[2], "upheld-pct").entries if e.council == DOVER.name)
    assert (entry.shown, entry.low, entry.high) == ("0 of 1 (0%)", None, None)
    assert entry.compared == "Too few to compare"


def test_rule_11_pooled_rate_and_mean_of_rates_are_both_shown_and_named() -> None:
    pooled, mean = (e for e in table(compared(FOUR)[2], "upheld-pct").entries if e.type == "the group")
    assert (pooled.council, pooled.value) == ("Together: pooled rate", Decimal(52))
    assert (mean.council, mean.value) == ("Together: mean of the councils’ rates", Decimal("38.9"))
    terms = dict(compared(FOUR)[2].definitions)
    assert terms["Pooled rate"].startswith("All the cases of the group together")
    assert terms["Mean of the councils’ rates"].startswith("The plain mean of the rates")


def test_rule_12_councils_stand_as_is_said_and_nothing_is_ranked() -> None:
    for each in compared(FOUR)[2].tables:
        assert [row.cells[0].text for row in each.rows if not row.of_group] == [
            *("Blackpool", "Dover District", "Luton", "Reading"),
        ]
        assert not any("rank" in head.casefold() or "#" in head for head in each.heads)


def test_rule_12_compliance_is_the_number_not_complied_with() -> None:
    found = table(compared(FOUR)[2], "compliance-pct")
    assert found.heads[2:5] == ("Fell due", "Not complied with", "Complied with")
    assert texts(found.rows[0]) == [
        *("Blackpool", "Unitary", "5", "1", "80% (4 of 5)", "100%, printed", "published"),
    ]
    assert texts(found.rows[2])[:5] == ["Luton", "Unitary", "0", "–", "No cases"]
    assert (
        found.lead[0]
        == "One council with counts: of 5 recommendations that fell due, 1 was not complied with."
    )


def test_a_table_begins_with_how_many_differ() -> None:
    assert table(compared(FOUR)[2], "upheld-pct").lead[0] == (
        "Of the 3 councils whose counts are held (of 4), two have cases enough; one differs from its type by "
        "more than chance explains, below it. Simulated figures are among those it is worked out from. Not "
        "compared: one with fewer than five cases."
    )


def test_the_words_that_occur_are_explained_and_no_others() -> None:
    notes = table(compared(FOUR)[2], "upheld-pct").notes
    assert [note.split(":")[0] for note in notes] == [
        *("Counts not held", "Too few to compare", "No clear difference", "Few cases"),
    ]


def test_one_council_alone_has_no_group() -> None:
    comparison = compared(f"{slugs(BLACKPOOL)}&year={YEAR}")[2]
    assert comparison.title == "Blackpool compared, 2023-24"
    assert not any(row.of_group for each in comparison.tables for row in each.rows)


def test_a_sum_is_given_only_where_every_part_is_held() -> None:
    two = rows(f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}", "overview")
    assert two[2][:3] == ["Together", "141", "Not held"]
    assert rows(FOUR, "overview")[4][1] == "Not held"


def test_received_by_category_names_what_is_not_held() -> None:
    blackpool, luton, together = rows(f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}", "received")
    assert blackpool[7:] == ["7", "Not held", "1", "41", "published"]
    assert luton[1:] == ["Not held"] * 10 + ["–"]
    assert together[1:] == ["Not held"] * 10 + ["–"]


def test_rule_14_predecessors_are_combined_for_a_year_before_a_council() -> None:
    comparison = compared(f"{slugs(CUMBERLAND, BLACKPOOL)}&year=2021-22")[2]
    assert comparison.said == (
        "Cumberland began on 1 April 2023: for 2021-22, Allerdale and Copeland are added together. Cumbria "
        "County Council was split and is not added. None of them were unitary councils.",
    )
    assert texts(table(comparison, "upheld-pct").rows[0]) == [
        *("Cumberland; predecessors combined", "Unitary", "44% (4 of 9); few cases", "19–73%"),
        *("–", "Before it began", "derived"),
    ]
    received = texts(table(comparison, "received").rows[0])
    assert received[7:] == ["5", "Not held", "Not held", "Not held", "derived"]


def test_a_year_of_no_whole_predecessor_says_what_is_missing() -> None:
    repository = england()
    repository.links = tuple(link for link in repository.links if link.change == "split")
    repository.combined_ = ()
    stand = year_of(CUMBERLAND, "2021-22", repository)
    assert stand.sentence == (
        "Cumberland began on 1 April 2023: nothing can be shown for 2021-22. Cumbria County Council was "
        "split and is not added."
    )
    assert stand.figures == {}


def test_seven_years_stand_side_by_side_with_their_breaks() -> None:
    comparison = compared(f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}&view=years")[2]
    (found,) = comparison.tables
    assert found.heads == (
        *("Council", "2018-19", "2019-20", "2020-21", "2021-22", "2022-23 (break)", "2023-24"),
        "Change on the year before 2023-24",
    )
    blackpool = texts(found.rows[0])
    assert blackpool[5:] == [
        "33% (2 of 6); 10–70%, few cases, published",
        "67% (6 of 9); 35–88%, few cases, published",
        "No clear change beside its type",
    ]
    assert blackpool[1] == "Not held"
    assert found.notes[0].startswith("2020-21: No new complaints")
    assert found.notes[0].endswith("Read that year with care.")
    assert found.notes[1].startswith("Break in 2022-23: A new way of choosing")
    assert found.notes[1].endswith("Years before and after it are not one series.")


def test_a_rate_is_broken_where_a_share_is_only_marked() -> None:
    query = f"{slugs(BLACKPOOL, LUTON)}&year={YEAR}&view=years&measure=upheld_per_100k"
    (found,) = compared(query)[2].tables
    assert {"2020-21 (break)", "2022-23 (break)"} <= set(found.heads)


def test_rule_14_predecessors_of_several_years_are_named_once_for_all_of_them() -> None:
    (found,) = compared(f"{slugs(CUMBERLAND, BLACKPOOL)}&year={YEAR}&view=years")[2].tables
    assert [note for note in found.notes if note.startswith("Cumberland began")] == [
        "Cumberland began on 1 April 2023: for 2018-19 to 2022-23, Allerdale and Copeland are added "
        "together. Cumbria County Council was split and is not added. None of them were unitary councils."
    ]


@pytest.mark.parametrize("count", [1, 2, 10])
def test_a_group_is_named_by_its_first_three(count: int) -> None:
    comparison = compared(f"{slugs(*(BLACKPOOL, LUTON, *SMALL)[:count])}&year={YEAR}")[2]
    names = {
        1: "Blackpool",
        2: "Blackpool and Luton",
        10: "Blackpool, Luton, Unitary A and seven others",
    }
    assert comparison.title == f"{names[count]} compared, 2023-24"


@pytest.mark.parametrize("kind", ["real", "demonstration"])
def test_what_is_simulated_is_defined_where_it_can_occur(kind: str) -> None:
    comparison = compared(FOUR, kind)[2]
    assert ("Simulated" in dict(comparison.definitions)) is (kind == "demonstration")
    assert ("figures marked simulated are not real" in comparison.citation) is (kind == "demonstration")

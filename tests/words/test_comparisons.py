"""How a council stands beside its type: every form of it, and no word beyond the evidence."""

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import (
    Compared,
    ComparedWith,
    Comparison,
    NoComparison,
    not_compared,
)
from dashboard.domain.figures import Figure
from dashboard.domain.origin import Origin
from dashboard.words import comparisons as say
from tests.support.figures import figure, printed_benchmark, stands

UNITARY, METS = AuthorityType.UNITARY, AuthorityType.METROPOLITAN
LOWER, HIGHER, CLEAR = Comparison.LOWER, Comparison.HIGHER, Comparison.NO_CLEAR_DIFFERENCE
OTHERS, PRINTED = ComparedWith.OTHERS, ComparedWith.PRINTED_AVERAGE


def upheld(compared: Compared, **more: object) -> Figure:
    """115 of 132 upheld, as the counts of Birmingham 2023-24."""
    return figure("x", "2023-24", "upheld_pct", 115, 132, compared=compared, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("comparison", "sentence"),
    [
        (Comparison.MUCH_LOWER, "Much lower than other unitary councils, by far more than chance explains."),
        (Comparison.LOWER, "Lower than other unitary councils, by more than chance explains."),
        (CLEAR, "No clear difference from other unitary councils."),
        (Comparison.HIGHER, "Higher than other unitary councils, by more than chance explains."),
        (
            Comparison.MUCH_HIGHER,
            "Much higher than other unitary councils, by far more than chance explains.",
        ),
    ],
)
def test_the_comparison_in_a_sentence(comparison: Comparison, sentence: str) -> None:
    assert say.sentence(upheld(stands(comparison)), UNITARY) == sentence


def test_higher_beside_simulated_others_says_whose_figures_are_simulated() -> None:
    simulated = stands(HIGHER, 93, 113, others=(423, 540), origin=Origin.SIMULATED)
    assert say.sentence(upheld(simulated), METS) == (
        "Higher than other metropolitan borough councils, by more than chance explains (the others’ figures "
        "are simulated)."
    )
    assert say.short(upheld(simulated)) == "Higher, others simulated"
    assert say.tested_against(upheld(simulated), METS) == (
        "at other metropolitan borough councils together 78% (423 of 540, simulated)"
    )


def test_a_figure_that_is_itself_simulated_needs_no_word_of_the_others() -> None:
    simulated = stands(HIGHER, origin=Origin.SIMULATED)
    assert say.others_simulated(upheld(simulated, origin=Origin.SIMULATED)) == ""
    assert say.short(upheld(simulated, origin=Origin.SIMULATED)) == "Higher"


def test_a_printed_percentage_over_simulated_counts_says_what_was_compared() -> None:
    mixed = upheld(
        stands(HIGHER, origin=Origin.SIMULATED),
        printed="87",
        origin=Origin.SIMULATED,
        printed_origin=Origin.PUBLISHED,
    )
    assert str(say.sentence(mixed, METS)).endswith(" (worked out from simulated counts).")
    assert say.short(mixed) == "Higher, counts simulated"


def test_a_printed_average_is_said_to_include_the_council() -> None:
    printed = stands(CLEAR, 96, 115, compared_with=PRINTED)
    beside = upheld(printed, benchmark=printed_benchmark("80"))
    assert say.sentence(beside, METS) == (
        "No clear difference from the printed average of metropolitan borough councils, which includes it."
    )
    assert say.tested_against(beside, METS) == (
        "against the printed average of metropolitan borough councils, which includes it, 80%"
    )


def test_years_with_a_printed_average_among_others_are_not_said_to_be_all_printed() -> None:
    some = upheld(stands(LOWER, 96, 115, compared_with=ComparedWith.IN_PART_PRINTED))
    whom = (
        "other metropolitan borough councils (in some of the years their printed average, which includes it)"
    )
    assert say.sentence(some, METS) == f"Lower than {whom}, by more than chance explains."
    assert say.tested_against(some, METS) == f"against {whom}"


def test_where_no_result_could_have_been_beyond_chance_that_is_what_is_said() -> None:
    cannot = upheld(stands(CLEAR, 0, 5, could_differ=False))
    assert say.sentence(cannot, UNITARY) == "Too few cases to show a difference from other unitary councils."
    assert say.short(cannot) == "Too few to show a difference"
    assert say.clause(cannot.compared, UNITARY) == (
        "rests on too few cases to show a difference from other unitary councils"
    )
    assert say.on_map(cannot) == "too few to show a difference"


@pytest.mark.parametrize(
    ("compared", "clause"),
    [
        (stands(HIGHER), "is higher than other unitary councils, by more than chance explains"),
        (stands(CLEAR), "shows no clear difference from other unitary councils"),
        (not_compared(NoComparison.NOT_HELD), None),
    ],
)
def test_the_comparison_with_its_verb(compared: Compared, clause: str | None) -> None:
    assert say.clause(compared, UNITARY) == clause


def test_every_reason_has_a_text_of_its_own_in_every_form() -> None:
    for texts in (
        [say.reason(why, UNITARY) for why in NoComparison],
        [say.SHORT_REASONS[why] for why in NoComparison],
        [say.MANY[why] for why in NoComparison],
    ):
        assert len(set(texts)) == len(texts)


def test_reasons_that_the_figure_itself_says_are_not_said_again() -> None:
    silent = {why for why in NoComparison if say.sentence(upheld(not_compared(why)), UNITARY) is None}
    assert silent == {
        NoComparison.MEASURE_NOT_COMPARED,
        NoComparison.NOT_APPLICABLE,
        NoComparison.BEFORE_IT_BEGAN,
        NoComparison.ENDED,
        NoComparison.NOT_HELD,
        NoComparison.PERCENTAGE_WITHOUT_COUNTS,
        NoComparison.NO_CASES,
    }


@pytest.mark.parametrize(
    ("compared", "text"),
    [
        (stands(LOWER), "lower than other {councils}{beyond}"),
        (stands(CLEAR, compared_with=PRINTED), "no clear difference from the printed average of {councils}, "
         "which includes it{beyond}"),
        (stands(LOWER, origin=Origin.SIMULATED), "lower than other {councils}{beyond} (the others’ figures "
         "are simulated)"),
        (not_compared(NoComparison.TOO_FEW_CASES), "too few to compare"),
        (not_compared(NoComparison.FIRST_YEAR), "not compared: first year"),
        (not_compared(NoComparison.MEASURE_NOT_COMPARED), ""),
    ],
)  # fmt: skip
def test_the_map_has_one_text_for_server_and_script(compared: Compared, text: str) -> None:
    assert say.on_map(upheld(compared)) == text


def test_no_word_says_that_councils_are_alike() -> None:
    every = [
        *say.SHORT.values(),
        *say.SHORT_REASONS.values(),
        *(say.sentence(upheld(stands(c)), UNITARY) or "" for c in Comparison if c is not Comparison.NONE),
    ]
    assert not [text for text in every if any(word in text.lower() for word in ("similar", "alike", "same"))]

"""The sentences of the letter, exactly as a person would write them."""

from collections.abc import Callable

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, ComparedWith, Comparison, NoComparison, not_compared
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.letters import sentences
from dashboard.letters.model import Paragraph, plain_text
from tests.support.figures import figure, pooled_benchmark, printed_benchmark, stands

PUBLISHED = Origin.PUBLISHED
UNITARY = AuthorityType.UNITARY
Sentence = Callable[[Figure], Paragraph]


def make(measure: str, numerator: int | None, denominator: int | None, **more: object) -> Figure:
    return figure("anywhere", "2023-24", measure, numerator, denominator, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (
            0,
            0,
            "We completed no investigations about your council in the year, so there is no upheld rate.",
        ),
        (0, 1, "We completed one investigation about your council and did not uphold it."),
        (1, 1, "We completed one investigation about your council and upheld it."),
        (0, 2, "We completed two investigations about your council and upheld neither of them: 0 of 2 (0%)."),
        (2, 2, "We completed two investigations about your council and upheld both of them: 2 of 2 (100%)."),
        (1, 3, "We completed three investigations about your council and upheld one of them: 1 of 3 (33%)."),
        (
            4,
            4,
            "We completed four investigations about your council and upheld all four of them: 4 of 4 (100%).",
        ),
        (6, 9, "We completed nine investigations about your council and upheld six of them: 67% (6 of 9)."),
        (0, 6, "We completed six investigations about your council and upheld none of them: 0% (0 of 6)."),
        (
            115,
            132,
            "We completed 132 investigations about your council and upheld 115 of them: 87% (115 of 132).",
        ),
    ],
)
def test_upheld(numerator: int, denominator: int, said: str) -> None:
    assert plain_text(sentences.upheld(make("upheld_pct", numerator, denominator)), PUBLISHED) == said


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (0, 0, "No recommendations fell due in the year, so there is no compliance rate."),
        (1, 1, "One recommendation fell due in the year, and your council carried it out."),
        (0, 1, "One recommendation fell due in the year, and your council did not carry it out."),
        (
            2,
            2,
            "Two recommendations fell due in the year, and your council carried out both of them: 2 of 2 "
            "(100%).",
        ),
        (
            5,
            5,
            "Five recommendations fell due in the year, and your council carried out all five of them: "
            "100% (5 of 5).",
        ),
        (
            0,
            2,
            "Two recommendations fell due in the year. Your council did not comply with either of them: "
            "0 of 2 (0%).",
        ),
        (
            106,
            107,
            "In the year 107 recommendations fell due. Your council did not comply with one of them: "
            "99% (106 of 107).",
        ),
    ],
)
def test_compliance(numerator: int, denominator: int, said: str) -> None:
    assert plain_text(sentences.compliance(make("compliance_pct", numerator, denominator)), PUBLISHED) == said


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (1, 1, "One recommendation fell due in the year, and it was carried out: 1 of 1 (100%)."),
        (0, 1, "One recommendation fell due in the year, and it was not carried out: 0 of 1 (0%)."),
        (2, 2, "Two recommendations fell due in the year, and both of them were carried out: 2 of 2 (100%)."),
        (
            3,
            4,
            "Four recommendations fell due in the year, and one of them was not carried out: 3 of 4 (75%).",
        ),
        (0, 3, "Three recommendations fell due in the year, and none of them was carried out: 0 of 3 (0%)."),
    ],
)
def test_a_council_that_had_ended_is_not_said_to_have_carried_out_anything(
    numerator: int, denominator: int, said: str
) -> None:
    told = sentences.compliance(make("compliance_pct", numerator, denominator), ended=True)
    assert plain_text(told, PUBLISHED) == said


@pytest.mark.parametrize(
    ("numerator", "denominator", "said"),
    [
        (0, 0, "We upheld no complaints in the year, so there is no satisfactory remedy rate."),
        (
            0,
            1,
            "In the one complaint we upheld, your council had not put things right before the complaint "
            "reached us.",
        ),
        (
            1,
            1,
            "In the one complaint we upheld, your council had already put things right before the complaint "
            "reached us.",
        ),
        (
            0,
            9,
            "In none of the nine complaints we upheld had your council put things right before the complaint "
            "reached us: 0% (0 of 9).",
        ),
        (
            2,
            2,
            "In both complaints we upheld, your council had already put things right before the complaint "
            "reached us: 2 of 2 (100%).",
        ),
        (
            2,
            6,
            "In two of the six complaints we upheld, your council had already put things right before the "
            "complaint reached us: 33% (2 of 6).",
        ),
    ],
)
def test_remedy(numerator: int, denominator: int, said: str) -> None:
    told = sentences.remedy(make("satisfactory_remedy_pct", numerator, denominator))
    assert plain_text(told, PUBLISHED) == said


@pytest.mark.parametrize(
    ("sentence", "measure", "said"),
    [
        (
            sentences.upheld,
            "upheld_pct",
            "How many of the complaints we investigated about your council were upheld in 2023-24 is not "
            "held here.",
        ),
        (
            sentences.compliance,
            "compliance_pct",
            "How many of the recommendations that fell due were carried out in 2023-24 is not held here.",
        ),
        (
            sentences.remedy,
            "satisfactory_remedy_pct",
            "How many of the complaints we upheld were put right before they reached us in 2023-24 is not "
            "held here.",
        ),
        (
            sentences.rate,
            "upheld_per_100k",
            "The number we upheld for your population in 2023-24 is not held here.",
        ),
    ],
)
def test_what_is_not_held(sentence: Sentence, measure: str, said: str) -> None:
    assert plain_text(sentence(make(measure, None, None, state=State.NOT_HELD))) == said


def test_a_percentage_without_its_counts() -> None:
    bare = make("upheld_pct", None, None, printed="84", printed_origin=Origin.REPORTED)
    assert plain_text(sentences.upheld(bare), PUBLISHED) == (
        "Of the complaints we investigated about your council, 84% were upheld [reported]. "
        "The counts behind this percentage are not held here."
    )


def test_the_rate_names_its_counts() -> None:
    told = sentences.rate(make("upheld_per_100k", 6, 141_574, printed="4.2"))
    assert plain_text(told, PUBLISHED) == (
        "For every 100,000 residents we upheld 4.2 complaints (6 upheld, 141,574 residents)."
    )


def test_a_simulated_figure_is_marked_in_the_text_even_if_all_are() -> None:
    told = sentences.upheld(make("upheld_pct", 6, 9, origin=Origin.SIMULATED))
    assert plain_text(told, None).endswith("67% (6 of 9) [simulated].")
    assert plain_text(told, Origin.SIMULATED).endswith("67% (6 of 9) [simulated].")


def test_a_published_percentage_with_simulated_counts_marks_only_the_counts() -> None:
    mixed = make("upheld_pct", 22, 24, printed="93", origin=Origin.SIMULATED, printed_origin=Origin.PUBLISHED)
    assert plain_text(sentences.upheld(mixed), PUBLISHED) == (
        "We completed 24 investigations about your council and upheld 22 of them [simulated]: 93% (22 of 24)."
    )


@pytest.mark.parametrize(
    ("benchmark", "said"),
    [
        (printed_benchmark("79"), " The average of unitary councils was 79%."),
        (
            pooled_benchmark("79", 1204, 1530, 59, Origin.DERIVED),
            " The average of unitary councils was 79% (1,204 of 1,530), pooled from the counts [derived].",
        ),
        (
            pooled_benchmark("79", 1204, 1530, 59),
            " The average of unitary councils was 79% (1,204 of 1,530), pooled from the counts [simulated].",
        ),
        (
            pooled_benchmark("100", 444, 446, 36, Origin.DERIVED),
            " The average of unitary councils was over 99% (444 of 446), pooled from the counts [derived].",
        ),
        (None, ""),
    ],
)
def test_the_average_carries_its_origin(benchmark: object, said: str) -> None:
    told = make("upheld_pct", 6, 9, benchmark=benchmark)
    assert plain_text(sentences.average(told, UNITARY), PUBLISHED) == said


@pytest.mark.parametrize(
    ("compared", "said"),
    [
        (
            stands(Comparison.NO_CLEAR_DIFFERENCE),
            " Your council’s figure shows no clear difference from other unitary councils [derived].",
        ),
        (
            stands(Comparison.NO_CLEAR_DIFFERENCE, compared_with=ComparedWith.PRINTED_AVERAGE),
            " Your council’s figure shows no clear difference from the printed average of unitary councils, "
            "which includes it [derived].",
        ),
        (
            stands(Comparison.MUCH_HIGHER),
            " Your council’s figure is much higher than other unitary councils, by far more than chance "
            "explains [derived].",
        ),
        (
            stands(Comparison.HIGHER, origin=Origin.SIMULATED),
            " Your council’s figure is higher than other unitary councils, by more than chance explains "
            "[simulated].",
        ),
        (
            stands(Comparison.NO_CLEAR_DIFFERENCE, could_differ=False),
            " Your council’s figure rests on too few cases to show a difference from other unitary councils "
            "[derived].",
        ),
        (
            not_compared(NoComparison.TOO_FEW_CASES),
            " With so few cases this should not be compared with other councils.",
        ),
        (not_compared(NoComparison.NO_AVERAGE), ""),
    ],
)
def test_the_comparison(compared: Compared, said: str) -> None:
    told = make("upheld_pct", 6, 9, benchmark=printed_benchmark("79"), compared=compared)
    assert plain_text(sentences.comparison(told, UNITARY), PUBLISHED) == said


def test_a_rate_that_applies_to_no_residents_is_not_said_to_be_before_its_time() -> None:
    before = sentences.rate(figure("x", "2021-22", "upheld_per_100k", state=State.NOT_APPLICABLE))
    ended = sentences.rate(figure("x", "2023-24", "upheld_per_100k", state=State.NOT_APPLICABLE))
    assert plain_text(before) == "This measure had not begun in 2021-22."
    assert plain_text(ended) == "A council that has ended has no residents to relate this figure to."

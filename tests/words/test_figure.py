"""What a figure says: exact sentences for every state and size."""

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Benchmark, Figure, State
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.words import figure as say
from tests.support.figures import figure, pooled_benchmark, printed_benchmark, stands

UNITARY, DISTRICT = AuthorityType.UNITARY, AuthorityType.DISTRICT


def make(measure: str, numerator: int | None, denominator: int | None, **more: object) -> Figure:
    return figure("anywhere", "2023-24", measure, numerator, denominator, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "number", "words"),
    [
        ("upheld_pct", 6, 9, "67%", "6 of 9 investigations"),
        ("upheld_pct", 33, 40, "83%", "33 of 40 investigations"),
        ("upheld_pct", 0, 1, "0 of 1", "investigation upheld (0%)"),
        ("upheld_pct", 1, 4, "1 of 4", "investigations upheld (25%)"),
        ("upheld_pct", 5, 5, "100%", "5 of 5 investigations"),
        ("compliance_pct", 5, 5, "100%", "5 of 5 compliance outcomes"),
        ("compliance_pct", 1, 1, "1 of 1", "compliance outcome complied with (100%)"),
        ("satisfactory_remedy_pct", 2, 6, "33%", "2 of 6 upheld complaints"),
        ("satisfactory_remedy_pct", 0, 1, "0 of 1", "upheld complaint put right beforehand (0%)"),
        ("upheld_per_100k", 6, 141_574, "4.2", "6 upheld among 141,574 residents"),
        ("upheld_per_100k", 1, 139_010, "1 upheld", "among 139,010 residents (0.7 per 100,000)"),
    ],
)
def test_the_headline_never_stands_without_its_base(
    measure: str, numerator: int, denominator: int, number: str, words: str
) -> None:
    assert say.headline(make(measure, numerator, denominator)) == say.Headline(number, words)


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [
        (None, None, "the counts behind this percentage are not held"),
        (None, 29, "of 29 investigations; the number upheld is not held"),
        (128, None, "128 upheld; the number of investigations is not held"),
    ],
)
def test_a_percentage_without_its_counts_says_so(
    numerator: int | None, denominator: int | None, words: str
) -> None:
    bare = make(
        "upheld_pct",
        numerator,
        denominator,
        printed="84",
        state=State.PERCENTAGE_ONLY,
        origin=Origin.REPORTED,
    )
    assert say.headline(bare) == say.Headline("84%", words)
    assert say.empty(bare) is None


EMPTY = {
    ("upheld_pct", State.NO_CASES): (
        "No investigations were completed in this period, so there is no upheld rate."
    ),
    ("compliance_pct", State.NO_CASES): (
        "No recommendations were due in this period, so there is no compliance rate."
    ),
    ("satisfactory_remedy_pct", State.NO_CASES): (
        "Nothing was upheld in this period, so there is no remedy rate."
    ),
    ("upheld_pct", State.NOT_HELD): (
        "Not held for 2023-24: none of the sources collected here states it. It is not zero."
    ),
    ("upheld_pct", State.NOT_APPLICABLE): "Not applicable to this council in 2023-24.",
}


@pytest.mark.parametrize(("measure", "state"), EMPTY)
def test_every_empty_state_has_its_own_sentence(measure: str, state: State) -> None:
    empty = make(measure, None, 0 if state is State.NO_CASES else None, state=state)
    assert say.headline(empty) is None
    assert say.empty(empty) == EMPTY[measure, state]


def test_empty_states_are_never_told_alike() -> None:
    sentences = list(EMPTY.values())
    sentences.append(say.headline(make("upheld_pct", None, None, printed="84")).words)  # type: ignore[union-attr]
    sentences.append(
        str(say.comparison(make("upheld_pct", 1, 2, benchmark=printed_benchmark("79")), UNITARY))
    )
    assert len(set(sentences)) == len(sentences)


def test_a_measure_not_yet_begun_says_since_when() -> None:
    early = figure("x", "2016-17", "compliance_pct", state=State.NOT_APPLICABLE)
    assert say.empty(early) == "Not applicable: the Ombudsman has counted this since 2018-19."


@pytest.mark.parametrize(
    ("numerator", "denominator", "sentence"),
    [
        (None, 12, "Not held for 2023-24: of 12 investigations, the number upheld is not stated."),
        (17, None, "Not held for 2023-24: 17 upheld, but the number of investigations is not stated."),
    ],
)
def test_half_a_fraction_is_told(numerator: int | None, denominator: int | None, sentence: str) -> None:
    assert say.empty(make("upheld_pct", numerator, denominator, state=State.NOT_HELD)) == sentence


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "average", "sentence"),
    [
        (
            "upheld_pct",
            6,
            9,
            "79",
            "Of 9 investigations, a typical unitary council would have between 5 and 9 upheld; "
            "this council had 6.",
        ),
        (
            "satisfactory_remedy_pct",
            2,
            6,
            "13",
            "Of 6 upheld complaints, a typical unitary council would have put right between 0 and 3 "
            "beforehand; this council had 2.",
        ),
        ("upheld_pct", 2, 4, "79", None),
        ("compliance_pct", 5, 5, "100", None),
        ("upheld_pct", 9, 9, None, None),
    ],
)
def test_natural_frequencies(
    measure: str, numerator: int, denominator: int, average: str | None, sentence: str | None
) -> None:
    benchmark = printed_benchmark(average) if average else None
    told = make(measure, numerator, denominator, benchmark=benchmark)
    assert say.usual(told, UNITARY) == sentence


def test_a_range_that_holds_every_result_is_no_sentence() -> None:
    anything = stands(Comparison.NO_CLEAR_DIFFERENCE, 0, 5, could_differ=False)
    assert say.usual(make("upheld_pct", 3, 5, compared=anything), UNITARY) is None


@pytest.mark.parametrize(
    ("measure", "spread", "added"),
    [
        ("upheld_pct", None, ""),
        ("upheld_pct", 0.0, ""),
        ("upheld_pct", 0.02, " Councils of this type vary by more than chance; the range allows for it."),
        ("upheld_per_100k", 0.2, " The range allows for how far councils of this type vary anyway."),
    ],
)
def test_a_range_that_has_the_spread_between_councils_in_it_says_so(
    measure: str, spread: float | None, added: str
) -> None:
    compared = stands(Comparison.NO_CLEAR_DIFFERENCE, 4, 9, spread=spread)
    assert str(say.usual(make(measure, 6, 9, compared=compared), UNITARY)).endswith(
        f"this council had 6.{added}"
    )


@pytest.mark.parametrize(
    ("complied", "due", "sentence"),
    [
        (1, 1, "The one recommendation due in the year was carried out."),
        (0, 1, "The one recommendation due in the year was not complied with."),
        (5, 5, "Every recommendation due in the year was carried out."),
        (106, 107, "1 of the 107 due in the year was not complied with."),
        (5, 7, "2 of the 7 due in the year were not complied with."),
        (0, 2, "2 of the 2 due in the year were not complied with."),
    ],
)
def test_compliance_is_told_as_what_was_not_complied_with(complied: int, due: int, sentence: str) -> None:
    assert say.compliance(make("compliance_pct", complied, due)) == sentence


def test_only_compliance_is_told_so() -> None:
    assert say.compliance(make("upheld_pct", 6, 9)) is None
    assert say.compliance(make("compliance_pct", None, 0)) is None


@pytest.mark.parametrize(
    ("benchmark", "text"),
    [
        (printed_benchmark("79"), "average of district councils 79%, printed by the Ombudsman"),
        (
            printed_benchmark("79", Origin.REPORTED),
            "average of district councils 79%, printed by the Ombudsman, "
            "as reported by a council or the press",
        ),
        (
            pooled_benchmark("79", 1204, 1530, 59, Origin.DERIVED),
            "average of district councils 79% (1,204 of 1,530), pooled by us from 59 councils",
        ),
        (
            pooled_benchmark("100", 444, 446, 36, Origin.DERIVED),
            "average of district councils over 99% (444 of 446), pooled by us from 36 councils",
        ),
        (printed_benchmark("100"), "average of district councils 100%, printed by the Ombudsman"),
        (
            pooled_benchmark("50", 1, 2, 1),
            "average of district councils 50% (1 of 2), pooled by us from 1 council, simulated",
        ),
    ],
)
def test_an_average_says_who_worked_it_out(benchmark: Benchmark, text: str) -> None:
    assert say.average(benchmark, DISTRICT, MEASURES["upheld_pct"]) == text

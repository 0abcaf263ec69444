"""A council among its type, read as a reader reads it: exact sentences, and the rules by their numbers."""

import re

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.charts.period import period_compared
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import UPHELD, UPHELD_RATE
from dashboard.pages.council import funnel_texts
from dashboard.pages.council import page as council
from dashboard.pages.council.among import of_type
from dashboard.pages.council.comparison_section import comparison
from dashboard.pages.council.panel import render as panel
from dashboard.words import figure as figure_texts
from tests.pages.council.elder import release_with
from tests.support.html_text import html_of, text_of
from tests.support.one_type import OTHERS, YEAR, Counts, named, one_type


def section(counts: tuple[int, int] | State, **more: object) -> str:
    return text_of(
        comparison(CouncilYear(named("Elder"), YEAR, release_with(counts, **more), UNNAMED), level=2)
    )


@pytest.mark.parametrize(
    ("counts", "sentences"),
    [
        (
            State.NO_CASES,
            (
                "Of the 10 councils whose counts are held (of 11), 8 had five investigations or more; one "
                "stands out: Cedar (lower).",
                "Not drawn: 1 council with no cases and 1 council whose counts are not held.",
            ),
        ),
        (
            (1, 1),
            ("Elder: 1 of 1 (100%), too few to compare.", "Not compared: two with fewer than five cases."),
        ),
        ((1, 4), ("Elder: 1 of 4 (25%), too few to compare.",)),
        (
            (11, 12),
            (
                "Elder: 92% (11 of 12), no clear difference from the printed average of unitary councils, "
                "which includes it.",
                "Of the 10 councils whose counts are held (of 11), 9 had five investigations or more; one "
                "stands out: Cedar (lower). Luck alone would mark fewer than one. The middle half of these 9 "
                "had between 78% and 83% of their investigations upheld.",
            ),
        ),
        (
            (56, 60),
            (
                "Elder: 93% (56 of 60), no clear difference from the printed average",
                "Elder lies above the inner lines here: 41 to 54 would be usual by chance alone.",
            ),
        ),
        (
            (30, 60),
            (
                "Elder: 50% (30 of 60), lower than the printed average of unitary councils, which includes "
                "it, by more than chance explains.",
                "two stand out: Cedar (lower) and Elder (lower).",
            ),
        ),
    ],
)
def test_rule_03_0_1_4_12_and_60_investigations_each_say_the_right_thing(
    counts: tuple[int, int] | State, sentences: tuple[str, ...]
) -> None:
    text = section(counts)
    for sentence in sentences:
        assert sentence in text


@pytest.mark.parametrize(
    ("counts", "said", "unsaid"),
    [
        (
            State.NO_CASES,
            ("No investigations were completed in this period, so there is no upheld rate.",),
            ("Too few", "would be usual", "clear difference"),
        ),
        (
            (1, 1),
            ("1 of 1 investigation upheld (100%)", "Too few cases to compare with other unitary councils."),
            ("would be usual", "typical unitary council"),
        ),
        (
            (1, 4),
            ("1 of 4 investigations upheld (25%)", "Too few cases to compare with other unitary councils."),
            ("would be usual", "typical unitary council"),
        ),
        (
            (11, 12),
            (
                "92% 11 of 12 investigations",
                "Elder 5 to 12 of 12 would be usual",
                "average printed by the Ombudsman 79%, this council included",
                "No clear difference from the printed average of unitary councils, which includes it.",
                "Of 12 investigations, a typical unitary council would have between 5 and 12 upheld; this "
                "council had 11. Councils of this type vary by more than chance; the range allows for it.",
                "Based on few cases.",
            ),
            ("Too few", "95% interval", "similar"),
        ),
        (
            (30, 60),
            (
                "50% 30 of 60 investigations",
                "Elder 31 to 58 of 60 would be usual",
                "Lower than the printed average of unitary councils, which includes it, by more than chance "
                "explains.",
                "Of 60 investigations, a typical unitary council would have between 31 and 58 "
                "upheld; this council had 30.",
            ),
            ("Too few", "Based on few cases", "95% interval", "similar"),
        ),
    ],
)
def test_rule_03_the_panel_of_0_1_4_12_and_60_investigations(
    counts: tuple[int, int] | State, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    whole = text_of(panel("elder", YEAR, release_with(counts)))
    cards = whole[whole.index("Figures ") :]
    card = cards[cards.index("Complaints upheld") : cards.index("Recommendations complied with")]
    text = card + whole[whole.index("How sure is this?") : whole.index("The dot is the council.")]
    for sentence in said:
        assert sentence in text
    for word in unsaid:
        assert word not in text


def test_rule_02_five_states_have_five_texts_and_none_is_nought_percent() -> None:
    told = {
        figure_texts.empty(release_with(state).figures("elder", YEAR)[UPHELD.id])
        for state in (State.NO_CASES, State.NOT_HELD, State.NOT_APPLICABLE)
    }
    few = release_with((0, 1)).figures("elder", YEAR)[UPHELD.id]
    told.add(figure_texts.comparison(few, AuthorityType.UNITARY))
    elder = named("Elder")
    without = release_with(State.PERCENTAGE_ONLY)
    told.add(funnel_texts.not_drawn(of_type(elder, YEAR, without).among(UPHELD)))
    assert len(told) == 5
    assert None not in told
    assert not any("0%" in str(text) for text in told)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (State.NO_CASES, "no cases"),
        (State.NOT_HELD, "not held"),
        (State.NOT_APPLICABLE, "not applicable"),
        (State.PERCENTAGE_ONLY, "counts not held"),
        ((0, 1), "0 of 1 (0%) too few to compare"),
    ],
)
def test_rule_02_the_table_tells_the_five_states_apart(state: State | tuple[int, int], word: str) -> None:
    assert re.search(rf"This council: Elder {re.escape(word)} ", section(state))


def test_rule_07_the_lines_are_said_to_be_no_targets_and_the_average_is_named() -> None:
    text = section((11, 12))
    assert "The lines are not targets." in text
    assert "lines around the average of unitary councils 79%, printed by the Ombudsman" in text
    assert "Luck alone would mark fewer than one." in text


def test_r2_the_others_together_are_named_where_all_are_held_and_a_printed_average_beside_them() -> None:
    counts: Counts = {f"Oak{i:02d}": (15 + i % 3, 20) for i in range(12)}
    repository = one_type({UPHELD.id: counts}, {UPHELD.id: "79"})
    key = text_of(panel("oak00", YEAR, repository))
    assert "Oak00 12 to 19 of 20 would be usual other unitary councils together 80% (177 of 220)" in key
    assert "average printed by the Ombudsman 79%, this council included" in key
    beside = text_of(comparison(CouncilYear(named("Oak00"), YEAR, repository, UNNAMED), level=2))
    assert (
        "average of all unitary councils together, 80% (192 of 240); printed by the Ombudsman: 79%" in beside
    )


def test_rule_07_every_council_of_the_type_is_in_the_table_with_its_place_and_a_link() -> None:
    html = html_of(
        comparison(CouncilYear(named("Elder"), YEAR, release_with((11, 12)), Links("demo")), level=2)
    )
    table = html[html.index('id="peer-table"') :]
    names = re.findall(r'<th scope="row">.*?<a href="/council/(\w+)/2023-24\?release=demo">', table)
    assert names == sorted([*(name.lower() for name in OTHERS), "elder"])
    assert '43% (13 of 30)<span class="row-note">lower</span>' in table
    assert "No clear difference, and published, reported or derived, unless said otherwise." in table


@pytest.mark.parametrize(
    ("counts", "measure", "average", "said"),
    [
        (
            {"Elder": (6, 9), "Alder": (7, 9), "Birch": (5, 6), **dict.fromkeys("XYZ", State.NOT_HELD)},
            UPHELD,
            "79",
            "Of the 3 councils whose counts are held (of 6), 3 had five investigations or more; none stands "
            "out. Luck alone would mark fewer than one. That is too few to speak for unitary councils as a "
            "whole, which takes ten councils and half of the type.",
        ),
        (
            {"Elder": (6, 9), "Fir": State.NOT_HELD},
            UPHELD,
            None,
            "Of the one council whose counts are held (of 2), none is compared. Neither the counts of all "
            "other unitary councils nor a printed average are held.",
        ),
        (
            {"Elder": (1, 2), "Alder": (2, 2)},
            UPHELD,
            "79",
            "Of 2 councils, none is compared. None had five investigations or more.",
        ),
        (
            {"Elder": (12, 250_000), "Alder": (20, 250_000)},
            UPHELD_RATE,
            "4.6",
            "Of 2 councils, none is compared. The spread between councils is not known, since the figures of "
            "too few unitary councils are held.",
        ),
        (
            {"Elder": State.NOT_HELD},
            UPHELD,
            "79",
            "No counts of unitary councils are held for 2023-24, so nothing is drawn.",
        ),
    ],
)
def test_r3_an_empty_or_partial_comparison_names_its_true_reason(
    counts: Counts, measure: Measure, average: str | None, said: str
) -> None:
    repository = one_type({measure.id: counts}, {measure.id: average} if average else {})
    text = text_of(comparison(CouncilYear(named("Elder"), YEAR, repository, UNNAMED), level=2))
    assert said in text
    assert "phi" not in text


def test_rule_12_no_council_is_ranked() -> None:
    text = section((56, 60)).casefold()
    assert "nothing here is a ranking" in text
    for word in ("best", "worst", "top ", "bottom", "1st", "2nd", "highest", "lowest", "rank ", "position"):
        assert word not in text


def test_rule_12_never_across_types() -> None:
    ash = named("Ash", AuthorityType.LONDON)
    html = html_of(
        comparison(CouncilYear(named("Elder"), YEAR, release_with((11, 12), others=(ash,)), UNNAMED), level=2)
    )
    assert "/council/ash/" not in html


def test_rule_12_compliance_is_the_number_not_complied_with_and_never_a_funnel() -> None:
    text = section((11, 12))
    assert (
        "Of the 3 councils held (of 11) with recommendations due, 1 complied with all of them. Compliance is "
        "counted, not compared. Elder: one of 12 recommendations not complied with." in text
    )
    after = text[text.index("Recommendations not complied with") : text.index("Table of all")]
    assert "Funnel" not in after


def test_rule_14_districts_are_pooled_over_three_years_and_the_headings_say_so() -> None:
    repository = one_type(
        {UPHELD.id: {"Elder": (3, 6), "Alder": (5, 8)}}, {UPHELD.id: "57"}, kind=AuthorityType.DISTRICT
    )
    repository.pooled = repository.figures_
    district = named("Elder", AuthorityType.DISTRICT)
    assert period_compared(district, YEAR, repository) == 3
    assert period_compared(named("Elder"), YEAR, repository) == 1
    text = text_of(comparison(CouncilYear(district, YEAR, repository, UNNAMED), level=2))
    assert "so three years are pooled here, 2021-22 to 2023-24" in text
    assert "Complaints upheld, 2021-22 to 2023-24, three years pooled" in text
    assert "Funnel plot, 2021-22 to 2023-24, three years pooled" in text
    across = (
        "The years pooled lie on both sides of 2022-23: each council is compared with what the same years "
        "would bring a council of its type, year by year."
    )
    assert across in text
    assert across not in section((11, 12))  # one year lies on one side


def test_rule_14_a_district_s_year_without_three_years_behind_it_stands_alone() -> None:
    district = named("Elder", AuthorityType.DISTRICT)
    assert period_compared(district, YEAR, one_type({UPHELD.id: {"Elder": (3, 6)}}, {})) == 1


def test_rule_01_every_percentage_of_a_council_carries_its_fraction() -> None:
    text = section((11, 12))
    table = text[text.index("Table of all") :]
    whole = re.findall(r"\d+% \(\d+ of \d+\)|\d+ of \d+ \(\d+%\)", table)
    assert len(whole) == table.count("%") == 10


def test_the_section_is_on_the_page_and_not_in_the_panel() -> None:
    repository = release_with((11, 12))
    assert "Compared with unitary councils" in text_of(council.render("elder", YEAR, repository))
    assert "Compared with unitary councils" not in text_of(panel("elder", YEAR, repository))


def test_a_rate_is_told_with_its_count() -> None:
    repository = one_type(
        {
            UPHELD_RATE.id: {
                "Elder": (12, 250_000),
                **{f"Oak{i:02d}": (9 + i % 5, 250_000) for i in range(15)},
            }
        },
        {UPHELD_RATE.id: "4.6"},
    )
    text = text_of(comparison(CouncilYear(named("Elder"), YEAR, repository, UNNAMED), level=2))
    assert "Elder: 4.8 (12 upheld), no clear difference from other unitary councils." in text
    assert "All 16 councils are compared; none stands out." in text
    assert "Upheld per 100,000 residents, by number of residents" in text


@pytest.mark.parametrize(
    ("simulated", "said"),
    [
        (frozenset(), None),
        (frozenset({"Ash"}), "1 of these 3 figures is simulated, and so is what is said here"),
        (frozenset({"Ash", "Elm"}), "2 of these 3 figures are simulated, and so is what is said here"),
        (frozenset({"Ash", "Elm", "Oak"}), "All these figures are simulated, and so is what is said here"),
    ],
)
def test_what_is_said_of_a_type_with_simulated_figures_is_said_to_be_simulated(
    simulated: frozenset[str], said: str | None
) -> None:
    counts = {"Ash": (8, 10), "Elm": (9, 12), "Oak": (6, 9)}
    repository = one_type({UPHELD.id: counts}, {UPHELD.id: "79"}, simulated=simulated)
    text = text_of(comparison(CouncilYear(named("Oak"), YEAR, repository, UNNAMED), level=2))
    assert (said in text) if said else ("is said here" not in text)

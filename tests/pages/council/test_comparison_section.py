"""A council among its type, read as a reader reads it: exact sentences, and the rules by their numbers."""

import re

import pytest

from dashboard.charts.peers import group_of_type
from dashboard.charts.period import period_compared
from dashboard.charts.strip import middle_half
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import State
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.pages.council import funnel_texts
from dashboard.pages.council import page as council
from dashboard.pages.council.comparison_section import comparison
from dashboard.pages.council.panel import render as panel
from dashboard.statistics.overdispersion import Dispersion
from dashboard.words import figure as figure_texts
from tests.support.fake_repository import FakeRepository
from tests.support.html_text import html_of, text_of
from tests.support.one_type import YEAR, Counts, named, one_type

OTHERS: Counts = {
    "Alder": (24, 30),
    "Birch": (7, 9),
    "Cedar": (13, 30),
    "Dogwood": (16, 20),
    "Fir": State.NOT_HELD,
    "Hazel": (9, 12),
    "Ivy": (10, 12),
    "Juniper": (15, 18),
    "Larch": (20, 25),
    "Maple": (2, 3),
}


def release_with(counts: tuple[int, int] | State, **more: object) -> FakeRepository:
    """Elder, whose page it is, among nine others."""
    return one_type(
        {
            UPHELD.id: {**OTHERS, "Elder": counts},
            COMPLIANCE.id: {"Alder": (5, 5), "Birch": (9, 10), "Elder": (11, 12)},
        },
        {UPHELD.id: "79", COMPLIANCE.id: "99"},
        **more,  # type: ignore[arg-type]
    )


def section(counts: tuple[int, int] | State, **more: object) -> str:
    return text_of(comparison(named("Elder"), YEAR, release_with(counts, **more), None, level=2))


@pytest.mark.parametrize(
    ("counts", "sentences"),
    [
        (
            State.NO_CASES,
            (
                "Of 11 councils, 8 had five investigations or more.",
                "This council has no figure to draw here.",
                "Not drawn: 1 council with no cases and 1 council whose counts are not held.",
            ),
        ),
        (
            (1, 1),
            (
                "Elder: 1 of 1 (100%).",
                "Elder, 1 of 1 (100%), has too few cases to be compared: it is drawn small.",
            ),
        ),
        (
            (1, 4),
            (
                "Elder: 1 of 4 (25%).",
                "Elder, 1 of 4 (25%), has too few cases to be compared: it is drawn small.",
            ),
        ),
        (
            (11, 12),
            (
                "Of 11 councils, 9 had five investigations or more.",
                "Elder: 92% (11 of 12).",
                "Elder, 92% (11 of 12), lies inside the limits: its difference from the average is no more "
                "than chance explains.",
            ),
        ),
        (
            (56, 60),
            ("Elder, 93% (56 of 60), lies above the 95% limits: higher than chance explains.",),
        ),
        (
            (30, 60),
            (
                "Elder, 50% (30 of 60), lies below the 99.8% limits: much lower than chance explains.",
                "Beyond the 99.8% limits: Cedar and Elder.",
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
            ("Too few", "95% interval", "Similar"),
        ),
        (
            (1, 1),
            ("1 of 1 investigation upheld (100%)", "Too few cases to compare with other unitary councils."),
            ("95% interval", "typical unitary council"),
        ),
        (
            (1, 4),
            ("1 of 4 investigations upheld (25%)", "Too few cases to compare with other unitary councils."),
            ("95% interval", "typical unitary council"),
        ),
        (
            (11, 12),
            (
                "92% 11 of 12 investigations",
                "95% interval 65–99%",
                "Similar to other unitary councils. Of 12 investigations, a typical unitary council would "
                "have between 6 and 12 upheld; this council had 11.",
                "Based on few cases.",
            ),
            ("Too few",),
        ),
        (
            (56, 60),
            (
                "93% 56 of 60 investigations",
                "95% interval 84–97%",
                "Higher than other unitary councils, by more than chance explains. Of 60 investigations, a "
                "typical unitary council would have between 41 and 54 upheld; this council had 56.",
            ),
            ("Too few", "Based on few cases", "similar"),
        ),
    ],
)
def test_rule_03_the_panel_of_0_1_4_12_and_60_investigations(
    counts: tuple[int, int] | State, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    whole = text_of(panel("elder", YEAR, release_with(counts)))
    text = whole[whole.index("Complaints upheld") : whole.index("Recommendations complied with")]
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
    group = group_of_type(named("Elder"), YEAR, UPHELD, 1, release_with(State.PERCENTAGE_ONLY))
    told.add(funnel_texts.not_drawn(group))
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


def test_rule_07_the_limits_are_said_to_be_no_targets_and_the_average_is_named() -> None:
    text = section((11, 12))
    assert "The limits are not targets" in text
    assert "limits around the average of unitary councils 79%, printed by the Ombudsman" in text
    assert "Luck alone would hardly put any outside." in text


def test_rule_07_every_council_of_the_type_is_in_the_table_with_its_place_and_a_link() -> None:
    html = html_of(comparison(named("Elder"), YEAR, release_with((11, 12)), "demo", level=2))
    table = html[html.index('id="peer-table"') :]
    names = re.findall(r'<th scope="row">.*?<a href="/council/(\w+)/2023-24\?release=demo">', table)
    assert names == sorted([*(name.lower() for name in OTHERS), "elder"])
    assert "43% (13 of 30)" in table
    assert "below 99.8%" in table
    assert "Inside the limits, and published, reported or derived, unless said otherwise." in table


def test_rule_09_the_page_says_which_view_is_shown_and_phi_beside_its_threshold() -> None:
    assert "This is the view with exact limits" in section((11, 12))
    calm = Dispersion(phi=0.98, councils=61, threshold=1.3622)
    assert funnel_texts.dispersion_words(calm) == (
        "This is the view with exact limits. Councils of this type vary no more than chance explains (phi is "
        "0.98, not above its threshold of 1.36 for 61 councils), so no widening is called for."
    )
    spread = Dispersion(phi=1.83, councils=61, threshold=1.3622)
    assert funnel_texts.dispersion_words(spread) == (
        "This is the view with exact limits, which the comparisons on this page use. Councils of this type "
        "vary by more than chance (phi is 1.83, above its threshold of 1.36 for 61 councils), so a second "
        "view, with widened limits, stands below."
    )
    assert "No council has cases enough" in funnel_texts.dispersion_words(None)


def test_rule_09_widened_limits_are_a_view_of_their_own_beside_the_exact_ones() -> None:
    varying: Counts = {f"Oak{i:02d}": ((39, 40) if i % 2 else (22, 40)) for i in range(20)}
    repository = one_type({UPHELD.id: varying}, {UPHELD.id: "79"})
    html = html_of(comparison(named("Oak00"), YEAR, repository, None, level=2))
    exact, widened = html.split('<details class="funnel-widened" id="widened-upheld-pct">')
    assert "Funnel plot with exact limits, 2023-24" in exact
    assert "Second view: Funnel plot with limits widened for overdispersion, 2023-24" in widened
    assert "lies inside the widened limits" in widened
    assert "lies below the 99.8% limits" in exact


def test_rule_09_no_second_view_where_councils_vary_no_more_than_chance() -> None:
    calm: Counts = {f"Oak{i:02d}": (31 + i % 2, 40) for i in range(20)}
    repository = one_type({UPHELD.id: calm}, {UPHELD.id: "79"})
    text = text_of(comparison(named("Oak00"), YEAR, repository, None, level=2))
    assert "so no widening is called for" in text
    assert "Second view" not in text


def test_rule_12_no_council_is_ranked() -> None:
    text = section((56, 60)).casefold()
    assert "nothing here is a ranking" in text
    for word in ("best", "worst", "top ", "bottom", "1st", "2nd", "highest", "lowest", "rank ", "position"):
        assert word not in text


def test_rule_12_never_across_types() -> None:
    ash = named("Ash", AuthorityType.LONDON)
    html = html_of(comparison(named("Elder"), YEAR, release_with((11, 12), others=(ash,)), None, level=2))
    assert "/council/ash/" not in html


def test_rule_12_compliance_is_the_number_not_complied_with_and_never_a_funnel() -> None:
    text = section((11, 12))
    assert (
        "Of 3 councils with recommendations due, 1 complied with all of them. Compliance is counted, not "
        "compared. Elder: one of 12 recommendations not complied with." in text
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
    text = text_of(comparison(district, YEAR, repository, None, level=2))
    assert "so three years are pooled here, 2021-22 to 2023-24" in text
    assert "Complaints upheld, 2021-22 to 2023-24, three years pooled" in text
    assert "Funnel plot with exact limits, 2021-22 to 2023-24, three years pooled" in text


def test_rule_14_a_district_s_year_without_three_years_behind_it_stands_alone() -> None:
    district = named("Elder", AuthorityType.DISTRICT)
    assert period_compared(district, YEAR, one_type({UPHELD.id: {"Elder": (3, 6)}}, {})) == 1


def test_rule_01_every_percentage_of_a_council_carries_its_fraction() -> None:
    text = section((11, 12))
    table = text[text.index("Table of all") :]
    whole = re.findall(r"\d+% \(\d+ of \d+\)|\d+ of \d+ \(\d+%\)", table)
    limits = re.findall(r"(?:below|above) (?:95|99\.8)%", table)
    assert len(whole) == 10
    assert len(whole) + len(limits) == table.count("%")


def test_without_counts_or_average_a_sentence_stands_in_place_of_the_plot() -> None:
    text = section((11, 12))
    assert "No counts of unitary councils are held for 2023-24, so nothing is drawn." in text
    bare = one_type({SATISFACTORY_REMEDY.id: {"Elder": (2, 6)}}, {})
    said = text_of(comparison(named("Elder"), YEAR, bare, None, level=2))
    assert "No average of unitary councils is held for 2023-24, so no limits can be drawn" in said


def test_the_section_is_on_the_page_and_not_in_the_panel() -> None:
    repository = release_with((11, 12))
    assert "Compared with unitary councils" in text_of(council.render("elder", YEAR, repository))
    assert "Compared with unitary councils" not in text_of(panel("elder", YEAR, repository))


def test_a_rate_is_told_with_its_count() -> None:
    repository = one_type(
        {UPHELD_RATE.id: {"Elder": (12, 250_000), "Alder": (60, 800_000)}}, {UPHELD_RATE.id: "4.6"}
    )
    text = text_of(comparison(named("Elder"), YEAR, repository, None, level=2))
    assert "Elder, 4.8 per 100,000 (12 upheld), lies inside the limits" in text
    assert "Upheld per 100,000 residents, by number of residents" in text


@pytest.mark.parametrize(
    ("values", "half"),
    [
        ([1.0, 2, 3, 4, 5, 6, 7], None),
        ([1.0, 2, 3, 4, 5, 6, 7, 8, 9], (3, 7)),
        ([70.0] * 8, (70, 70)),
    ],
)
def test_the_middle_half_is_the_quartiles_of_eight_or_more(
    values: list[float], half: tuple[float, float] | None
) -> None:
    assert middle_half(values) == half


@pytest.mark.parametrize(
    ("simulated", "said"),
    [
        (frozenset(), None),
        (frozenset({"Ash"}), "1 of these 3 figures is simulated, and so is what is said here"),
        (frozenset({"Ash", "Elm"}), "2 of these 3 figures are simulated, and so is what is said here"),
    ],
)
def test_what_is_said_of_a_type_with_simulated_figures_is_said_to_be_simulated(
    simulated: frozenset[str], said: str | None
) -> None:
    counts = {"Ash": (8, 10), "Elm": (9, 12), "Oak": (6, 9)}
    repository = one_type({UPHELD.id: counts}, {UPHELD.id: "79"}, simulated=simulated)
    text = text_of(comparison(named("Oak"), YEAR, repository, None, level=2))
    assert (said in text) if said else ("is said here" not in text)

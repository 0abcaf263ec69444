"""The panel and the page of a council's year, read as a reader reads them."""

import re
from itertools import pairwise

import pytest

from dashboard.addresses.links import Links
from dashboard.domain.origin import Origin
from dashboard.markup.parts import table
from dashboard.pages.council import page as council
from dashboard.pages.council import panel as council_panel
from tests.support.fake_repository import FakeRepository
from tests.support.figures import PAGE, count, figure, pooled_benchmark, printed_benchmark
from tests.support.html_text import html_of, text_of
from tests.support.sample import BLACKPOOL, CUMBERLAND, CUMBRIA, HOUNSLOW, breakdown, sample


def panel(slug: str, year: str, repository: FakeRepository | None = None) -> str:
    return text_of(council_panel.render(slug, year, repository or sample()))


def test_blackpool_reads_as_the_ombudsman_s_page_does() -> None:
    text = panel(BLACKPOOL.slug, "2023-24")
    for said in (
        "Blackpool Borough Council Unitary council, North West, 141,574 residents (mid-2022 estimate)",
        "2023-24, April 2023 to March 2024",
        "Published by the Ombudsman, 2023-24",
        "Complaints upheld 67% 6 of 9 investigations",
        "average printed by the Ombudsman 79%, this council included",
        "Upheld per 100,000 residents 4.2 6 upheld among 141,574 residents",
        "average printed by the Ombudsman 4.6, this council included",
        "Recommendations complied with 100% 5 of 5 compliance outcomes",
        "Average of unitary councils 100%, printed by the Ombudsman",
        "Every recommendation due in the year was carried out.",
        "Satisfactory remedy before the Ombudsman 33% 2 of 6 upheld complaints",
        "average printed by the Ombudsman 13%, this council included",
        "Based on few cases.",
    ):
        assert said in text
    assert "imulated" not in text


def test_the_first_overview_is_told_without_a_caution() -> None:
    text = panel(BLACKPOOL.slug, "2024-25")
    assert "The Ombudsman dealt with 42 complaints and enquiries about this council." in text
    assert re.search(
        r"Not for us, or not ready for us .* 14 Assessed and closed .* 23 Investigated .* 5", text
    )
    assert "worked out by us from the decided outcomes" not in text


def test_an_overview_before_2024_25_says_that_it_is_ours() -> None:
    year = "2023-24"
    derived = tuple(
        count(BLACKPOOL.slug, year, name, number, Origin.DERIVED)
        for name, number in (
            ("dealt_with", 40),
            ("not_for_us_or_not_ready", 20),
            ("assessed_and_closed", 11),
        )
    )
    text = panel(BLACKPOOL.slug, year, sample(extra=derived))
    assert "For earlier years it is worked out by us from the decided outcomes." in text


def test_a_breakdown_lists_what_is_held_and_names_what_is_not() -> None:
    repository = sample()
    repository.rows = {
        (BLACKPOOL.slug, "2023-24", "received"): breakdown(
            "received", {"housing": 4, "other": 1, "total": 5}
        ),
        (BLACKPOOL.slug, "2023-24", "decided"): breakdown("decided", {}),
    }
    text = panel(BLACKPOOL.slug, "2023-24", repository)
    assert "Housing 4 Other 1 Total 5" in text
    assert "Not held for 2023-24: adult care services, benefits and tax, corporate" in text
    assert "Complaints and enquiries decided: not held for 2023-24." in text


@pytest.mark.parametrize(
    ("slug", "year", "said"),
    [
        (
            CUMBERLAND.slug,
            "2020-21",
            "Cumberland Council did not exist in 2020-21: it was formed on 1 April 2023. For that year see "
            "Allerdale Borough Council and Cumbria County Council.",
        ),
        (CUMBERLAND.slug, "2023-24", "This is the first year of Cumberland Council."),
        (
            CUMBRIA.slug,
            "2023-24",
            "Cumbria County Council ended on 31 March 2023. These are figures after its end, for complaints "
            "still decided then; no average applies, and they are not on the map. Its area is now served by "
            "Cumberland Council.",
        ),
        (
            CUMBRIA.slug,
            "2024-25",
            "Cumbria County Council ended on 31 March 2023. Its area is now served by Cumberland Council. "
            "The last year held of it is",
        ),
    ],
)
def test_what_is_unusual_of_a_council_in_a_year(slug: str, year: str, said: str) -> None:
    assert said in panel(slug, year)


def test_figures_after_a_council_s_end_have_no_average_and_keep_what_was_printed() -> None:
    text = panel(CUMBRIA.slug, "2023-24")
    assert "91% 9 of 10 investigations" in text
    assert "Note: The printed 91% does not follow from 9 of 10, which is 90%." in text
    assert "After the council’s end: no average applies." in text
    assert "Average of county councils" not in text


def test_predecessors_are_told_apart_by_how_they_ended() -> None:
    text = panel(CUMBERLAND.slug, "2023-24")
    assert "Allerdale Borough Council Merged whole into this council on 1 April 2023." in text
    assert (
        "Cumbria County Council Split between this council and others on 1 April 2023." in text
    )  # a split council is listed, never added


def simulated_beside_published() -> FakeRepository:
    year, slug = "2023-24", HOUNSLOW.slug
    average = pooled_benchmark("80", 800, 1000, 33)
    return sample(
        "demonstration",
        extra=(
            figure(
                slug,
                year,
                "upheld_pct",
                22,
                24,
                printed="93",
                origin=Origin.PUBLISHED,
                benchmark=average,
                note="The printed 93% does not follow from 22 of 24, which is 92%.",
            ),
            figure(
                slug,
                year,
                "satisfactory_remedy_pct",
                2,
                22,
                printed="9",
                origin=Origin.SIMULATED,
                printed_origin=Origin.PUBLISHED,
            ),
            figure(slug, year, "compliance_pct", 20, 22, origin=Origin.SIMULATED),
        ),
    )


def test_every_simulated_figure_says_so_beside_it() -> None:
    text = panel(HOUNSLOW.slug, "2023-24", simulated_beside_published())
    assert "91% 20 of 22 compliance outcomes Simulated" in text
    assert "9% 2 of 22 upheld complaints Percentage published by the Ombudsman Counts simulated" in text
    assert "other London borough councils together 80% (800 of 1,000), simulated" in text


def test_a_comparison_with_simulated_others_is_simulated() -> None:
    text = panel(HOUNSLOW.slug, "2023-24", simulated_beside_published())
    assert (
        "No clear difference from other London borough councils (the others’ figures are simulated)." in text
    )


def test_missed_recommendations_are_counted() -> None:
    text = panel(HOUNSLOW.slug, "2023-24", simulated_beside_published())
    assert "2 of the 22 due in the year were not complied with." in text


def test_few_cases_offer_three_years_together() -> None:
    repository = sample()
    repository.pooled = (figure(BLACKPOOL.slug, "2023-24", "upheld_pct", 20, 28, origin=Origin.DERIVED),)
    assert (
        "Three years together, 2021-22 to 2023-24 (on both sides of the break in 2022-23): 71% (20 of 28), "
        "derived by us from published or reported figures." in panel(BLACKPOOL.slug, "2023-24", repository)
    )


@pytest.mark.parametrize(("cases", "said"), [(4, "0 of 4 (0%)"), (5, "0% (0 of 5)")])
def test_rule_03_counts_lead_in_three_years_of_fewer_than_five_cases_too(cases: int, said: str) -> None:
    repository = sample()
    repository.pooled = (figure(BLACKPOOL.slug, "2023-24", "upheld_pct", 0, cases, origin=Origin.DERIVED),)
    assert f"2021-22 to 2023-24 (on both sides of the break in 2022-23): {said}, derived" in panel(
        BLACKPOOL.slug, "2023-24", repository
    )


def test_an_unknown_council_is_an_error_of_the_caller() -> None:
    with pytest.raises(LookupError, match="nowhere"):
        council_panel.render("nowhere", "2023-24", sample())


@pytest.mark.parametrize("own_page", [False, True])
def test_headings_never_skip_a_level(own_page: bool) -> None:
    page = council if own_page else council_panel
    levels = [
        int(level)
        for level in re.findall(r"<h(\d)", html_of(page.render(BLACKPOOL.slug, "2023-24", sample())))
    ]
    assert levels[0] == (1 if own_page else 2)
    assert levels.count(levels[0]) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_column_is_headed_by_nothing() -> None:
    bars = html_of(table("Received", ("Service", "", "Number"), [("Housing", "▬", "3")]))
    assert re.findall(r"<th[^>]*></th>", bars) == []
    assert re.findall(r"<thead><tr>(.*)</tr></thead>", bars) == [
        '<th scope="col">Service</th><td></td><th scope="col">Number</th>'
    ]


def test_ids_are_unique() -> None:
    ids = re.findall(r' id="([^"]+)"', html_of(council.render(BLACKPOOL.slug, "2023-24", sample())))
    assert len(ids) == len(set(ids))


def test_section_links_lead_somewhere() -> None:
    html = html_of(council_panel.render(BLACKPOOL.slug, "2023-24", sample()))
    for anchor in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{anchor}"' in html


def test_every_published_figure_links_to_its_source_by_name() -> None:
    html = html_of(council.render(BLACKPOOL.slug, "2023-24", sample()))
    assert html.count(f'href="{PAGE}"') >= 8
    assert 'source<span class="visually-hidden"> of Complaints upheld, 2023-24</span>' in html


def test_the_page_lists_its_sources_and_links_to_the_ombudsman() -> None:
    text, html = (f(council.render(BLACKPOOL.slug, "2023-24", sample())) for f in (text_of, html_of))
    assert "Sources" in text
    assert "Blackpool Borough Council on the Ombudsman’s own site" in text
    assert "https://www.lgo.org.uk/your-councils-performance/blackpool-borough-council/statistics" in html


def test_a_council_whose_page_is_not_held_links_to_its_decisions() -> None:
    html = html_of(council.render(CUMBERLAND.slug, "2023-24", sample()))
    assert "SearchResults?aname=Cumberland+Council" in html


def test_the_release_stays_in_every_link_to_our_own_pages() -> None:
    html = html_of(council.render(CUMBERLAND.slug, "2023-24", sample(), Links("held-figures")))
    ours = re.findall(r'href="(/[^"]*)"', html)
    assert ours
    assert all("release=held-figures" in link for link in ours)


def test_a_bar_s_text_holds_everything_it_draws() -> None:
    html = html_of(council_panel.render(BLACKPOOL.slug, "2023-24", sample()))
    assert (
        'aria-label="Blackpool 67% (6 of 9), published by the Ombudsman, 5 to 9 of 9 would be usual, average '
        'printed by the Ombudsman 79%, this council included."' in html
    )


def test_fewer_than_five_cases_draw_no_bar_and_compare_nothing() -> None:
    few = sample(
        extra=(figure(HOUNSLOW.slug, "2023-24", "upheld_pct", 0, 1, benchmark=printed_benchmark("79")),)
    )
    text, html = (f(council_panel.render(HOUNSLOW.slug, "2023-24", few)) for f in (text_of, html_of))
    assert "0 of 1 investigation upheld (0%)" in text
    assert "Too few cases to compare with other London borough councils." in text
    assert "usual-bar" not in html


def test_that_nothing_was_counted_is_a_figure_and_says_where_it_comes_from() -> None:
    """Beside published figures, a simulated count of nothing would pass for a real one."""
    nothing = figure(BLACKPOOL.slug, "2023-24", "compliance_pct", 0, 0, origin=Origin.SIMULATED)
    text = text_of(council.render(BLACKPOOL.slug, "2023-24", sample(extra=(nothing,))))
    assert "Published by the Ombudsman, 2023-24" not in text  # of the whole year it would not be true
    assert "so there is no compliance rate. Simulated" in text
    real = figure(BLACKPOOL.slug, "2023-24", "compliance_pct", 0, 0)
    assert "so there is no compliance rate. Satis" in panel(BLACKPOOL.slug, "2023-24", sample(extra=(real,)))


def test_the_origin_of_the_one_value_of_a_year_is_not_that_of_the_year() -> None:
    """Simulated counts of nothing under "Published by the Ombudsman, 2023-24" would pass for published."""
    nothing = [
        figure(BLACKPOOL.slug, "2023-24", one, 0, 0, origin=Origin.SIMULATED)
        for one in ("upheld_pct", "compliance_pct", "satisfactory_remedy_pct")
    ]
    text = text_of(council.render(BLACKPOOL.slug, "2023-24", sample(extra=tuple(nothing))))
    assert "Published by the Ombudsman, 2023-24" not in text
    assert "Partly simulated" in text


def test_no_average_stands_beside_a_year_after_the_end() -> None:
    repository = sample()
    after, before = ("2023-24", "2022-23")
    assert repository.existed(CUMBRIA.slug, before)
    assert not repository.existed(CUMBRIA.slug, after)
    repository.benchmarks = {
        (CUMBRIA.type, year, "upheld_pct"): printed_benchmark("85") for year in (before, after)
    }
    text = panel(CUMBRIA.slug, after, repository)
    assert "2022-23" in text
    assert re.search(r"2023-24 91% \(9 of 10\) 60–98% none applies", text)

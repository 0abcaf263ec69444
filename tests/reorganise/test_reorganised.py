"""The reference after a reorganisation: who exists when, residents, lineage, codes, counties."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.build.data import DATA
from dashboard.domain.reorganisation import NewCouncil, Reorganisation
from dashboard.metrics.latest_held import with_latest_population
from dashboard.metrics.periods import before_it_began
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.reorganised import (
    SUM_OF_KEPT,
    SUM_OF_PREDECESSORS,
    moved_to,
    reorganised,
    with_left_smaller,
)
from dashboard.reorganise.applied import applied, unfit
from tests.reorganise.county import EAST_AND_WEST, HEAD, PAST, england, taken

CITY = HEAD + "Greater Melcombe Council,,unitary,2027-04-01,Melcombe City Council|Alton\n"


def after(text: str) -> Reference:
    return reorganised(england(), taken(text))


def names(reference: Reference, year: str) -> set[str]:
    return {council.short_name for council in reference.councils_in(year)}


def test_without_any_it_is_the_same_object() -> None:
    reference = england()
    assert reorganised(reference, ()) is reference


def test_each_year_has_the_councils_of_its_time() -> None:
    changed = after(EAST_AND_WEST)
    gone, new = {"Alton", "Bere", "Corfe", "Durston", "Wessex"}, {"East Wessex", "West Wessex"}
    assert names(changed, "2026-27") == names(england(), "2026-27")
    assert names(changed, "2027-28") == names(england(), "2026-27") - gone | new
    assert {changed.councils[slug].end for slug in moved_to(taken(EAST_AND_WEST))} == {date(2027, 3, 31)}


def test_residents_are_those_of_the_predecessors_together_in_every_year_and_say_so() -> None:
    changed = after(EAST_AND_WEST)
    assert [changed.population("east-wessex-council", year) for year in (2022, 2023, 2024)] == [
        None,
        150_000,
        151_500,
    ]
    assert changed.population_sources["east-wessex-council", 2024] == SUM_OF_PREDECESSORS


def test_codes_hold_from_the_start_and_one_may_be_missing() -> None:
    changed = after(EAST_AND_WEST)
    assert changed.slug_for_code("E06000090") == "west-wessex-council"
    assert (changed.councils["east-wessex-council"].code, changed.councils["east-wessex-council"].codes) == (
        "",
        (),
    )
    assert changed.code_in_year("east-wessex-council", "2027-28") == ""


@pytest.mark.parametrize(
    ("text", "links", "ends"),
    [
        (EAST_AND_WEST, {("east-wessex-council", "split"), ("west-wessex-council", "split")}, True),
        (HEAD + "W Council,,unitary,2027-04-01,Alton|Bere|Corfe|Durston\n", {("w-council", "merged")}, True),
        (CITY, {("greater-melcombe-council", "split")}, False),
        (HEAD + "N Council,,district,2027-04-01,Alton|Bere\n", set(), False),
    ],
)
def test_what_becomes_of_a_county(text: str, links: set[tuple[str, str]], ends: bool) -> None:
    changed = after(text)
    assert {(link.successor, link.change) for link in changed.successors("wessex-county-council")} == links
    assert (changed.councils["wessex-county-council"].end == date(2027, 3, 31)) is ends


def test_a_county_that_keeps_some_districts_has_their_residents_from_then_on() -> None:
    changed = with_latest_population(after(CITY), ["2026-27", "2027-28", "2028-29"])
    whole, kept = 333_300, 242_400
    assert [changed.population("wessex-county-council", year) for year in (2024, 2025, 2026, 2027)] == [
        *(whole, whole, kept, kept)
    ]


def test_so_it_has_once_the_change_is_in_the_data_until_later_estimates_are() -> None:
    changed = after(CITY)
    assert changed.later_residents
    in_the_data = replace(changed, later_residents=())
    assert with_left_smaller(in_the_data).later_residents == changed.later_residents
    whole_end = replace(after(EAST_AND_WEST), later_residents=())
    assert with_left_smaller(whole_end) is whole_end
    estimated = {**changed.populations, ("wessex-county-council", 2026): 242_000}
    later = replace(in_the_data, populations=estimated)
    assert with_left_smaller(later) is later


def test_so_it_has_where_the_newest_estimate_is_of_later_years() -> None:
    changed = reorganised(england(), [replace(council, start=PAST) for council in taken(CITY)])
    assert changed.population("wessex-county-council", 2023) == 330_000
    assert changed.population("wessex-county-council", 2024) == 242_400
    assert changed.population_sources["wessex-county-council", 2024] == SUM_OF_KEPT


def test_who_took_a_county_s_place_are_those_at_its_end_alone() -> None:
    city = taken(CITY)
    rest = taken(HEAD + "Rest Council,,unitary,2028-04-01,Bere|Corfe|Durston\n", reorganised(england(), city))
    first, both = after(CITY), reorganised(england(), (*city, *rest))
    county = "wessex-county-council"
    assert first.councils[county].heirs(first.successors(county)) == ()
    assert both.councils[county].heirs(both.successors(county)) == ("rest-council",)
    # its figures of before are of the city's part, too: they are nobody's to add
    assert [link.change for link in both.successors(county)] == ["split", "split"]
    at_once = reorganised(england(), (*city, *(replace(one, start=city[0].start) for one in rest)))
    assert {link.change for link in at_once.successors(county)} == {"split"}


@pytest.mark.parametrize("later", ["Greater Wessex Council", "Whole Wessex Council"])
def test_a_divided_county_stays_listed_through_every_later_merger(later: str) -> None:
    """Of a council made of parts of a county, and of all its parts together, it is told and not added."""
    parts = taken(EAST_AND_WEST)
    others = "East Wessex|Melcombe" if later.startswith("Greater") else "East Wessex|West Wessex"
    first = reorganised(england(), parts)
    both = reorganised(first, taken(f"{HEAD}{later},,unitary,2028-04-01,{others}\n", first))
    slug = later.lower().replace(" ", "-")
    for year in ("2025-26", "2026-27"):
        who = before_it_began(both, slug, year)
        assert who.split == ("wessex-county-council",)
        assert "wessex-county-council" not in who.by_year[year]


def test_a_new_district_stays_in_its_county_and_a_unitary_has_none() -> None:
    assert after(HEAD + "N Council,,district,2027-04-01,Alton|Bere\n").councils["n-council"].upper_tier == (
        "wessex-county-council"
    )
    assert after(EAST_AND_WEST).councils["east-wessex-council"].upper_tier is None


def test_an_area_is_followed_through_every_change() -> None:
    twice = EAST_AND_WEST + "Greater Wessex Council,,unitary,2028-04-01,East Wessex Council|Melcombe\n"
    assert moved_to(taken(twice))["alton-borough-council"] == "greater-wessex-council"
    assert moved_to(taken(twice))["corfe-borough-council"] == "west-wessex-council"


def test_what_was_kept_no_longer_fits_once_the_data_have_it() -> None:
    kept = [Reorganisation("wessex-2027", taken(EAST_AND_WEST))]
    assert applied(england(), kept) == after(EAST_AND_WEST)
    said = [str(problem) for problem in unfit(after(EAST_AND_WEST), kept)]
    assert len(said) == 2
    assert (
        "East Wessex Council is in the data already. Remove it: python -m dashboard reorganise remove"
        in said[0]
    )


def test_what_was_kept_no_longer_fits_without_what_it_is_made_of() -> None:
    later = taken(
        HEAD + "Greater Wessex Council,,unitary,2028-04-01,East Wessex Council|Melcombe\n",
        after(EAST_AND_WEST),
    )
    (problem,) = unfit(england(), [Reorganisation("later", later)])
    assert "is made of east-wessex-council, which is not there then" in str(problem)


def _past(reference: Reference, day: date) -> tuple[NewCouncil, ...]:
    """Return the councils that began on a day as a reorganisation: of what was merged, counties left out."""
    made = {link.successor for link in reference.lineage if link.effective == day}
    return tuple(
        NewCouncil(
            (council := reference.councils[slug]).name,
            council.code,
            council.type,
            day,
            tuple(
                sorted(
                    link.predecessor
                    for link in reference.predecessors(slug)
                    if link.effective == day and reference.councils[link.predecessor].type != "county"
                )
            ),
        )
        for slug in sorted(made)
    )


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2023])
def test_the_committed_past_is_such_a_reorganisation(year: int) -> None:
    """Taken out of the data and put in as a reorganisation, each year's changes give the data again."""
    today, day = load_reference(DATA), date(year, 4, 1)
    eve = date(year, 3, 31)
    before = _without(today, day)
    again = reorganised(before, _past(today, day))
    assert again.councils.keys() == today.councils.keys()
    for slug, council in again.councils.items():
        told = today.councils[slug]
        assert (council.start, council.end if told.end == eve else told.end) == (told.start, told.end), slug
        assert (council.type, council.upper_tier, council.region) == (told.type, told.upper_tier, told.region)
        assert council.short_name == told.short_name, slug
    assert set(again.lineage) == set(today.lineage)
    for vintage in (year - 1, year, year + 1):
        of_year = f"{vintage}-{(vintage + 1) % 100:02d}"
        assert again.councils_in(of_year) == tuple(again.councils[c.slug] for c in today.councils_in(of_year))


def _without(reference: Reference, day: date) -> Reference:
    links = [link for link in reference.lineage if link.effective == day]
    made, gone = {link.successor for link in links}, {link.predecessor for link in links}
    return replace(
        reference,
        councils={
            slug: replace(council, end=None) if slug in gone else council
            for slug, council in reference.councils.items()
            if slug not in made
        },
        code_spans=tuple(span for span in reference.code_spans if span.slug not in made),
        lineage=tuple(link for link in reference.lineage if link.effective != day),
    )

"""The councils, against the counts of every vintage and what is known of single councils."""

from collections import Counter
from datetime import date

import pytest

from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.slugs import slug_of
from dashboard.domain.years import ReportingYear
from dashboard.reference.load import Reference

pytestmark = pytest.mark.data

LOWER_DISTRICTS_UPPER_COUNTIES = [
    (range(2014, 2019), (326, 201, 152, 27)),
    (range(2019, 2020), (317, 192, 151, 26)),
    (range(2020, 2021), (314, 188, 151, 25)),
    (range(2021, 2023), (309, 181, 152, 24)),
    (range(2023, 2026), (296, 164, 153, 21)),
]


@pytest.mark.parametrize(("vintages", "counts"), LOWER_DISTRICTS_UPPER_COUNTIES)
def test_every_vintage_has_its_councils(
    reference: Reference, vintages: range, counts: tuple[int, int, int, int]
) -> None:
    for vintage in vintages:
        councils = reference.councils_in(ReportingYear(vintage))
        types = Counter(council.type for council in councils)
        tiers = Counter(tier for council in councils for tier in council.type.tiers)
        assert counts == (
            tiers[Tier.LOWER],
            types[AuthorityType.DISTRICT],
            tiers[Tier.UPPER],
            types[AuthorityType.COUNTY],
        )


def test_there_are_317_councils_in_2024_25(reference: Reference) -> None:
    assert len(reference.councils_in("2024-25")) == 317


@pytest.mark.parametrize(
    ("kind", "count"),
    [(AuthorityType.METROPOLITAN, 36), (AuthorityType.LONDON, 33), (AuthorityType.UNITARY, 63)],
)
def test_single_tier_councils_of_2024_25(reference: Reference, kind: AuthorityType, count: int) -> None:
    assert sum(council.type is kind for council in reference.councils_in("2024-25")) == count


def test_the_two_odd_ones_have_the_ombudsmans_types(reference: Reference) -> None:
    assert reference.councils["city-of-london-corporation"].type is AuthorityType.LONDON
    assert reference.councils["council-of-the-isles-of-scilly"].type is AuthorityType.UNITARY


def test_no_name_has_two_spaces_within_it(reference: Reference) -> None:
    names = [council.name for council in reference.councils.values()]
    assert [name for name in names if name != " ".join(name.split())] == []


def test_slugs_are_made_of_names_and_unique(reference: Reference) -> None:
    assert all(slug == council.slug == slug_of(council.name) for slug, council in reference.councils.items())
    assert len({council.name for council in reference.councils.values()}) == len(reference.councils) == 365


@pytest.mark.parametrize(
    ("slug", "codes"),
    [
        ("barnsley-metropolitan-borough-council", ("E08000016", "E08000038")),
        ("sheffield-city-council", ("E08000019", "E08000039")),
        ("northumberland-county-council", ("E06000048", "E06000057")),
        ("east-hertfordshire-district-council", ("E07000097", "E07000242")),
        ("st-albans-city-and-district-council", ("E07000100", "E07000240")),
        ("stevenage-borough-council", ("E07000101", "E07000243")),
        ("welwyn-hatfield-borough-council", ("E07000104", "E07000241")),
        ("gateshead-metropolitan-borough-council", ("E08000020", "E08000037")),
    ],
)
def test_a_recoded_council_is_one_council_with_several_codes(
    reference: Reference, slug: str, codes: tuple[str, ...]
) -> None:
    council = reference.councils[slug]
    assert council.codes == codes
    assert council.code == codes[-1]
    assert {reference.slug_for_code(code) for code in codes} == {slug}


def test_no_other_council_was_recoded(reference: Reference) -> None:
    assert sum(len(council.codes) > 1 for council in reference.councils.values()) == 8


@pytest.mark.parametrize(
    ("slug", "year", "code"),
    [
        ("sheffield-city-council", "2013-14", "E08000019"),
        ("sheffield-city-council", "2024-25", "E08000019"),
        ("sheffield-city-council", "2025-26", "E08000039"),
        ("northumberland-county-council", "2012-13", "E06000048"),
        ("northumberland-county-council", "2013-14", "E06000057"),
        ("cumbria-county-council", "2024-25", "E10000006"),
    ],
)
def test_the_code_in_a_year(reference: Reference, slug: str, year: str, code: str) -> None:
    assert reference.code_in_year(slug, year) == code


def test_an_unknown_code_is_nobodys(reference: Reference) -> None:
    assert reference.slug_for_code("E06999999") is None
    assert not reference.existed("nowhere", "2023-24")


@pytest.mark.parametrize(
    ("slug", "start", "end"),
    [
        ("blackpool-borough-council", None, None),
        ("borough-of-poole", None, date(2019, 3, 31)),
        ("aylesbury-vale-district-council", None, date(2020, 3, 31)),
        ("northampton-borough-council", None, date(2021, 3, 31)),
        ("cumbria-county-council", None, date(2023, 3, 31)),
        ("somerset-west-and-taunton-council", date(2019, 4, 1), date(2023, 3, 31)),
        ("north-yorkshire-council", date(2023, 4, 1), None),
    ],
)
def test_start_and_end_are_the_first_and_the_last_day(
    reference: Reference, slug: str, start: date | None, end: date | None
) -> None:
    council = reference.councils[slug]
    assert (council.start, council.end) == (start, end)


@pytest.mark.parametrize(
    ("slug", "year", "existed"),
    [
        ("somerset-west-and-taunton-council", "2018-19", False),
        ("somerset-west-and-taunton-council", "2019-20", True),
        ("somerset-west-and-taunton-council", "2022-23", True),
        ("somerset-west-and-taunton-council", "2023-24", False),
        ("blackpool-borough-council", "2010-11", True),
    ],
)
def test_existence_is_judged_on_1_april(reference: Reference, slug: str, year: str, existed: bool) -> None:
    assert reference.existed(slug, year) is existed
    assert (slug in {council.slug for council in reference.councils_in(year)}) is existed


def test_every_district_and_only_districts_have_a_county_of_their_time(reference: Reference) -> None:
    for council in reference.councils.values():
        if council.type is not AuthorityType.DISTRICT:
            assert council.upper_tier is None
            continue
        assert council.upper_tier is not None
        county = reference.councils[council.upper_tier]
        assert county.type is AuthorityType.COUNTY
        assert county.end is None or (council.end is not None and council.end <= county.end)


def test_there_are_nine_regions(reference: Reference) -> None:
    regions = Counter(council.region for council in reference.councils_in("2024-25"))
    assert len(regions) == 9
    assert regions["London"] == 33
    assert regions["North East"] == 12


@pytest.mark.parametrize(
    ("slug", "short", "others"),
    [
        ("hull-city-council", "Kingston upon Hull", {"City of Kingston upon Hull"}),
        ("bristol-city-council", "Bristol", {"City of Bristol", "Bristol, City of"}),
        ("herefordshire-council", "Herefordshire", {"Herefordshire, County of"}),
        ("folkestone-and-hythe-district-council", "Folkestone and Hythe", {"Shepway"}),
        ("city-of-doncaster-council", "Doncaster", {"Doncaster Metropolitan Borough Council"}),
        ("wakefield-metropolitan-district-council", "Wakefield", {"Wakefield City Council"}),
        ("dorset-council", "Dorset", set()),
        ("dorset-county-council", "Dorset", set()),
        ("st-helens-council", "St Helens", {"St Helens Metropolitan Borough Council"}),
        ("city-of-london-corporation", "City of London", set()),
    ],
)
def test_the_names_a_council_is_known_by(
    reference: Reference, slug: str, short: str, others: set[str]
) -> None:
    council = reference.councils[slug]
    assert council.short_name == short
    assert others <= set(council.other_names)


def test_other_names_are_other_names(reference: Reference) -> None:
    for council in reference.councils.values():
        keys = [slug_of(name) for name in (council.name, council.short_name, *council.other_names)]
        others = keys[2:]
        assert len(set(others)) == len(others)
        assert not set(others) & set(keys[:2])
        assert not any(name.islower() for name in council.other_names)


def test_a_short_name_is_shared_only_by_councils_of_different_times_or_kinds(reference: Reference) -> None:
    for year in range(2014, 2026):
        named = Counter(council.short_name for council in reference.councils_in(ReportingYear(year)))
        assert [name for name, count in named.items() if count > 1] == []


@pytest.mark.parametrize(
    ("slug", "page"),
    [
        ("borough-of-poole", "poole-borough-council"),
        ("london-borough-of-barking-and-dagenham", "london-borough-of-barking-dagenham"),
        ("north-northamptonshire-council", "North-Northamptonshire-Council"),
        ("adur-district-council", None),
    ],
)
def test_the_page_on_the_ombudsmans_site(reference: Reference, slug: str, page: str | None) -> None:
    assert reference.councils[slug].ombudsman_slug == page


def test_106_pages_are_known(reference: Reference) -> None:
    assert sum(council.ombudsman_slug is not None for council in reference.councils.values()) == 106


@pytest.mark.parametrize(
    ("slug", "year", "name"),
    [
        ("southend-on-sea-city-council", "2020-21", "Southend-on-Sea Borough Council"),
        ("southend-on-sea-city-council", "2021-22", "Southend-on-Sea City Council"),
        ("milton-keynes-city-council", "2021-22", "Milton Keynes Council"),
        ("milton-keynes-city-council", "2022-23", "Milton Keynes City Council"),
        ("colchester-city-council", "2021-22", "Colchester Borough Council"),
        ("colchester-city-council", "2022-23", "Colchester City Council"),
        ("city-of-doncaster-council", "2014-15", "Doncaster Metropolitan Borough Council"),
        ("city-of-doncaster-council", "2021-22", "Doncaster Metropolitan Borough Council"),
        ("city-of-doncaster-council", "2022-23", "City of Doncaster Council"),
        ("folkestone-and-hythe-district-council", "2017-18", "Shepway District Council"),
        ("folkestone-and-hythe-district-council", "2018-19", "Folkestone and Hythe District Council"),
        (
            "borough-council-of-kings-lynn-and-west-norfolk",
            "2014-15",
            "Borough Council of King's Lynn and West Norfolk",
        ),
        ("leeds-city-council", "2014-15", "Leeds City Council"),
    ],
)
def test_a_name_holds_for_years(reference: Reference, slug: str, year: str, name: str) -> None:
    assert reference.councils[slug].name_in(year) == name
    assert reference.councils[slug].as_named_in(year).slug == slug


def test_a_council_is_found_by_every_name_it_had(reference: Reference) -> None:
    for council in reference.councils.values():
        assert {former.name for former in council.former_names} <= set(council.other_names)


def test_earlier_slugs_and_the_ombudsmans_mean_one_council_each(reference: Reference) -> None:
    meant = [old for council in reference.councils.values() for old in council.led_here_from]
    assert len(set(meant)) == len(meant)
    assert not set(meant) & set(reference.councils)
    assert {"southend-on-sea-borough-council", "milton-keynes-council", "poole-borough-council"} <= set(meant)
    for council in reference.councils.values():
        if council.ombudsman_slug:
            assert reference.slug_meant(council.ombudsman_slug.casefold()) == council.slug

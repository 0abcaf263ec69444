"""Names of authorities: official, other, accepted, renamed, ended, not begun, misspelt, ambiguous."""

from datetime import date

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil
from dashboard.imports.store.names_file import AcceptedName
from dashboard.imports.tables.authorities import Authorities, Unresolved
from dashboard.imports.tables.body import OffTheMap
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import reorganised


@pytest.fixture(scope="module")
def authorities(reference: Reference) -> Authorities:
    return Authorities(reference)


@pytest.mark.parametrize(
    ("text", "year", "slug"),
    [
        ("Blackpool Borough Council", "2023-24", "blackpool-borough-council"),
        ("BLACKPOOL  BOROUGH COUNCIL", "2023-24", "blackpool-borough-council"),
        ("Blackpool", "2023-24", "blackpool-borough-council"),
        ("Blackpool Council", "2023-24", "blackpool-borough-council"),
        ("blackpool-borough-council", "2023-24", "blackpool-borough-council"),
        ("Bristol, City of", "2023-24", "bristol-city-council"),
        ("Kingston-upon-Hull City Council", "2023-24", "hull-city-council"),
        ("Herefordshire, County of", "2023-24", "herefordshire-council"),
        ("King’s Lynn & West Norfolk", "2023-24", "borough-council-of-kings-lynn-and-west-norfolk"),
        ("Dorset", "2018-19", "dorset-county-council"),
        ("Dorset", "2019-20", "dorset-council"),
        ("Dorset Council", "2019-20", "dorset-council"),
        ("Dorset County Council", "2018-19", "dorset-county-council"),
        ("Buckinghamshire", "2019-20", "buckinghamshire-county-council"),
        ("Buckinghamshire", "2020-21", "buckinghamshire-council"),
        ("Cumbria County Council", "2023-24", "cumbria-county-council"),  # decisions a year after its end
        ("Somerset County Council", "2023-24", "somerset-county-council"),
        ("Somerset", "2023-24", "somerset-council"),
        ("Hertfordshire CC", "2023-24", "hertfordshire-county-council"),
        ("Walsall M.B.C.", "2023-24", "walsall-metropolitan-borough-council"),
        ("L.B. of Camden", "2023-24", "london-borough-of-camden"),
        ("Camden, London Borough of", "2023-24", "london-borough-of-camden"),
        ("Wirral Metropolitan Borough Council", "2023-24", "wirral-borough-council"),
        ("South Staffordshire District Council", "2023-24", "south-staffordshire-council"),
        ("Colchester City Council", "2023-24", "colchester-city-council"),
        ("Colchester Borough Council", "2020-21", "colchester-city-council"),
        ("Northampton BC", "2021-22", "northampton-borough-council"),  # ended on 31 March 2021
    ],
)
def test_a_council_is_found_in_the_year_of_its_table(
    authorities: Authorities, text: str, year: str, slug: str
) -> None:
    assert authorities.find(text, year) == slug


@pytest.mark.parametrize(
    ("text", "year", "why", "suggested"),
    [
        ("Dorset Council", "2018-19", "had not begun in 2018-19", "dorset-county-council"),
        ("Cumberland Council", "2022-23", "had not begun in 2022-23", None),
        ("Blakpool Borough Council", "2023-24", "is no name in the register", "blackpool-borough-council"),
        ("Herts County Council", "2023-24", "is no name in the register", "hertfordshire-county-council"),
        (
            "Kings Lynn",
            "2023-24",
            "is no name in the register",
            "borough-council-of-kings-lynn-and-west-norfolk",
        ),
        ("East Surrey", "2023-24", "is no name in the register", None),
        ("Bedfordshire", "2023-24", "is no name in the register", None),
        ("Berkshire", "2023-24", "is no name in the register", None),
        ("Cleveland", "2023-24", "is no name in the register", None),
        ("Durham City Council", "2023-24", "is no name in the register", None),
        ("Kentish Town", "2023-24", "is no name in the register", None),
        ("Atlantis", "2023-24", "is no name in the register", None),
        ("", "2023-24", "is no name in the register", None),
    ],
)
def test_what_is_not_certain_is_a_suggestion_at_most(
    authorities: Authorities, text: str, year: str, why: str, suggested: str | None
) -> None:
    assert authorities.find(text, year) == Unresolved(why, suggested)


def test_every_council_is_found_by_its_own_names_in_each_of_its_years(
    reference: Reference, authorities: Authorities
) -> None:
    for start in range(2014, 2025):
        year = f"{start}-{start - 1999}"
        for council in reference.councils_in(year):
            for name in (council.name, council.short_name, *council.other_names):
                assert authorities.find(name, year) == council.slug, (name, year)


def beginning(reference: Reference, day: date) -> Authorities:
    """The register with a council to come, of Blackpool and another, that begins on a day."""
    before = ("adur-district-council", "blackpool-borough-council")
    new = NewCouncil("Greater Seaside Council", None, AuthorityType.UNITARY, day, before)
    return Authorities(reorganised(reference, (new,)))


@pytest.mark.parametrize(
    ("begins", "year", "why"),
    [
        (date(2027, 10, 1), "2026-27", "had not begun in 2026-27"),
        (date(2027, 10, 1), "2027-28", "begins in the course of 2027-28, so it is of 2028-29 first"),
        (date(2027, 4, 2), "2027-28", "begins in the course of 2027-28, so it is of 2028-29 first"),
        (date(2028, 3, 31), "2027-28", "begins in the course of 2027-28, so it is of 2028-29 first"),
        (date(2027, 4, 1), "2026-27", "had not begun in 2026-27"),
        (date(2027, 4, 1), "2027-28", None),
        (date(2027, 10, 1), "2028-29", None),
    ],
)
def test_a_council_is_of_the_first_year_that_is_whole_its_own(
    reference: Reference, begins: date, year: str, why: str | None
) -> None:
    found = beginning(reference, begins).find("Greater Seaside Council", year)
    assert found == ("greater-seaside-council" if why is None else Unresolved(why))


def accepted(text: str, slug: str, year: str = "") -> AcceptedName:
    return AcceptedName(text, slug, year, "A. Clerk", "as on its letterhead", "2025-05-01")


def test_an_accepted_name_counts_first_and_may_be_of_one_year(reference: Reference) -> None:
    found = Authorities(
        reference,
        [
            accepted("The Seaside Council", "blackpool-borough-council"),
            accepted("Dorset Council", "dorset-county-council", "2018-19"),
        ],
    )
    assert found.find("seaside council", "2023-24") != "blackpool-borough-council"
    assert found.find("THE SEASIDE COUNCIL", "2023-24") == "blackpool-borough-council"
    assert found.find("Dorset Council", "2018-19") == "dorset-county-council"
    assert found.find("Dorset Council", "2019-20") == "dorset-council"


def test_a_name_of_two_councils_of_one_year_is_refused(reference: Reference) -> None:
    councils = dict(reference.councils)
    one = councils["blackpool-borough-council"]
    other = councils["adur-district-council"]
    for council in (one, other):
        fields = {name: getattr(council, name) for name in council.__dataclass_fields__}
        councils[council.slug] = type(council)(**{**fields, "other_names": ("Seaside",)})
    changed = Reference(
        councils,
        reference.code_spans,
        reference.lineage,
        reference.populations,
        reference.population_sources,
    )
    found = Authorities(changed).find("Seaside", "2023-24")
    assert isinstance(found, Unresolved)
    assert found.why == "could be Adur District Council or Blackpool Borough Council"


@pytest.mark.parametrize(
    "name",
    [
        "Transport for London",
        "The Greater London Authority",
        "West Midlands Combined Authority",
        "Peak District National Park Authority",
        "Avon Fire Authority",
        "GREATER MANCHESTER COMBINED AUTHORITY",
    ],
)
def test_bodies_off_the_map_are_known(name: str) -> None:
    assert OffTheMap().holds(name)


def test_no_council_is_off_the_map(reference: Reference) -> None:
    bodies = OffTheMap()
    for council in reference.councils.values():
        assert not any(map(bodies.holds, (council.name, council.short_name, *council.other_names)))

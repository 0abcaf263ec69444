"""Who is compared: what cannot be is dropped with a sentence, peers fill the group up to ten."""

import pytest

from dashboard.addresses.compare_state import parse
from dashboard.addresses.peer_methods import BANDS, Peers, band_of, band_words
from dashboard.compare.group import across_types, group_of, order_said
from dashboard.compare.peers import peers_of
from dashboard.repository.records import Council
from tests.compare.world import (
    BLACKPOOL,
    CUMBERLAND,
    DOVER,
    HOUNSLOW,
    KENT,
    LUTON,
    READING,
    SMALL,
    THANET,
    england,
    slugs,
)


@pytest.mark.parametrize(
    ("query", "members", "sentences"),
    [
        ("", (), ()),
        (slugs(READING, BLACKPOOL), (READING, BLACKPOOL), ()),
        (slugs(LUTON, READING, BLACKPOOL, LUTON), (LUTON, BLACKPOOL, READING), ()),
        (
            slugs(BLACKPOOL, "atlantis-city-council"),
            (BLACKPOOL,),
            ("“atlantis city council” is not the name of a council in England since 2014, and is left out.",),
        ),
        (
            slugs("x", "y", BLACKPOOL),
            (BLACKPOOL,),
            ("“x” and “y” are not names of councils in England since 2014, and are left out.",),
        ),
        (
            slugs(BLACKPOOL, "cumbria-county-council"),
            (BLACKPOOL,),
            (
                "Cumbria County Council ended on 31 March 2023 and is left out. Its area is now served by "
                "Cumberland Council.",
            ),
        ),
        (
            slugs(BLACKPOOL, LUTON, *SMALL, READING),
            (BLACKPOOL, LUTON, *SMALL),
            ("Ten councils are compared at most: Reading is left out.",),
        ),
        (
            slugs(*SMALL, BLACKPOOL, LUTON, READING, DOVER),
            (SMALL[0], BLACKPOOL, LUTON, *SMALL[1:]),
            ("Ten councils are compared at most: Reading and Dover District are left out.",),
        ),
    ],
)
def test_what_cannot_be_compared_is_dropped_with_a_sentence(
    query: str, members: tuple[Council, ...], sentences: tuple[str, ...]
) -> None:
    found = group_of(parse(query, england().release().years), england())
    assert found.members == members
    assert tuple(notice.text for notice in found.notices) == sentences


def test_an_ended_council_offers_its_successor() -> None:
    found = group_of(parse(slugs("cumbria-county-council"), england().release().years), england())
    assert found.notices[0].offers == (CUMBERLAND,)


def test_many_unknown_names_are_counted() -> None:
    repository = england()
    found = group_of(parse(slugs(*"abcdefgh"), repository.release().years), repository)
    assert found.notices[0].text.startswith("“a”, “b”, “c”, “d”, “e” and 3 more are not names")


def test_an_ons_code_names_its_council() -> None:
    repository = england()
    repository.councils_ = tuple(c for c in repository.councils_ if c != BLACKPOOL)
    with_code = Council(
        **{**{f: getattr(BLACKPOOL, f) for f in BLACKPOOL.__slots__}, "codes": ("E06000009",)}
    )
    repository.councils_ += (with_code,)
    assert group_of(parse("council=e06000009", repository.release().years), repository).members == (
        with_code,
    )


@pytest.mark.parametrize(
    ("base", "method", "nearest", "sentence"),
    [
        (
            BLACKPOOL,
            Peers.TYPE,
            (READING, SMALL[0], SMALL[1]),
            "Blackpool and the nine unitary councils nearest to it in residents, of 11.",
        ),
        (
            READING,
            Peers.REGION,
            (),
            "No other unitary council is in the South East.",
        ),
        (
            SMALL[0],
            Peers.REGION,
            SMALL[1:4],
            "Unitary A and the seven unitary councils of the South West nearest to it in residents.",
        ),
        (
            BLACKPOOL,
            Peers.POPULATION,
            (THANET, DOVER),
            "Blackpool and the two councils of any type nearest to it in residents, of its population band "
            "(100,000 to 149,999 residents).",
        ),
        (
            BLACKPOOL,
            Peers.ONS_GLOBAL,
            (THANET, LUTON),
            "Blackpool and the two nearest of its ONS statistical neighbours, overall. Statistical "
            "neighbours over all the characteristics considered, published by the Office for National "
            "Statistics, nearest first.",
        ),
        (
            BLACKPOOL,
            Peers.ONS_OWN_TYPE,
            (LUTON,),
            "Blackpool and the one nearest of its ONS statistical neighbours of its own type. Statistical "
            "neighbours over all the characteristics considered, published by the Office for National "
            "Statistics, nearest first; those of other types, which run other services, are left out.",
        ),
        (
            DOVER,
            Peers.ONS_OWN_TYPE,
            (),
            "ONS statistical neighbours of its own type: none is held for Dover District.",
        ),
        (
            BLACKPOOL,
            Peers.TOUCHING,
            (READING, LUTON),
            "Blackpool and the two councils that touch it, in 2024-25.",
        ),
        (
            DOVER,
            Peers.TOUCHING,
            (THANET,),
            "Dover District and the one council that touches it, in 2024-25.",
        ),
        (
            DOVER,
            Peers.DFE,
            (),
            "The Department for Education names neighbours of councils that run children’s services; Dover "
            "District is a district council, and its county runs them.",
        ),
        (
            KENT,
            Peers.ONS_ECONOMIC,
            (),
            "ONS statistical neighbours: economic: none is held for Kent County.",
        ),
        (
            KENT,
            Peers.POPULATION,
            (),
            "No other council is in the population band of Kent County (700,000 and more residents).",
        ),
        (
            HOUNSLOW,
            Peers.TYPE,
            (),
            "There is no other London borough council.",
        ),
    ],
)
def test_peers_are_chosen_and_how_is_said(
    base: Council, method: Peers, nearest: tuple[Council, ...], sentence: str
) -> None:
    repository = england()
    assert peers_of(base, method, repository)[: len(nearest)] == nearest
    found = group_of(parse(f"council={base.slug}&peers={method}", repository.release().years), repository)
    assert found.how == sentence
    assert found.base == base
    assert found.members[: len(nearest) + 1] == (base, *nearest)  # nearest first is nearest first
    assert len(found.members) <= 10


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (slugs(BLACKPOOL), ""),
        (slugs(READING, BLACKPOOL), "Reading stands first, the others A to Z."),
        (f"{slugs(BLACKPOOL)}&peers=touching", "Blackpool stands first, the others nearest first."),
        (
            f"{slugs(BLACKPOOL, LUTON)}&peers=ons_global",
            "Blackpool stands first, then the others named, A to Z, then those like it, nearest first.",
        ),
    ],
)
def test_the_order_is_said_as_it_is(query: str, said: str) -> None:
    assert order_said(group_of(parse(query, england().release().years), england())) == said


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("", False),
        ("&year=2022-23", True),
        ("&year=2023-24&view=years", True),
        ("&years=2022-23,2024-25", True),
        ("&years=2023-24,2024-25", False),
    ],
)
def test_an_ended_council_is_compared_where_a_year_of_its_own_is_shown(asked: str, kept: bool) -> None:
    query = f"{slugs(BLACKPOOL, 'cumbria-county-council')}{asked}"
    found = group_of(parse(query, england().release().years), england())
    assert ("cumbria-county-council" in found.slugs) is kept
    assert bool(found.notices) is not kept


def test_the_neighbours_of_an_ended_council_are_those_of_its_last_year() -> None:
    query = "council=cumbria-county-council&peers=type&year=2022-23"
    found = group_of(parse(query, england().release().years), england())
    assert found.slugs[:2] == ("cumbria-county-council", KENT.slug)


def test_peers_never_repeat_those_named_by_hand() -> None:
    repository = england()
    query = f"{slugs(BLACKPOOL, LUTON)}&peers=ons_global"
    assert group_of(parse(query, repository.release().years), repository).members == (
        BLACKPOOL,
        LUTON,
        THANET,
    )


@pytest.mark.parametrize(
    ("councils", "sentence"),
    [
        ((BLACKPOOL, LUTON), None),
        (
            (BLACKPOOL, DOVER),
            "This group crosses types: district councils and unitary councils run different services and are "
            "not alike. Each council is compared only with others of its own type.",
        ),
        (
            (BLACKPOOL, DOVER, KENT),
            "This group crosses types: county councils, district councils and unitary councils run different "
            "services and are not alike. Each council is compared only with others of its own type.",
        ),
    ],
)
def test_rule_12_never_across_types_without_saying_so(
    councils: tuple[Council, ...], sentence: str | None
) -> None:
    repository = england()
    assert across_types(group_of(parse(slugs(*councils), repository.release().years), repository)) == sentence


@pytest.mark.parametrize(
    ("residents", "words"),
    [
        (2_400, "under 100,000"),
        (99_999, "under 100,000"),
        (100_000, "100,000 to 149,999"),
        (399_999, "250,000 to 399,999"),
        (700_000, "700,000 and more"),
        (1_600_000, "700,000 and more"),
    ],
)
def test_population_bands_have_round_ends(residents: int, words: str) -> None:
    assert band_words(band_of(residents)) == words
    assert all(end % 50_000 == 0 for end in BANDS)

"""Whom a paper sets beside its council: statistical neighbours of its own type, or by size, or as asked."""

from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.addresses.peer_methods import Peers
from dashboard.domain.authority_types import AuthorityType
from dashboard.pack.beside import BY_SIZE, MOST, beside
from dashboard.pack.council_year import Known, know
from dashboard.pack.model import Paragraph, Table, plain
from dashboard.pack.paper import write_paper
from dashboard.pack.similar_section import similar_section
from tests.support.sample import BLACKPOOL, CUMBRIA, HOUNSLOW, council, sample

YEAR = "2023-24"
UNITARY = [council(f"u{n:02d}", f"Unitary {n:02d} Council", AuthorityType.UNITARY) for n in range(12)]
SLUGS = tuple(each.slug for each in UNITARY)


def known(near: tuple[str, ...] = (), residents: tuple[int, ...] = ()) -> Known:
    repository = sample()
    repository.councils_ = (*repository.councils_, *UNITARY)
    repository.near = {(BLACKPOOL.slug, "ons_global"): near}
    repository.populations = {
        (BLACKPOOL.slug, 2022): 100_000,
        **{(slug, 2022): number for slug, number in zip(SLUGS, residents, strict=False)},
    }
    found = know(CouncilYear(BLACKPOOL, YEAR, repository, UNNAMED))
    assert found is not None
    return found


def test_statistical_neighbours_of_its_own_type_come_first() -> None:
    found = beside(known((HOUNSLOW.slug, *SLUGS)), None)
    assert [each.slug for each in found.councils] == list(SLUGS[:MOST])
    assert "the eight unitary councils most like it" in found.how
    assert "councils of other types are left out" in found.how


def test_with_few_neighbours_of_its_type_those_nearest_in_residents_and_how_near() -> None:
    found = beside(known((HOUNSLOW.slug, *SLUGS[:2]), (50_000, 90_000, 120_000, 400_000, 1_500_000)), None)
    assert len(found.councils) == BY_SIZE
    assert [each.slug for each in found.councils] == ["u01", "u02", "u00", "u03", "u04"]
    assert "nearest to it in residents, which have 0.5 to 15 times as many as it" in found.how


def test_a_way_that_is_asked_for_is_taken() -> None:
    found = beside(known(SLUGS, tuple(range(90_000, 102_000, 1_000))), Peers.TYPE)
    assert found.councils[0].slug == "u10"
    assert len(found.councils) == MOST
    assert "nearest to it in residents" in found.how


def test_nobody_is_set_beside_a_council_that_had_ended_or_has_no_like() -> None:
    ended = know(CouncilYear(CUMBRIA, YEAR, sample(), UNNAMED))
    assert ended is not None
    assert beside(ended, None).councils == ()
    assert "had ended" in beside(ended, Peers.TYPE).how
    lone = sample()
    lone.populations = {(HOUNSLOW.slug, 2022): 288_000}
    alone = know(CouncilYear(HOUNSLOW, YEAR, lone, UNNAMED))
    assert alone is not None
    assert beside(alone, None).how == "There is no other London borough council to set beside it."


def test_its_own_row_is_first_and_the_others_from_a_to_z() -> None:
    of = known(tuple(reversed(SLUGS)))
    part = similar_section(of, beside(of, None))
    (table,) = (block for block in part.blocks if isinstance(block, Table))
    names = [plain(row[0]) for row in table.rows]
    assert names[0] == BLACKPOOL.short_name
    assert names[1:] == sorted(names[1:])
    assert table.strong == 0


def test_what_cannot_be_compared_is_not_said_to_be_alike() -> None:
    of = known(SLUGS)
    bare = replace(of, repository=replace(of.repository, figures_=()))  # type: ignore[type-var]
    part = similar_section(bare, beside(bare, None))
    said = [plain(block.text) for block in part.blocks if isinstance(block, Paragraph)]
    assert "None of these figures can be compared with the councils’ type." in said


def test_that_residents_are_not_held_is_not_that_there_is_nobody() -> None:
    of = known()
    unknown = replace(of, repository=replace(of.repository, populations={}))  # type: ignore[type-var]
    assert "how many residents it has is not held" in beside(unknown, None).how


@pytest.mark.parametrize("peers", [None, Peers.REGION])
def test_the_permalink_keeps_the_way(peers: Peers | None) -> None:
    paper = write_paper(CouncilYear(BLACKPOOL, YEAR, sample(), UNNAMED), peers)
    assert paper is not None
    assert ("peers=region" in paper.permalink) == (peers is not None)
    assert paper.peers == (peers.value if peers else None)

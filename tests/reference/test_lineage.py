"""The 53 successions and recodings of 2014 to 2025, and which way every abolished council went."""

from collections import Counter
from datetime import date

import pytest

from dashboard.reference.load import Reference

pytestmark = pytest.mark.data


def test_51_successions_and_two_recodings_make_53(reference: Reference) -> None:
    recoded = [span for span in reference.code_spans if span.first and span.first >= date(2014, 4, 1)]
    of_lasting_councils = [span for span in recoded if reference.councils[span.slug].start is None]
    assert len(reference.lineage) == 51
    assert sorted(span.code for span in of_lasting_councils) == ["E08000038", "E08000039"]


def test_by_year(reference: Reference) -> None:
    assert Counter(link.effective for link in reference.lineage) == {
        date(2019, 4, 1): 16,
        date(2020, 4, 1): 5,
        date(2021, 4, 1): 9,
        date(2023, 4, 1): 21,
    }


def test_only_three_counties_were_split(reference: Reference) -> None:
    split = {(link.predecessor, link.successor) for link in reference.lineage if link.change == "split"}
    assert split == {
        ("dorset-county-council", "bournemouth-christchurch-and-poole-council"),
        ("dorset-county-council", "dorset-council"),
        ("northamptonshire-county-council", "north-northamptonshire-council"),
        ("northamptonshire-county-council", "west-northamptonshire-council"),
        ("cumbria-county-council", "cumberland-council"),
        ("cumbria-county-council", "westmorland-and-furness-council"),
    }


@pytest.mark.parametrize(
    ("successor", "predecessors"),
    [
        (
            "bournemouth-christchurch-and-poole-council",
            "borough-of-poole bournemouth-borough-council christchurch-borough-council dorset-county-council",
        ),
        (
            "dorset-council",
            "dorset-county-council east-dorset-district-council north-dorset-district-council "
            "purbeck-district-council west-dorset-district-council weymouth-and-portland-borough-council",
        ),
        ("somerset-west-and-taunton-council", "taunton-deane-borough-council west-somerset-district-council"),
        (
            "somerset-council",
            "mendip-district-council sedgemoor-district-council somerset-county-council "
            "somerset-west-and-taunton-council south-somerset-district-council",
        ),
        ("west-suffolk-council", "forest-heath-district-council st-edmundsbury-borough-council"),
        ("east-suffolk-council", "suffolk-coastal-district-council waveney-district-council"),
        (
            "buckinghamshire-council",
            "aylesbury-vale-district-council buckinghamshire-county-council chiltern-district-council "
            "south-bucks-district-council wycombe-district-council",
        ),
        (
            "westmorland-and-furness-council",
            "barrow-in-furness-borough-council cumbria-county-council eden-district-council "
            "south-lakeland-district-council",
        ),
    ],
)
def test_what_a_new_council_was_made_of(reference: Reference, successor: str, predecessors: str) -> None:
    links = reference.predecessors(successor)
    assert sorted(link.predecessor for link in links) == predecessors.split()


@pytest.mark.parametrize(
    "county", ["buckinghamshire-county-council", "north-yorkshire-county-council", "somerset-county-council"]
)
def test_a_county_that_became_one_unitary_merged_whole(reference: Reference, county: str) -> None:
    (link,) = reference.successors(county)
    assert link.change == "merged"


def test_a_council_ends_the_day_before_its_successors_begin(reference: Reference) -> None:
    for link in reference.lineage:
        ended = reference.councils[link.predecessor].end
        assert ended is not None
        assert (link.effective - ended).days == 1
        assert reference.councils[link.successor].start == link.effective


def test_every_ended_council_has_a_successor_and_every_new_one_predecessors(reference: Reference) -> None:
    ended = {council.slug for council in reference.councils.values() if council.end}
    began = {council.slug for council in reference.councils.values() if council.start}
    assert ended == {link.predecessor for link in reference.lineage}
    assert began == {link.successor for link in reference.lineage}

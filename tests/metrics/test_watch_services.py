"""Services with more upheld than councils of the type would have, and how often chance alone makes one."""

import numpy as np
import pytest

from dashboard.domain.watch import FALSE_DISCOVERIES, Question
from dashboard.metrics.watch_faults import repeated
from dashboard.metrics.watch_services import TypeYears, excesses
from slow.watch_signals import KINDS, false_share, faults_of, signals_of, world

PEOPLE = 200_000
TYPES = ("county", "metropolitan")
WORLDS = 10


def years(own: tuple[int, int], others: tuple[int, int] = (8, 10), councils: int = 20) -> TypeYears:
    """Three years alike of one service of a type whose councils are of one size."""
    counts = {**{f"c{i:02}": others for i in range(councils)}, "own": own}
    residents = dict.fromkeys(counts, PEOPLE)
    return TypeYears([{"housing": counts}] * 3, [residents] * 3)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ((8, 10), []),
        ((9, 11), []),
        ((40, 50), [Question.NUMBER]),
        ((60, 60), [Question.SHARE, Question.NUMBER]),
        ((0, 30), []),
        ((0, 0), []),
    ],
    ids=["as others", "a little more", "many more of as large a share", "all of many", "fewer", "none"],
)
def test_what_stands_out(own: tuple[int, int], found: list[Question]) -> None:
    raised, _ = excesses([years(own)])
    assert sorted(one.question for one in raised) == sorted(found)
    for one in raised:
        assert (one.slug, one.service, one.beyond) == ("own", "housing", True)
        assert one.count == 3 * own[0]
        assert one.base == (3 * PEOPLE if one.question is Question.NUMBER else 3 * own[1])
        assert one.high is not None
        assert one.count > one.high


def test_every_comparison_counts_among_those_looked_at() -> None:
    assert excesses([years((8, 10))])[1] == 2 * 21
    assert excesses([years((1, 1))])[1] == 2 * 21 - 1  # three investigations are too few for a share


@pytest.mark.parametrize("known", [True, False])
def test_numbers_are_compared_where_the_residents_of_every_council_are_known(*, known: bool) -> None:
    of = years((40, 50))
    some = {slug: people for slug, people in of.residents[0].items() if known or slug != "c03"}
    raised, _ = excesses([TypeYears(of.services, [some, *of.residents[1:]])])
    assert [one.question for one in raised] == ([Question.NUMBER] if known else [])


def test_no_number_of_a_council_in_its_first_year() -> None:
    of = years((40, 50))
    assert excesses([TypeYears(of.services, of.residents, frozenset({"own"}))])[0] == ()


@pytest.mark.parametrize("kind", KINDS)
def test_no_more_is_false_than_is_said(kind: str) -> None:
    """Simulated with no real difference, and with some: the mean share of false among the signals."""
    draw = np.random.default_rng(7)
    shares, true = [], 0
    for _ in range(WORLDS):
        types, truly = world(draw, **KINDS[kind], types=TYPES)
        found = signals_of(types)
        shares.append(false_share(found, truly))
        true += sum(one in truly for one in found)
    print(f"{kind}: {np.mean(shares):.1%} false, {true} true signals in {WORLDS} worlds")
    assert np.mean(shares) <= FALSE_DISCOVERIES
    assert not true or kind == "some apart"


@pytest.mark.parametrize("spread", [0.0, 0.05])
def test_no_more_faults_are_false_than_is_said(spread: float) -> None:
    draw = np.random.default_rng(7)
    worlds = [repeated(faults_of(draw, spread=spread, types=TYPES))[0] for _ in range(WORLDS)]
    false = np.mean([any(one.beyond for one in found) for found in worlds])
    print(f"faults, spread {spread}: {false:.1%} of worlds with a false signal")
    assert all(worlds)
    assert false <= FALSE_DISCOVERIES

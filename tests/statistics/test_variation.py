"""Rule R5: the test for variation between councils, held against its own null."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.gamma_tail import gamma_tail, pearson_three_critical, pearson_three_tail
from dashboard.statistics.variation import Variation, variation_of_rates, variation_of_shares

TYPES = {
    "districts": np.repeat([1, 2, 3, 4, 6, 9], [50, 50, 40, 25, 12, 4]),
    "boroughs": np.array([5, 5, 6, 7, 8, 8, 9, 9, 10, 11, 12, 12, 13, 14, 15, 17, 19, 20, 22, 25, 30, 132]),
    "counties": np.arange(20, 251, 11),
}
DRAWS = 8_000


def pearson(counts: np.ndarray, bases: np.ndarray) -> np.ndarray:
    share = counts.sum(-1, keepdims=True) / bases.sum()
    return ((counts - bases * share) ** 2 / (bases * share * (1 - share))).sum(-1)


def judged(counts: np.ndarray, bases: np.ndarray) -> Variation:
    found = variation_of_shares([((int(k), int(n)),) for k, n in zip(counts, bases, strict=True)])
    assert found is not None
    return found


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8, 0.95])
def test_the_p_value_is_that_of_all_tables_with_the_same_sum(kind: str, share: float) -> None:
    bases, chance = TYPES[kind], np.random.default_rng(11)
    total = round(share * int(bases.sum()))
    null = chance.multivariate_hypergeometric(bases, total, DRAWS, method="marginals")
    statistic = pearson(null, bases)
    for quantile in (0.3, 0.7, 0.95, 0.99):
        at = int(np.argsort(statistic)[int(quantile * DRAWS)])
        oracle = np.mean(statistic >= statistic[at] - 1e-9)
        found = judged(null[at], bases)
        assert found.p_value == pytest.approx(oracle, abs=0.012 if oracle < 0.1 else 0.03)
        assert found.phi == pytest.approx(statistic[at] / (len(bases) - 1))


@pytest.mark.parametrize("kind", TYPES)
def test_and_for_rates_that_of_all_ways_to_share_out_the_events(kind: str) -> None:
    bases, chance = TYPES[kind] * 10_000, np.random.default_rng(12)
    null = chance.multinomial(300, bases / bases.sum(), DRAWS)
    expected = 300 * bases / bases.sum()
    statistic = ((null - expected) ** 2 / expected).sum(-1)
    for quantile in (0.5, 0.95, 0.99):
        at = int(np.argsort(statistic)[int(quantile * DRAWS)])
        found = variation_of_rates([((int(k), int(n)),) for k, n in zip(null[at], bases, strict=True)])
        assert found is not None
        assert found.p_value == pytest.approx(1 - quantile, abs=0.012 if quantile > 0.9 else 0.03)


def test_three_years_are_tested_against_the_average_of_each() -> None:
    bases, chance = TYPES["boroughs"], np.random.default_rng(13)
    shares = (0.5, 0.7, 0.9)
    totals = [round(share * int(bases.sum())) for share in shares]
    years = [chance.multivariate_hypergeometric(bases, total, DRAWS, method="marginals") for total in totals]
    at_average = [total / bases.sum() for total in totals]
    deviations = sum(year - bases * p for year, p in zip(years, at_average, strict=True))
    statistic = (deviations**2 / sum(bases * p * (1 - p) for p in at_average)).sum(-1)
    for quantile in (0.5, 0.95, 0.99):
        at = int(np.argsort(statistic)[int(quantile * DRAWS)])
        councils = [tuple((int(year[at][i]), int(n)) for year in years) for i, n in enumerate(bases)]
        found = variation_of_shares(councils)
        assert found is not None
        assert found.phi == pytest.approx(statistic[at] / (len(bases) - 1))
        assert found.p_value == pytest.approx(1 - quantile, abs=0.012 if quantile > 0.9 else 0.03)


@pytest.mark.parametrize(
    ("bases", "share"),
    [
        (np.full(181, 2), 0.2),
        (np.full(181, 2), 0.5),
        (np.full(181, 2), 0.9),
        (np.full(10, 5), 0.66),
        (np.full(20, 2), 0.8),
        (TYPES["districts"], 0.66),
        (TYPES["districts"], 0.95),
        (TYPES["boroughs"], 0.8),
        (TYPES["counties"], 0.1),
    ],
)
def test_of_councils_that_do_not_differ_it_rejects_no_more_than_five_per_cent(
    bases: np.ndarray, share: float
) -> None:
    chance, types = np.random.default_rng(14), 500
    rejected = sum(judged(chance.binomial(bases, share), bases).more_than_chance for _ in range(types))
    assert rejected / types <= 0.05 + 3 * (0.05 * 0.95 / types) ** 0.5


@pytest.mark.parametrize("kind", ["boroughs", "counties"])
def test_of_councils_that_do_differ_it_rejects_most(kind: str) -> None:
    bases, chance = TYPES[kind], np.random.default_rng(15)
    own = 1 / (1 + np.exp(-1.4 - 0.8 * chance.standard_normal((100, len(bases)))))
    rejected = [judged(counts, bases).more_than_chance for counts in chance.binomial(bases, own)]
    assert np.mean(rejected) > 0.8


def test_one_council_far_out_is_not_winsorised_away() -> None:
    calm = np.array([8] * 20)
    assert not judged(np.array([*calm, 8]), np.full(21, 10)).more_than_chance
    assert judged(np.array([*calm, 0]), np.full(21, 10)).more_than_chance


def test_phi_is_per_degree_of_freedom_and_one_where_councils_vary_by_chance() -> None:
    chance, bases = np.random.default_rng(16), TYPES["boroughs"]
    each = [judged(chance.binomial(bases, 0.8), bases).phi for _ in range(400)]
    assert np.mean(each) == pytest.approx(1, abs=0.05)


def test_councils_without_cases_do_not_count() -> None:
    with_empty = variation_of_shares([((3, 4),), ((0, 0),), ((1, 5),), ((6, 6),)])
    without = variation_of_shares([((3, 4),), ((1, 5),), ((6, 6),)])
    assert with_empty == without
    assert without is not None
    assert without.councils == 3


@pytest.mark.parametrize(
    "councils",
    [[], [((3, 4),)], [((4, 4),), ((5, 5),)], [((0, 4),), ((0, 5),)], [((0, 0),), ((0, 0),)]],
    ids=["none", "one", "all upheld", "none upheld", "no cases"],
)
def test_where_nothing_can_vary_there_is_nothing_to_test(councils: list[tuple[tuple[int, int]]]) -> None:
    assert variation_of_shares(councils) is None


def test_one_case_each_says_nothing_of_variation() -> None:
    assert judged(np.array([1, 0] * 10), np.full(20, 1)).p_value == 1.0


@settings(deadline=None)
@given(st.floats(0.05, 2_000), st.floats(0, 4_000))
def test_the_gamma_tail_is_scipys(shape: float, x: float) -> None:
    assert gamma_tail(shape, x) == pytest.approx(stats.gamma.sf(x, shape), rel=1e-8, abs=1e-12)


@settings(deadline=None)
@given(st.floats(-3, 8), st.floats(-4, 4))
def test_the_shifted_gamma_is_scipys_pearson_three(deviate: float, skewness: float) -> None:
    oracle = stats.pearson3.sf(deviate, skewness)
    nearly = 1e-4 if abs(skewness) < 0.02 else 1e-8  # so straight that a series of one term stands in
    assert pearson_three_tail(deviate, skewness) == pytest.approx(oracle, abs=nearly)


@pytest.mark.parametrize("kind", ["boroughs", "counties"])
@pytest.mark.parametrize("share", [0.5, 0.8])
@pytest.mark.parametrize("apart", [0.0, 1.5, 2.5, 3.5])
def test_the_chance_that_one_council_far_out_makes_a_type_vary_is_that_of_simulated_others(
    kind: str, share: float, apart: float
) -> None:
    """The others are drawn, the council stays so many standard deviations out: how often does it reject?"""
    bases, chance, types = TYPES[kind], np.random.default_rng(17), 300
    place = len(bases) // 2
    out = round(bases[place] * share - apart * (bases[place] * share * (1 - share)) ** 0.5)
    drawn = chance.binomial(bases, share, (types, len(bases)))
    drawn[:, place] = out
    rejected = np.mean([judged(counts, bases).more_than_chance for counts in drawn])
    told = np.mean([judged(counts, bases).null.rejects(place, 0) for counts in drawn[:30]])
    assert told == pytest.approx(rejected, abs=0.02 + 3 * (told * (1 - told) / types) ** 0.5)


@settings(deadline=None)
@given(st.floats(0.001, 0.3), st.floats(-2, 4))
def test_the_critical_value_is_the_inverse_of_the_tail(tail: float, skewness: float) -> None:
    assert pearson_three_tail(pearson_three_critical(tail, skewness), skewness) == pytest.approx(
        tail, rel=1e-6
    )

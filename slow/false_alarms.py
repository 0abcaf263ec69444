"""How often a council that does not differ is marked: simulated, for every kind of comparison, and printed.

Nominal are 5% marked and 0.2% "much". What is compared is drawn anew and compared by the product itself; the
error is the simulation's (one standard error). A row fails where it is above nominal by more than three.
"""

import time
from collections.abc import Iterator

import numpy as np

from dashboard.domain.measure import Unit
from dashboard.statistics.change_beside_type import share_change
from dashboard.statistics.trend import Direction
from dashboard.statistics.type_comparison import SpreadRule
from dashboard.statistics.variation import variation_of_shares
from slow.many_looks import looks
from slow.simulated_types import (
    INVESTIGATED,
    RECEIVED,
    RESIDENTS,
    UPHELD_PER_RESIDENT,
    Alarms,
    alarms,
    exact_alarms,
    rates,
    shares,
)

SEED = 20_250_331
DRAWN = 4_500  # councils of a row; a type is drawn whole
LEAST_TYPES = 50
_ROUGHLY = 3  # in a hundred: a chance is said to the nearest five
_UNFOUND = 8  # in a hundred: shares that vary too mildly for the test to find it are marked more often
UPHELD = {"district": 0.66}
OTHERS = 540  # investigations of all others of a type
_HEAD = f"{'':46}{'marked':>8}{'+-':>6}{'much':>7}{'+-':>6}{'largest':>9}{'R5 rejects':>12}"


def main() -> int:
    """Print all tables; return 1 where a row is above nominal."""
    began, chance = time.perf_counter(), np.random.default_rng(SEED)
    failed = []
    for title, rows in (
        ("Shares of outcomes (R2; R14 where the type varies)", _shares(chance)),
        ("Three years of shares pooled, differences that last", _pools(chance)),
        ("Shares of complaints by service (always with the spread)", _services(chance)),
        ("Rates (R4), differences of one year or lasting over three pooled", _rates(chance)),
    ):
        print(f"\n{title}\n{_HEAD}")
        for name, row in rows:
            print(_line(name, row), flush=True)
            failed += [] if row.within_nominal else [name]
    failed += _single_sizes() + _variation(chance) + _changes(chance) + _looks(chance)
    print(f"\n{time.perf_counter() - began:.0f} s. Above nominal: {', '.join(failed) or 'none'}.")
    return 1 if failed else 0


def _line(name: str, row: Alarms) -> str:
    return (
        f"{name:46}{row.marked:7.2f}%{row.error:6.2f}{row.much:6.2f}%{row.much_error:6.2f}"
        f"{row.largest:8.1f}%{row.rejected:11.0f}%"
    )


def _types(councils: int) -> int:
    return max(LEAST_TYPES, DRAWN // councils)


def _shares(chance: np.random.Generator) -> Iterator[tuple[str, Alarms]]:
    for kind, bases in INVESTIGATED.items():
        for deviation in (0.0, 0.2, 0.35, 0.5):
            share = UPHELD.get(kind, 0.8)
            drawn = alarms(
                Unit.PERCENT,
                bases,
                lambda b=bases, s=share, d=deviation: shares(b, s, d, chance),
                _types(len(bases)),
            )
            yield f"{kind}, upheld, SD {deviation}", drawn


def _pools(chance: np.random.Generator) -> Iterator[tuple[str, Alarms]]:
    for kind in ("district", "metropolitan", "county"):
        bases = INVESTIGATED[kind]
        for deviation in (0.0, 0.2, 0.35, 0.5):
            yield (
                f"{kind}, upheld, SD {deviation}",
                alarms(
                    Unit.PERCENT,
                    bases,
                    lambda b=bases, d=deviation: shares(b, 0.75, d, chance, years=3),
                    LEAST_TYPES,
                ),
            )


def _services(chance: np.random.Generator) -> Iterator[tuple[str, Alarms]]:
    for kind, bases in RECEIVED.items():
        for share, deviation in ((0.1, 0.0), (0.1, 0.5), (0.3, 0.35), (0.5, 0.35)):
            yield (
                f"{kind}, {share:.0%} of complaints, SD {deviation}",
                alarms(
                    Unit.PERCENT,
                    bases,
                    lambda b=bases, s=share, d=deviation: shares(b, s, d, chance),
                    LEAST_TYPES,
                    SpreadRule.ALWAYS,
                ),
            )


def _rates(chance: np.random.Generator) -> Iterator[tuple[str, Alarms]]:
    for kind, residents in RESIDENTS.items():
        expected = residents * UPHELD_PER_RESIDENT[kind]
        for phi, law, years in (
            (1, "gamma", 1),
            (2, "gamma", 1),
            (6, "gamma", 1),
            (2, "lognormal", 1),
            (6, "lognormal", 1),
            (6, "gamma", 3),
        ):
            if law == "lognormal" and kind == "district" and phi > 2:
                continue  # 1.5 expected, and a rate three times the mean: no type is so
            yield (
                f"{kind}, phi {phi}, {law}{f', {years} years' if years > 1 else ''}",
                alarms(
                    Unit.PER_100K,
                    residents,
                    lambda e=expected, p=phi, w=law, y=years: rates(e, p, chance, y, w),
                    _types(len(residents)),
                ),
            )


def _single_sizes() -> list[str]:
    """Print the exact chance of a mark at one size, over all counts that the others may have."""
    print(
        "\nShares by the council's own cases, exactly: marked, much (two-sided). Below five none is compared"
    )
    told = (0.07, 0.2, 0.5, 0.66, 0.8, 0.9, 0.97)
    print(f"{'':34}" + "".join(f"{share:15.2f}" for share in told))
    total = int(INVESTIGATED["metropolitan"].sum())
    rows = [(f"n = {n}", n, total - n) for n in (5, 10, 30)]
    for kind, bases in INVESTIGATED.items():
        largest = int(bases.max())
        rows.append((f"largest {kind}, n = {largest}", largest, int(bases.sum()) - largest))
    failed = []
    for name, n, others in rows:
        cells = [exact_alarms(n, others, share) for share in told]
        print(f"{name:34}" + "".join(f"{marked:8.2%}{much:7.3%}" for marked, much in cells), flush=True)
        failed += [name] if any(marked > 0.05 or much > 0.002 for marked, much in cells) else []
    return failed


def _variation(chance: np.random.Generator, types: int = 900) -> list[str]:
    """Print how often the test for variation rejects where councils do not differ: 5% is nominal."""
    told = (0.07, 0.2, 0.5, 0.66, 0.8, 0.9, 0.97)
    print(f"\nTest of variation, {types} types a cell, no differences: rejected at 5% (one error: 0.7%)")
    print(f"{'':24}" + "".join(f"{share:8.2f}" for share in told))
    failed = []
    for name, bases in {**INVESTIGATED, "181 councils with two": np.full(181, 2)}.items():
        cells = []
        for share in told:
            times = types if len(bases) < 100 else types // 3
            rejected = np.mean([_rejected(bases, chance.binomial(bases, share)) for _ in range(times)])
            cells.append(f"{rejected:8.2%}")
            if rejected > 0.05 + 3 * (0.05 * 0.95 / times) ** 0.5:
                failed.append(f"variation, {name}, {share}")
        print(f"{name:24}" + "".join(cells), flush=True)
    return failed


def _rejected(bases: np.ndarray, counts: np.ndarray) -> bool:
    found = variation_of_shares([((int(k), int(n)),) for k, n in zip(counts, bases, strict=True)])
    return found is not None and found.more_than_chance


def _changes(chance: np.random.Generator, pairs: int = 4_000) -> list[str]:
    """Print how often a council that moves with its type is said to have moved beside it."""
    print(
        f"\nChange beside the type's own, which rises from 70 to 80%: said to differ ({pairs} pairs a size)"
    )
    failed = []
    for n in (10, 30, 132):
        before, after = (
            chance.binomial((n, OTHERS), 0.7, (pairs, 2)),
            chance.binomial((n, OTHERS), 0.8, (pairs, 2)),
        )
        said = [
            share_change(
                ((int(b[0]), n), (int(a[0]), n)), ((int(b[1]), OTHERS), (int(a[1]), OTHERS))
            ).direction
            for b, a in zip(before, after, strict=True)
        ]
        differs = np.mean([each in (Direction.UP, Direction.DOWN) for each in said])
        error = (differs * (1 - differs) / pairs) ** 0.5
        print(f"n = {n:4}: {differs:.2%} +- {error:.2%}", flush=True)
        failed += [f"change, n = {n}"] if differs > 0.05 + 3 * error else []
    return failed


def _looks(chance: np.random.Generator) -> list[str]:
    """Print how often a council like its type is marked at least once, and what its page says of it.

    Every row fails where what happens is not, within three errors, between the two ends that are said. What
    is worked out holds where what sets councils apart lasts and is found; a row fails too where that is
    further than three in a hundred (eight where shares vary unfound), and three errors, from what happens.
    """
    print("\nAt least one mark over seven years and three measures: worked out, said, happened")
    failed = []
    for kind, lives in (("district", 4), ("metropolitan", 25), ("county", 40)):
        for variance, deviation, lasting in (
            *((0.05, 0.0, True), (0.15, 0.0, True), (0.4, 0.0, True), (0.15, 0.35, True)),
            *((0.0, 0.0, True), (0.15, 0.0, False)),
        ):
            told = looks(kind, variance, deviation, lives, chance, lasting=lasting)
            name = (
                f"rates’ variance {variance}, shares’ SD {deviation}{'' if lasting else ', anew each year'}"
            )
            print(
                f"{kind:14}{name:55}{told.said:6.1f}%, {told.low:.1f} to {told.high:.1f}% "
                f"{told.happened:6.1f}% +- {told.error:.1f}",
                flush=True,
            )
            if not told.low - 3 * told.error <= told.happened <= told.high + 3 * told.error:
                failed.append(f"looks beyond what is said, {kind}, {name}")
            within = _UNFOUND if deviation else _ROUGHLY
            if lasting and variance and abs(told.said - told.happened) > within + 3 * told.error:
                failed.append(f"looks, {kind}, {name}")
    return failed

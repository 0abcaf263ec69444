"""Which councils are called different now, and were before: of both releases, by the rule that made it so.

The calls before are worked out by the rule as it was (exact tests against the type's average, the council in
it); the calls now are the releases'. Between them each revised rule is taken in turn, in the order of
``RULES``, and what changes at it is put down to it. Folder of the releases: ``DASHBOARD_RELEASES``.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from scipy import stats

from dashboard.releases.locate import releases_directory
from slow import changes_called

RELEASES = ("held-figures", "demo")
WIDE, LEAST = 0.025, 5
MEASURES = {
    "upheld_pct": ("upheld", 0.5, 100),
    "satisfactory_remedy_pct": ("put right", 0.5, 100),
    "upheld_per_100k": ("rate", 0.05, 100_000),
}
"""What each is called here, half a step of its printed average, and what that is printed per."""
RULES = (
    "R1 who is counted",
    "R3 type not held",
    "R4 first year",
    "R2 others, their chance allowed for",
    "R4 spread of rates",
    "R14 spread of shares",
)
_STOPPED = {"spread_not_known": "R3 type not held", "first_year": "R4 first year"}
_SQL = """
    SELECT figure.*, type, kind, type_benchmark.value AS average,
           type_benchmark.numerator AS sum, type_benchmark.denominator AS base
      FROM figure JOIN council USING (slug)
      LEFT JOIN type_benchmark USING (type, measure, period, year)
     WHERE measure IN ('upheld_pct', 'satisfactory_remedy_pct', 'upheld_per_100k')
"""


@dataclass(frozen=True)
class Call:
    """One figure: whether it was marked before, after each rule, and now."""

    measure: str
    period: int
    before: bool
    steps: tuple[tuple[str, bool], ...]
    reason: str | None
    compared_before: bool

    @property
    def now(self) -> bool:
        """Whether it is marked now."""
        return self.steps[-1][1] if self.steps else self.before


def old_call(
    share: bool, numerator: int, base: int, average: tuple[float, float, float], *, any_count: bool = False
) -> bool | None:
    """Return whether a count was marked by the rule as it was; None where it was not compared.

    ``average`` is the type's, per case or resident, with the ends of its rounding; ``any_count`` compares
    a rate whatever its events.
    """
    low, value, high = average
    cases = base if share else max(numerator, base * value)
    if cases < LEAST and (share or not any_count):
        return None
    if share:
        lower, higher = stats.binom.cdf(numerator, base, low), stats.binom.sf(numerator - 1, base, high)
    else:
        lower, higher = stats.poisson.cdf(numerator, base * low), stats.poisson.sf(numerator - 1, base * high)
    return bool(lower < WIDE or higher < WIDE)


def calls(release: Path) -> Iterator[Call]:
    """Return the calls of all figures that have counts."""
    with closing(sqlite3.connect(f"file:{release / 'release.sqlite'}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        for row in connection.execute(_SQL):
            if row["numerator"] is not None and row["denominator"] and row["state"] == "value":
                yield _call(row)


def _call(row: sqlite3.Row) -> Call:
    share = row["measure"] != "upheld_per_100k"
    average = _average(row) if row["benchmarked"] and row["average"] is not None else None
    counts = (share, row["numerator"], row["denominator"])
    before = None if average is None else old_call(*counts, average)
    counted = None if average is None else old_call(*counts, average, any_count=True)
    steps = [("R1 who is counted", bool(counted))]
    if row["comparison"] == "none":
        steps += [(_STOPPED.get(row["comparison_reason"], row["comparison_reason"]), False)]
    else:
        spread = row["plain_low"] is not None
        plain = (row["plain_low"], row["plain_high"]) if spread else (row["usual_low"], row["usual_high"])
        steps += [("R2 others, their chance allowed for", not plain[0] <= row["numerator"] <= plain[1])]
        if spread:
            now = not row["usual_low"] <= row["numerator"] <= row["usual_high"]
            steps += [("R14 spread of shares" if share else "R4 spread of rates", now)]
    return Call(
        *(row["measure"], row["period"], bool(before), tuple(steps), row["comparison_reason"]),
        compared_before=before is not None,
    )


def _average(row: sqlite3.Row) -> tuple[float, float, float]:
    _, half, per = MEASURES[row["measure"]]
    if row["kind"] == "pooled" and row["sum"] is not None and row["base"]:
        exact = row["sum"] / row["base"]
        return exact, exact, exact
    value = float(row["average"])
    high = value + half
    return max(value - half, 0) / per, value / per, (min(high, 100) if per == 100 else high) / per


def main() -> int:
    """Print a table of each release and period."""
    for name in RELEASES:
        place = releases_directory(os.environ) / name
        found = list(calls(place))
        for period in (1, 3):
            print(f"\n{name}, {'each year' if period == 1 else 'three years together'}")
            _print([call for call in found if call.period == period])
        print(*changes_called.told(place), sep="\n")
    return 0


def _print(found: list[Call]) -> None:
    names = [name for name, _, _ in MEASURES.values()]
    print(f"{'':40}" + "".join(f"{name:>16}" for name in names))
    by = {measure: [call for call in found if call.measure == measure] for measure in MEASURES}
    _row("compared before", [sum(c.compared_before for c in calls) for calls in by.values()])
    _row("marked before", [sum(c.before for c in calls) for calls in by.values()])
    appeared: dict[str, Counter[str]] = {measure: Counter() for measure in MEASURES}
    vanished: dict[str, Counter[str]] = {measure: Counter() for measure in MEASURES}
    for call in found:
        marked = call.before
        for rule, after in call.steps:
            if after != marked:
                (appeared if after else vanished)[call.measure][rule] += 1
            marked = after
    rules = {rule for each in (*appeared.values(), *vanished.values()) for rule in each}
    for rule in (*RULES, *sorted(rules - set(RULES))):
        if rule in rules:
            cells = [f"+{appeared[m][rule]} -{vanished[m][rule]}" for m in MEASURES]
            print(f"{rule:40}" + "".join(f"{cell:>16}" for cell in cells))
    _row("marked now", [sum(c.now for c in calls) for calls in by.values()])
    _row("compared now", [sum(c.reason is None for c in calls) for calls in by.values()])
    new = [sum(c.now and not c.before for c in calls) for calls in by.values()]
    _row("of them not marked before", new)


def _row(label: str, numbers: list[int]) -> None:
    print(f"{label:40}" + "".join(f"{number:>16,}" for number in numbers))

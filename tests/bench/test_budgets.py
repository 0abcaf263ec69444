"""The table of budgets: what is kept, what is passed, what was not measured."""

import pytest

from bench.budgets import BUDGETS, Budget, broken, table


@pytest.mark.parametrize(
    ("budget", "measured", "kept"),
    [
        (Budget("bytes", "kB", 400), 400, True),
        (Budget("bytes", "kB", 400), 400.5, False),
        (Budget("rate", "/s", 1000, at_least=True), 999, False),
        (Budget("rate", "/s", 1000, at_least=True), 1000, True),
        (Budget("requests to other hosts", "", 0), 0, True),
        (Budget("requests to other hosts", "", 0), 1, False),
        (Budget("map visible, local", "ms"), 99999, None),
    ],
)
def test_a_limit_is_kept_up_to_itself(budget: Budget, measured: float, kept: bool | None) -> None:
    assert budget.kept(measured) is kept


def test_the_table_says_what_is_over_and_how_many_times_better() -> None:
    lines = table(
        {"bytes_gzip": 300, "rate_map": 500, "visible_mid": None}, {"bytes_gzip": 1800, "rate_map": 5}
    ).splitlines()
    row = {line.split("  ")[0]: line for line in lines}
    shown = " ".join(row["first load without charts, gzip"].split())
    assert shown == "first load without charts, gzip ≤ 400 kB 300 kB ok 1,800 kB 6.0x"
    assert "OVER" in row[BUDGETS["rate_map"].label]
    assert row[BUDGETS["rate_map"].label].endswith("100.0x")
    assert row["map visible, mid"].count("not measured") == 2


def test_only_what_was_measured_can_be_over() -> None:
    assert broken({"visible_mid": None, "posts": 1, "memory": 75}) == ["POST requests"]

"""The demonstration's counts: each with its own origin."""

import pandas as pd

from dashboard.domain.origin import Origin
from dashboard.metrics.counts_with_origin import KnownCount, pair_origin
from dashboard.metrics.held_counts import held_counts
from dashboard.metrics.overlay import overlaid
from tests.metrics.world import URL, held, known

P, R, D, S = Origin.PUBLISHED, Origin.REPORTED, Origin.DERIVED, Origin.SIMULATED


def counted(*rows: tuple[str, str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["slug", "year", "quantity", "count"])


def test_a_count_equal_to_the_held_one_is_the_held_one_and_any_other_simulated() -> None:
    holding = held_counts(
        held(
            [
                ("york", "2023-24", "investigated", "9", "published"),
                ("york", "2023-24", "dealt_with", "30", "reported"),
            ]
        )
    )
    counts = overlaid(
        counted(
            ("york", "2023-24", "investigated", 9),
            ("york", "2023-24", "dealt_with", 31),  # not reproduced
            ("york", "2023-24", "upheld", 6),  # not held
        ),
        holding,
    )["york", "2023-24"]
    assert counts["investigated"] == KnownCount(9, P, URL)
    assert counts["dealt_with"] == KnownCount(31, S)
    assert counts["upheld"] == KnownCount(6, S)


def test_a_held_council_year_without_a_case_has_counted_nought() -> None:
    holding = held_counts(
        held(
            [
                ("cumbria", "2024-25", "dealt_with", "0", "published"),
                ("eden", "2024-25", "dealt_with", "1", "published"),
                ("eden", "2015-16", "dealt_with", "1", "published"),
            ]
        )
    )
    counts = overlaid(counted(("york", "2024-25", "dealt_with", 3)), holding)
    assert counts["cumbria", "2024-25"]["dealt_with"] == KnownCount(0, P, URL)
    assert counts["eden", "2024-25"]["dealt_with"] == KnownCount(0, S)
    assert ("eden", "2015-16") not in counts  # before the register


def test_the_origin_of_a_fraction() -> None:
    def told(*origins: Origin, printed: bool) -> Origin:
        counts = [known(origin, upheld=1)["upheld"] for origin in origins]
        return pair_origin(*counts, as_printed=printed)

    assert told(P, P, printed=True) is P
    assert told(P, R, printed=True) is R
    assert told(P, D, printed=True) is D
    assert told(P, P, printed=False) is D
    assert told(P, S, printed=True) is told(P, S, printed=False) is S

"""What a register reproduces of what is held, and what it does not, with the reason."""

from decimal import Decimal

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import Benchmark, BenchmarkKind
from dashboard.domain.origin import Origin
from dashboard.metrics.figures import assemble_figures
from dashboard.metrics.reproduction import averages_met, reproduction
from tests.metrics.world import council, held, known, reference

YEAR = "2023-24"


def test_every_held_value_is_compared_and_what_differs_is_named() -> None:
    holding = held(
        [
            ("york", YEAR, "investigated", "24", "published"),
            ("york", YEAR, "upheld", "22", "published"),
            ("york", YEAR, "upheld_pct", "93", "published"),
            ("york", YEAR, "upheld_per_100k", "22", "published"),
            ("york", YEAR, "received:housing", "4", "reported"),
            ("hull", YEAR, "dealt_with", "7", "reported"),
            ("hull", "2012-13", "dealt_with", "7", "reported"),  # before the register
            ("eden", YEAR, "dealt_with", "0", "published"),  # no case: none counted
        ]
    )
    rows = {
        ("york", YEAR): {"investigated": 24, "upheld": 22, "received:housing": 4},
        ("hull", YEAR): {"dealt_with": 8},
    }
    england = reference(council("york", "unitary"), council("hull", "unitary"), council("eden", "unitary"))
    counts = {key: known(Origin.SIMULATED, **row) for key, row in rows.items()}
    assembled = assemble_figures(counts, holding, england, (YEAR,))
    figures = {(f.slug, f.year, f.measure): f for period, f in assembled.figures if period == 1}
    told = reproduction(((*row.key, row.value) for row in holding.values), rows, figures)
    assert (told.council_years, told.council_years_reproduced) == (3, 1)
    assert (told.values, told.values_reproduced) == (7, 5)
    assert [(d.slug, d.quantity, d.held, d.computed, d.reason) for d in told.departures] == [
        ("hull", "dealt_with", Decimal(7), Decimal(8), "Printed as 7, counted as 8."),
        (
            "york",
            "upheld_pct",
            Decimal(93),
            Decimal(92),
            "No number out of 24 gives 93%. Printed as 93%; 22 of 24 is 92%.",
        ),
    ]


def test_an_average_is_met_when_the_pooled_one_prints_alike() -> None:
    def benchmark(
        value: str, numerator: int | None, kind: BenchmarkKind = BenchmarkKind.PRINTED
    ) -> Benchmark:
        base = None if numerator is None else 200
        return Benchmark(kind, Decimal(value), Origin.PUBLISHED, numerator, base, 3, None)

    of = AuthorityType.UNITARY
    told = averages_met(
        {
            (of, "2020-21", "upheld_pct"): benchmark("80", 159),  # 79.5
            (of, "2021-22", "upheld_pct"): benchmark("80", 158),
            (of, "2022-23", "upheld_pct"): benchmark("80", None),
            (of, "2023-24", "upheld_pct"): benchmark("80", 160, BenchmarkKind.POOLED),
        }
    )
    assert [(average.year, average.pooled, average.met) for average in told] == [
        ("2020-21", Decimal(80), True),
        ("2021-22", Decimal(79), False),
        ("2022-23", None, False),
    ]

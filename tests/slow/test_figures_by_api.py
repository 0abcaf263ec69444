"""The comparison of the command's figures with the API's finds every kind of difference."""

import json
from decimal import Decimal
from typing import Any

import pytest

from dashboard.downloads.figures_csv import COLUMNS
from slow.figures_by_api import from_csv, from_json, mismatches

PRINTED = {**dict.fromkeys(COLUMNS, ""), "authority": "A", "numerator": "12", "value": "66.70"}
TOLD: dict[str, Any] = {**dict.fromkeys(COLUMNS), "authority": "A", "numerator": 12, "value": Decimal("66.7")}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([TOLD], 0),
        ([PRINTED], 0),  # as CSV has it
        ([{**TOLD, "value": Decimal("66.71")}], 1),
        ([{**TOLD, "numerator": None}], 1),
        ([{**TOLD, "denominator": 0}], 1),  # nothing held is no nought
        ([{**TOLD, "authority": "B", "note": "said"}], 1),
        ([], 1),
        ([TOLD, TOLD], 1),
    ],
)
def test_each_figure_that_differs_is_found(told: list[dict[str, Any]], found: int) -> None:
    assert len(list(mismatches([PRINTED], told))) == found


def test_every_page_is_read() -> None:
    pages = {
        "/api/v1/figures?size=1000": {"pages": 2, "items": [{"value": 1}], "next": "/second"},
        "/second": {"pages": 2, "items": [{"value": 2.50}], "next": None},
    }
    assert [item["value"] for item in from_json(lambda address: json.dumps(pages[address]))] == [
        1,
        Decimal("2.5"),
    ]
    lines = {f"/api/v1/figures?size=1000&format=csv&page={n}": f"value\n{n}\n" for n in (1, 2)}
    answers = {**lines, "/api/v1/figures?size=1000": json.dumps({"pages": 2})}
    assert [line["value"] for line in from_csv(answers.__getitem__)] == ["1", "2"]

"""Every figure that the command prints is the API's, by JSON and CSV; and the items around them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.downloads.columns import FIGURES
from dashboard.downloads.figures_csv import COLUMNS, figure_rows
from dashboard.repository.sqlite import SqliteRepository
from tests.api.conftest import Open


def every(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    """All items of a list, page by page, as a program reads them."""
    items: list[dict[str, Any]] = []
    address: str | None = path
    while address:
        told = json.loads(client.get(address).text)
        items += told["items"]
        address = told["next"]
    assert len(items) == told["total"]
    return items


def as_printed(item: dict[str, Any]) -> tuple[str, ...]:
    """An item as the command prints it: empty for null, a whole number without a point."""
    cells = (item[name] for name in COLUMNS)
    return tuple(
        "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell) for cell in cells
    )


@pytest.mark.parametrize("name", ["demo", "held-figures"])
@pytest.mark.parametrize("size", [7, 1000])
def test_every_figure_the_command_prints_is_the_api_s(
    opened: Open, folder: Path, name: str, size: int
) -> None:
    printed = list(figure_rows(SqliteRepository(folder / name)))
    if size == 7:
        printed = [row for row in printed if row[3] == "2023-24"]
    year = "&year=2023-24" if size == 7 else ""
    told = every(opened(name), f"/api/v1/figures?size={size}{year}")
    mismatches = [(row, item) for row, item in zip(printed, told, strict=True) if as_printed(item) != row]
    assert (len(printed) > 60, mismatches) == (True, [])


def test_csv_has_the_same_and_no_mark(demo: FlaskClient, folder: Path) -> None:
    answer = demo.get("/api/v1/figures?format=csv&size=1000")
    assert answer.content_type.startswith("text/csv")
    assert answer.text.startswith("council,authority_code,")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    printed = list(figure_rows(SqliteRepository(folder / "demo")))
    assert [tuple(row[name] for name in COLUMNS) for row in rows] == printed
    assert answer.headers["X-Total"] == str(len(printed))


def test_numbers_are_numbers(demo: FlaskClient) -> None:
    kinds: dict[str, Any] = {"integer": int, "number": (int, float), "string": str}
    for item in every(demo, "/api/v1/figures?size=1000"):
        for column in FIGURES:
            if column.name != "release" and item[column.name] is not None:
                assert isinstance(item[column.name], kinds[column.type])


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("council=E06000009", lambda i: i["council"] == "blackpool-borough-council"),
        ("council=preston-borough-council,E06000009&measure=upheld", lambda i: i["measure"] == "upheld"),
        ("year=2023-24,2024-25&measure=upheld", lambda i: i["year"] in ("2023-24", "2024-25")),
        ("type=district", lambda i: i["authority_type"] == "District"),
    ],
)
def test_a_filter_leaves_what_it_means_in_the_usual_order(demo: FlaskClient, query: str, kept: Any) -> None:
    def meant(item: dict[str, Any]) -> bool:
        named = "council=preston" not in query or item["council"] in (
            "preston-city-council",
            "blackpool-borough-council",
        )
        return bool(kept(item)) and named and ("measure=" not in query or item["measure"] == "upheld")

    items = every(demo, f"/api/v1/figures?size=1000&{query}")
    assert items == [item for item in every(demo, "/api/v1/figures?size=1000") if meant(item)]
    assert items


def test_sorting_is_by_the_field_and_what_is_not_known_is_last(demo: FlaskClient) -> None:
    for order, backwards in (("numerator", False), ("-numerator", True)):
        found = [item["numerator"] for item in every(demo, f"/api/v1/figures?size=1000&sort={order}")]
        known = [value for value in found if value is not None]
        assert known == sorted(known, reverse=backwards)
        assert found == known + [None] * (len(found) - len(known))
        assert None in found


def test_an_average_is_the_one_beside_the_figures(demo: FlaskClient) -> None:
    averages = {item["measure"]: item for item in every(demo, "/api/v1/averages?type=unitary&year=2023-24")}
    of_blackpool = every(demo, "/api/v1/figures?council=E06000009&year=2023-24")
    compared = [item for item in of_blackpool if item["benchmark"] is not None]
    assert {item["measure"]: item["benchmark"] for item in compared} == {
        measure: average["value"] for measure, average in averages.items()
    }
    assert {item["origin_in_words"] for item in averages.values()} == {"published by the Ombudsman"}


def test_a_service_that_is_not_held_has_no_number(demo: FlaskClient) -> None:
    told = {item["council"]: item for item in every(demo, "/api/v1/services?year=2023-24")}
    assert (told["blackpool-borough-council"]["received"], told["blackpool-borough-council"]["upheld"]) == (
        8,
        3,
    )
    assert (told["cumberland-council"]["received"], told["cumberland-council"]["decided"]) == (None, 4)
    assert "received: nothing is held" in told["cumberland-council"]["origin_in_words"]

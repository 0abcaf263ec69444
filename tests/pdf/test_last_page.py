"""How a PDF is set so that its last page is not nearly empty: as it is, closer, or with its annex apart."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from dashboard.pdf import compile as compiling
from dashboard.pdf.pack_data import PDF_TEMPLATE

FULL, EMPTY = {"page": 7, "y": 140.0}, {"page": 8, "y": 50.0}
ONLY_PAGE = {"page": 1, "y": 50.0}
End = Mapping[str, float] | None


class Setter:
    """Stands in for the program that sets pages: where they end depends on how it is told to set them."""

    def __init__(self, ends: Mapping[str, End], data: Mapping[str, Any]) -> None:
        self.way = next((name for name in ("tight", "apart") if data.get(name)), "as it is")
        self._end = ends[self.way]

    def query(self, _selector: str, field: str) -> str:
        assert field == "value"
        return json.dumps([self._end] if self._end else [])

    def compile(self, **_options: object) -> bytes:
        return self.way.encode()


@pytest.mark.parametrize(
    ("as_it_is", "tight", "apart", "taken"),
    [
        (FULL, EMPTY, EMPTY, "as it is"),
        (EMPTY, FULL, EMPTY, "tight"),
        (EMPTY, EMPTY, FULL, "apart"),
        (EMPTY, EMPTY, EMPTY, "as it is"),  # nothing helps: then as its readers know it
        (ONLY_PAGE, EMPTY, EMPTY, "as it is"),  # a short paper of one page is no empty one
        (None, EMPTY, EMPTY, "as it is"),  # a template that does not tell where it ends
    ],
)
def test_the_first_way_that_does_not_end_on_a_nearly_empty_page_is_taken(
    monkeypatch: pytest.MonkeyPatch, as_it_is: End, tight: End, apart: End, taken: str
) -> None:
    ends = {"as it is": as_it_is, "tight": tight, "apart": apart}
    monkeypatch.setattr(compiling, "_compiler", lambda _path, data: Setter(ends, data))
    monkeypatch.setattr(compiling, "with_row_heads", lambda made: made)
    made = compiling.compile_pdf(PDF_TEMPLATE, {}, built_at="2026-01-05T10:00:00Z")
    assert made.decode() == taken

"""Reads a workbook as Excel would: which cells are numbers, tables, formulas, and numbers written as text."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd

_NUMBER = re.compile(r"[+\-−]?[\d,]*\.?\d+ ?%?")
_STARTS = ("=", "+", "-", "@")


class Book:
    """A workbook, read by openpyxl and by pandas."""

    def __init__(self, data: bytes) -> None:
        self.opened = openpyxl.load_workbook(BytesIO(data))
        self.frames: dict[str, pd.DataFrame] = pd.read_excel(
            BytesIO(data), sheet_name=None, engine="calamine"
        )
        self.tables = [name for name in self.opened.sheetnames if name != "About"]

    def about(self) -> dict[str, str]:
        """The terms of the first sheet, and what is said of each."""
        rows = self.opened["About"].iter_rows(max_col=2, values_only=True)
        return {str(term): str(said or "") for term, said in rows}

    def cells(self) -> Iterator[Any]:
        """Every cell below the head of a table."""
        for name in self.tables:
            for row in self.opened[name].iter_rows(min_row=2):
                yield from row

    def numbers(self) -> int:
        """How many cells hold a number."""
        return sum(cell.data_type == "n" and cell.value is not None for cell in self.cells())

    def numbers_as_text(self) -> list[str]:
        """The cells whose text is nothing but a number: what a sum passes over."""
        return [
            f"{cell.parent.title}!{cell.coordinate}: {cell.value}"
            for cell in self.cells()
            if isinstance(cell.value, str) and _NUMBER.fullmatch(cell.value.strip())
        ]

    def runnable(self) -> list[str]:
        """The cells that a spreadsheet would run or follow."""
        every = (cell for sheet in self.opened for row in sheet.iter_rows() for cell in row)
        return [
            f"{cell.parent.title}!{cell.coordinate}"
            for cell in every
            if cell.data_type == "f" or cell.hyperlink
        ]

    def like_formulas(self) -> list[str]:
        """The texts that begin as a formula does: text, in a workbook, and nothing else."""
        return [c.value for c in self.cells() if isinstance(c.value, str) and c.value.startswith(_STARTS)]

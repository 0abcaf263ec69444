"""What is wrong with a case register: one fault with its count and its first rows, not a line for each."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd

from dashboard.imports.problems import LISTED, ImportRefusedError, Problem
from dashboard.imports.register.file import RegisterFile

Value = TypeVar("Value")

SHOWN = 5
"""How many further rows of a fault are named; of the rest the number is given."""
_QUOTED = re.compile(r"“[^”]*”|\d[\d ,]*")
_FIRST_QUOTED = re.compile(r"“[^”]*”")


@dataclass
class _Fault:
    """One fault: its first row as a problem, how many rows have it, the first few that say the same after it
    and the first few that say something else, each with what it says."""

    first: Problem
    rows: int = 1
    same: list[int] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)

    def add(self, row: int, sentence: str) -> None:
        self.rows += 1
        said = _quoted(sentence)
        if said == _quoted(self.first.sentence):
            if len(self.same) < SHOWN:
                self.same.append(row)
        elif len(self.others) < SHOWN:
            self.others.setdefault(said, row)

    def problem(self) -> Problem:
        """Return the fault as a problem that says how often it is there."""
        if self.rows == 1:
            return self.first
        named = [*map(str, self.same), *(f"{row} {said}" for said, row in self.others.items())]
        left = self.rows - 1 - len(named)
        listed = ", ".join(named) + (f" and {left:,} others" if left else "")
        more = f"{self.rows - 1:,} more row{'s' if self.rows > 2 else ''}"
        return Problem(
            self.first.place, f"{self.first.sentence} Likewise in {more}: {listed}.", self.first.suggestion
        )


@dataclass
class Faults:
    """The faults of a register so far, by file, column and what is said, in the order found."""

    found: dict[tuple[Path, str, str], _Fault] = field(default_factory=dict)
    told: dict[tuple[Path, str], set[int]] = field(default_factory=dict)

    def add(self, file: RegisterFile, row: int, column: str, sentence: str, suggestion: str = "") -> None:
        """Note that one row has a fault."""
        self.told.setdefault((file.path, column), set()).add(row)
        key = file.path, column, _QUOTED.sub("", sentence)
        known = self.found.get(key)
        if known is None:
            self.found[key] = _Fault(Problem(file.place(row, column), sentence, suggestion))
        else:
            known.add(row, sentence)

    def rows_of(self, file: RegisterFile, column: str) -> set[int]:
        """Return the rows in which something is wrong with a column."""
        return self.told.get((file.path, column), set())

    def is_wrong(self, file: RegisterFile, row: int) -> bool:
        """Say whether anything is wrong in a row of a file."""
        return any(row in rows for (path, _), rows in self.told.items() if path == file.path)

    def check(self) -> None:
        """Raise ImportRefusedError when there is any: the first faults in full, the rest as a number."""
        if self.found:
            problems = [fault.problem() for fault in self.found.values()]
            raise ImportRefusedError(problems[:LISTED], max(0, len(problems) - LISTED))


def _quoted(sentence: str) -> str:
    """Return what a sentence quotes first; empty where it quotes nothing."""
    found = _FIRST_QUOTED.search(sentence)
    return found[0] if found else ""


def each_once(
    texts: Iterable[object], read: Callable[[str], Value | None]
) -> tuple["np.ndarray", list[Value | None], list[str | None]]:
    """Read each different text of a column once.

    Returns the number of each row's text, and by that number what it says (None: nothing, or wrong) and
    what is wrong with it (None: nothing).
    """
    numbers, different = pd.factorize(np.asarray(list(texts), dtype=object))
    said: list[Value | None] = []
    wrong: list[str | None] = []
    for text in different:
        try:
            said.append(read(text) if text else None)
            wrong.append(None)
        except ValueError as error:
            said.append(None)
            wrong.append(str(error))
    return numbers, said, wrong

"""What is wrong with a case register, row by row: the first listed, the rest counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import pandas as pd

from dashboard.imports.problems import LISTED, ImportRefusedError, Problem
from dashboard.imports.register.file import RegisterFile

Value = TypeVar("Value")


@dataclass
class Faults:
    """The problems of a file so far: the first of them in full, and how many there are beyond."""

    problems: list[Problem] = field(default_factory=list)
    more: int = 0

    def add(self, file: RegisterFile, row: int, column: str, sentence: str, suggestion: str = "") -> None:
        """Note a problem of one row."""
        if len(self.problems) < LISTED:
            self.problems.append(Problem(file.place(row, column), sentence, suggestion))
        else:
            self.more += 1

    def check(self) -> None:
        """Raise ImportRefusedError when there is any."""
        if self.problems:
            raise ImportRefusedError(self.problems, self.more)


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

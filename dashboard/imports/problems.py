"""What is wrong with a file: sentences for the person who has to put it right, each with its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.imports.place import Place

LISTED = 20
"""How many problems are listed; of the rest the number is given."""


_REPEATED = 120
_LONG = re.compile(rf"(“[^”]{{{_REPEATED}}})[^”]+(?=”)|('[^']{{{_REPEATED}}})[^']+(?=')")
"""Quoted texts of a file, in words and in commands, that are longer than anybody reads."""


def _shortened(text: str) -> str:
    return _LONG.sub(lambda found: f"{found[1] or found[2]}…", text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where, what, and what to do about it."""

    place: Place
    sentence: str
    suggestion: str = ""

    def __str__(self) -> str:
        return _shortened(f"{self.place}: {self.sentence} {self.suggestion}".rstrip())


class ImportRefusedError(Exception):
    """A file, or a draft, cannot be read as it is. ``problems`` in the order found, ``more`` those beyond
    that were only counted; the message lists the first twenty and counts the rest."""

    def __init__(self, problems: Iterable[Problem], more: int = 0) -> None:
        self.problems = tuple(problems)
        self.more = more
        lines = [str(problem) for problem in self.problems[:LISTED]]
        rest = len(self.problems) - len(lines) + more
        if rest:
            lines.append(f"… and {rest:,} more.")
        super().__init__("\n".join(lines))


def refused(place: Place, sentence: str, suggestion: str = "") -> ImportRefusedError:
    """Return the error of one problem."""
    return ImportRefusedError([Problem(place, sentence, suggestion)])

"""Holds the parts that decide a figure to their floors of tested lines and branches (``make coverage``).

The floors stand in ``pyproject.toml``, in per cent, a folder of ``dashboard/`` each. What was measured is
read from coverage.py's own report.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Measured:
    """How much of a folder the tests run: of its statements and of its branches together."""

    folder: str
    floor: float
    run: int
    there: int

    @property
    def percent(self) -> float:
        """The share that is run, 0 to 100; of nothing, all is."""
        return 100 * self.run / self.there if self.there else 100.0

    @property
    def holds(self) -> bool:
        """Whether the floor is held."""
        return self.percent >= self.floor

    def __str__(self) -> str:
        """Say it in a line."""
        if not self.there:
            return f"{self.folder:<12}   nothing there"
        missing = "" if self.holds else f"  below its floor of {self.floor:g}"
        return f"{self.folder:<12} {self.percent:6.2f}% of {self.there:,}{missing}"


def measured(report: Mapping[str, Any], floors: Mapping[str, float]) -> Iterator[Measured]:
    """Add up a report of coverage.py (``coverage json``) by folder."""
    for folder, floor in floors.items():
        inside = [
            file["summary"]
            for path, file in report["files"].items()
            if Path(path).parts[:2] == ("dashboard", folder)
        ]
        yield Measured(
            folder,
            floor,
            run=sum(one["covered_lines"] + one["covered_branches"] for one in inside),
            there=sum(one["num_statements"] + one["num_branches"] for one in inside),
        )


def main() -> int:
    """Print each folder's coverage; exit status 1 where a floor is not held."""
    floors = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["dashboard"]["floors"]
    command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    folders = list(measured(json.loads(done.stdout), floors))
    print("\n".join(map(str, folders)))
    return 0 if all(one.holds for one in folders) else 1


if __name__ == "__main__":
    raise SystemExit(main())

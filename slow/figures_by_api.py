"""Every figure the command ``figures`` prints beside the API's: all years of every release that is held.

The command is run as anybody runs it; the API is read page by page, as JSON and as CSV. The figures must be
the same ones in the same order, cell by cell: a number by its value, nothing held as null.
"""

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO
from itertools import zip_longest
from typing import Any

from dashboard.downloads.figures_csv import COLUMNS
from dashboard.releases.locate import present, releases_directory
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

FIGURES = "/api/v1/figures?size=1000"
Figure = Mapping[str, Any]
Ask = Callable[[str], str]
"""What answers an address with its text."""


def main() -> int:
    """Print the counts of each release; return 1 where a figure differs, or there is none."""
    different = figures = 0
    for name in present(releases_directory()):
        printed = list(csv.DictReader(StringIO(as_printed(name))))
        opened = open_releases(name, demo_allowed=True, directory=releases_directory(), environment={})
        client = create_app(opened, Settings(page_cache_bytes=0)).server.test_client()

        def ask(address: str, client: Any = client) -> str:
            return str(client.get(address).text)

        figures += len(printed)
        for form, told in (("JSON", from_json(ask)), ("CSV", from_csv(ask))):
            wrong = list(mismatches(printed, told))
            different += len(wrong)
            years = Counter(figure["year"] for figure in printed)
            print(
                f"{name}, {form}: {len(printed):,} figures, {len(wrong)} mismatches. "
                + ", ".join(f"{year} {number:,}" for year, number in years.items()),
                flush=True,
            )
            print("".join(f"  {one}\n" for one in wrong[:10]), end="")
    return int(different > 0 or not figures)


def as_printed(release: str) -> str:
    """Return what the command prints of a release."""
    command = [sys.executable, "-m", "dashboard", "figures", "--release", release]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def from_json(ask: Ask) -> Iterator[Figure]:
    """Yield the items of every page, as each page names the next; numbers as exact as they are written."""
    address: str | None = FIGURES
    while address:
        page = json.loads(ask(address), parse_float=Decimal)
        yield from page["items"]
        address = page["next"]


def from_csv(ask: Ask) -> Iterator[Figure]:
    """Yield the lines of every page, as many pages as the JSON says there are."""
    for number in range(1, json.loads(ask(FIGURES))["pages"] + 1):
        yield from csv.DictReader(StringIO(ask(f"{FIGURES}&format=csv&page={number}")))


def mismatches(printed: Iterable[Figure], told: Iterable[Figure]) -> Iterator[str]:
    """Yield what differs, a sentence for each figure; also of one that only one of the two has."""
    for place, (ours, theirs) in enumerate(zip_longest(printed, told), start=1):
        if ours is None or theirs is None:
            yield f"{place}: only {'the API has it' if ours is None else 'the command prints it'}"
            continue
        wrong = [name for name in COLUMNS if not same(ours[name], theirs[name])]
        if wrong:
            cells = ", ".join(f"{name} {ours[name]!r} and {theirs[name]!r}" for name in wrong)
            yield f"{place}, {ours['authority']} {ours['year']} {ours['measure']}: {cells}"


def same(printed: str, told: object) -> bool:
    """Tell whether a cell is what the API says: nothing for null, and of numbers the same value."""
    if told is None or told == "":
        return printed == ""
    if isinstance(told, str):
        return printed == told
    return printed != "" and not isinstance(told, bool) and Decimal(printed) == Decimal(str(told))

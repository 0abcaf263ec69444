"""Every county of England made into unitaries by one file, and a release of it, built as publishers do.

Each command runs in a process of its own, so that its time and the memory it had at most are its own. What
the release shows of the year after is then looked at: maps, arrow keys, averages, and what is offered.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import shapely

from dashboard.build.data import DATA
from dashboard.build.outlines import vintages_after
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.measures import MEASURES
from dashboard.domain.reorganisation import NewCouncil
from dashboard.reference.load import Reference, load_reference
from dashboard.reference.reorganised import reorganised
from dashboard.reorganise.checking import checked, last_change
from dashboard.reorganise.reading import read_rows
from dashboard.repository.sqlite import SqliteRepository
from dashboard.reshape.arrows import unreachable
from dashboard.reshape.drawing import links_of, outlines_of
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.reshape.history import committed
from tests.reshape.made_up import everywhere
from tests.support.years_to_come import open_warnings, write_year

NAME = "2028-29"
YEARS = ("2026-27", "2027-28", "2028-29")
BEFORE, AFTER = YEARS[1:]
LEFT = (AuthorityType.UNITARY, AuthorityType.METROPOLITAN, AuthorityType.LONDON)
GONE = (AuthorityType.DISTRICT, AuthorityType.COUNTY)
FILE = "england-2028.csv"
WHO = ("--by", "Head of data", "--reason", "A made-up order for every county")


def main() -> int:
    """Build the release in a folder of its own, print time and memory, and say what does not hold."""
    with tempfile.TemporaryDirectory(prefix="every-county-") as made:
        here = Path(made)
        for name in ("RELEASES", "STORE"):
            os.environ[f"DASHBOARD_{name}"] = str(here / name.lower())
        before = load_reference(DATA)
        text = file_of(before)
        (here / FILE).write_text(text, "utf-8")
        new = checked(read_rows(text.encode(), FILE), before, last_change(before))
        after = reorganised(before, new)
        print(f"{len(new)} new councils of {sum(len(one.predecessors) for one in new)}")
        _build(here, after)
        faults = [*_maps(before, new), *_release(here, after)]
    print("\n".join(faults) or "It holds: maps, arrow keys, averages, and what is offered.")
    return 1 if faults else 0


def file_of(before: Reference) -> str:
    """Return the file of the made-up reorganisation, as ``reorganise`` takes it."""
    groups = everywhere(committed("lower", 2023), 2028, seed=0).lower
    rows = [
        f"{slug.replace('-', ' ').title()} Council,,unitary,2028-04-01,"
        + "|".join(before.councils[one].name for one in of)
        for slug, of in groups.items()
        if slug.startswith("made-up")
    ]
    return "\n".join(["name,code,type,start,predecessors", *rows]) + "\n"


def _build(here: Path, after: Reference) -> None:
    _run("reorganise", str(here / FILE), *WHO)
    for year in YEARS:
        files = write_year(here / "files" / year, year, after)
        kind = ["--kind", "demonstration"] if year == YEARS[0] else []
        _run("import", "--name", NAME, "--year", year, *kind, *map(str, files))
    for check, number in sorted(open_warnings(NAME).items()):
        _run("accept", NAME, "--all-of", check, "--expect", str(number), *WHO)
    _run("build", NAME)


def _run(*words: str) -> None:
    """Run a command, and print its time and the memory it had at most. Raises RuntimeError where it fails."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dashboard", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=DATA.parent)
    said = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begun
    told = " ".join(words[: 3 if words[0] == "accept" else 1])
    cpu = used.ru_utime + used.ru_stime
    print(f"{told}: {seconds:.0f} s, {cpu:.0f} s CPU, {used.ru_maxrss // 1024} MB at most")
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}: {said}")


def _maps(before: Reference, new: tuple[NewCouncil, ...]) -> Iterator[str]:
    """Yield what is wrong with the drawn maps: a gap or an overlap, a council no arrow key leads to.

    A zoom draws the same paths larger, so that a map without gaps has none at any.
    """
    (vintage,) = vintages_after(DATA, before, new)
    for name in ("lower", "upper", "london"):
        shapes = getattr(vintage, name)
        outlines = [*outlines_of(shapes).values()]
        if not (shapely.is_valid(outlines).all() and shapely.coverage_is_valid(outlines)):
            yield f"The {name} map has gaps or overlaps."
        if far := unreachable(links_of(shapes)):
            yield f"Arrow keys do not lead to {len(far)} councils of the {name} map."


def _release(here: Path, after: Reference) -> Iterator[str]:
    """Yield what is wrong with the release's pages and averages of the year after."""
    repository = SqliteRepository(here / "releases" / NAME)
    there = {council.slug for council in repository.councils(AFTER)}
    if there != {council.slug for council in after.councils_in(AFTER)}:
        yield "The councils of the year after are others than those that exist in it."
    for tier in Tier:
        drawn = set(re.findall(r'data-slug="([^"]+)"', repository.map_shapes(tier, AFTER)))
        if drawn != there:
            yield f"The {tier} map of the release lacks or has too many: {len(drawn ^ there)} councils."
    for year, kinds in ((BEFORE, tuple(AuthorityType)), (AFTER, LEFT)):
        for kind in AuthorityType:
            held = [one for one in MEASURES if repository.benchmark(kind, year, one)]
            if bool(held) != (kind in kinds):
                yield f"Averages of {kind.councils} in {year}: {', '.join(held) or 'none'}."
            print(f"averages of {kind.councils} in {year}: {len(held)} measures")
    yield from _offered(here)


def _offered(here: Path) -> Iterator[str]:
    """Yield what pages of the year after offer of types and tiers that no council is of by then."""
    releases = open_releases(NAME, demo_allowed=False, directory=here / "releases", environment={})
    client = create_app(releases, Settings(cache=here / "cache")).server.test_client()
    for address in ("/", f"/?year={AFTER}", f"/?year={BEFORE}", f"/compare?year={AFTER}"):
        answer = client.get(address)
        page = answer.get_data(as_text=True)
        options = [one for one in re.findall(r"<option[^>]*>", page) if " hidden" not in one]
        offered = [kind.value for kind in GONE if any(f'value="{kind.value}"' in one for one in options)]
        tiers = re.search(r'<div[^>]*map-control-tier"(?! hidden)[^>]*>', page) is not None
        print(f"{address}: {answer.status_code}; types gone: {offered}; a choice of tiers: {tiers}")
        if answer.status_code != HTTPStatus.OK or (bool(offered) or tiers) != (BEFORE in address):
            yield f"{address} answers {answer.status_code}, and offers {offered}."


if __name__ == "__main__":
    sys.exit(main())

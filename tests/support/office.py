"""A publisher's office in a folder: nine councils, a store, releases, and a draft that passes its checks."""

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.cli import main
from tests.support.small_data import COUNCILS, small_data

WHO = ("--by", "A. Person", "--reason", "Looked up")
YEAR = "2025-26"
MISSING = (
    "birmingham-city-council",
    "blackpool-borough-council",
    "cumberland-council",
    "lancashire-county-council",
    "preston-city-council",
)
"""Councils that the table leaves out: each is a warning of the check ``councils``."""
TABLE = """Complaints received {year}

Authority Name,Adult Care Services,Benefits and Tax,Education and Childrens Services,\
Highways and Transport,Housing
Leeds City Council,{leeds},22,35,12,40
City of York Council,5,3,8,2,6
"""
TWO_TIERS = ("lancashire-county-council", "preston-city-council")
"""A county, and the one district of it that the data have: on a map it is no whole county."""
SERVICES = (
    "received:adult_care_services",
    "received:benefits_and_tax",
    "received:education_and_childrens_services",
    "received:highways_and_transport",
    "received:housing",
)


@dataclass(frozen=True, slots=True)
class Office:
    """Where things are."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "store"

    @property
    def releases(self) -> Path:
        return self.folder / "releases"

    @property
    def data(self) -> tuple[str, str]:
        """The option that every command takes which reads the committed data."""
        return "--data", str(self.folder / "data")

    @property
    def environment(self) -> dict[str, str]:
        return {"DASHBOARD_STORE": str(self.store), "DASHBOARD_RELEASES": str(self.releases)}

    def table(self, name: str, year: str = YEAR, leeds: int = 30) -> str:
        """Write a table of a year and return where it is; ``leeds`` makes it another one."""
        path = self.folder / name
        path.write_text(TABLE.format(year=year, leeds=leeds), "utf-8")
        return str(path)

    def begin(self, name: str) -> list[list[str]]:
        """Return the commands that begin a draft and make it pass."""
        table = self.table("received.csv")
        return [
            ["import", "--name", name, "--year", YEAR, "--no-with-held", table, *self.data],
            ["accept", name, "--all-of", "councils", "--expect", str(len(MISSING)), *WHO, *self.data],
            ["accept", name, "rows", *WHO, *self.data],
        ]


def office(folder: Path, without: Collection[str] = ()) -> Office:
    """Set up an office with its data, ``without`` some of the nine councils."""
    small_data(folder / "data", COUNCILS - {*without})
    return Office(folder)


def begun(folder: Path, name: str, *then: list[str]) -> Office:
    """Set up an office with a draft that passes its checks, and run further commands in it."""
    place = office(folder)
    with pytest.MonkeyPatch.context() as patched:
        for variable, value in place.environment.items():
            patched.setenv(variable, value)
        for command in (*place.begin(name), *then):
            assert main(command) == 0
    return place


def of_its_own(place: Office, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Copy an office for one test, which is then in it."""
    own = Office(folder)
    shutil.copytree(place.folder, folder, dirs_exist_ok=True)
    for variable, value in own.environment.items():
        monkeypatch.setenv(variable, value)
    return own

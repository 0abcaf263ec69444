"""The threat model: each line names a test that is there."""

import re
from pathlib import Path

import pytest

from tests.support.built import PROJECT

LINES = [
    line
    for line in (PROJECT / "docs" / "security.md").read_text("utf-8").splitlines()
    if line.startswith("| ")
][1:]


def test_there_are_threats() -> None:
    assert len(LINES) > 15


@pytest.mark.parametrize("line", LINES, ids=[line.split("|")[1].strip() for line in LINES])
def test_each_threat_names_a_test_that_is_there(line: str) -> None:
    named = re.search(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", line.split("|")[3])
    assert named is not None
    file = PROJECT / named[1]
    assert file.is_file()
    assert named[2] is None or f"def {named[2]}(" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "setting", ["PORT", "WEB_CONCURRENCY", "DASHBOARD_ACCESS_LOG", "DASHBOARD_METRICS_PORT"]
)
def test_each_setting_of_the_server_is_explained(setting: str) -> None:
    told = (PROJECT / "docs" / "running.md").read_text("utf-8")
    assert setting in told
    assert setting in (PROJECT / "dashboard" / "cli" / "serve.py").read_text("utf-8")


def test_every_setting_that_is_read_while_serving_is_explained() -> None:
    read: set[str] = set()
    places = ("dashboard/web", "dashboard/cli/serve.py", "dashboard/releases/locate.py")
    for place in places:
        root = PROJECT / place
        for file in root.rglob("*.py") if root.is_dir() else [root]:
            read |= set(re.findall(r'"(DASHBOARD_[A-Z_]+)"', Path(file).read_text("utf-8")))
    told = (PROJECT / "docs" / "running.md").read_text("utf-8")
    assert {name for name in read if name not in told} == set()

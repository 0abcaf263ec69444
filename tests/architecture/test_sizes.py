"""A module has one purpose, and can be read in one sitting."""

from tests.architecture.floors import PROJECT

LONGEST = 300
"""Lines of a module; most have under two hundred. One that grows beyond has a second purpose to be found."""


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    lines = {
        path.relative_to(PROJECT).as_posix(): path.read_text("utf-8").count("\n")
        for part in ("dashboard", "derive")
        for path in (PROJECT / part).rglob("*.py")
    }
    assert len(lines) > 500
    assert {name: number for name, number in lines.items() if number > LONGEST} == {}

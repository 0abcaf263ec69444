"""What `make serve` does after a change."""

from pathlib import Path

import pytest

from scripts.serve_reload import work

PAGE, STYLE, HELD = (
    Path(name) for name in ("dashboard/pages/about.py", "assets/css/base.css", "data/held/values.csv")
)


class Watched:
    """A server that writes down what is done with it, and a build that may fail; ``ends`` as it starts."""

    def __init__(self, builds: list[bool], *, ends: bool = False) -> None:
        self.done: list[str] = []
        self.running = False
        self._builds = iter(builds)
        self._ends = ends

    def start(self) -> None:
        self.done.append("start")
        self.running = not self._ends

    def stop(self) -> None:
        self.done.append("stop")
        self.running = False

    def build(self) -> bool:
        self.done.append("build")
        return next(self._builds)


@pytest.mark.parametrize(
    ("changes", "builds", "done"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([{HELD}], [True], ["build"], id="data alone"),
        pytest.param([{PAGE}], [True], ["build", "stop", "start"], id="a page"),
        pytest.param([{STYLE}], [True], ["build", "stop", "start"], id="a style"),
        pytest.param([{HELD, PAGE}], [True], ["build", "stop", "start"], id="data and a page"),
        pytest.param([{PAGE}], [False], ["build"], id="a page, not built"),
        pytest.param([{PAGE}, {PAGE}], [False, True], ["build", "build", "stop", "start"], id="put right"),
        pytest.param(
            [{PAGE}, {HELD}], [False, True], ["build", "build", "stop", "start"], id="put right by data"
        ),
        pytest.param(
            [{PAGE}, {HELD}], [True, True], ["build", "stop", "start", "build"], id="a page, then data"
        ),
        pytest.param([{HELD}, {HELD}], [False, True], ["build", "build"], id="data put right"),
    ],
)
def test_a_change_is_built_and_code_is_served_anew(
    changes: list[set[Path]], builds: list[bool], done: list[str]
) -> None:
    watched = Watched(builds)
    work(changes, watched.build, watched)
    assert watched.done == ["start", *done]


def test_a_server_that_has_ended_is_started_after_any_change() -> None:
    watched = Watched([True], ends=True)
    work([{HELD}], watched.build, watched)
    assert watched.done == ["start", "build", "stop", "start"]


def test_what_changed_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    watched = Watched([True])
    work([{PAGE, HELD}], watched.build, watched)
    assert capsys.readouterr().out == "Changed: dashboard/pages/about.py, data/held/values.csv\n"

"""Jobs in processes of their own: how each goes is told, and no way of failing is lost or hangs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from dashboard.cli import CommandError
from dashboard.cli.side_by_side import Begun, Ended, Job, Step, side_by_side

PROJECT = Path(__file__).parents[2]
WAIT = 60  # seconds in which anything here has long happened


def works(step: Step) -> str:
    step("reading", 2)
    step("writing", 2)
    return "It is written."


def refuses(step: Step) -> str:
    step("reading", 2)
    raise CommandError("The file is missing.")


def dies_by(number: int, step: Step) -> str:
    step("reading", 2)
    os.kill(os.getpid(), number)
    time.sleep(WAIT)
    return "It lives."


def leaves(step: Step) -> str:
    step("reading", 2)
    os._exit(3)


def stumbles(step: Step) -> str:
    step("reading", 2)
    raise RuntimeError("a fault of ours")


def waits_and_cleans(mark: Path, step: Step) -> str:
    """Hold a file as a build holds its directory, until it is ended."""
    mark.write_text("under construction", "utf-8")
    try:
        step("waiting", 2)
        time.sleep(WAIT)
    finally:
        mark.unlink()
    return "It waited."


def told(jobs: dict[str, Job]) -> tuple[bool, dict[str, list[Begun | Ended]]]:
    said: dict[str, list[Begun | Ended]] = {name: [] for name in jobs}
    every = side_by_side(
        jobs, lambda name, what: said[name].append(what), lambda name, how: said[name].append(how)
    )
    return every, said


@pytest.mark.parametrize("names", [("one",), ("one", "two", "three")])
def test_each_says_what_it_begins_and_how_it_ended(names: tuple[str, ...]) -> None:
    every, said = told(dict.fromkeys(names, works))
    expected = [Begun("reading", 2), Begun("writing", 2), Ended("It is written.", done=True)]
    assert every
    assert said == dict.fromkeys(names, expected)


@pytest.mark.parametrize(
    ("job", "sentence"),
    [
        (refuses, "The file is missing."),
        (
            partial(dies_by, signal.SIGKILL),
            "Its process was ended by SIGKILL, as when the computer has no memory left, before it was "
            "finished.",
        ),
        (
            partial(dies_by, signal.SIGABRT),
            "Its process was ended by SIGABRT, before it was finished.",
        ),
        (leaves, "Its process ended with status 3 before it was finished."),
        (stumbles, "Its process ended with status 1 before it was finished."),
    ],
)
def test_one_that_fails_is_said_and_the_other_is_finished(job: Job, sentence: str) -> None:
    every, said = told({"bad": job, "good": works})
    assert not every
    assert said["bad"] == [Begun("reading", 2), Ended(sentence, done=False)]
    assert said["good"][-1] == Ended("It is written.", done=True)


def test_one_alone_that_is_refused_is_said_too() -> None:
    assert told({"bad": refuses}) == (
        False,
        {"bad": [Begun("reading", 2), Ended("The file is missing.", done=False)]},
    )


def test_what_is_ended_from_here_cleans_up_first(tmp_path: Path) -> None:
    marks = {name: tmp_path / name for name in ("one", "two")}

    def interrupted(_name: str, _what: Begun) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        side_by_side(
            {name: partial(waits_and_cleans, mark) for name, mark in marks.items()},
            interrupted,
            lambda *_: None,
        )
    assert list(tmp_path.iterdir()) == []


SCRIPT = """
from functools import partial
from pathlib import Path
from dashboard.cli.side_by_side import side_by_side
from tests.cli.test_side_by_side import waits_and_cleans

if __name__ == "__main__":
    jobs = {name: partial(waits_and_cleans, Path(FOLDER) / name) for name in ("one", "two")}
    side_by_side(jobs, lambda *_: None, lambda *_: None)
"""


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < end, "this took too long"
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_or_a_request_to_end_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace("FOLDER", repr(str(tmp_path))), "utf-8")
    process = subprocess.Popen(
        [sys.executable, script],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until(lambda: all((tmp_path / name).exists() for name in ("one", "two")))
    os.killpg(process.pid, number)  # as a terminal does
    process.wait(WAIT)
    assert process.returncode != 0
    until(lambda: [path.name for path in tmp_path.iterdir()] == ["script.py"])

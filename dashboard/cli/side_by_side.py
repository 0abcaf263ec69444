"""Several long jobs, each in a process of its own, with one progress display for all of them.

A job says by ``step`` what it begins. One that fails with a sentence, or whose process dies, does not keep
the others from being finished; what is wrong is said when all have ended.
"""

import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import NoReturn

from dashboard.cli import CommandError, trouble
from dashboard.releases import lock
from dashboard.releases.lock import LockedError

Step = Callable[[str, int], None]
"""Called with what is begun, and how many such steps there are in all."""
Job = Callable[[Step], str]
"""Does its work and returns a sentence about it; raises CommandError. It is sent to another process."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What a job has begun, and how many steps it has."""

    step: str
    steps: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended: a sentence, and whether it did what it was to do."""

    sentence: str
    done: bool


@dataclass(frozen=True, slots=True)
class _Running:
    name: str
    process: SpawnProcess


def side_by_side(
    jobs: Mapping[str, Job], begun: Callable[[str, Begun], None], ended: Callable[[str, Ended], None]
) -> bool:
    """Run jobs by name, each in a process (one alone in this one); return whether all did what they should.

    ``begun`` is told what the job of a name has begun, ``ended`` how it ended, as soon as it has. Whatever
    ends this function ends the processes too, and each has cleaned up before it returns.
    """
    if len(jobs) == 1:
        ((name, job),) = jobs.items()
        how = _done(job, lambda step, steps: begun(name, Begun(step, steps)))
        ended(name, how)
        return how.done
    processes = get_context("spawn")
    running: dict[Connection, _Running] = {}
    every = True
    try:
        for name, job in jobs.items():
            ours, theirs = processes.Pipe(duplex=False)
            process = processes.Process(target=_run, args=(job, theirs, lock.command.get()), name=name)
            process.start()
            theirs.close()  # so that its end is the end of the process
            running[ours] = _Running(name, process)
        while running:
            for pipe in wait(list(running)):
                assert isinstance(pipe, Connection)  # noqa: S101  (nothing else is waited for)
                told = _told(pipe, running[pipe])
                name = running[pipe].name
                if isinstance(told, Begun):
                    begun(name, told)
                    continue
                running.pop(pipe).process.join()
                every = every and told.done
                ended(name, told)
    finally:
        for left in running.values():
            left.process.terminate()
        for left in running.values():
            left.process.join()
    return every


def _told(pipe: Connection, of: _Running) -> Begun | Ended:
    """Return what a process says next; of one that died without a word, how."""
    try:
        told: Begun | Ended = pipe.recv()
    except EOFError:
        of.process.join()
        return Ended(_died(of.process.exitcode or 0), done=False)
    return told


def _died(status: int) -> str:
    if status >= 0:
        return f"Its process ended with status {status} before it was finished."
    number = signal.Signals(-status)
    why = ", as when the computer has no memory left" if number is signal.SIGKILL else ""
    return f"Its process was ended by {number.name}{why}, before it was finished."


def _run(job: Job, pipe: Connection, command: str) -> None:
    """Run a job in its own process, and say how it goes. It ends when nobody listens any more."""
    lock.command.set(command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of Ctrl-C the parent ends its children, one way
    signal.signal(signal.SIGTERM, _leave)
    with suppress(BrokenPipeError):
        pipe.send(_done(job, lambda step, steps: pipe.send(Begun(step, steps))))


def _done(job: Job, step: Step) -> Ended:
    try:
        return Ended(job(step), done=True)
    except (CommandError, LockedError) as error:
        return Ended(str(error), done=False)
    except trouble.TROUBLES as error:
        return Ended(trouble.sentence(error), done=False)


def _leave(*_: object) -> NoReturn:
    """End as an error ends, so that what is under construction is removed."""
    raise SystemExit(128 + signal.SIGTERM)

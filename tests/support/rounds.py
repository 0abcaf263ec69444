"""Rounds of commands given at once, some killed: what each said it did is held against what is there."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.imports.store.log import read_log
from dashboard.releases.publication_file import read_publications
from dashboard.releases.verify import verify
from tests.support.hands import Ended, Hands, Order

KILLED = 0.3
"""How many of the commands are killed, at a moment within the time that the last of their kind took."""

LOCKED = "is being changed by"


@dataclass(frozen=True)
class Act:
    """A command, and whether what it does is done (``there``). ``refusals`` are sentences that it may be
    refused with, besides that another has the lock; ``never`` says that it must be. ``in_steps``: what is
    refused may have been begun, and is finished by the same command."""

    words: tuple[str, ...]
    there: Callable[[], bool]
    refusals: tuple[str, ...] = ()
    never: bool = False
    in_steps: bool = False


@dataclass
class Story:
    """What was given so far, how it ended, and what has to be there from then on."""

    hands: Hands
    releases: Path
    store: Path
    chance: random.Random
    ended: Counter[tuple[str, str]] = field(default_factory=Counter)
    lasting: list[Act] = field(default_factory=list)
    durations: dict[str, float] = field(default_factory=dict)

    def at_once(self, *acts: Act) -> list[Ended]:
        """Do acts at once; everything that was told is there, and everything is whole."""
        before = [act.there() for act in acts]
        told = self.hands.at_once([Order(act.words, self._kill(act.words[0])) for act in acts])
        for act, ended, was in zip(acts, told, before, strict=True):
            self._judge(act, ended, was)
        for act in self.lasting:
            assert act.there(), f"{' '.join(act.words)} was done, and is lost"
        self._all_whole()
        return told

    def forget(self, *commands: str) -> None:
        """No longer hold what these commands did against what is there: it is about to be changed."""
        self.lasting = [act for act in self.lasting if act.words[0] not in commands]

    def _kill(self, command: str) -> float | None:
        if self.chance.random() > KILLED:
            return None
        return self.chance.uniform(0, self.durations.get(command, 0.5))

    def _judge(self, act: Act, ended: Ended, before: bool) -> None:
        name = f"{' '.join(act.words)}: {ended.said}"
        how = "killed" if ended.killed else "done" if ended.done else "refused"
        self.ended[act.words[0], how] += 1
        assert "Traceback" not in ended.said, name
        if how == "done":
            self.durations[act.words[0]] = ended.ended - ended.began
            assert not act.never, f"was done and must not be: {name}"
            assert act.there(), f"was said to be done and is not: {name}"
            self.lasting.append(act)
        elif how == "refused":
            assert any(words in ended.said for words in (LOCKED, *act.refusals)), name
            assert act.in_steps or act.there() == before, f"was refused, and done: {name}"

    def _all_whole(self) -> None:
        live = read_publications(self.releases).live
        assert live is not None
        for name in (live, "cases"):
            assert verify(self.releases / name) == []
        assert read_log(self.store)

"""The table of what was asked and how it was answered, with the time each answer took."""

import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.finding.asked import Asked
from tests.finding.england import Find

VERDICTS = ("right", "honest", "unknown", "WRONG")


@dataclass
class Told:
    """How often each verdict was given, by kind; which were wrong; processor time of each answer in ms."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """The processor time in ms within which 95 of 100 answers were given."""
        return sorted(self.times)[int(len(self.times) * 0.95)]

    def __str__(self) -> str:
        lines = [f"{'what was typed':40}{'':>7}" + "".join(f"{verdict:>9}" for verdict in VERDICTS)]
        for kind, counts in self.counts.items():
            cells = "".join(f"{counts[verdict] or '-':>9}" for verdict in VERDICTS)
            lines.append(f"{kind:40}{counts.total():>7}{cells}")
        every: Counter[str] = sum(self.counts.values(), Counter())
        lines.append(f"{'all':40}{every.total():>7}" + "".join(f"{every[v] or '-':>9}" for v in VERDICTS))
        lines.append(f"processor time: p95 {self.p95:.1f} ms, most {max(self.times):.1f} ms")
        return "\n".join(lines)


def told(asked: Iterable[Asked], find: Find) -> Told:
    """Ask everything and count."""
    counted = Told()
    for one in asked:
        started = time.thread_time()
        found = find(one.text)
        counted.times.append((time.thread_time() - started) * 1000)
        verdict = one.verdict(found)
        counted.counts[one.kind][verdict] += 1
        if verdict == "WRONG":
            reached = [
                *found.serving,
                *found.councils[:3],
                *(f"{p.name}: {p.slug}" for p in found.places[:2]),
            ]
            counted.wrong.append(
                f"{one.kind}: “{one.text}” should give {sorted(one.councils) or one.said or 'nothing'}, gave "
                f"{reached} {found.notes} {found.problem or ''}"
            )
    return counted

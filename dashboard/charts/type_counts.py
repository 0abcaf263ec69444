"""What sentences about a type need to know, counted once at build: who has figures, who stands out."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple

from dashboard.charts.peers import Group
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.figures import State
from dashboard.domain.origin import Origin


class Marked(NamedTuple):
    """A council that stands out, and which way; ``simulated``: the comparison rests on simulated figures."""

    slug: str
    name: str
    comparison: Comparison
    simulated: bool


@dataclass(frozen=True, slots=True)
class TypeCounts:
    """The councils of a type on one measure in numbers.

    ``figures`` have counts, ``simulated`` of them are simulated; ``without`` counts the others by why they
    have none; ``reasons`` counts those with counts that are not compared, by why; ``marked`` stand out, A to
    Z; ``complete`` have all of their base in the numerator; ``few`` less than five cases.
    """

    figures: int
    simulated: int
    without: Mapping[State, int]
    reasons: Mapping[NoComparison, int]
    marked: tuple[Marked, ...]
    complete: int
    few: int

    @property
    def councils(self) -> int:
        """How many councils the type had."""
        return self.figures + sum(self.without.values())

    @property
    def held(self) -> int:
        """Of how many the counts are held: those without a case too."""
        return self.figures + self.without.get(State.NO_CASES, 0)

    def to_json(self) -> str:
        """Return the counts as the release keeps them."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "TypeCounts":
        """Read them again."""
        told = json.loads(text)
        return cls(
            figures=told["figures"],
            simulated=told["simulated"],
            without={State(state): count for state, count in told["without"].items()},
            reasons={NoComparison(reason): count for reason, count in told["reasons"].items()},
            marked=tuple(Marked(s, n, Comparison(way), sim) for s, n, way, sim in told["marked"]),
            complete=told["complete"],
            few=told["few"],
        )


def type_counts(group: Group) -> TypeCounts:
    """Count a group."""
    reasons = Counter(peer.figure.compared.reason for peer in group.peers)
    return TypeCounts(
        figures=len(group.peers),
        simulated=sum(peer.simulated for peer in group.peers),
        without=dict(sorted(Counter(group.without.values()).items())),
        reasons={reason: count for reason, count in sorted(reasons.items(), key=str) if reason is not None},
        marked=tuple(
            Marked(
                peer.slug,
                peer.name,
                peer.figure.comparison,
                peer.figure.compared.origin is Origin.SIMULATED,
            )
            for peer in group.peers
            if peer.marked
        ),
        complete=sum(peer.base == peer.events for peer in group.peers),
        few=sum(peer.few for peer in group.peers),
    )

"""The printed values that no cases can give, and why: everything else held is reproduced exactly."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.simulate import feasible
from dashboard.simulate.inputs import Inputs
from dashboard.simulate.targets import known_values, largest


@dataclass(frozen=True)
class Unreachable:
    """A printed value that no cases can give beside the counts held with it.

    ``year`` is the calendar year the reporting year starts in.
    """

    slug: str
    year: int
    quantity: str
    printed: float
    reason: str


def unreachable(inputs: Inputs) -> tuple[Unreachable, ...]:
    """Return the printed values out of reach, by council and year, each with why."""
    answer = []
    residents = inputs.rows["population"].to_numpy()
    for row in np.flatnonzero(inputs.held.notna().any(axis=1).to_numpy()):
        known = known_values(inputs, int(row))
        if not any(name in known for name in feasible.PRINTED):
            continue
        _, dropped = feasible.pairs(known, int(residents[row]), largest(known))
        at = inputs.rows.iloc[row]
        for name in dropped:
            reason = _reason(name, known, int(residents[row]))
            answer.append(Unreachable(at["slug"], int(at["year"]), name, known[name], reason))
    return tuple(answer)


def _reason(name: str, known: Mapping[str, float], residents: int) -> str:
    upheld = known.get("upheld", known.get("satisfactory_remedy_base"))
    investigated = known.get("investigated")
    if name == "upheld_per_100k" and upheld is not None:
        return f"{upheld:.0f} upheld for {residents} residents is another rate"
    if name == "upheld_pct" and upheld is not None and investigated is not None:
        return f"{upheld:.0f} of {investigated:.0f} is another percentage"
    if name == "upheld_pct" and investigated is not None:
        return f"no count out of {investigated:.0f} gives it"
    return "no count that fits the other figures held gives it"

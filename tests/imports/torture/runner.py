"""Runs tables and says what became of each: right, refused, or silently wrong."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tests.imports.torture.adapter import Came
from tests.imports.torture.cases import Table, Values

_SHOWN = 4


class Outcome(StrEnum):
    """What can become of a table. A figure that is wrong and that nothing is said of is the worst; to break
    off without a sentence is a fault of the program."""

    RIGHT = "right"
    REFUSED = "refused"
    BROKE = "broke off"
    WRONG = "silently wrong"


@dataclass(frozen=True, slots=True)
class Run:
    """A table and what became of it; ``fault`` says how that is not what was expected, or is empty."""

    table: Table
    outcome: Outcome
    fault: str = ""


def run(tables: Iterable[Table], bring: Callable[[Table], Came]) -> tuple[Run, ...]:
    """Run tables, in their order."""
    return tuple(_run(table, bring) for table in tables)


def _run(table: Table, bring: Callable[[Table], Came]) -> Run:
    try:
        came = bring(table)
    except Exception as error:
        return Run(table, Outcome.BROKE, f"broke off: {error!r}")
    return judged(table, came)


def judged(table: Table, came: Came) -> Run:
    """Say what became of a table.

    A refusal is one whatever it says; that it says what it should is a matter of the expectation. What is
    read is right only if it is one of the honest readings, to the last value. What the checks tell in the
    words expected is refused.
    """
    expected = table.expected
    if came.values is None:
        return Run(table, Outcome.REFUSED, _unfit(table, came.said))
    if came.values in expected.readings:
        return Run(table, Outcome.RIGHT)
    if came.told and expected.words and all(word in came.told for word in expected.words):
        return Run(table, Outcome.REFUSED)
    wanted = expected.readings[0] if expected.readings else {}
    return Run(table, Outcome.WRONG, _difference(came.values, wanted))


def _unfit(table: Table, said: str) -> str:
    expected = table.expected
    if expected.words is None:
        return f"refused, and can be read: {said}"
    missing = [word for word in expected.words if word not in said]
    misleading = [word for word in expected.never if word in said.casefold()]
    told = [f"does not say {word!r}" for word in missing] + [f"says {word!r}" for word in misleading]
    return f"the refusal {' and '.join(told)}: {said}" if told else ""


def _difference(read: Values, wanted: Values) -> str:
    keys = sorted(key for key in {*read, *wanted} if read.get(key) != wanted.get(key))
    each = [
        f"{' '.join(filter(None, k))}: {read.get(k, 'nothing')} for {wanted.get(k, 'nothing')}" for k in keys
    ]
    more = f" and {len(each) - _SHOWN} more" if len(each) > _SHOWN else ""
    return f"read {'; '.join(each[:_SHOWN])}{more}"


def by_kind(runs: Sequence[Run]) -> str:
    """Return a table: by kind, how many became what, and how many of those were not expected so."""
    head = ("kind", "tables", *map(str, Outcome), "as expected")
    rows = [
        _row(kind, [r for r in runs if r.table.kind == kind])
        for kind in dict.fromkeys(r.table.kind for r in runs)
    ]
    rows.append(_row("all", runs))
    width = max(len(row[0]) for row in rows)
    return "\n".join(
        f"{row[0]:<{width}}  "
        + "  ".join(f"{cell:>{len(title)}}" for cell, title in zip(row[1:], head[1:], strict=True))
        for row in (head, *rows)
    )


def _row(kind: str, runs: Sequence[Run]) -> tuple[str, ...]:
    became = [sum(run.outcome is outcome for run in runs) for outcome in Outcome]
    return (kind, *map(str, (len(runs), *became, sum(not run.fault for run in runs))))

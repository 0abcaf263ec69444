"""One rule, one home; one voice, whatever shows it: read from the code itself.

Words for how a council stands, and for why there is no figure, are in two modules; what is too few is
decided in one.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.statistics.small_numbers import FEW_BELOW, TOO_FEW_BELOW

PROJECT = Path(__file__).resolve().parents[2]
CODE = sorted((PROJECT / "dashboard").rglob("*.py"))

VOICES = {
    "Comparison": "words/comparisons.py",
    "NoComparison": "words/comparisons.py",
    "ComparedWith": "words/comparisons.py",
    "State": "words/states.py",
}
"""Which module alone puts the members of an enumeration into words."""

HOME = "statistics/small_numbers.py"
THRESHOLDS = {TOO_FEW_BELOW, FEW_BELOW}


def test_states_and_comparisons_are_put_into_words_in_one_module_each() -> None:
    found = [
        f"{name}: {kind}" for name, tree in _trees() for kind in _put_into_words(tree) if VOICES[kind] != name
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('{Comparison.LOWER: "lower"}', ["Comparison"]),
        ('{State.NOT_HELD: f"not held for {year}"}', ["State"]),
        ('{State.NOT_HELD: ("not held" " here")}', ["State"]),
        ('{comparison.Comparison.LOWER: "x" + y}', ["Comparison"]),
        ("{State.NOT_HELD: NoComparison.NOT_HELD}", []),
        ('{Comparison.LOWER: ("down", "M0 6z")}', []),  # a drawing
        ('{Direction.UP: "up"}', []),
    ],
)
def test_a_dictionary_of_words_is_recognised(code: str, found: list[str]) -> None:
    assert list(_put_into_words(ast.parse(code))) == found


def test_what_is_too_few_is_decided_in_one_module() -> None:
    found = [f"{name}:{line}" for name, tree in _trees() if name != HOME for line in _judged(tree)]
    assert found == []


@pytest.mark.parametrize(
    ("code", "judges"),
    [
        ("cases < 5", True),
        ("30 > figure.denominator", True),
        ("5 <= n < 30", True),
        ("n >= 5.0", True),
        ("len(names) < 5", False),  # of things that are no cases
        ("index == 5", False),
        ("n < 50", False),
    ],
)
def test_a_judgement_of_few_cases_is_recognised(code: str, judges: bool) -> None:
    assert bool(list(_judged(ast.parse(code)))) == judges


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in CODE:
        yield path.relative_to(PROJECT / "dashboard").as_posix(), ast.parse(path.read_text("utf-8"))


def _put_into_words(tree: ast.AST) -> Iterator[str]:
    """Yield the enumeration of every dictionary literal that has words for one of its members."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            kinds = {
                kind
                for key, value in zip(node.keys, node.values, strict=True)
                if (kind := _member_of(key)) is not None and _is_text(value)
            }
            yield from sorted(kinds)


def _member_of(key: ast.expr | None) -> str | None:
    """Return the enumeration a key such as ``State.VALUE`` is a member of, if words for it have a home."""
    if not isinstance(key, ast.Attribute):
        return None
    of = key.value
    name = of.id if isinstance(of, ast.Name) else of.attr if isinstance(of, ast.Attribute) else None
    return name if name in VOICES else None


def _is_text(value: ast.expr) -> bool:
    if isinstance(value, ast.BinOp):
        return _is_text(value.left) or _is_text(value.right)
    return isinstance(value, ast.JoinedStr) or (
        isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value != ""
    )


def _judged(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that put a number before or after a threshold by its bare figure."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare) or not any(
            isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops
        ):
            continue
        sides = [node.left, *node.comparators]
        counts_things = any(isinstance(side, ast.Call) for side in sides)
        if not counts_things and any(
            isinstance(side, ast.Constant) and side.value in THRESHOLDS for side in sides
        ):
            yield node.lineno

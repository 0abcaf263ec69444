"""What changed since a release was built, in words that say how much of what."""

import pytest

from dashboard.releases.fingerprint import PARTS, changes, part_of

BEFORE = {
    "inputs": {"a": "1", "b": "1"},
    "corrections": {"a": "1"},
    "acceptances": {},
    "embargo": {"-": "1"},
    "data": {"-": "1"},
}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ({}, None),
        ({"inputs": {"a": "2", "b": "1"}}, "one input"),
        ({"inputs": {"c": "1"}}, "three inputs"),
        ({"corrections": {}}, "one correction"),
        ({"corrections": {"a": "2", "b": "1"}, "embargo": {}}, "two corrections and the embargo"),
        ({"acceptances": {f"{n}": "1" for n in range(14)}}, "14 acceptances"),
        ({"names": {"a": "1"}, "headings": {"a": "1"}}, "one accepted name and one accepted heading"),
        ({"embargo": {"-": "2"}, "data": {"-": "2"}}, "the embargo and the committed data"),
        ({"inputs": {}, "corrections": {}, "embargo": {}}, "two inputs, one correction and the embargo"),
    ],
)
def test_what_differs_is_counted_by_part(now: dict[str, dict[str, str]], told: str | None) -> None:
    assert changes(BEFORE, {**BEFORE, **now}) == told


@pytest.mark.parametrize("part", PARTS)
def test_no_part_changes_unseen(part: str) -> None:
    assert changes(BEFORE, {**BEFORE, part: {"new": "1"}}) is not None
    assert changes({**BEFORE, part: {"new": "1"}}, BEFORE) is not None


def test_two_lines_about_one_thing_both_count() -> None:
    assert part_of([("a", "1"), ("a", "2")]) != part_of([("a", "2")])
    assert part_of([("a", "1"), ("b", "2")]) == part_of([("b", "2"), ("a", "1")])

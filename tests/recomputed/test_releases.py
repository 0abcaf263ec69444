"""All councils, years and measures of both releases: each comparison equals what a second path gives."""

from pathlib import Path

import pytest

from tests.recomputed.looks import recompute_looks
from tests.recomputed.release import recompute, told


@pytest.mark.data
@pytest.mark.parametrize(("name", "comparisons"), [("demo", 5_000), ("held-figures", 100)])
def test_every_comparison_is_what_a_second_path_gives(
    releases: Path, name: str, comparisons: int, capsys: pytest.CaptureFixture[str]
) -> None:
    found = recompute(releases / name)
    with capsys.disabled():
        print(f"\n{name}", *told(found), sep="\n")
    assert found.counts["comparison"] > comparisons
    assert found.different == []


@pytest.mark.data
@pytest.mark.parametrize(("name", "councils"), [("demo", 300), ("held-figures", 50)])
def test_every_chance_of_a_mark_is_what_a_second_path_gives(
    releases: Path, name: str, councils: int, capsys: pytest.CaptureFixture[str]
) -> None:
    again, different = recompute_looks(releases / name)
    with capsys.disabled():
        print(f"\n{name}: {again} chances of a mark, {len(different)} different")
    assert again > councils
    assert different == []

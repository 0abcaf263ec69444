"""All councils, years and measures of both releases: each comparison equals what a second path gives."""

from pathlib import Path

import pytest

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

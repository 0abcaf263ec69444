from pathlib import Path

import pytest

from dashboard.build import editions
from dashboard.build.release import build_release
from tests.support.tiny_release import SHAPES, tiny_content


def test_the_progress_bar_ends_when_the_build_does(tmp_path: Path) -> None:
    """An edition announces its own steps (figures; cases and counts too) and the outlines; then these."""
    told: list[str] = []
    build_release(
        tiny_content(), tmp_path, inputs="", shapes=SHAPES, export=lambda _: {}, progress=told.append
    )
    assert told[0] == "meta"
    assert told[-3:] == ["checks", "static files", "in place"]
    assert editions.STEPS["held-figures"] == len(told) + len(["figures", "outlines"])
    own = ["simulated cases", "simulated decisions", "counts", "figures", "outlines"]
    assert editions.STEPS["demo"] == len(told) + len(own)


def test_there_are_two_editions(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        editions.build("spring", None, tmp_path)  # type: ignore[arg-type]

from pathlib import Path

import pytest

from dashboard.build import editions
from dashboard.build.assemble import Inputs
from dashboard.build.content import ContentError
from dashboard.build.data import inputs_checksum
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


def test_an_edition_of_data_that_changed_while_it_was_made_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is recorded as made from the data as they are would be made of others."""
    data = tmp_path / "data"
    data.mkdir()
    inputs = Inputs(data, None, None, as_read=inputs_checksum(data))  # type: ignore[arg-type]
    monkeypatch.setattr(editions, "held_figures", lambda *_: tiny_content("held-figures"))
    monkeypatch.setattr(editions, "drawn_shapes", lambda _: SHAPES)
    monkeypatch.setattr(editions, "export", lambda _: {})
    editions.build("held-figures", inputs, tmp_path / "releases")
    (data / "population.csv").write_text("of another year")
    with pytest.raises(ContentError, match="The data were changed while this was built: build it again"):
        editions.build("held-figures", inputs, tmp_path / "others")
    assert not (tmp_path / "others" / "held-figures").exists()


def test_there_are_two_editions(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        editions.build("spring", None, tmp_path)  # type: ignore[arg-type]

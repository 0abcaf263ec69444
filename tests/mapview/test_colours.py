"""Every fill can be told from the border around it, and the style sheet holds the colours tested here."""

import re
from pathlib import Path

import pytest

from dashboard.mapview.colours import BORDER, FILLS, PATTERN_GROUND, PATTERN_INK, contrast, luminance

CSS = Path(__file__).parents[2] / "assets" / "css"


@pytest.mark.parametrize(
    ("colour", "expected"), [("#000000", 0.0), ("#ffffff", 1.0), ("#ff0000", 0.2126), ("#808080", 0.2159)]
)
def test_relative_luminance_is_wcags(colour: str, expected: float) -> None:
    assert luminance(colour) == pytest.approx(expected, abs=0.0001)


def test_contrast_is_symmetric_and_runs_from_1_to_21() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#5b97c0", "#5b97c0") == pytest.approx(1)


@pytest.mark.parametrize("colour", [*FILLS.values(), PATTERN_GROUND, PATTERN_INK])
def test_every_fill_is_3_to_1_against_the_border(colour: str) -> None:
    assert contrast(colour, BORDER) >= 3


def test_the_style_sheets_hold_these_colours() -> None:
    tokens = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", (CSS / "tokens.css").read_text()))
    patterns = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", (CSS / "map.css").read_text()))
    assert {name: tokens[name] for name in FILLS} == FILLS
    assert tokens["map-border"] == BORDER
    assert (patterns["pattern-ground"], patterns["pattern-ink"]) == (PATTERN_GROUND, PATTERN_INK)


def test_focus_is_3_to_1_against_the_halo_and_the_paper() -> None:
    tokens = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", (CSS / "tokens.css").read_text()))
    assert contrast(tokens["focus"], "#ffffff") >= 3
    assert contrast(tokens["focus"], tokens["paper"]) >= 3

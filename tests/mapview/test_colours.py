"""Every fill of the map can be told from the border around it: read from the style sheets themselves."""

import re
from pathlib import Path

import pytest

from dashboard.mapview.classes import STANDINGS, STEPS
from tests.support.contrast import contrast, luminance

CSS = Path(__file__).parents[2] / "assets" / "css"
SHEETS = (CSS / "tokens.css").read_text("utf-8") + (CSS / "map.css").read_text("utf-8")
_DARK = "@media screen and (prefers-color-scheme: dark)"


def _tokens(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", sheet))


_PARTS = [(CSS / name).read_text("utf-8").partition(_DARK) for name in ("tokens.css", "map.css")]
TOKENS = _tokens("".join(light for light, _, _ in _PARTS))
DARK = TOKENS | _tokens("".join(dark for _, _, dark in _PARTS))
THEMES = {"light": TOKENS, "dark": DARK}
CLASSES = (*STEPS, *STANDINGS.values())


@pytest.mark.parametrize(
    ("colour", "expected"), [("#000000", 0.0), ("#ffffff", 1.0), ("#ff0000", 0.2126), ("#808080", 0.2159)]
)
def test_relative_luminance_is_wcags(colour: str, expected: float) -> None:
    assert luminance(colour) == pytest.approx(expected, abs=0.0001)


def test_contrast_is_symmetric_and_runs_from_1_to_21() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#5b97c0", "#5b97c0") == pytest.approx(1)


@pytest.mark.parametrize("kind", CLASSES)
def test_every_class_with_a_fill_is_filled_by_its_own_colour(kind: str) -> None:
    assert f".{kind} {{ fill: var(--{kind}); }}" in SHEETS
    assert [TOKENS[other] for other in CLASSES].count(TOKENS[kind]) == 1


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", [*CLASSES, "pattern-ground"])
def test_every_fill_is_3_to_1_against_the_border(token: str, theme: str) -> None:
    tokens = THEMES[theme]
    assert contrast(tokens[token], tokens["map-border"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_pattern_is_3_to_1_against_its_ground(theme: str) -> None:
    tokens = THEMES[theme]
    assert contrast(tokens["pattern-ink"], tokens["pattern-ground"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_focus_is_3_to_1_against_the_paper(theme: str) -> None:
    assert contrast(THEMES[theme]["focus"], THEMES[theme]["paper"]) >= 3

"""The map's colours, as `assets/css/tokens.css` holds them, and the contrast between two of them."""

BORDER = "#11151a"
PATTERN_GROUND = "#ffffff"
PATTERN_INK = "#8f959b"
FILLS = {
    "step-1": "#e6f0f6",
    "step-2": "#bdd8e9",
    "step-3": "#8dbad8",
    "step-4": "#5b97c0",
    "step-5": "#2f6f9f",
    "much-lower": "#3f8fc4",
    "lower": "#9fcbe6",
    "no-clear-difference": "#f1ebdf",
    "higher": "#f6bf7d",
    "much-higher": "#e0812f",
}


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of an sRGB colour such as ``#2f6f9f`` (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

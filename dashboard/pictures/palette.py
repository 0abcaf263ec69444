"""The colours of a picture: always the light ones, whatever the reader's screen is set to.

A picture leans on no style sheet; a test holds these to the site's own (``assets/css/tokens.css``).
"""

PAPER = "#fcfbf8"
RAISED = "#ffffff"
INK = "#14181c"
SOFT = "#4a5157"
HAIRLINE = "#dcd8d0"
ACCENT = "#12436d"
BORDER = "#11151a"
BANNER, BANNER_EDGE = "#fdf1d3", "#b98a16"
OTHER, OTHER_BORDER = PAPER, "#b9b5ac"
MARK = "#0b0e11"
PATTERN_GROUND, PATTERN_INK = "#ffffff", "#8f959b"
HERE = "here"
"""The class of a council that a picture is about, on a map that shows nothing else."""
CLASSES = {
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
"""The classes of the map that have a colour; all others have a pattern of their name."""

"""What served HTML draws of a comparison, and what it says of it: lower, inside, higher or none."""

import re
from html import unescape


def drawn_at(svg: str) -> tuple[tuple[float, float] | None, float]:
    """Where a bar's band begins and ends, and where its point is, in per cent of the drawing."""
    band = re.search(r'class="bar-range" x="([\d.]+)%" width="([\d.]+)%"', svg)
    point = re.search(r'class="bar-point" cx="([\d.]+)%"', svg)
    assert point is not None
    return (None if band is None else (float(band[1]), float(band[1]) + float(band[2]))), float(point[1])


def place_of(svg: str) -> str:
    """On which side of its band a bar's point is."""
    band, point = drawn_at(svg)
    if band is None:
        return "none"
    return "lower" if point < band[0] else "higher" if point > band[1] else "inside"


def said_in(text: str) -> str:
    """Which way a sentence, a name or a cell puts a council; "none" where it compares nothing."""
    if found := re.search(r"(?:^|\. |, |much )(lower|higher)(?: than|$|, )", text, re.IGNORECASE):
        return found[1].lower()
    clear = re.search(r"no clear difference|too few(?: cases)? to show a difference", text, re.IGNORECASE)
    return "inside" if clear else "none"


def measures_of(html: str) -> dict[str, str]:
    """Each measure's block among a council's statistics, by the measure."""
    blocks = r'<section aria-labelledby="measure-([^"]*)" class="measure">(.*?)</section>'
    return {label.replace("-", "_"): block for label, block in re.findall(blocks, html)}


def said_of(section: str) -> str:
    """Which way the sentences of a measure's block put the council."""
    for sentence in map(unescape, re.findall(r'class="measure-sentence">([^<]*)', section)):
        found = said_in(sentence)
        if found != "none":
            return found
    return "none"


def names_on_map(html: str) -> dict[str, tuple[str, str]]:
    """What each shape of a map is named, and which way its mark points (up, down or none), by slug."""
    marks = dict(re.findall(r'translate\((-?\d+ -?\d+)\)"><path class="mark (up|down)(?: much)?"', html))
    shapes = re.findall(r'<a data-slug="([^"]*)" data-at="([^"]*)"[^>]*aria-label="([^"]*)"', html)
    return {slug: (unescape(name), marks.get(at, "none")) for slug, at, name in shapes}

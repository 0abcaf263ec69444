"""What a reader reads of a component tree: its HTML, and its text with spaces made single."""

import re
from html import unescape

from dashboard.markup.html import render


def text_of(tree: object) -> str:
    """Return the text of a tree, one space between words, a space where an element ends."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", render(tree))).replace(" .", ".").split())


def html_of(tree: object) -> str:
    """Return the HTML of a tree."""
    return render(tree)

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


def visible(page: str) -> str:
    """Return the text of a page's HTML, spaces made single, tags gone without a trace."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(
        unescape(
            re.sub(r"<[^>]+>", "", re.sub(r"<(?=/?(p|h\d|li|div|dt|dd|ul|ol|a)\b)", " <", shown))
        ).split()
    )

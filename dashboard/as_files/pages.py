"""From what the site answers to what a file says: links led, forms that need a server replaced (pure)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.as_files.links import Led, led_in_html, led_in_tree, without_forms
from dashboard.markup import elements as html
from dashboard.markup.html import render, text
from dashboard.pages.site.needs_server import MAP_WITHOUT_SCRIPTS, NO_FORM, ONE_RELEASE
from dashboard.web.document import MAIN

_OTHER_PAGE = re.compile(r'<link rel="(?:first|next)"[^>]*/>')
_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)
_CARD = re.compile(r'(?:<meta property="og:image[^>]*>\n)+<meta name="twitter:card"[^>]*>')
_NO_CARD = '<meta name="twitter:card" content="summary">'
_FIND = 'action="/find" method="get"'
_SETTINGS = 'id="dashboard-settings">{'
_MAP = 'id="map-controls"'
_DATA_PAGE = 'id="download"'


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How answers become files.

    ``led`` says where a link leads; ``sheets`` are the files of the style sheets, by their text;
    ``finder`` is the script that finds a council without a server.
    """

    led: Led
    sheets: Mapping[str, str]
    finder: str

    def page(self, page: str) -> str:
        """Return a page as a file: its styles in files of their own, which pages share."""
        shared = _STYLE.sub(lambda sheet: f'<link rel="stylesheet" href="{self.sheets[sheet[1]]}">', page)
        shared = _CARD.sub(_NO_CARD, shared)  # cards are made when they are asked for: none is promised
        found = shared.replace(_FIND, f'{_FIND} data-finder="{self.finder}"')
        found = found.replace(_SETTINGS, f'{_SETTINGS}"files":true,', 1)
        if _MAP in found:
            found = _first(found, f"<noscript>{_note(MAP_WITHOUT_SCRIPTS)}</noscript>")
        if _DATA_PAGE in found:
            found = _first(found, _note(ONE_RELEASE))
        return led_in_html(without_forms(found, NO_FORM), self.led)

    def tree(self, tree: str) -> str:
        """Return a tree of components as a file."""
        return led_in_tree(without_forms(tree, NO_FORM), self.led)

    def feed(self, feed: str) -> str:
        """Return a feed as a file: its first page, which names no other."""
        return led_in_html(_OTHER_PAGE.sub("", feed), self.led)


def chosen_by_links(page: str, what: list[tuple[str, list[tuple[str, str]]]]) -> str:
    """Return a page with links in the place of the first form that a file cannot answer.

    ``what`` has a label and, for each choice, its words and its path.
    """
    lines = "".join(f"<p>{text(label)}: {_links(links)}.</p>" for label, links in what)
    before, mark, rest = page.partition('<form action="/data/quality')
    _, end, after = rest.partition("</form>")
    return f"{before}{lines}{after}" if mark and end else page


def _note(sentence: str) -> str:
    return render(html.P(sentence, className="note frame"))


def _first(page: str, note: str) -> str:
    """Return a page that begins with a note: what its application draws later leaves it where it is."""
    return page.replace(MAIN, MAIN + note, 1)


def _links(links: list[tuple[str, str]]) -> str:
    return ", ".join(f'<a href="{text(to)}">{text(words)}</a>' for words, to in links)

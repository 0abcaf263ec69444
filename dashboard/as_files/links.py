"""The links of a page, of its tree and of a feed: found, and led elsewhere (pure, on the text as written)."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from dashboard.as_files.places import FOR_DASH

_IN_HTML = re.compile(r'( (?:href|action|content|src)=")([^"]*)(")')
_IN_TREE = re.compile(r'((?:href|src|action)(?:":"|=\\"))([^"\\]*)')
_OF_ELEMENT = '":"'
_SETTINGS = re.compile(r'<script type="application/json" id="dashboard-settings">(.*?)</script>')
_FORM = re.compile(r"<form\b[^>]*?\baction=\\?\"([^\"\\]*)\\?\".*?</form>", re.DOTALL)
_FOR_SCRIPTS = ("/", "/find")

Led = Callable[[str], str]


def led_in_html(text: str, led: Led) -> str:
    """Return a page, or a feed, with every link led."""

    def change(found: re.Match[str]) -> str:
        target = unescape(found[2])
        there = led(target)
        return found[0] if there == target else f"{found[1]}{escape(there, quote=True)}{found[3]}"

    return _IN_HTML.sub(change, text)


def led_in_tree(text: str, led: Led) -> str:
    """Return a tree of components, as JSON, with every link led: those of elements and those in markup."""

    def change(found: re.Match[str]) -> str:
        if found[1].endswith(_OF_ELEMENT):
            return found[1] + led(found[2])
        return found[1] + escape(led(unescape(found[2])), quote=True)

    return _IN_TREE.sub(change, text)


def targets_in_html(text: str) -> Iterator[str]:
    """Go through everything a page names on its own site: links, forms, scripts, what its scripts fetch."""
    for _, target, _ in _IN_HTML.findall(text):
        if target.startswith("/"):
            yield unescape(target)
    for settings in _SETTINGS.findall(text):
        for target in re.findall(r'"(?:application|polyfill|plotly)":"([^"]*)"', settings):
            yield target
        yield from (f"{path}.json" for path in FOR_DASH)
    tree = tree_of(text)
    if tree:
        yield tree


def targets_in_tree(text: str) -> Iterator[str]:
    """Go through every link of a tree to its own site."""
    for found in _IN_TREE.finditer(text):
        target = found[2] if found[1].endswith(_OF_ELEMENT) else unescape(found[2])
        if target.startswith("/"):
            yield target


def tree_of(page: str) -> str:
    """Return the address of the tree that a page's application draws; empty where the page has none."""
    settings = _SETTINGS.search(page)
    if settings is None or '"follow":"page"' not in settings[1]:
        return ""
    found = re.search(r'"tree":"([^"?]*)', settings[1])
    return found[1] if found else ""


def without_forms(text: str, instead: str) -> str:
    """Return a page or a tree with words in the place of every form that only a server can answer.

    ``instead`` must hold neither a quotation mark nor a backslash: it stands in markup and in JSON alike.
    """
    return _FORM.sub(lambda found: found[0] if found[1] in _FOR_SCRIPTS else instead, text)


def forms(text: str) -> Iterator[str]:
    """Go through where the forms of a page or tree lead."""
    for found in _FORM.finditer(text):
        yield found[1]

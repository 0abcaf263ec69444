"""A page before it is written: its tree, and what the document around it must say."""

from dataclasses import dataclass
from enum import StrEnum

from dash import dcc
from dash.development.base_component import Component

from dashboard.web.answer import Keep


class Follow(StrEnum):
    """Which part of a page is the Dash application's."""

    PAGE = "page"  # the whole content of main
    PANEL = "panel"  # the panel on the map page, empty until a council is chosen
    NOTHING = "nothing"  # a page of text: no script is sent for it


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``path`` is its canonical path, with the query that belongs to it, without a release.

    ``styles`` are the names of the sheets under ``assets/css/pages/`` it needs besides the site's.
    ``here`` is its entry in the navigation, ``panel`` the tree of the map's panel, ``scripts`` the
    logical names of its own scripts, ``preload`` the URLs they fetch first, ``query`` what was searched for,
    ``feed`` the URL of the Atom feed of the same, ``pages`` how many pages the list it is of has. ``keep``
    says how long a cache may. ``trail`` are the pages it stands below, name and path, from the map down;
    ``dataset``: it tells machines what the figures are and where to take them away. ``card`` is the path of
    the picture that a shared link shows.
    """

    title: str
    tree: Component
    path: str
    here: str | None = None
    status: int = 200
    panel: Component | None = None
    follow: Follow = Follow.NOTHING
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    preload: tuple[str, ...] = ()
    query: str = ""
    feed: str = ""
    description: str = ""
    pages: int = 0
    keep: Keep = Keep.PAGE
    trail: tuple[tuple[str, str], ...] = ()
    dataset: bool = False
    card: str = ""


def follow_of(tree: Component) -> Follow:
    """Say whether a page's tree needs the Dash application: it does where it holds a chart."""
    waiting: list[object] = [tree]
    while waiting:
        node = waiting.pop()
        if node is None or isinstance(node, str):  # most are
            continue
        if isinstance(node, (list, tuple)):
            waiting.extend(node)
        elif type(node) is dcc.Graph:  # exactly: Dash’s classes are abstract, slow to be asked for subclasses
            return Follow.PAGE
        elif isinstance(node, Component):
            waiting.append(getattr(node, "children", None))
    return Follow.NOTHING

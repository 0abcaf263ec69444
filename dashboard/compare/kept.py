"""Groups kept by name in the browser: what a script fills, and shows only where it runs.

Nothing of it is sent: the address says who is compared, the browser alone what a reader calls it.
"""

from dash.development.base_component import Component

from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, heading

LONGEST = 60
"""Characters of a name."""
_FORM = (
    '<label for="kept-name">Name of this group</label>'
    f'<input id="kept-name" type="text" maxlength="{LONGEST}" autocomplete="off" required>'
)


def kept_groups(*, whole: bool) -> Component:
    """Return the section of groups kept; ``whole`` with the form that keeps the one shown."""
    keep: list[Child] = [
        html.P(
            "Give the group a name, and this browser keeps it. Nothing is sent, and nobody else sees it. To "
            "share the group, copy the address of this page."
        ),
        html.Form(
            [
                Markup(_FORM, tag="div", className="compare-field"),
                html.Button("Keep", type="submit", className="button-primary"),
            ],
            id="kept-form",
            className="compare-form",
        ),
    ]
    return html.Section(
        [
            heading(2, "Keep this group" if whole else "Groups kept in this browser"),
            *(keep if whole else []),
            html.Ul([], id="kept-list", className="compare-members"),
            html.P("", id="kept-said", role="status", className="small"),
        ],
        id="kept-groups",
        className="compare-files compare-kept",
        hidden=True,
    )

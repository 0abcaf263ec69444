"""The table beside the map: the same councils, the same values, A to Z."""

from dataclasses import dataclass

from dashboard.mapview.names import average_cell, cases_cell, comparison_cell, origin_cell, value_cell
from dashboard.mapview.view import MapView

HEADINGS = ("Council", "Cases", "Figure", "Average of its type", "Against its type", "Origin and notes")
"""The columns. The counts stand before the figure they make."""


@dataclass(frozen=True, slots=True)
class Row:
    """One council's row, as text; the name is the short one, by which the rows are ordered."""

    slug: str
    name: str
    cases: str
    value: str
    average: str
    comparison: str
    origin: str


def rows(view: MapView) -> tuple[Row, ...]:
    """Return a row for every council in view, A to Z."""
    return tuple(
        Row(
            slug=council.slug,
            name=council.short_name,
            cases=cases_cell(figure, view.period),
            value=value_cell(figure),
            average=average_cell(figure),
            comparison=comparison_cell(council, figure),
            origin=". ".join(part for part in (origin_cell(figure), figure.note) if part),
        )
        for council in view.councils
        for figure in (view.figures[council.slug],)
    )

"""The quiet line under a map or a chart that leads to its picture: as PNG, small and large, and as SVG."""

from dash.development.base_component import Component

from dashboard.addresses.pictures import Form, PictureOf, Size
from dashboard.markup import elements as html

_OFFERED = (
    (Form.PNG, Size.SMALL, "PNG (small)"),
    (Form.PNG, Size.LARGE, "PNG (large)"),
    (Form.SVG, Size.SMALL, "SVG"),
)


def picture_links(picture: PictureOf, what: str, **properties: str) -> Component:
    """Return the line; ``what`` names the picture for those who hear a link alone."""
    parts: list[Component | str] = ["Download this picture: "]
    for index, (form, size, label) in enumerate(_OFFERED):
        hidden = html.Span(f" of {what}", className="visually-hidden")
        link = html.A([label, hidden], href=picture.at(form, size))
        last = index == len(_OFFERED) - 1
        parts += [html.Span(link)] if last else [html.Span([link, ","]), " "]
    return html.P(parts, className="picture-links", **properties)

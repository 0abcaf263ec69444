"""A council among the councils of its type: a sentence, a strip, how sure it is, and the table of all."""

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import Links
from dashboard.addresses.pictures import Chart, of_chart
from dashboard.charts.strip import strip_svg
from dashboard.domain.measures import COMPLIANCE, compared
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, heading
from dashboard.markup.picture_links import picture_links
from dashboard.pages.council import comparison_texts as say
from dashboard.pages.council.among import Among, of_type
from dashboard.pages.council.funnel_section import how_sure
from dashboard.pages.council.peer_table import peer_table
from dashboard.words.wording import uncapital


def comparison(here: CouncilYear, *, level: int) -> Component:
    """Return the section of a council in a year in which it existed."""
    kept = of_type(here.council, here.year, here.repository)
    measures = [kept.among(measure) for measure in compared()]
    parts: list[Child] = [
        heading(level, f"Compared with {here.council.type.councils}", id="compared"),
        html.P(say.introduction(measures[0])),
    ]
    for among in measures:
        parts += _measure(among, here.links, level + 1)
    parts += _compliance(kept.among(COMPLIANCE), here.links, level + 1)
    parts.append(peer_table(measures, here.repository.councils(here.year), here.links))
    return html.Section(parts, className="comparison")


def _measure(among: Among, links: Links, level: int) -> list[Child]:
    own, of_all = say.own_words(among), say.type_words(among)
    parts: list[Child] = [heading(level, say.headline(among))]
    parts += [html.P([html.Strong(own)])] if own else []
    parts.append(html.P(of_all))
    drawn = among.ready.strip
    if drawn is not None:
        told = " ".join(part for part in (own, of_all) if part)
        parts += _strip(strip_svg(drawn, among.council.slug, f"Strip of dots. {told}"), among, links)
    sure = how_sure(among, links)
    return parts if sure is None else [*parts, sure]


def _compliance(among: Among, links: Links, level: int) -> list[Child]:
    drawn = among.ready.strip
    if drawn is None:
        return []
    summary = say.missed_summary(among)
    return [
        heading(level, f"Recommendations not complied with, {say.span(among)}"),
        html.P(summary),
        *_strip(strip_svg(drawn, among.council.slug, f"Strip of dots. {summary}"), among, links),
    ]


def _strip(svg: str, among: Among, links: Links) -> list[Child]:
    picture = of_chart(Chart.STRIP, among.council.slug, among.year, among.measure.id, links)
    what = f"the councils of the type on {uncapital(among.measure.label)}"
    return [Markup(svg, tag="div", className="strip"), picture_links(picture, what)]

"""Every source of a council-year's figures, each linked: what came from where."""

from dash.development.base_component import Component

from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.parts import heading
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.breakdown import item_label
from dashboard.words.wording import capital


def sources(council: Council, year: str, repository: Repository) -> Component | None:
    """Return the list of sources with what each states; None where nothing has one."""
    states: dict[str, list[str]] = {}
    origins: dict[str, set[Origin]] = {}

    def note(url: str | None, what: str, origin: Origin | None) -> None:
        if url:
            states.setdefault(url, [])
            if what not in states[url]:
                states[url].append(what)
            origins.setdefault(url, set()).update({origin} if origin else set())

    figures = repository.figures(council.slug, year)
    for measure in MEASURES.values():
        figure = figures.get(measure.id)
        if figure is None:
            continue
        if figure.shown is not None or figure.numerator is not None:
            note(figure.source_url, measure.label, figure.shown_origin)
        if figure.benchmark is not None:
            average = f"Average of {council.type.councils}: {measure.short}"
            note(figure.benchmark.source_url, average, figure.benchmark.origin)
    for kind in ("received", "decided"):
        for row in repository.breakdown(council.slug, year, kind):
            if row.count is not None:
                note(row.source_url, f"{kind.capitalize()}: {item_label(kind, row.item)}", row.origin)
    if not states:
        return None
    items = [
        html.Li(
            [
                html.A(url, href=url, rel="external", className="source-address"),
                html.Span(f"{'; '.join(what)}. {_words(origins[url])}", className="row-note"),
            ]
        )
        for url, what in states.items()
    ]
    return html.Section(
        [heading(2, "Sources", id="sources"), html.Ul(items, className="plain-list")], className="sources"
    )


def _words(origins: set[Origin]) -> str:
    return " ".join(f"{capital(origin.words)}." for origin in Origin if origin in origins)

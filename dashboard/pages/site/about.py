"""What the figures mean, how they are compared, where they come from, and what is real."""

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.measures import on_map
from dashboard.domain.origin import Origin
from dashboard.markup import elements as html
from dashboard.markup.method_words import explained
from dashboard.markup.parts import Child, aria, heading, origin_chip, table
from dashboard.pages.site.method import breaks_section, compared_section, meanings
from dashboard.repository.interface import Repository
from dashboard.repository.records import Release, Source
from dashboard.words.glossary import GLOSSARY

_CONTENTS = (
    ("measures", "What is measured"),
    ("compared", "How councils are compared"),
    ("breaks", "Breaks in the series"),
    ("origin", "What is real, and what is simulated"),
    ("sources", "Sources and licences"),
    ("status", "Status, strengths and limits"),
    ("words", "What the words mean"),
)


def render(repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the page."""
    told = repository.release()
    contents = html.Nav(
        html.Ul([html.Li(html.A(name, href=f"#{anchor}")) for anchor, name in _CONTENTS]),
        className="section-links",
        **aria(label="On this page"),
    )
    page = html.Article(
        [
            heading(1, "About these figures"),
            html.P(
                "Each year the Local Government and Social Care Ombudsman writes to every council in England "
                "about the complaints it has looked into. This site shows what those letters and their "
                "statistics say, council by council and year by year, and which differences between councils "
                "are more than chance. It is not the Ombudsman’s own site."
            ),
            contents,
            _measures(),
            compared_section(),
            breaks_section(),
            _origin(told),
            _sources(told),
            _status(told, links),
            _words(),
        ],
        className="text-page frame",
    )
    return explained(page, "", GLOSSARY)


def _words() -> Component:
    return html.Section(
        [
            heading(2, "What the words mean", id="words"),
            html.P(
                "The words of the comparisons, in plain English. Where one stands on a page it leads here."
            ),
            meanings([term for term in GLOSSARY if not term.behind]),
        ]
    )


def _measures() -> Component:
    rows: list[list[Child | list[Child]]] = [
        [
            measure.label,
            [measure.explanation, html.Span(measure.caveat, className="row-note")],
            measure.words.made_of,
            f"{measure.first_year}",
        ]
        for measure in on_map()
    ]
    return html.Section(
        [
            heading(2, "What is measured", id="measures"),
            html.P(
                "Years run from 1 April to 31 March. A complaint may be received in one year and decided in "
                "another. Percentages are whole numbers, halves rounded up, as the Ombudsman prints them; "
                "rates have one decimal."
            ),
            table(
                "The measures",
                ["Measure", "What it is", "Worked out from", "Since"],
                rows,
                numbers=frozenset({3}),
                label="The measures",
            ),
            html.P(
                "The rate of a year uses the estimate of residents in the middle of the year before it "
                "starts (2023-24 uses mid-2022). That is inferred from printed rates and so an assumption. "
                "Where a printed rate or percentage does not follow from the counts, it is shown as "
                "printed, with the computed value in a note."
            ),
            html.P(
                "Averages are of five types of authority: county, district, metropolitan borough, unitary "
                "and London borough. Where the Ombudsman’s own average is held it is shown and named so; "
                "elsewhere we add up the upheld complaints and the investigations of all councils of the "
                "type, the council itself among them. The City of London counts as a London borough, the "
                "Isles of Scilly as a unitary council."
            ),
        ]
    )


def _origin(release: Release) -> Component:
    rows: list[list[Child | list[Child]]] = [
        [[origin_chip(origin)], explained] for origin, explained in _ORIGINS.items()
    ]
    if release.is_all_simulated:
        told = (
            "This release is a demonstration. Every case and every figure in it is simulated, imitates no "
            "real case, and says nothing of the council it is shown for."
        )
    elif release.is_demonstration:
        told = (
            "This release is a demonstration. Every figure held of the Ombudsman’s is reproduced in it and "
            "named as published or reported; all other cases are simulated, imitate no real case, and say "
            "nothing of the council they are shown for."
        )
    else:
        told = (
            "Nothing in this release is simulated. It is incomplete: what is not held is shown as not held."
        )
    return html.Section(
        [
            heading(2, "What is real, and what is simulated", id="origin"),
            html.P(told),
            html.P("The origin of every figure stands in words beside it:"),
            table("Origins", ["Beside a figure", "It means"], rows),
        ]
    )


def _sources(release: Release) -> Component:
    items = [_source(source) for source in release.sources]
    content: Component = html.Ul(items, className="plain-list") if items else html.P("No sources are listed.")
    return html.Section([heading(2, "Sources and licences", id="sources"), content])


def _source(source: Source) -> Component:
    name: Child = html.A(source.title, href=source.url, rel="external") if source.url else source.title
    note = " ".join(f"{part}." for part in (source.publisher, source.licence, source.attribution) if part)
    return html.Li([name, html.Span(note.replace("..", "."), className="row-note")])


def _status(release: Release, links: Links) -> Component:
    rows: list[list[Child | list[Child]]] = [
        ["Producer", "This project; the figures of the Ombudsman remain the Ombudsman’s."],
        ["Status", "Not official statistics, and not accredited."],
        [
            "Strengths",
            "Every published or reported figure links to its source. Small numbers are never passed off as "
            "differences.",
        ],
        [
            "Limits",
            "The held figures are incomplete. Complaints to the Ombudsman are a small and self-selected part "
            "of all complaints about councils, so they do not measure the quality of a service.",
        ],
        [
            "Revisions",
            "A release is never changed. A correction is published as a new release; figures are shown as "
            "they were printed.",
        ],
        ["Last update", f"Release “{release.name}”, {release.standing}, built {release.built_at[:10]}."],
        [
            "Contact",
            "Errors in the site or its data: raise an issue in the repository of this project. Complaints "
            "about a council: the Ombudsman.",
        ],
    ]
    return html.Section(
        [
            heading(2, "Status, strengths and limits", id="status"),
            table("At a glance", ["", "This release"], rows),
            html.P(html.A("The data behind these pages", href=links.plain("data"))),
            html.P(
                html.A("How to complain to the Ombudsman", href=urls.ombudsman_complain(), rel="external")
            ),
        ]
    )


_ORIGINS = {
    Origin.PUBLISHED: "The Ombudsman states it on the council’s page or in an annual review.",
    Origin.REPORTED: "A council’s paper or a newspaper states it as the Ombudsman’s figure.",
    Origin.DERIVED: "We worked it out from published or reported figures: averages, intervals, comparisons.",
    Origin.SIMULATED: "It is invented for the demonstration, or worked out from something that is.",
}

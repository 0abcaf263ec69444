"""What was decided about the figures before they were published: corrections, contradictions, acceptances."""

from collections.abc import Sequence
from decimal import Decimal

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.check_titles import CHECK_TITLES
from dashboard.domain.formats import day, thousands
from dashboard.domain.rounding import plain
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, table
from dashboard.repository.interface import Repository
from dashboard.repository.quality_records import Accepted, Contradiction, Correction, InputRead
from dashboard.words.quantities import quantity_words
from dashboard.words.wording import capital


def corrections_section(
    corrections: Sequence[Correction], repository: Repository, links: Links, level: int = 2
) -> list[Component]:
    """Return the corrections of the sources' figures; that there are none is said too."""
    head = (html.H2 if level == 2 else html.H3)("Corrections", id="corrections")
    if not corrections:
        return [head, html.P("No figure of a source was corrected.")]
    rows: list[list[Child | Sequence[Child]]] = [
        [
            _council(c.slug, c.year, repository, links),
            c.year,
            capital(quantity_words(c.quantity)),
            _number(c.was),
            _number(c.became),
            c.reason,
            f"{c.decided_by}, {day(c.decided_on)}",
        ]
        for c in corrections
    ]
    return [
        head,
        table(
            "Figures of the sources that were put right",
            ["Council", "Year", "Figure", "From", "To", "Why", "Decided by"],
            rows,
            numbers=frozenset({3, 4}),
            label="Corrections",
        ),
    ]


def contradictions_section(
    found: Sequence[Contradiction], repository: Repository, links: Links
) -> list[Component]:
    """Return the contradictions known among what is held, with what is shown."""
    head = html.H2("Contradictions", id="contradictions")
    if not found:
        return [head, html.P("No contradictions are known among the figures held.")]
    rows: list[list[Child | Sequence[Child]]] = [
        [
            _council(c.slug, c.year, repository, links),
            c.year,
            capital(quantity_words(c.quantity)),
            _number(c.kept),
            _number(c.other),
            capital(c.reason),
        ]
        for c in found
    ]
    return [
        head,
        html.P(
            "Printed figures that differ from another source, or from what their own counts give. "
            "The one that is kept is shown."
        ),
        table(
            "Contradictions among the figures held",
            ["Council", "Year", "Figure", "Kept", "Other", "Why"],
            rows,
            numbers=frozenset({3, 4}),
            label="Contradictions",
        ),
    ]


def accepted_section(accepted: Sequence[Accepted]) -> list[Component]:
    """Return the warnings of the checks that were accepted, by check and reason."""
    head = html.H2("Accepted warnings", id="accepted")
    if not accepted:
        return [head, html.P("No warning of the checks was accepted for this release.")]
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for a in accepted:
        title = CHECK_TITLES.get(a.check, a.check)
        groups.setdefault((title, a.reason, a.accepted_by, day(a.accepted_on)), []).append(a.sentence)
    told: list[Component] = []
    for (title, reason, by, on), sentences in groups.items():
        number = len(sentences)
        told += [
            html.H3(title),
            html.P(f"{reason} Accepted by {by} on {on}."),
            html.Details(
                [
                    html.Summary(f"{thousands(number)} {'warning' if number == 1 else 'warnings'}"),
                    html.Ul([html.Li(sentence) for sentence in sentences]),
                ]
            ),
        ]
    return [
        head,
        html.P("Before a release is built its figures are checked; a person accepted these warnings."),
        *told,
    ]


def inputs_section(inputs: Sequence[InputRead]) -> list[Component]:
    """Return the files a release was made from, by name and checksum."""
    head = html.H2("Input files", id="inputs")
    if not inputs:
        return [head, html.P("This release was made from the project’s own data alone.")]
    return [
        head,
        html.P("They are kept by the publisher, and are no part of this site."),
        table(
            "The files this release was made from",
            ["File", "Kind", "Year", "Rows", "Bytes", "Imported", "SHA-256"],
            [
                [
                    *(file.name, capital(file.kind), file.year or "–", thousands(file.rows)),
                    *(thousands(file.bytes), file.imported_at[:10]),
                    html.Code(file.sha256, className="checksum"),
                ]
                for file in inputs
            ],
            numbers=frozenset({3, 4}),
            label="Input files",
        ),
    ]


def _council(slug: str, year: str, repository: Repository, links: Links) -> Child:
    council = repository.council(slug)
    if council is None:
        return slug
    if year not in repository.years_of(slug):
        return council.short_name
    return html.A(council.short_name, href=links.council(slug, year))


def _number(value: Decimal | None) -> str:
    return "–" if value is None else plain(value)

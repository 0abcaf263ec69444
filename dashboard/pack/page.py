"""A council's paper for its committee as a page: the same model as its PDF and its Word document."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.markup import elements as html
from dashboard.markup.council_header import HEADING_ID, standing
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria, heading, table
from dashboard.pack.model import (
    Blanks,
    Block,
    Commentary,
    Paper,
    Paragraph,
    Picture,
    Points,
    Question,
    Questions,
    Section,
    Table,
    Text,
)
from dashboard.pack.paper import write_paper
from dashboard.repository.interface import Repository

STYLE = "pack"


def render(slug: str, year: str, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the paper on a page of its own. Raises LookupError for a slug that names no council."""
    council = repository.council(slug)
    if council is None:
        raise LookupError(f"no council has the slug “{slug}”")
    back = html.A(f"{council.name}, {year}", href=links.council(slug, year))
    paper = write_paper(CouncilYear(council, year, repository, links))
    if paper is None:
        note = standing(CouncilYear(council, year, repository, links))
        title = f"{council.name}: paper for committee, {year}"
        nothing = html.P(f"There is no paper for {council.name} of {year}.")
        top = heading(1, title, id=HEADING_ID, tabIndex="-1")
        return html.Article(
            [html.P(back, className="letter-back"), top, nothing, *([note] if note else [])],
            className="pack-page frame",
        )
    return html.Article(
        [
            html.P(back, className="letter-back"),
            _files(paper, links),
            *_head(paper),
            *(_section(part) for part in paper.sections),
        ],
        className="pack-page frame",
    )


def _files(paper: Paper, links: Links) -> Component:
    items = [
        html.Li(html.A(words, href=links.pack(paper.slug, paper.year, ending), className="button"))
        for ending, words in ((".pdf", "PDF to attach"), (".docx", "Word document to edit"))
    ]
    return html.Nav(html.Ul(items), className="pack-files", **aria(label="This paper as a file"))


def _head(paper: Paper) -> list[Child]:
    running = [html.P(paper.running, className="pack-running")] if paper.running else []
    return [
        html.Header(
            [
                *running,
                heading(1, paper.title, id=HEADING_ID, tabIndex="-1"),
                html.P(paper.subtitle, className="pack-subtitle"),
                _block(paper.blanks),
            ],
            className="pack-head",
        ),
        html.Div([_block(one) for one in paper.statement], className="note pack-statement"),
    ]


def _section(part: Section) -> Component:
    return html.Section(
        [heading(2, part.heading, id=part.id), *(_block(block) for block in part.blocks)],
        className=f"pack-section pack-{part.id}",
    )


def _block(block: Block) -> Component:
    drawn: Component
    match block:
        case Paragraph():
            drawn = html.P(_words(block.text), className="small" if block.quiet else None)
        case Points():
            drawn = html.Ul([html.Li(_words(item)) for item in block.items])
        case Table():
            drawn = _table(block)
        case Picture():
            drawings = [
                Markup(block.wide, tag="div", className="pack-wide"),
                Markup(block.narrow, tag="div", className="pack-narrow"),
            ]
            drawn = html.Figure([html.Figcaption(block.caption), *drawings], className="pack-picture")
        case Questions():
            drawn = html.Ol([_question(one) for one in block.items], className="pack-questions")
        case Commentary():
            drawn = html.Div(html.P(block.label), className="pack-commentary")
        case Blanks():
            rows = [html.Div([html.Dt(label), html.Dd("\u00a0")]) for label in block.labels]
            drawn = html.Dl(rows, className="pack-blanks")
    return drawn


def _question(one: Question) -> Component:
    return html.Li([html.P(one.text, className="pack-question"), html.P(one.reason, className="small")])


def _table(block: Table) -> Component:
    rows = []
    for number, row in enumerate(block.rows):
        told: list[Child | Sequence[Child]] = [_words(cell) for cell in row]
        if number == block.strong:
            told[0] = html.Strong(_words(row[0]))
        rows.append(told)
    return table(
        block.caption,
        block.head,
        rows,
        numbers=block.numbers,
        total_last=block.total_last,
        label=block.caption,
    )


def _words(text: Text) -> list[Child]:
    parts: list[Child] = []
    for run in text:
        if run.href is None:
            parts.append(html.Strong(run.text) if run.strong else run.text)
        elif run.href.startswith("/"):
            parts.append(html.A(run.text, href=run.href))
        else:
            parts.append(html.A(run.text, href=run.href, rel="external"))
    return parts

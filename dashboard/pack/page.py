"""A council's paper for its committee as a page: the same model as its PDF and its Word document."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.addresses.peer_methods import Peers
from dashboard.markup import elements as html
from dashboard.markup.council_header import HEADING_ID, standing
from dashboard.markup.form_parts import keep_release
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


def render(
    slug: str, year: str, repository: Repository, links: Links = UNNAMED, peers: Peers | None = None
) -> Component:
    """Return the paper on a page of its own. Raises LookupError for a slug that names no council."""
    council = repository.council(slug)
    if council is None:
        raise LookupError(f"no council has the slug “{slug}”")
    back = html.A(f"{council.name}, {year}", href=links.council(slug, year))
    paper = write_paper(CouncilYear(council, year, repository, links), peers)
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
            _files(paper, links, peers),
            *_head(paper),
            _contents(paper),
            _choose_peers(paper, links, peers),
            *(_section(part) for part in paper.sections),
        ],
        className="pack-page frame",
    )


def _files(paper: Paper, links: Links, peers: Peers | None) -> Component:
    items = [
        html.Li(html.A(words, href=links.pack(paper.slug, paper.year, ending, peers), className="button"))
        for ending, words in ((".pdf", "PDF to attach"), (".docx", "Word document to edit"))
    ]
    return html.Nav(html.Ul(items), className="pack-files", **aria(label="This paper as a file"))


def _contents(paper: Paper) -> Component:
    items = [html.Li(html.A(part.heading, href=f"#{part.id}")) for part in paper.sections]
    return html.Nav(html.Ul(items), className="pack-contents", **aria(label="Contents of this paper"))


def _choose_peers(paper: Paper, links: Links, peers: Peers | None) -> Component:
    """Return the form that chooses which councils the paper sets beside its own."""
    options = [("", "Most like it, of its own type"), *((method.value, method.label) for method in Peers)]
    chosen = peers.value if peers is not None else ""
    select = html.Select(
        [
            html.Option(words, value=value, selected="selected" if value == chosen else None)
            for value, words in options
        ],
        id="pack-peers",
        name="peers",
    )
    kept = keep_release(links.release)
    fields: list[Child] = [
        html.Label("Similar councils", htmlFor="pack-peers"),
        select,
        html.Button("Choose these", type="submit", className="button"),
        *([Markup(kept, tag="div", hidden=True)] if kept else []),
    ]
    action = UNNAMED.pack(paper.slug, paper.year)
    return html.Form(
        fields, method="get", action=action, className="pack-choose", **aria(label="Choose similar councils")
    )


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
            parts += [html.Strong(run.text)] if run.strong else _lines(run.text)
        elif run.href.startswith("/"):
            parts.append(html.A(run.text, href=run.href))
        else:
            parts.append(html.A(run.text, href=run.href, rel="external"))
    return parts


def _lines(told: str) -> list[Child]:
    """Return a text with its line feeds as line breaks."""
    first, *others = told.split("\n")
    return [first, *(part for line in others for part in (html.Br(), line))]

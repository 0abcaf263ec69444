"""The annual review letter: a section of the council's page, and a page of its own."""

from collections.abc import Iterable

from dash.development.base_component import Component

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED, Links
from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.letters.letter import ombudsman_page, write_letter
from dashboard.letters.model import Block, Letter, Paragraph, Points, Run, Section, Table, mark
from dashboard.letters.no_letter import NoLetter, why_none
from dashboard.markup import elements as html
from dashboard.markup.council_header import HEADING_ID, standing
from dashboard.markup.parts import Child, heading, table
from dashboard.repository.interface import Repository


def render(slug: str, year: str, repository: Repository, links: Links = UNNAMED) -> Component:
    """Return the letter on a page of its own. Raises LookupError for a slug that names no council."""
    council = repository.council(slug)
    if council is None:
        raise LookupError(f"no council has the slug “{slug}”")
    here = CouncilYear(council, year, repository, links)
    back = html.P(html.A(f"{council.name}, {year}", href=links.council(slug, year)), className="letter-back")
    letter = write_letter(council, year, repository)
    top = heading(1, f"{council.name_in(year)}: annual review letter {year}", id=HEADING_ID, tabIndex="-1")
    if letter is None:
        note = standing(here)
        content = [*_no_letter(here), *([note] if note else [])]
    else:
        content = [_elsewhere(here), *_content(letter, level=2)]
    return html.Article([back, top, *content], className="letter-page frame")


def letter_section(here: CouncilYear, *, level: int) -> Component:
    """Return the letter's first paragraph as a section of the council's page, with whose letter it is."""
    letter = write_letter(here.council, here.year, here.repository)
    top = heading(level, f"Annual review letter, {here.year}", id="letter")
    if letter is None:
        said = _no_letter(here)
        return html.Section([top, *said], className="letter-section")
    alone = html.A("Read the letter", href=here.links.letter(here.council.slug, here.year))
    opening = next(
        (block for part in letter.sections for block in part.blocks if isinstance(block, tuple)), ()
    )
    return html.Section(
        [
            top,
            html.P(_paragraph(letter.statement, letter), className="letter-statement small"),
            html.P(_paragraph(opening, letter), className="letter-opening"),
            _elsewhere(here, alone),
        ],
        className="letter-section",
    )


def _elsewhere(here: CouncilYear, *before: Child) -> Component:
    """Return links to the letter's other forms, and to all letters to the council."""
    official = here.repository.official_letter(here.council.slug, here.year) is not None
    pdf = "The Ombudsman’s own letter, as PDF" if official else "The letter as PDF"
    ways: list[Child] = [
        *before,
        html.A(pdf, href=here.links.letter_pdf(here.council.slug, here.year)),
        html.A("All letters to this council", href=here.links.letters(here.council.slug)),
    ]
    items = [html.Li(way) for way in ways]
    return html.Ul(items, className="letter-links small")


def _no_letter(here: CouncilYear) -> list[Child]:
    """Say why there is none, and where the Ombudsman's own may be: held here, or on its site."""
    why = why_none(here.council, here.year, here.repository) or NoLetter.NO_EDITION
    if here.repository.official_letter(here.council.slug, here.year) is not None:
        theirs = html.A(
            "The Ombudsman’s own letter, as PDF", href=here.links.letter_pdf(here.council.slug, here.year)
        )
    else:
        theirs = html.A(
            "What the Ombudsman’s own site has of this council",
            href=ombudsman_page(here.council, here.year),
            rel="external",
        )
    return [html.P(why.said_of(here.council, here.year)), html.P(theirs)]


def _content(letter: Letter, level: int) -> list[Child]:
    ends = ReportingYear.parse(letter.year).last_day
    dated = day(letter.dated) if letter.dated else f"For the year ended {day(ends)}"
    body: list[Child] = [
        html.P(_joined(letter.addressee), className="letter-address"),
        html.P(dated, className="letter-date"),
        html.P(letter.salutation),
    ]
    written = [part for part in letter.sections if part.id != "annex"]
    annexed = [part for part in letter.sections if part.id == "annex"]
    for part in written:
        body += _section(part, letter, level)
    body += [html.P(letter.closing), html.P(letter.signatory, className="letter-signatory")]
    for part in annexed:
        body += _section(part, letter, level)
    css = "letter letter-simulated" if letter.simulated else "letter"
    return [
        html.P(_paragraph(letter.statement, letter), className="letter-statement note"),
        html.Div(body, className=css),
    ]


def _section(part: Section, letter: Letter, level: int) -> list[Child]:
    top: list[Child] = [heading(level, part.heading)] if part.heading else []
    return [*top, *(_block(block, letter) for block in part.blocks)]


def _block(block: Block, letter: Letter) -> Component:
    if isinstance(block, Points):
        return html.Ul([html.Li(_paragraph(item, letter)) for item in block.items])
    if isinstance(block, Table):
        rows = [[_paragraph(cell, letter, marked=block.marked) for cell in row] for row in block.rows]
        return table(block.caption, block.head, rows, numbers=block.numbers, label=block.caption)
    return html.P(_paragraph(block, letter))


def _paragraph(paragraph: Paragraph, letter: Letter, *, marked: bool = True) -> list[Child]:
    return [part for run in paragraph for part in _run(run, letter, marked=marked)]


def _run(run: Run, letter: Letter, *, marked: bool) -> list[Child]:
    if run.href:
        ours = run.href.startswith("/")
        return [html.A(run.text, href=run.href, rel=None if ours else "external")]
    word = mark(run, letter.base) if marked else None
    if word is None:
        return [run.text]
    return [run.text, " ", html.Span(word, className=f"origin-mark origin-{word}")]


def _joined(lines: Iterable[str]) -> list[Child]:
    parts: list[Child] = []
    for index, line in enumerate(lines):
        if index:
            parts.append(html.Br())
        parts.append(line)
    return parts

"""A letter as the data its template is set from."""

import re
from calendar import month_name
from collections.abc import Sequence

from dashboard.domain.formats import day
from dashboard.domain.statuses import Status
from dashboard.domain.years import ReportingYear
from dashboard.letters.model import Block, Letter, Paragraph, Points, Run, Section, Table, mark
from dashboard.repository.records import Release
from dashboard.words.wording import capital

TEMPLATE = "letter.typ"
WATERMARK = "SIMULATED – not a real letter"
_NARROWEST, _WIDEST = 10, 26  # characters: a column's share of the line is its longest text within these

_MONTHS = "|".join(month_name[1:])
_TOGETHER = re.compile(
    rf"(?<=\d) (?=(?:{_MONTHS})\b)|(?:{_MONTHS}) (?=\d{{4}}\b)|(?<=\d) (?=\d)|(?<=\d) of (?=\d)|(?<=SIM) "
)

Data = dict[str, object]


def letter_data(letter: Letter, release: Release) -> Data:
    """Return a letter with what is the same on every page: footer, watermark, the release's status."""
    ends = day(ReportingYear.parse(letter.year).last_day)
    return {
        "title": f"{letter.title}, {letter.council}",
        "heading": letter.title,
        "footer": " · ".join(filter(None, (letter.council, letter.title, letter.footer))),
        "watermark": WATERMARK if letter.simulated else None,
        "status": status_mark(release),
        "statement": _runs(letter.statement, letter),
        "addressee": list(letter.addressee),
        "date": day(letter.dated) if letter.dated else f"For the year ended {ends}",
        "salutation": letter.salutation,
        "sections": [_section(part, letter) for part in letter.sections],
        "closing": letter.closing,
        "signatory": letter.signatory,
    }


def file_name(slug: str, year: str) -> str:
    """Return the name a letter's file is saved under."""
    return f"{slug}-annual-review-letter-{year}.pdf"


def status_mark(release: Release) -> str | None:
    """Return what every page of a letter says of a release that is not, or no longer, what is published."""
    status = Status(release.status)
    if status.public and status is not Status.SUPERSEDED:
        return None
    return capital(release.standing)


def _section(part: Section, letter: Letter) -> Data:
    return {
        "id": part.id,
        "heading": part.heading,
        "blocks": [_block(block, letter) for block in part.blocks],
    }


def _block(block: Block, letter: Letter) -> Data:
    if isinstance(block, Points):
        return {"kind": "points", "items": [_runs(item, letter) for item in block.items]}
    if isinstance(block, Table):
        return {
            "kind": "table",
            "caption": block.caption,
            "head": list(block.head),
            "rows": [
                [{"runs": _runs(cell, letter, marked=block.marked)} for cell in row] for row in block.rows
            ],
            "numbers": sorted(block.numbers),
            "widths": _widths(block),
            "narrow": len(block.head) == 2,
        }
    return {"kind": "paragraph", "runs": _runs(block, letter)}


def _kept_together(text: str) -> str:
    """Return a text that is not broken within a fraction (5 of 8), a day (31 March) or a case's reference."""
    return _TOGETHER.sub(lambda found: found.group().replace(" ", "\u00a0"), text)


def _widths(table: Table) -> list[int]:
    """Return the share of the line of each column, by the longest of its texts and of its head's words."""
    widths = []
    for column, head in enumerate(table.head):
        longest = max(len(_text(row[column])) for row in table.rows)
        word = max(map(len, head.split()), default=0)
        widths.append(max(_NARROWEST, word, min(longest, _WIDEST)))
    return widths


def _text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph)


def _runs(paragraph: Sequence[Run], letter: Letter, *, marked: bool = True) -> list[Data]:
    return [
        {
            "text": _kept_together(run.text),
            "href": run.href,
            "mark": mark(run, letter.base) if marked else None,
        }
        for run in paragraph
    ]

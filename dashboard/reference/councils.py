"""The councils as records, with the validity of every code."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.years import ReportingYear
from dashboard.reference.artefact import ArtefactError, Line, read_artefact
from dashboard.repository.records import Council, FormerName

COUNCILS = "reference/councils.csv"
COLUMNS = (
    "slug",
    "code",
    "codes",
    "name",
    "short_name",
    "other_names",
    "former_names",
    "old_slugs",
    "type",
    "region",
    "upper_tier",
    "start",
    "end",
    "ombudsman_slug",
)


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """An ONS code of a council and the days it was valid on, first and last; None on an open side."""

    slug: str
    code: str
    first: date | None
    last: date | None

    def covers(self, day: date) -> bool:
        """Say whether the code was valid on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def load_councils(data: Path) -> tuple[dict[str, Council], tuple[CodeSpan, ...]]:
    """Return the councils by slug, and their code spans, oldest first within a council."""
    councils: dict[str, Council] = {}
    spans: list[CodeSpan] = []
    owners: dict[str, str] = {}
    slugs: dict[str, str] = {}
    lines = read_artefact(data, COUNCILS, COLUMNS)
    for line in lines:
        own = _spans(line)
        council = _council(line, own)
        if council.slug in councils:
            raise ArtefactError(f"{line.place}: {council.slug} stands twice.")
        for code in council.codes:
            if owners.setdefault(code, council.slug) != council.slug:
                raise ArtefactError(f"{line.place}: {code} is the code of {owners[code]} too.")
        councils[council.slug] = council
        spans += own
    for line in lines:
        for old in councils[line["slug"]].led_here_from:
            if old in councils or slugs.setdefault(old, line["slug"]) != line["slug"]:
                raise ArtefactError(f"{line.place}: {old} is, or was, the slug of another council too.")
        upper = line["upper_tier"]
        if upper and upper not in councils:
            raise ArtefactError(f"{line.place}: the upper tier council {upper} is not in the list.")
    return councils, tuple(spans)


def _council(line: Line, spans: list[CodeSpan]) -> Council:
    if not line["slug"] or not line["name"] or spans[-1].code != line["code"]:
        raise ArtefactError(f"{line.place}: the slug or the name is empty, or the latest code is another.")
    return Council(
        slug=line["slug"],
        code=line["code"],
        codes=tuple(span.code for span in spans),
        name=line["name"],
        short_name=line["short_name"],
        other_names=tuple(name for name in line["other_names"].split("|") if name),
        type=line.read("type", AuthorityType, "one of the five authority types"),
        region=line["region"],
        upper_tier=line["upper_tier"] or None,
        start=line.day("start"),
        end=line.day("end"),
        ombudsman_slug=line["ombudsman_slug"] or None,
        former_names=line.read("former_names", _former_names, "a list such as Old Council:2017-18"),
        old_slugs=tuple(slug for slug in line["old_slugs"].split("|") if slug),
    )


def _former_names(text: str) -> tuple[FormerName, ...]:
    """Return names with the last year each held in, oldest first. Raises ValueError."""
    named = (part.split(":") for part in text.split("|") if part)
    former = tuple(FormerName(name, str(ReportingYear.parse(year))) for name, year in named)
    if [one.last_year for one in former] != sorted({one.last_year for one in former}):
        raise ValueError(text)
    return former


def _spans(line: Line) -> list[CodeSpan]:
    return line.read(
        "codes",
        lambda text: [_span(line["slug"], part) for part in text.split("|")],
        "a list of codes such as E08000016:..2025-03-31",
    )


def _span(slug: str, text: str) -> CodeSpan:
    code, days = text.split(":")
    first, last = days.split("..")
    return CodeSpan(
        slug,
        code,
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )

"""What there is to ask for: measures, years, releases and letters."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.addresses.links import Links
from dashboard.api import origins
from dashboard.api.fields import Field
from dashboard.api.parameters import COUNCIL, LATEST_YEAR, TYPE
from dashboard.api.route import Found, Request, Route
from dashboard.domain.measure import Unit
from dashboard.domain.origin import Origin
from dashboard.domain.statuses import Status, status_words
from dashboard.domain.years import ReportingYear
from dashboard.downloads.columns import measures, unit_words
from dashboard.letters.no_letter import why_none
from dashboard.repository.catalogue import ReleaseEntry
from dashboard.repository.manifest import KINDS
from dashboard.repository.records import Council, Release

MEASURE_FIELDS = (
    Field("measure", "string", "The id.", lambda m: m.id, True, sorts=True),
    Field("label", "string", "What it is called.", lambda m: m.label, True, sorts=True),
    Field("unit", "string", "What its values are in.", lambda m: m.unit.value, True, tuple(Unit)),
    Field("unit_in_words", "string", "The same in words.", unit_words, True),
    Field("numerator", "string", "What is counted, by id.", lambda m: m.numerator, True),
    Field("denominator", "string", "Out of what, by id; null of a count.", lambda m: m.denominator),
    Field("meaning", "string", "What it counts, over what.", lambda m: m.explanation, True),
    Field("caveat", "string", "What it cannot say.", lambda m: m.caveat, True),
    Field(
        "first_year",
        "string",
        "The first year the Ombudsman counted it so.",
        lambda m: str(m.first_year),
        True,
    ),
    Field(
        "compared",
        "boolean",
        "Whether a council is compared with its type by it.",
        lambda m: m.compared,
        True,
    ),
    Field("origin_in_words", "string", "Where this comes from.", lambda _: origins.MEASURES, True),
)


@dataclass(frozen=True, slots=True)
class OneYear:
    """A year of a release, how many councils existed in it, and whether its case register is whole."""

    year: ReportingYear
    councils: int
    register: bool
    release: Release


YEAR_FIELDS = (
    Field("year", "string", "The reporting year.", lambda o: str(o.year), True, sorts=True),
    Field("first_day", "date", "Its 1 April.", lambda o: o.year.first_day, True),
    Field("last_day", "date", "Its 31 March.", lambda o: o.year.last_day, True),
    Field("councils", "integer", "Councils that existed on its 1 April.", lambda o: o.councils, True),
    Field(
        "register_whole",
        "boolean",
        "Whether the release holds every case that its statistics count.",
        lambda o: o.register,
        True,
    ),
    Field(
        "origin_in_words",
        "string",
        "Where the figures come from.",
        lambda o: origins.of_release(o.release),
        True,
    ),
)


def _years(request: Request) -> Found:
    repository = request.repository
    release = repository.release()
    whole = repository.register_years()
    return Found(
        [
            OneYear(ReportingYear.parse(year), len(repository.councils(year)), year in whole, release)
            for year in release.years
        ]
    )


@dataclass(frozen=True, slots=True)
class OneRelease:
    """A release readers may see, and whether it is the one shown where none is named."""

    entry: ReleaseEntry
    live: str | None


_KIND = {
    "real": "published by the Ombudsman, reported by councils or the press, or derived from such figures",
    "demonstration": "a demonstration: figures marked simulated are invented",
}
RELEASE_FIELDS = (
    Field("release", "string", "The name to ask for it by.", lambda o: o.entry.name, True, sorts=True),
    Field("title", "string", "What it is.", lambda o: o.entry.title, True),
    Field(
        "kind",
        "string",
        "Real figures only, or a demonstration with simulated ones.",
        lambda o: o.entry.kind,
        True,
        KINDS,
    ),
    Field(
        "status",
        "string",
        "Its status.",
        lambda o: o.entry.status,
        True,
        tuple(s for s in Status if s.public),
    ),
    Field(
        "status_in_words",
        "string",
        "The same in words.",
        lambda o: status_words(o.entry.status, o.entry.embargoed_until, o.live),
        True,
    ),
    Field("years", "strings", "The years it holds, ascending.", lambda o: o.entry.years, True),
    Field("built_at", "string", "When it was built, UTC.", lambda o: o.entry.built_at, True, sorts=True),
    Field("origin_in_words", "string", "Where its figures come from.", lambda o: _KIND[o.entry.kind], True),
)


def _releases(request: Request) -> Found:
    entries = request.catalogue().releases
    live = next((entry.name for entry in entries if entry.status == Status.LIVE), None)
    return Found([OneRelease(entry, live) for entry in entries])


@dataclass(frozen=True, slots=True)
class OneLetter:
    """The annual review letter to a council about a year. ``written``: there is a page of it.

    ``links`` keep the release that the request names.
    """

    council: Council
    year: str
    written: bool
    official: str | None
    demonstration: bool
    links: Links

    @property
    def origin(self) -> Origin:
        """Where the letter as PDF comes from."""
        if self.official is not None:
            return Origin.PUBLISHED
        return Origin.SIMULATED if self.demonstration else Origin.DERIVED


_WHOSE = {
    Origin.PUBLISHED: "the Ombudsman’s own letter",
    Origin.SIMULATED: "written by this project for a demonstration, from figures some of which are simulated",
    Origin.DERIVED: "written by this project from the figures held; not the Ombudsman’s",
}
LETTER_FIELDS = (
    Field("council", "string", "The council’s slug.", lambda o: o.council.slug, True, sorts=True),
    Field(
        "authority",
        "string",
        "The council’s name on the year’s 31 March.",
        lambda o: o.council.name_in(o.year),
        True,
        sorts=True,
    ),
    Field("year", "string", "The reporting year.", lambda o: o.year, True, sorts=True),
    Field(
        "page",
        "string",
        "Its page on this site; null where only a PDF is held.",
        lambda o: o.links.letter(o.council.slug, o.year) if o.written else None,
    ),
    Field(
        "pdf",
        "string",
        "The letter as PDF.",
        lambda o: o.links.letter_pdf(o.council.slug, o.year),
        True,
    ),
    Field("origin", "string", "Where the letter comes from.", lambda o: o.origin.value, True, tuple(_WHOSE)),
    Field("origin_in_words", "string", "Whose the letter is.", lambda o: _WHOSE[o.origin], True),
)


def _letters(request: Request) -> Found:
    return Found(list(_every_letter(request)))


def _every_letter(request: Request) -> Iterator[OneLetter]:
    repository, values = request.repository, request.values
    release = repository.release()
    years = values.get("year", release.years if "council" in values else release.years[-1:])
    for council in repository.councils():
        if council.slug not in values.get("council", (council.slug,)):
            continue
        if council.type is not values.get("type", council.type):
            continue
        for year in repository.years_of(council.slug):
            if year not in years:
                continue
            written = why_none(council, year, repository) is None
            official = repository.official_letter(council.slug, year)
            if written or official:
                told = (written, official, release.is_demonstration, request.links)
                yield OneLetter(council, year, *told)


ROUTES = (
    Route(
        path="/measures",
        title="Measures",
        meaning="What is measured: what each measure counts, over what, and what it cannot say.",
        fields=MEASURE_FIELDS,
        answer=lambda _: Found(measures()),
        sorted_by="",
    ),
    Route(
        path="/years",
        title="Years",
        meaning="The reporting years the release holds.",
        fields=YEAR_FIELDS,
        answer=_years,
        sorted_by="year",
    ),
    Route(
        path="/letters",
        title="Letters",
        meaning="The annual review letters; without a council or a year, those of the latest year. Where "
        "nothing is held, or nothing was dealt with, there is none.",
        fields=LETTER_FIELDS,
        answer=_letters,
        asked=(COUNCIL, LATEST_YEAR, TYPE),
        sorted_by="authority",
        example="?council=blackpool-borough-council",
    ),
    Route(
        path="/releases",
        title="Releases",
        meaning="The releases that may be named, the live one first.",
        fields=RELEASE_FIELDS,
        answer=_releases,
    ),
)

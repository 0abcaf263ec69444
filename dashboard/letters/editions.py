"""The editions of the annual review letter, as data: parts, dates and what was special of each year.

Adding next year's edition is adding an entry. Until then its letters have the parts of the newest, and
nothing that was special of it. Dates are given only where they are held.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dashboard.domain.measure import Measure
from dashboard.domain.measures import in_letter


class Part(StrEnum):
    """The parts a letter may have; each edition lists its own, in order."""

    OVERVIEW = "overview"
    UPHELD = "upheld"
    RATE = "rate"
    COMPLIANCE = "compliance"
    REMEDY = "remedy"
    RECEIVED = "received"
    DECIDED = "decided"
    REMEDIED = "remedied"
    IMPROVEMENTS = "improvements"
    SIMILAR = "similar"
    MAP = "map"
    RESOURCES = "resources"


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's letter.

    ``opening`` follows the common first sentence. ``notes`` are what a reader of this year's figures
    must know before comparing them. ``resources`` are the points of the part of that name.
    ``addressed_to`` is an office. Who signs is a release's to say, not an edition's.
    """

    year: str
    parts: tuple[Part, ...]
    dated: date | None = None
    map_updated: date | None = None
    opening: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    addressed_to: str = "Chief Executive"


_FIRST = (Part.RECEIVED, Part.DECIDED)
_REMEDIED = (*_FIRST, Part.REMEDIED, Part.COMPLIANCE)
_MEASURES = (Part.UPHELD, Part.COMPLIANCE, Part.REMEDY, Part.IMPROVEMENTS, Part.SIMILAR)
_WITH_RATE = (Part.UPHELD, Part.RATE, Part.COMPLIANCE, Part.REMEDY, Part.IMPROVEMENTS, Part.SIMILAR)

_PANDEMIC = (
    "This letter reaches you while your council is responding to the Covid-19 pandemic. I know what "
    "that asks of you and of everyone who works for your council.",
    "I am sending it all the same. The year it covers ended as the pandemic began, its complaints were "
    "almost all made and decided before, and what they can teach is no less useful now. Use it when "
    "you are able to.",
)
_RESOURCES_2019 = (
    "The interactive map, “Your council’s performance”, shows the figures of every council and what each "
    "has agreed to improve.",
    "Seminars for link officers, the people in your council whom we deal with, were held in four cities: "
    "178 delegates came from 143 authorities.",
    "Training in handling complaints: we ran 118 courses, which reached more than 1,400 people.",
)
_RESOURCES = (
    "The interactive map, “Your council’s performance”, shows the figures of every council and what each "
    "has agreed to improve.",
    "Our training in handling complaints is open to your officers.",
)
_PAUSE = (
    "No new complaints were taken from March to June 2020, so that councils could attend to the pandemic. "
    "Fewer complaints than usual were decided: compare this year with others with care."
)
_AFTER_PAUSE = (
    "The pause in new complaints from March to June 2020 still affects comparisons with the year before."
)
_SELECTION = (
    "From this year the Ombudsman chose which complaints to investigate in a new way, with the public "
    "interest in mind, and investigated fewer borderline complaints. Fault was found in a higher share of "
    "them: compare these figures with those of similar authorities, and not with those of earlier years."
)

EDITIONS: dict[str, Edition] = {
    edition.year: edition
    for edition in (
        Edition("2013-14", _FIRST),
        Edition(
            "2014-15", _FIRST, notes=("From April 2014 a complaint is recorded as upheld or not upheld.",)
        ),
        Edition("2015-16", _REMEDIED),
        Edition("2016-17", _REMEDIED),
        Edition("2017-18", _REMEDIED),
        Edition(
            "2018-19",
            (*_MEASURES, Part.MAP),
            opening=(
                "For the first time this letter is built on three measures: how often we upheld complaints, "
                "whether our recommendations were carried out, and how often things had already been put "
                "right.",
            ),
        ),
        Edition(
            "2019-20",
            (*_MEASURES, Part.RESOURCES),
            dated=date(2020, 7, 22),
            map_updated=date(2020, 7, 29),
            opening=_PANDEMIC,
            resources=_RESOURCES_2019,
        ),
        Edition("2020-21", (*_MEASURES, Part.RESOURCES), notes=(_PAUSE,), resources=_RESOURCES),
        Edition("2021-22", (*_MEASURES, Part.RESOURCES), notes=(_AFTER_PAUSE,), resources=_RESOURCES),
        Edition("2022-23", (*_MEASURES, Part.RESOURCES), notes=(_SELECTION,), resources=_RESOURCES),
        Edition(
            "2023-24",
            (*_WITH_RATE, Part.RESOURCES),
            dated=date(2024, 7, 17),
            notes=(
                "For the first time the number of complaints upheld is also adjusted for population, so that "
                "councils of different sizes can be read side by side.",
            ),
            resources=_RESOURCES,
        ),
        Edition(
            "2024-25",
            (Part.OVERVIEW, *_WITH_RATE, Part.RESOURCES),
            notes=(
                "For the first time an overview of everything the Ombudsman dealt with comes first, and "
                "the letters and the map are published together in May, earlier than before.",
            ),
            resources=_RESOURCES,
        ),
    )
}


def measures_stated(edition: Edition) -> tuple[Measure, ...]:
    """Return the measures an edition's letter states, in the order of its parts."""
    by_part = {measure.letter_part: measure for measure in in_letter()}
    return tuple(by_part[part] for part in edition.parts if part in by_part)


def edition_of(year: str, editions: Mapping[str, Edition] = EDITIONS) -> Edition | None:
    """Return a year's edition; of a year after the newest, that one's without what was special of it.

    None before the first letters.
    """
    newest = max(editions)
    if year in editions or year < newest:
        return editions.get(year)
    return replace(editions[newest], year=year, dated=None, map_updated=None, opening=(), notes=())

"""What the questions of a paper are drawn from: the year's numbers, and nothing of how they are told."""

from dataclasses import dataclass

from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import State
from dashboard.domain.larger_part import LargerPart, PartOf
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.domain.years import ReportingYear
from dashboard.pack.cases_section import Behind
from dashboard.pack.compliance_section import punctuality
from dashboard.pack.council_year import Known, of
from dashboard.pack.received_section import marked_parts
from dashboard.pack.to_watch import ToWatch, to_watch
from dashboard.statistics.of_history import series_trend, year_change
from dashboard.statistics.trend import Direction
from dashboard.words import changes, comparisons
from dashboard.words import figure as say
from dashboard.words.cautions import cautions

HIGHER = (Comparison.HIGHER, Comparison.MUCH_HIGHER)
LOWER = (Comparison.LOWER, Comparison.MUCH_LOWER)

Asked = tuple[str, str] | None
"""A question and its reason, or nothing to ask."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A council's year in numbers; None is not held, or not worked out because it is not compared.

    Pairs are a number and its base. ``beside`` says what the share upheld was compared with, in words, and
    ``rate_simulated`` that the others' rates are simulated (empty: they are not). ``change`` is the change on
    the year before beyond the type's own, ``trend`` that since the last break of the series.
    ``due`` is how many recommendations fell due by their cases, ``late`` how many of them were late.
    ``larger_part`` is a service that a larger part of what was received is about than at others of the type,
    ``unusual_subject`` a subject of more of the published upheld cases, ``too_soon`` what was referred back
    of all decided. ``changed_in`` is in how many cases changes were agreed. ``open_changes`` counts agreed
    changes due by the year's end and not recorded as done. ``broken`` is what sets this year's
    share upheld apart from other years', in a sentence. ``watch`` is what is to be watched over the years.
    """

    council: str
    year: str
    type_councils: str
    upheld: tuple[int, int] | None = None
    investigated_none: bool = False
    compared: Comparison = Comparison.NONE
    beside: str = ""
    rate_compared: Comparison = Comparison.NONE
    rate_simulated: str = ""
    complied: tuple[int, int] | None = None
    nothing_due: bool = False
    late: int | None = None
    due: int | None = None
    compliance_held: bool = True
    remedied: tuple[int, int] | None = None
    remedy_compared: Comparison = Comparison.NONE
    remedy_simulated: str = ""
    change: Direction | None = None
    went_that_way: bool = True
    whose_change: str = "its type"
    trend: Direction | None = None
    before: tuple[int, int] | None = None
    larger_part: LargerPart | None = None
    too_soon: LargerPart | None = None
    unusual_subject: LargerPart | None = None
    changes_agreed: int = 0
    changed_in: int = 0
    open_changes: int = 0
    reports: int = 0
    broken: str | None = None
    new: bool = False
    ended: bool = False
    watch: ToWatch | None = None


def facts(known: Known, found: Behind | None) -> Facts:
    """Read the facts off a council's year."""
    figures = known.figures
    upheld, compliance, remedy = figures[UPHELD.id], figures[COMPLIANCE.id], figures[SATISFACTORY_REMEDY.id]
    compare = not known.ended
    year = ReportingYear.parse(known.year)
    start = known.council.start
    when = punctuality(known)
    moved = year_change(known.counted(UPHELD), known.year, UPHELD)
    return Facts(
        council=known.council.name,
        year=known.year,
        type_councils=known.council.type.councils,
        upheld=say.counts_of(upheld),
        investigated_none=upheld.state is State.NO_CASES,
        compared=upheld.comparison if compare else Comparison.NONE,
        beside=comparisons.tested_against(upheld, known.council.type) or "",
        rate_compared=figures[UPHELD_RATE.id].comparison if compare else Comparison.NONE,
        rate_simulated=comparisons.others_simulated(figures[UPHELD_RATE.id]),
        complied=say.counts_of(compliance),
        nothing_due=compliance.state is State.NO_CASES,
        late=when.late if when else None,
        due=when.on_time + when.late + when.missed if when else None,
        compliance_held=compliance.shown is not None
        or compliance.state in {State.NO_CASES, State.NOT_APPLICABLE},
        remedied=say.counts_of(remedy),
        remedy_compared=remedy.comparison if compare else Comparison.NONE,
        remedy_simulated=comparisons.others_simulated(remedy),
        change=None if moved is None else moved.direction,
        went_that_way=moved is None or moved.beside is None or moved.beside.went_that_way,
        whose_change="its type" if moved is None else changes.whose(moved),
        trend=_trend(known),
        before=_before(known),
        larger_part=_larger_part(known),
        too_soon=_larger(known, PartOf.REFERRED_BACK),
        unusual_subject=_larger(known, PartOf.SUBJECT) if found else None,
        changes_agreed=len(found.improvements) if found else 0,
        changed_in=len({one.reference for one in found.improvements}) if found else 0,
        open_changes=sum(
            one.met is None and one.due is not None and one.due <= year.last_day for one in found.improvements
        )
        if found
        else 0,
        reports=len(found.reports) if found else 0,
        broken=next(iter(cautions(UPHELD, known.year, 1)), None),
        new=start is not None and ReportingYear.of(start) == year,
        ended=known.ended,
        watch=to_watch(known),
    )


def _larger(known: Known, of: PartOf) -> LargerPart | None:
    return known.repository.larger_part(known.council.slug, known.year, of)


def _before(known: Known) -> tuple[int, int] | None:
    figure = known.counted(UPHELD).get(known.before)
    return say.counts_of(figure) if figure else None


def _trend(known: Known) -> Direction | None:
    found = series_trend(known.counted(UPHELD), known.year, UPHELD)
    return None if found is None else found.direction


def _larger_part(known: Known) -> LargerPart | None:
    """Return the first service that is a larger part of what was received than at others of the type."""
    total = of(known.received, "total")
    if total is None or not total.count:
        return None
    services = known.repository.services_compared(known.council.slug, known.year)
    looked_at = [one.received for one in services.values() if one.received is not None and one.received.made]
    luck = sum(one.luck for one in looked_at)
    for label, one in marked_parts(known):
        row = next((r for c in Category if c.label == label and (r := of(known.received, c))), None)
        if (
            one.comparison not in HIGHER
            or row is None
            or one.others_numerator is None
            or not one.others_denominator
        ):
            continue
        others = (one.others_numerator, one.others_denominator)
        mark = one.origin is Origin.SIMULATED
        return LargerPart(label, row.count or 0, total.count, others, mark, len(looked_at), luck)
    return None

"""The sentences of the map page, each from what the map shows: one place for its copy."""

from dataclasses import dataclass

from dashboard.addresses.view_state import Reading, first_year_pooled
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.formats import thousands, words
from dashboard.domain.measure import Unit
from dashboard.domain.measures import COMPLIANCE
from dashboard.domain.years import ReportingYear
from dashboard.mapview.tally import Tally, tally
from dashboard.mapview.view import MapView
from dashboard.words.cautions import cautions
from dashboard.words.comparisons import CHANCE
from dashboard.words.luck import luck_alone
from dashboard.words.origins import origins_said
from dashboard.words.standings import (
    Standings,
    base,
    differ,
    have_enough,
    not_compared,
    nothing_compared,
    stand_out,
)
from dashboard.words.values import value


@dataclass(frozen=True, slots=True)
class MapTexts:
    """What stands around the map. ``notes`` are paragraphs, none where there is nothing to say."""

    title: str
    heading: str
    subtitle: str
    marks: str
    summary: str
    origins: str
    notes: tuple[str, ...]
    live: str


def texts(view: MapView) -> MapTexts:
    """Write the sentences of a map."""
    counted = tally(view)
    return MapTexts(
        title=f"{view.measure.label}, {view.year}: map of England’s councils",
        heading=_heading(view, counted),
        subtitle=_subtitle(view),
        marks=_marks(view, counted.standings),
        summary=" ".join(s for s in _summary(view, counted) if s),
        origins=origins_said(counted.origins),
        notes=_notes(view, counted),
        live=f"{view.measure.label}, {_years(view)}. {_councils(counted.councils)}.",
    )


def _heading(view: MapView, counted: Tally) -> str:
    kind = _kind(view)
    if counted.applicable == 0:
        return f"There is no figure of this kind for {_years(view)}"
    if counted.held == 0:
        return f"No figure is held for {_years(view)}"
    if 2 * counted.held < counted.councils:
        return f"Figures are held for {words(counted.held)} of {counted.councils} {kind}"
    if view.measure == COMPLIANCE:
        return _compliance_heading(kind, counted)
    if not view.measure.compared:
        return "How much reaches the Ombudsman differs, and is no score"
    return _compared_heading(kind, counted.standings)


def _compared_heading(kind: str, counted: Standings) -> str:
    """Say how many stand out, of how many: a number never stands without its base."""
    if counted.enough == 0:
        return nothing_compared(counted)
    of = base(counted, kind)
    if counted.enough == counted.held:
        return f"{of}, {stand_out(counted)}"
    return f"{of}, {have_enough(counted)}; {stand_out(counted)}"


def _compliance_heading(kind: str, counted: Tally) -> str:
    if counted.with_cases == 0:
        return "No recommendation fell due at the councils whose figures are held"
    due = f"{kind}{_held(counted)} with recommendations due carried out every one"
    if counted.full == counted.with_cases > 1:
        return f"All {counted.with_cases} {due}"
    return f"{(words(counted.full) if counted.full else 'none').capitalize()} of {counted.with_cases} {due}"


def _held(counted: Tally) -> str:
    """Say of councils counted that they are those held, where others exist of which nothing is known."""
    return f" held (of {thousands(counted.applicable)})" if counted.known < counted.applicable else ""


def _subtitle(view: MapView) -> str:
    share = f", share of {view.measure.noun}" if view.measure.unit is Unit.PERCENT else ""
    against = ", each council beside the others of its type" if view.reading is Reading.COMPARED else ""
    return f"{view.measure.label}{share}{against}, {period_words(view.year, view.period)}"


def period_words(year: str, period: int) -> str:
    """Write the period a map covers: "April 2023 to March 2024", or three years pooled."""
    last = ReportingYear.parse(year)
    if period == 1:
        return last.words
    first = ReportingYear.parse(first_year_pooled(year, period))
    return f"three years pooled, April {first.start_year} to March {last.start_year + 1}"


def _marks(view: MapView, counted: Standings) -> str:
    if not view.measure.compared or counted.enough == 0:
        return ""
    simulated = "; worked out from simulated figures" if counted.simulated else ""
    return f"▲ {counted.above} above, ▼ {counted.below} below their type {CHANCE}; larger: much so{simulated}"


def _summary(view: MapView, counted: Tally) -> tuple[str, ...]:
    if counted.held == 0:
        return (_nothing(view, counted),)
    if view.measure == COMPLIANCE:
        return (_compliance(counted),)
    return (_range(view, counted), _beyond_chance(view, counted.standings))


def _nothing(view: MapView, counted: Tally) -> str:
    if counted.applicable == 0:
        return f"{view.measure.label}: counted only from {view.measure.first_year}."
    return f"None of the {_councils(counted.councils)} in view has a figure held for {_years(view)}."


def _range(view: MapView, counted: Tally) -> str:
    if counted.lowest is None or counted.highest is None:
        if not counted.few:
            return "No figure held has its counts and any cases, so no council is shaded."
        counts = " with its counts" if counted.known < counted.held else ""
        return f"Every figure held{counts} rests on fewer than five cases, so no council is shaded."
    what = "The figures" if view.measure.unit is Unit.PERCENT else "The rates per 100,000 residents"
    low, high = (value(figure) for figure in (counted.lowest, counted.highest))
    run = f"{what} run from {low} to {high}" if counted.shaded > 1 else f"The one figure shaded is {low}"
    few = f"; {words(counted.few)} rest on fewer than five cases" if counted.few > 1 else ""
    few = "; one rests on fewer than five cases" if counted.few == 1 else few
    return f"{run}{few}."


def _beyond_chance(view: MapView, counted: Standings) -> str:
    if not view.measure.compared:
        return "Volume is no score, so councils are not compared on it."
    rest = not_compared(counted)
    if counted.enough == 0:
        return " ".join(part for part in ("No council can be compared with its type.", rest) if part)
    of = base(counted, _kind(view))
    enough = "" if counted.enough == counted.held else f" {have_enough(counted)};"
    said = f"{of},{enough} {differ(counted)}. {luck_alone(counted.luck)}"
    return " ".join(part for part in (said, rest) if part)


def _compliance(counted: Tally) -> str:
    if counted.with_cases == 0:
        return "No recommendation fell due at any council whose counts are held."
    missed = counted.denominator - counted.numerator
    of = f"Of {_councils(counted.with_cases)}{_held(counted)} with recommendations due"
    if missed == 0:
        return f"{of}, all carried out every one: {thousands(counted.denominator)} in all."
    short = counted.with_cases - counted.full
    fell = "one did" if short == 1 else f"{words(short)} did"
    was = "was" if missed == 1 else "were"
    return (
        f"{of}, {words(counted.full) if counted.full else 'none'} carried out every one and {fell} not: "
        f"{words(missed)} of {thousands(counted.denominator)} recommendations {was} not complied with. "
        "Compliance is shown by its counts, not compared with councils of a type."
    )


def _notes(view: MapView, counted: Tally) -> tuple[str, ...]:
    told = []
    if view.asked_reading is not view.reading:
        told.append(
            f"{view.measure.short} is not compared with councils of a type; the map shows the figure."
        )
    told.append(view.measure.caveat)
    if view.period > 1:
        told.append(
            "Three years are pooled, numerators and denominators each added, because a single "
            f"{'district' if view.tier is Tier.LOWER else 'council'}’s cases of one year are few."
        )
    if view.period > 1 and 4 * counted.held < counted.councils:
        told.append("Few councils have all three years held; choose “One year” to see the year alone.")
    return (*told, *cautions(view.measure, view.year, view.period))


def _years(view: MapView) -> str:
    return view.year if view.period == 1 else f"{first_year_pooled(view.year, view.period)} to {view.year}"


def _kind(view: MapView) -> str:
    return view.type.councils if isinstance(view.type, AuthorityType) else "councils"


def _councils(count: int) -> str:
    return f"{thousands(count)} {'council' if count == 1 else 'councils'}"

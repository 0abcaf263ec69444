"""A council's charts as pictures: its years, and its place among the councils of its type."""

from collections import Counter

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.charts.funnel import Funnel, funnel
from dashboard.charts.paper import within
from dashboard.charts.paper_funnel import paper_funnel
from dashboard.charts.paper_strip import paper_strip
from dashboard.charts.paper_trend import paper_trend
from dashboard.charts.peers import group
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.pages.council import comparison_texts as say
from dashboard.pages.council import funnel_texts
from dashboard.pages.council.among import Among, of_type
from dashboard.pages.council.trend_section import changes_said, trend_data, trend_of
from dashboard.pictures.sheet import INNER, Body, Picture, Stamp, Told, sheet
from dashboard.pictures.stamp import stamp
from dashboard.words.breaks import concerned
from dashboard.words.origins import origins_said
from dashboard.words.wording import capital, uncapital


def trend_picture(here: CouncilYear, measure: Measure, address: str) -> Picture | None:
    """Return a council's years on a measure; None where the page has no chart of it.

    ``address`` is the site's own, empty where it is not known.
    """
    drawn = trend_of(here.council, measure, here.repository) if measure.charted else None
    history, averages = trend_data(here.council, measure, here.repository)
    svg = paper_trend(history, averages, measure, here.council.short_name, INNER, told=True)
    if drawn is None or svg is None:
        return None
    changed = " ".join(changes_said(history, here.year, measure))
    shown = {row.year for row in drawn.rows}
    origins = Counter(f.shown_origin for f in history if f.year in shown and f.shown is not None)
    breaks = [
        f"{each.year}: {each.words} {concerned(ReportingYear.parse(each.year))}" for each in drawn.breaks
    ]
    told = Told(
        title=f"{here.council.name}: {uncapital(drawn.title)}",
        subtitle=(f"{capital(drawn.subtitle)}.",),
        notes=_some(
            f"{here.year}: {changed}" if changed else None,
            f"Breaks: {' '.join(breaks)}" if breaks else None,
            origins_said({origin: origins[origin] for origin in Origin}, "drawn of this council"),
            measure.caveat,
        ),
        alt=drawn.alt,
    )
    return sheet(told, _body(svg), _stamp(here, address))


def strip_picture(here: CouncilYear, measure: Measure, address: str) -> Picture | None:
    """Return a council's place among its type on a measure, as dots along a line; None without any."""
    among = _among(here, measure)
    drawn = among.ready.strip if among is not None else None
    if among is None or drawn is None:
        return None
    own, counted = among.own, measure == COMPLIANCE
    if counted:
        said: tuple[str | None, ...] = (say.missed_summary(among),)
        what = f"Recommendations not complied with, {say.span(among)}"
        figure = f", {own.base - own.events} of {own.base}" if own else ""
    else:
        said = (say.own_words(among), say.type_words(among))
        what = say.headline(among)
        figure = f", {own.text}" if own else ""
    alt = f"Strip of dots. {' '.join(_some(*said))}"
    svg = paper_strip(drawn, here.council.slug, f"{here.council.short_name}{figure}", alt, INNER)
    scale = "Recommendations not complied with" if counted else _scale(measure)
    told = Told(
        title=f"{here.council.name} among {among.kind.councils}: {uncapital(what)}",
        subtitle=(f"Each dot is a council. {scale}.",),
        notes=_some(*said, say.NO_RANKING, funnel_texts.not_drawn(among), _origin(among), measure.caveat),
        alt=alt,
    )
    return sheet(told, _body(svg), _stamp(here, address))


def funnel_picture(here: CouncilYear, measure: Measure, address: str) -> Picture | None:
    """Return the funnel plot of a council's type on a measure; None where nothing is compared."""
    among = _among(here, measure)
    drawn = _funnel(among, here) if among is not None and measure.compared else None
    if among is None or drawn is None:
        return None
    own = say.own_words(among)
    alt = funnel_texts.picture_words(among, drawn.around, own)
    noun = "residents" if measure.is_rate else measure.noun
    svg = paper_funnel(drawn, here.council.slug, noun, alt, INNER)
    told = Told(
        title=f"{here.council.name}: {uncapital(measure.label)}, {say.span(among)}: funnel plot of "
        f"{among.kind.councils}",
        subtitle=(f"{capital(funnel_texts.subtitle(among, drawn.around))}.",),
        notes=_some(
            " ".join(_some(own, say.type_words(among))),
            funnel_texts.reading(among, drawn.around),
            " ".join(
                _some(
                    funnel_texts.spread_words(among.compared),
                    funnel_texts.not_drawn(among),
                    say.not_compared(among.counts),
                    _origin(among),
                )
            ),
            measure.caveat,
        ),
        alt=alt,
    )
    return sheet(told, _body(svg), _stamp(here, address))


def _among(here: CouncilYear, measure: Measure) -> Among | None:
    """Return a council among its type; None in a year it did not exist in, or of what is never drawn."""
    known = here.repository
    if not known.existed(here.council.slug, here.year):
        return None
    shared = of_type(here.council, here.year, known)
    return shared.among(measure) if measure.id in shared.drawn else None


def _funnel(among: Among, here: CouncilYear) -> Funnel | None:
    """Return the numbers of a funnel: as the release keeps them, or from the figures they follow from."""
    kept = among.ready.funnel
    if kept is not None:
        return kept
    known = here.repository
    councils = [one for one in known.councils(here.year) if one.type is among.kind]
    figures = known.year_figures(here.year, among.measure.id, among.period)
    return funnel(group(councils, figures, among.benchmark, among.compared, period=among.period))


def _scale(measure: Measure) -> str:
    return f"{measure.head}, % of {measure.noun}" if measure.is_share else measure.head


def _origin(among: Among) -> str | None:
    own = among.own
    if own is None or own.figure.origin is None:
        return None
    return f"The figure of {own.name} is {own.figure.origin.words}."


def _body(svg: str) -> Body:
    return Body(*within(svg, 0, 0))


def _stamp(here: CouncilYear, address: str) -> Stamp:
    return stamp(here.repository.release(), UNNAMED.council(here.council.slug, here.year), address)


def _some(*told: str | None) -> tuple[str, ...]:
    return tuple(one for one in told if one)

"""The four measures of a council's year, each a card: number, fraction, plain line, thin bar, small trend."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from dashboard.charts.small_trend import small_trend
from dashboard.domain.figures import Figure, State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import MEASURES, headline
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Compliance
from dashboard.markup import elements as html
from dashboard.markup.markup import Markup
from dashboard.markup.parts import Child, aria, heading, origin_chip, source_link
from dashboard.pages.cases.links import counts_linked, to_cases
from dashboard.pages.council.measure_bar import Shown, average_alone, bar
from dashboard.words import figure as say
from dashboard.words.verdict import in_tenths


def common_origin(figures: Mapping[str, Figure]) -> Origin | None:
    """Return the origin all headline figures share, or None where they differ or there are none.

    A count of nothing is a figure too: the origin of the one value of a year is not that of the year.
    """
    origins = headline_origins(figures)
    return origins.pop() if len(origins) == 1 else None


def headline_origins(figures: Mapping[str, Figure]) -> set[Origin]:
    """Return the origins of what the headline figures show, counts of nothing included; of a fraction of
    which only a half is held nothing is shown."""
    shown = [figures[measure.id] for measure in headline() if measure.id in figures]
    return {
        figure.shown_origin
        for figure in shown
        if figure.shown_origin is not None
        and (say.headline(figure) is not None or figure.state is State.NO_CASES)
    }


def _origins(figure: Figure) -> list[Origin]:
    """Return the origin of what is shown, then that of the counts where it is another.

    A printed rate is worked from the population too, so its computed twin is always derived: that
    says nothing of the count beside it.
    """
    found = [origin for origin in (figure.shown_origin, figure.origin) if origin is not None]
    derived_twin = figure.printed is not None and figure.origin is Origin.DERIVED
    return found[:1] if MEASURES[figure.measure].is_rate and derived_twin else list(dict.fromkeys(found))


def blocks(shown: Shown, histories: Mapping[str, Sequence[Figure]]) -> Component:
    """Return the four measures; ``histories`` are their years, ascending, by measure."""
    common = common_origin(shown.figures)
    return html.Div(
        [
            _block(shown, measure, shown.figures[measure.id], common, histories.get(measure.id, ()))
            for measure in headline()
        ],
        className="measures",
    )


def _block(
    shown: Shown, measure: Measure, figure: Figure, common: Origin | None, history: Sequence[Figure]
) -> Component:
    name = f"measure-{measure.id.replace('_', '-')}"
    children: list[Child] = [heading(shown.level, measure.label, id=name, className="measure-name")]
    lead = say.headline(figure)
    if lead is None:
        children.append(
            html.P(
                [say.empty(figure), *_nothing_counted_chip(figure, common)],
                className=f"measure-empty state-{figure.state.value}",
            )
        )
        children += average_alone(shown, measure, figure)
        if figure.state is State.NO_CASES and (pooled := _three_years(shown, figure)):
            children.append(html.P(pooled, className="measure-flags"))
    else:
        children += [
            html.P(
                [
                    html.Span(counts_linked(lead.number, figure, shown.links), className="measure-number"),
                    " ",
                    html.Span(counts_linked(lead.words, figure, shown.links), className="measure-base"),
                    *_chips(figure, common),
                    *source_link(figure.source_url, f"{measure.label}, {figure.year}"),
                ],
                className="measure-figure",
            ),
            *_plain_line(shown, figure),
            *bar(shown, measure, figure),
            *_flags(shown, figure),
        ]
    children += _trend(shown, measure, history)
    return html.Section(children, className="measure", **aria(labelledby=name))


def _chips(figure: Figure, common: Origin | None) -> list[Child]:
    """Return the origin beside a figure: always where simulated, else where not the common one."""
    origins = _origins(figure)
    if not origins:
        return []
    shown = origins[0]
    if len(origins) > 1 and figure.state is State.VALUE:
        what = "Rate" if MEASURES[figure.measure].is_rate else "Percentage"
        both = shown is not common or Origin.SIMULATED in origins
        first: list[Child] = [" ", origin_chip(shown, what)] if both else []
        return [*first, " ", origin_chip(origins[1], "counts")]
    if shown is Origin.SIMULATED or shown is not common:
        return [" ", origin_chip(shown)]
    return []


def _nothing_counted_chip(figure: Figure, common: Origin | None) -> list[Child]:
    """Return the origin of a count of nothing, which is a figure too, under the rule of ``_chips``."""
    origin = figure.origin if figure.state is State.NO_CASES else None
    if origin is None or (origin is common and origin is not Origin.SIMULATED):
        return []
    return [" ", origin_chip(origin)]


def _plain_line(shown: Shown, figure: Figure) -> list[Child]:
    """Return the plain sentence: what the number means, and how it stands beside the type."""
    if complied := say.compliance(figure):
        return [html.P(_complied(complied, shown, figure), className="measure-sentence")]
    compared = None if shown.ended else say.comparison(figure, shown.council.type)
    sentence = " ".join(text for text in (in_tenths(figure), compared) if text)
    return [html.P(sentence, className="measure-sentence")] if sentence else []


def _trend(shown: Shown, measure: Measure, history: Sequence[Figure]) -> list[Child]:
    drawn = small_trend(history, measure, shown.council.short_name)
    if drawn is None:
        return []
    svg, note = drawn
    return [
        html.Div(
            [Markup(svg, className="trend-picture"), html.P(note, className="trend-note")],
            className="small-trend",
        )
    ]


def _flags(shown: Shown, figure: Figure) -> list[Child]:
    parts: list[Child] = []
    flags = [
        "Based on few cases." if figure.few and not say.leads_with_counts(figure) else None,
        _three_years(shown, figure),
        "After the council’s end: no average applies." if shown.ended else None,
    ]
    told = " ".join(flag for flag in flags if flag)
    if told:
        parts.append(html.P(told, className="measure-flags"))
    if figure.note:
        parts.append(html.P(["Note: ", figure.note], className="measure-note"))
    return parts


def _complied(said: str, shown: Shown, figure: Figure) -> list[Child]:
    """Return the sentence on compliance; strong, and with a link, where something was not complied with."""
    missed = (figure.denominator or 0) - (figure.numerator or 0)
    if not missed:
        return [said]
    which = to_cases(shown.links, "See which", Compliance.NOT_COMPLIED.value, missed, named="")
    return [html.Strong(said), *([" ", which] if shown.links else [])]


def _three_years(shown: Shown, figure: Figure) -> str | None:
    return None if shown.ended else say.three_years(figure, shown.pooled.get(figure.measure))

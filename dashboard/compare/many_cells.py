"""The one table as HTML: each cell its fraction above its bar, and on a small screen the same table turned.

Written as text and not as components: a thousand cells are made in the time of a hundred.
"""

from collections.abc import Callable, Mapping

from dashboard.charts.bars import common_scale, small_bar
from dashboard.charts.scale import Scale
from dashboard.compare.many import Average, Line, Many, Sight
from dashboard.compare.many_words import in_cell, usual_of
from dashboard.compare.tables import Entry
from dashboard.domain.comparison import Comparison
from dashboard.domain.measure import Measure, Unit
from dashboard.domain.origin import Origin
from dashboard.markup.html import text
from dashboard.words import figure_in_table as words

ACROSS = 15
"""The most columns that stand side by side; more, and the measures stand one below the other."""
CouncilUrl = Callable[[str], str]
Scales = Mapping[str, Scale]
_HIGH = (Comparison.HIGHER, Comparison.MUCH_HIGHER)
_OPEN = (
    '<svg class="many-dot simulated" width="10" height="10" aria-hidden="true" focusable="false">'
    '<circle class="bar-point" cx="5" cy="5" r="3.5"/></svg>'
)


def scales_of(many: Many) -> dict[str, Scale]:
    """Return each measure's scale, the same for all its cells."""
    scales = {}
    for measure in many.measures:
        places = [p for s in many.sights if s.measure == measure and (p := s.place) is not None]
        if places:
            scales[measure.id] = common_scale(measure, places)
    return scales


def across(many: Many) -> bool:
    """Say whether the measures stand side by side."""
    return len(many.measures) * len(many.years) <= ACROSS


def table_html(many: Many, caption: str, council_url: CouncilUrl) -> str:
    """Return the table, whole."""
    scales = scales_of(many)
    body = _across(many, scales, council_url) if across(many) else _stacked(many, scales, council_url)
    return f"<table><caption>{text(caption)}</caption>{body}</table>"


def _across(many: Many, scales: Scales, council_url: CouncilUrl) -> str:
    groups = "".join(
        f'<th scope="colgroup" colspan="{len(many.years)}" class="m m{i}">{_head(measure, scales)}</th>'
        for i, measure in enumerate(many.measures, start=1)
    )
    years = "".join(_years(many, measure, i) for i, measure in enumerate(many.measures, start=1))
    head = (
        f'<thead><tr><th scope="col" rowspan="2">Council</th>{groups}</tr>'
        f'<tr class="many-years">{years}</tr></thead>'
    )
    rows = []
    for line in many.lines:
        cells = "".join(
            _cells(many, line, place, scales, f"m m{place + 1}") for place in range(len(many.measures))
        )
        now = "".join(_now(of[-1], f"m m{i}") for i, of in enumerate(line.cells, start=1))
        rows.append(f"{_row(line)}{_name(line, now, council_url)}{cells}</tr>")
    for each in many.averages:
        averages = "".join(
            _averages(many, each, place, f"m m{place + 1}") for place in range(len(each.cells))
        )
        rows.append(f'<tr class="of-group"><th scope="row">{text(each.name)}</th>{averages}</tr>')
    return f"{head}<tbody>{''.join(rows)}</tbody>"


def _stacked(many: Many, scales: Scales, council_url: CouncilUrl) -> str:
    years = "".join(f'<th scope="col">{year}</th>' for year in many.years)
    head = f'<thead><tr class="many-years"><th scope="col">Council</th>{years}</tr></thead>'
    bodies = []
    for place, measure in enumerate(many.measures):
        rows = [
            f"{_row(line)}{_name(line, _now(line.cells[place][-1], ''), council_url)}"
            f"{_cells(many, line, place, scales, '')}</tr>"
            for line in many.lines
        ]
        rows += [
            f'<tr class="of-group"><th scope="row">{text(each.name)}</th>'
            f"{_averages(many, each, place, '')}</tr>"
            for each in many.averages
        ]
        title = (
            f'<tr class="many-title"><th scope="rowgroup" colspan="{len(many.years) + 1}">'
            f"{_head(measure, scales)}</th></tr>"
        )
        bodies.append(f"<tbody>{title}{''.join(rows)}</tbody>")
    return head + "".join(bodies)


def _head(measure: Measure, scales: Scales) -> str:
    """Name a measure, what it is of, and the scale of its bars."""
    told = [f"of {measure.noun}"] if measure.is_share else []
    told += ["number of complaints"] if measure.unit is Unit.COUNT else []
    if scale := scales.get(measure.id):
        unit = "%" if measure.is_share else ""
        told.append(f"scale {scale.low:g} to {scale.high:g}{unit}")
    return f"{text(measure.label)} <small>{text(', '.join(told))}</small>"


def _years(many: Many, measure: Measure, number: int) -> str:
    return "".join(
        f'<th scope="col" class="{_place(many, measure, place, f"m m{number}")}">{year}</th>'
        for place, year in enumerate(many.years)
    )


def _place(many: Many, measure: Measure, place: int, css: str) -> str:
    broken = "many-break" if many.broken_before(measure, place) else ""
    first = "many-first" if place == 0 else ""
    return " ".join(part for part in (css, broken, first) if part)


def _row(line: Line) -> str:
    return '<tr class="own">' if line.own else "<tr>"


def _name(line: Line, now: str, council_url: CouncilUrl) -> str:
    url, name = text(council_url(line.council.slug)), text(line.council.short_name)
    return f'<th scope="row"><a href="{url}">{name}</a>{now}</th>'


def _now(sight: Sight, css: str) -> str:
    """Return the last year's figure, for a small screen, where cells have no room for theirs."""
    said, usual = in_cell(sight), usual_of(sight)
    mark = f"{_mark(sight)} " if sight.marked else ""
    below = usual or said.below
    return (
        f'<span class="many-now {css}" aria-hidden="true">{mark}{text(said.first)}{text(said.rest)}'
        f"{f'<small>{text(below)}</small>' if below else ''}</span>"
    )


def _cells(many: Many, line: Line, place: int, scales: Scales, css: str) -> str:
    measure = many.measures[place]
    return "".join(
        _cell(sight, scales.get(measure.id), _place(many, measure, at, css))
        for at, sight in enumerate(line.cells[place])
    )


def _cell(sight: Sight, scale: Scale | None, css: str) -> str:
    """Return a cell. What is drawn, marked and strong, and what is said, come of the one comparison."""
    said, place = in_cell(sight), sight.place
    if said.empty:
        return f'<td class="{css} many-none"><span>{text(said.first)}</span></td>'
    first = f"<b>{text(said.first)}</b>" if sight.marked else text(said.first)
    rest = f" <span>{text(said.rest.strip())}</span>" if said.rest else ""
    words_ = f'<span class="many-said">{first}{rest}</span>'
    aside = f'<span class="visually-hidden">; {text(said.aside)}</span>' if said.aside else ""
    if place is None or scale is None:
        why = f"<span>{text(said.below)}</span>" if said.below else ""
        below = f"{_OPEN if sight.simulated else ''}{why}"
        under = f"<small>{below}</small>" if below else ""
        return f'<td class="{css} many-told">{words_}{under}{aside}</td>'
    bar = small_bar(place, scale, simulated=sight.simulated)
    mark = _mark(sight) if sight.marked else ""
    return f'<td class="{css}">{words_}<span class="many-bar">{bar}{mark}</span>{aside}</td>'


def _mark(sight: Sight) -> str:
    if sight.comparison in _HIGH:
        return '<i aria-hidden="true">▲</i>'
    return '<i class="down" aria-hidden="true">▼</i>'


def _averages(many: Many, average: Average, place: int, css: str) -> str:
    measure = many.measures[place]
    return "".join(
        _average(entry, _place(many, measure, at, css)) for at, entry in enumerate(average.cells[place])
    )


def _average(entry: Entry, css: str) -> str:
    if entry.value is None:
        shown = words.NOTHING if entry.state == "not_applicable" else entry.shown
        return f'<td class="{css} many-none"><span>{text(shown)}</span></td>'
    value, _, told = entry.shown.partition(", ")
    whose, _, simulated = told.partition(", ")
    dot = _OPEN if entry.origin == Origin.SIMULATED.value else ""
    aside = f'<span class="visually-hidden">, {text(simulated)}</span>' if simulated else ""
    return (
        f'<td class="{css} many-told"><span class="many-said">{text(value)}</span>'
        f"<small>{dot}<span>{text(whose)}</span>{aside}</small></td>"
    )

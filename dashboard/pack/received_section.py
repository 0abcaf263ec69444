"""What complaints were about and what was decided, over five years, with totals and the type's parts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.absolutes import printed_share
from dashboard.domain.comparison import Compared
from dashboard.domain.figures import State
from dashboard.domain.formats import fraction, thousands
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category, Outcome
from dashboard.pack.council_year import Known, of
from dashboard.pack.model import Block, Section, Table, cells, quietly, said
from dashboard.pack.own_records import own_records
from dashboard.repository.records import CountRow
from dashboard.words.breakdown import item_label
from dashboard.words.comparisons import standing
from dashboard.words.looks import case_mix_of
from dashboard.words.luck import luck_alone
from dashboard.words.services import NO_SCORE, total
from dashboard.words.states import within
from dashboard.words.wording import listed, uncapital

YEARS = 5
_DASH = "–"
_DECIDED_NOTE = (
    "A complaint may be received in one year and decided in another. Investigations are the last two "
    "outcomes: not upheld and upheld."
)
_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One of the two tables: what it counts, its items in the field's order, and the note below it."""

    id: str
    column: str
    items: tuple[Category, ...] | tuple[Outcome, ...]
    note: str

    @property
    def what(self) -> str:
        return f"Complaints and enquiries {self.id}"


_RECEIVED = _Kind("received", "Service", tuple(Category), NO_SCORE)
_DECIDED = _Kind("decided", "Outcome", tuple(Outcome), _DECIDED_NOTE)


def received_section(known: Known) -> Section:
    """Return the section of both tables, or sentences where they are not held, and the council's own."""
    blocks: list[Block] = [
        *_breakdown(known, known.received, _RECEIVED, _shares_of_type(known)),
        *_parts_that_stand_out(known),
        *_breakdown(known, known.decided, _DECIDED, {}),
        *_case_mix(known),
        *own_records(known),
    ]
    return Section("received", "Received and decided, over the years", tuple(blocks))


def marked_parts(known: Known) -> list[tuple[str, Compared]]:
    """Return the services whose part of all received is beyond chance and the type's own spread."""
    found = known.repository.services_compared(known.council.slug, known.year) if not known.ended else {}
    order = [item.value for item in Category]
    marked = [
        (Category(name).label, one.received)
        for name, one in sorted(found.items(), key=lambda pair: order.index(pair[0]))
        if one.received is not None and one.received.comparison.marked
    ]
    return [(label, compared) for label, compared in marked if compared is not None]


def _parts_that_stand_out(known: Known) -> list[Block]:
    """Say which parts of what was received stand out beside the type, and how many would by luck."""
    compared = known.repository.services_compared(known.council.slug, known.year) if not known.ended else {}
    made = [one.received for one in compared.values() if one.received is not None and one.received.made]
    if not made:
        return []
    mark = " (simulated)" if any(one.origin is Origin.SIMULATED for one in made) else ""
    whose = f"the parts at other {known.council.type.councils}"
    marked = marked_parts(known)
    if not marked:
        return [
            said(
                f"None of these parts differs from {whose} by more than chance and their spread "
                f"explain{mark}."
            )
        ]
    total_row = of(known.received, _TOTAL)
    parts = [f"{uncapital(label)}{_counts(known, label, total_row)} is {_than(one)}" for label, one in marked]
    return [
        said(
            f"Beside {whose}, allowing for chance and for their spread: {'; '.join(parts)}{mark}. "
            f"{luck_alone(sum(one.luck for one in made))}"
        )
    ]


def _than(compared: Compared) -> str:
    return uncapital(standing(compared))


def _counts(known: Known, label: str, total_row: CountRow | None) -> str:
    row = next((r for c in Category if c.label == label and (r := of(known.received, c))), None)
    if row is None or row.count is None or total_row is None or not total_row.count:
        return ""
    return f" ({fraction(row.count, total_row.count)})"


def _case_mix(known: Known) -> list[Block]:
    mixed = case_mix_of(known.council, known.year, known.repository)
    return [said(mixed)] if mixed else []


def _breakdown(known: Known, rows: tuple[CountRow, ...], kind: _Kind, of_type: dict[str, str]) -> list[Block]:
    total_row = of(rows, _TOTAL)
    if not any(of(rows, item) for item in kind.items):
        if total_row is None:
            return [said(f"{kind.what}: not held for {known.year}.")]
        mark = f" ({total_row.origin.words})" if total_row.origin else ""
        told = f"{kind.what} in {known.year}: {thousands(total_row.count or 0)}{mark}."
        return [said(f"{told} By {kind.column.lower()} they are not held.")]
    by_year = _years(known, kind)
    with_total = any(of(held, _TOTAL) for held in by_year.values())
    items = [*kind.items, *([_TOTAL] if with_total else [])]
    head = [kind.column, *by_year, "Share"]
    head += [f"Share, {known.council.type.councils}"] if of_type else []
    body = []
    for item in items:
        last = item == _TOTAL
        label = "Total" if last else item_label(kind.id, item)
        counts = [_count(of(held, item)) for held in by_year.values()]
        shares = [_share(of(rows, item), total_row), *([of_type.get(item, _DASH)] if of_type else [])]
        body.append(cells(label, *counts, *(["" for _ in shares] if last else shares)))
    table = Table(
        caption=f"{kind.what}{_span(list(by_year))}",
        head=tuple(head),
        rows=tuple(body),
        numbers=frozenset(range(1, len(head))),
        wide=frozenset({0}),
        total_last=with_total,
    )
    return [table, quietly(f"{_origins(by_year, kind)} {kind.note} Shares are of {known.year}.")]


def _years(known: Known, kind: _Kind) -> dict[str, tuple[CountRow, ...]]:
    """Return the rows of up to five years that have any, ascending, the paper's own the last."""
    years = [year for year in known.repository.release().years if year <= known.year][-YEARS:]
    held = {year: known.repository.breakdown(known.council.slug, year, kind.id) for year in years}
    own = {
        **held,
        known.year: held.get(known.year)
        or known.repository.breakdown(known.council.slug, known.year, kind.id),
    }
    return {
        year: rows
        for year, rows in sorted(own.items())
        if any(of(rows, item) for item in (*kind.items, _TOTAL))
    }


def _span(years: list[str]) -> str:
    return f", {years[0]}" if len(years) == 1 else f", {years[0]} to {years[-1]}"


def _origins(by_year: Mapping[str, tuple[CountRow, ...]], kind: _Kind) -> str:
    """Say each year's origin; where its counts have several, which are of another than most."""
    told: dict[str, list[str]] = {}
    for year, rows in by_year.items():
        origins = {
            item: row.origin
            for item in (*kind.items, _TOTAL)
            if (row := of(rows, item)) is not None and row.origin is not None
        }
        told.setdefault(_mixed(origins, kind), []).append(year)
    if len(told) == 1:
        (only,) = told
        return f"Origin: {only}." if only else ""
    parts = [f"{listed(years)} {words}" for words, years in told.items() if words]
    return f"Origin: {'; '.join(parts)}." if parts else ""


def _mixed(origins: Mapping[str, Origin], kind: _Kind) -> str:
    if not origins:
        return ""
    most = Counter(origins.values()).most_common(1)[0][0]
    others: dict[str, list[str]] = {}
    for item, origin in origins.items():
        if origin is not most:
            others.setdefault(origin.value, []).append(uncapital(item_label(kind.id, item)))
    but = [f"{listed(items)} {origin}" for origin, items in others.items()]
    return f"{most.value} (but {', '.join(but)})" if but else most.value


def _shares_of_type(known: Known) -> dict[str, str]:
    """Return each service's share of what all councils of the type received; empty unless held of all."""
    if known.ended:
        return {}
    rows = known.repository.type_services(known.council.type, known.year)
    base = total(row.received for row in rows)
    if not base:
        return {}
    return {row.category: printed_share(row.received or 0, base) for row in rows}


def _count(row: CountRow | None) -> str:
    return thousands(row.count) if row is not None and row.count is not None else within(State.NOT_HELD)


def _share(row: CountRow | None, total_row: CountRow | None) -> str:
    if row is None or row.count is None or total_row is None or not total_row.count:
        return _DASH
    return printed_share(row.count, total_row.count)

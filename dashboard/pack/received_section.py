"""What complaints were about, and what was decided: this year beside the year before and the type."""

from dataclasses import dataclass

from dashboard.domain.absolutes import printed_share
from dashboard.domain.figures import State
from dashboard.domain.formats import thousands
from dashboard.domain.outcomes import Category, Outcome
from dashboard.pack.council_year import Known, of
from dashboard.pack.model import Block, Commentary, Section, Table, cells, quietly, said
from dashboard.repository.records import CountRow
from dashboard.words.breakdown import item_label
from dashboard.words.looks import case_mix_of
from dashboard.words.services import NO_SCORE, total
from dashboard.words.states import within

_DASH = "–"
_DECIDED_NOTE = (
    "A complaint may be received in one year and decided in another. Investigations are the last two "
    "outcomes: not upheld and upheld."
)


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
    """Return the section of both tables, or sentences where they are not held."""
    blocks: list[Block] = [
        *_breakdown(known, known.received, _RECEIVED, _shares_of_type(known)),
        *_breakdown(known, known.decided, _DECIDED, {}),
        *_case_mix(known),
        Commentary("what complaints were about"),
    ]
    return Section("received", "What complaints were about, and what was decided", tuple(blocks))


def _case_mix(known: Known) -> list[Block]:
    mixed = case_mix_of(known.council, known.year, known.repository)
    return [said(mixed)] if mixed else []


def _breakdown(known: Known, rows: tuple[CountRow, ...], kind: _Kind, of_type: dict[str, str]) -> list[Block]:
    total_row = of(rows, "total")
    if not any(of(rows, item) for item in kind.items):
        if total_row is None:
            return [said(f"{kind.what}: not held for {known.year}.")]
        mark = f" ({total_row.origin.words})" if total_row.origin else ""
        told = f"{kind.what} in {known.year}: {thousands(total_row.count or 0)}{mark}."
        return [said(f"{told} By {kind.column.lower()} they are not held.")]
    earlier = known.repository.breakdown(known.council.slug, known.before, kind.id)
    beside = any(of(earlier, item) for item in kind.items)
    items = [*kind.items, *(["total"] if total_row else [])]
    pairs = [(of(rows, item), of(earlier, item) if beside else None) for item in items]
    origins = [_origin(*pair, known) for pair in pairs]
    shared = len(set(origins)) == 1
    head = [kind.column, *([known.before] if beside else []), known.year, "Share"]
    numbers = frozenset(range(1, len(head) + bool(of_type)))
    head += [f"Share, {known.council.type.councils}"] if of_type else []
    head += [] if shared else ["Origin"]
    body = []
    for item, (now, then), origin in zip(items, pairs, origins, strict=True):
        last = item == "total"
        label = "Total" if last else item_label(kind.id, item)
        counts = [*([_count(then)] if beside else []), _count(now)]
        shares = [_share(now, total_row), *([of_type.get(item, _DASH)] if of_type else [])]
        body.append(
            cells(label, *counts, *(["" for _ in shares] if last else shares), *([] if shared else [origin]))
        )
    whose = f": {origins[0]}" if shared and origins[0] else ""
    table = Table(
        caption=f"{kind.what}, {known.year}{whose}",
        head=tuple(head),
        rows=tuple(body),
        numbers=numbers,
        wide=frozenset({0}),
        total_last=total_row is not None,
    )
    return [table, quietly(kind.note)]


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


def _origin(now: CountRow | None, then: CountRow | None, known: Known) -> str:
    """Name the origin of a row's counts; where those of the two years differ, that of each."""
    first = now.origin.value if now and now.origin else ""
    second = then.origin.value if then and then.origin else ""
    if not first or not second or first == second:
        return first or second
    return f"{first}; {known.before} {second}"

"""By service: what was received and what was found, beside the councils of the type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared
from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, origin_chip, table
from dashboard.pages.cases.links import CaseLinks, to_cases
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, ServiceCompared, ServiceRow
from dashboard.words import services as say
from dashboard.words.breakdown import item_label
from dashboard.words.looks import case_mix_of
from dashboard.words.wording import capital, uncapital


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a council's services in a year, and of its type's."""

    kind: AuthorityType
    year: str
    own: Sequence[ServiceRow]
    of_type: Mapping[str, ServiceRow]
    compared: Mapping[str, ServiceCompared]
    links: CaseLinks | None


def services(
    council: Council, year: str, repository: Repository, *, level: int, links: CaseLinks | None = None
) -> Component:
    """Return the section of a council in a year in which it existed. ``links`` lead to its cases."""
    known = _Known(
        kind=council.type,
        year=year,
        own=repository.services(council.slug, year),
        of_type={row.category: row for row in repository.type_services(council.type, year)},
        compared=repository.services_compared(council.slug, year),
        links=links,
    )
    parts: list[Child] = [
        heading(level, f"By service, beside {council.type.councils}", id="services"),
        *_received(known),
        *_found(known),
        *([html.P(mixed)] if (mixed := case_mix_of(council, year, repository)) else []),
    ]
    return html.Section(parts, className="services")


def _received(known: _Known) -> list[Child]:
    """Set the parts of what was received beside those of the type: parts, since volume is no score."""
    total = say.total(row.received for row in known.own)
    of_all = say.total(row.received for row in known.of_type.values())
    if total is None or of_all is None or len(known.own) < len(known.of_type):
        return [html.P(say.received_not_held(known.kind, known.year), className="measure-empty")]
    rows: list[list[Child | Sequence[Child]]] = [
        [
            item_label("received", row.category),
            _linked(known.links, say.share(row.received or 0, total), "received:total", row.received, row),
            say.share(known.of_type[row.category].received or 0, of_all),
            say.part_of(known.compared.get(row.category)),
        ]
        for row in known.own
        if known.of_type[row.category].received
    ]
    caption = f"What complaints received were about, {known.year}"
    chips = _chips({row.received_origin for row in (*known.own, *known.of_type.values())})
    return [
        table(
            [caption, *chips],
            ["Service", "This council", capital(known.kind.councils), "Compared"],
            rows,
            numbers=frozenset({1, 2}),
            label=caption,
        ),
        html.P([say.NO_SCORE, " ", say.how_parts_compared(known.kind)], className="small"),
    ]


def _found(known: _Known) -> list[Child]:
    held = [row for row in known.own if row.decided is not None and row.category in known.of_type]
    if not held:
        return [html.P(say.FOUND_NOT_HELD, className="measure-empty")]
    rows: list[list[Child | Sequence[Child]]] = []
    standings: list[Compared | None] = []
    for row in held:
        beside = known.of_type[row.category]
        if not row.decided and not beside.decided:
            continue  # a service these councils do not run, or nobody complained of
        found = known.compared.get(row.category)
        standings.append(found.upheld if found else None)
        rows.append(
            [
                item_label("received", row.category),
                _linked(known.links, thousands(row.decided or 0), "decided:total", row.decided, row),
                _linked(known.links, say.upheld(row), "upheld", row.upheld, row),
                say.upheld(beside),
                say.words_of(row, standings[-1]),
            ]
        )
    caption = f"What was decided by service, {known.year}"
    chips = _chips({row.outcome_origin for row in (*held, *known.of_type.values())})
    heads = ["Service", "Decided", "Upheld", f"Upheld, {known.kind.councils}", "Compared"]
    return [
        table([caption, *chips], heads, rows, numbers=frozenset({1}), label=caption),
        html.P(say.how_compared(standings), className="small"),
    ]


def _linked(links: CaseLinks | None, text: str, quantity: str, count: int | None, row: ServiceRow) -> Child:
    """Return a text as a link to the cases of one service, named with the service."""
    service = Category(row.category)
    named = f"{quantity.removesuffix(':total')}, {uncapital(service.label)}"
    return to_cases(links, text, quantity, count, service=service, named=named)


def _chips(origins: set[Origin | None]) -> list[Child]:
    """Return the origin of a table: simulated where anything in it is, said as a part where not all is."""
    told = {origin for origin in origins if origin is not None}
    if not told:
        return []
    if Origin.SIMULATED not in told:
        return [" ", origin_chip(Origin.DERIVED)]
    return [" ", origin_chip(Origin.SIMULATED, None if len(told) == 1 else "partly")]

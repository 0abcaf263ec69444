"""By service: what was received and what was found, beside the councils of the type."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from dash import html
from dash.development.base_component import Component

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import thousands
from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.markup.parts import Child, heading, origin_chip, table
from dashboard.pages.cases.links import CaseLinks, to_cases
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council, ServiceRow
from dashboard.statistics.chance import luck_of_share
from dashboard.statistics.comparison import TypeRate
from dashboard.words import services as say
from dashboard.words.breakdown import item_label
from dashboard.words.wording import capital, uncapital


def services(
    council: Council, year: str, repository: Repository, *, level: int, links: CaseLinks | None = None
) -> Component:
    """Return the section of a council in a year in which it existed. ``links`` lead to its cases."""
    own = repository.services(council.slug, year)
    of_type = {row.category: row for row in repository.type_services(council.type, year)}
    parts: list[Child] = [
        heading(level, f"By service, beside {council.type.councils}", id="services"),
        *_received(own, of_type, council.type, year, links),
        *_found(own, of_type, council.type, year, links),
    ]
    return html.Section(parts, className="services")


def _received(
    own: Sequence[ServiceRow],
    of_type: Mapping[str, ServiceRow],
    kind: AuthorityType,
    year: str,
    links: CaseLinks | None,
) -> list[Child]:
    """Set the parts of what was received beside those of the type: parts, since volume is no score."""
    total = say.total(row.received for row in own)
    of_all = say.total(row.received for row in of_type.values())
    if total is None or of_all is None or len(own) < len(of_type):
        return [html.P(say.received_not_held(kind, year), className="measure-empty")]
    rows: list[list[Child | Sequence[Child]]] = [
        [
            item_label("received", row.category),
            _linked(links, say.share(row.received or 0, total), "received:total", row.received, row),
            say.share(of_type[row.category].received or 0, of_all),
        ]
        for row in own
        if of_type[row.category].received
    ]
    caption = f"What complaints received were about, {year}"
    chips = _chips({row.received_origin for row in (*own, *of_type.values())})
    return [
        table(
            [caption, *chips],
            ["Service", "This council", capital(kind.councils)],
            rows,
            numbers=frozenset({1, 2}),
            label=caption,
        ),
        html.P(say.NO_SCORE, className="small"),
    ]


def _found(
    own: Sequence[ServiceRow],
    of_type: Mapping[str, ServiceRow],
    kind: AuthorityType,
    year: str,
    links: CaseLinks | None,
) -> list[Child]:
    held = [row for row in own if row.decided is not None and row.category in of_type]
    if not held:
        return [html.P(say.FOUND_NOT_HELD, className="measure-empty")]
    rows: list[list[Child | Sequence[Child]]] = []
    luck, compared = 0.0, 0
    for row in held:
        beside = of_type[row.category]
        if not row.decided and not beside.decided:
            continue  # a service these councils do not run, or nobody complained of
        found = say.comparison(row, beside)
        if found is not None and beside.investigated:
            luck += luck_of_share(row.investigated or 0, _rate(beside)).marked
            compared += 1
        rows.append(
            [
                item_label("received", row.category),
                _linked(links, thousands(row.decided or 0), "decided:total", row.decided, row),
                _linked(links, say.upheld(row), "upheld", row.upheld, row),
                say.upheld(beside),
                say.words_of(row, beside),
            ]
        )
    caption = f"What was decided by service, {year}"
    chips = _chips({row.outcome_origin for row in (*held, *of_type.values())})
    heads = ["Service", "Decided", "Upheld", f"Upheld, {kind.councils}", "Compared"]
    return [
        table([caption, *chips], heads, rows, numbers=frozenset({1}), label=caption),
        html.P(say.how_compared(compared, luck), className="small"),
    ]


def _linked(links: CaseLinks | None, text: str, quantity: str, count: int | None, row: ServiceRow) -> Child:
    """Return a text as a link to the cases of one service, named with the service."""
    service = Category(row.category)
    named = f"{quantity.removesuffix(':total')}, {uncapital(service.label)}"
    return to_cases(links, text, quantity, count, service=service, named=named)


def _rate(row: ServiceRow) -> TypeRate:
    return TypeRate.exact(Fraction(row.upheld or 0, row.investigated or 1))


def _chips(origins: set[Origin | None]) -> list[Child]:
    """Return the origin of a table: simulated where anything in it is, said as a part where not all is."""
    told = {origin for origin in origins if origin is not None}
    if not told:
        return []
    if Origin.SIMULATED not in told:
        return [" ", origin_chip(Origin.DERIVED)]
    return [" ", origin_chip(Origin.SIMULATED, None if len(told) == 1 else "partly")]

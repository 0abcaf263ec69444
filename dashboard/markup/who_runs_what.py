"""Which council runs what, and how to complain about it: as cards, as a list to choose from, and as steps."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses import urls
from dashboard.addresses.links import Links
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.council_services import SERVICES, SOURCE, CouncilService, RunBy, runs
from dashboard.markup import elements as html
from dashboard.markup.lineage import linked
from dashboard.markup.parts import Child, heading, table
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.repository.stand_ins import stand_ins
from dashboard.words import complaining as say


def what_it_runs(council: Council, repository: Repository, links: Links, level: int) -> Component:
    """Return a council's section: what it runs, who runs the rest, and how to complain.

    An ended council's says who runs its services now.
    """
    services = tuple(service.name for service in runs(council.type))
    parts: list[Child] = [heading(level, "What it runs, and how to complain", id="runs")]
    if council.end is not None:
        parts.append(html.P(_now_run_by(council, repository, links)))
    elif council.type is AuthorityType.DISTRICT:
        county = repository.council(council.upper_tier or "")
        parts.append(html.P([html.Strong("Runs: "), f"{say.runs(services)}."]))
        if county is not None:
            rest = say.runs(tuple(service.name for service in runs(county.type)))
            parts.append(html.P([*linked([county], None, links), f" runs the rest here: {rest}."]))
    elif council.type is AuthorityType.COUNTY:
        districts = districts_of(council, repository)
        rest = say.runs(tuple(service.name for service in runs(AuthorityType.DISTRICT)))
        parts.append(html.P([html.Strong("Runs: "), f"{say.runs(services)}."]))
        parts.append(html.P([f"Its districts run the rest ({rest}): ", *linked(districts, None, links), "."]))
    else:
        parts.append(html.P([say.ONE_TIER, " ", html.Strong("Among them: "), f"{say.runs(services)}."]))
    parts.append(html.P(html.A("How to complain, step by step", href=links.plain("complain"))))
    return html.Section(parts, className="runs")


def districts_of(county: Council, repository: Repository) -> list[Council]:
    """Return the districts of a county that exist, A to Z."""
    found = (other for other in repository.councils() if other.upper_tier == county.slug and not other.end)
    return sorted(found, key=lambda other: other.name)


def complaint_about(serving: Sequence[Council], links: Links, level: int, *, link: bool = True) -> Component:
    """Return the services to choose from, each opening on who runs it and what other route there is.

    ``serving`` are the councils of one place; without any, the tiers are named instead.
    """
    by_tier = {council.type.value: council for council in serving}
    items = [
        _choice(service, by_tier.get(service.run_by.value) or _only(serving), links, link)
        for service in SERVICES
    ]
    return html.Section(
        [
            heading(level, "What is your complaint about?", id="about-what"),
            html.Div(items, className="choices"),
            html.P(say.NOT_EVERYTHING, className="small"),
            html.P(
                [
                    say.WIDER,
                    " Source of who runs what: ",
                    html.A("GOV.UK, how your council works", href=SOURCE, rel="external"),
                    ". Some councils share work in other ways.",
                ],
                className="small",
            ),
        ],
        className="complaint-about",
    )


def steps(level: int) -> Component:
    """Return how to complain, with the time limits and where they are from."""
    items = [html.Li([html.Strong(title), f" {text}"]) for title, text in say.STEPS]
    return html.Section(
        [
            heading(level, say.TITLE, id="steps"),
            html.Ol(items, className="steps"),
            html.P(
                [
                    html.A(
                        "How to complain to the Ombudsman", href=urls.ombudsman_complain(), rel="external"
                    ),
                    " and ",
                    html.A("its answers to questions", href=urls.ombudsman_questions(), rel="external"),
                    ", from which these times are.",
                ]
            ),
        ],
        className="how-to-complain",
    )


def by_tier() -> Component:
    """Return the table of services by tier."""
    tick: dict[bool, str] = {True: "yes", False: "no"}
    rows: list[list[Child]] = [
        [
            service.name,
            tick[service.run_by is RunBy.DISTRICT],
            tick[service.run_by is RunBy.COUNTY],
            "yes",
        ]
        for service in SERVICES
    ]
    caption: list[Child] = [
        "Who runs what",
        html.Span(
            "Single-tier councils are unitary councils, metropolitan boroughs and London boroughs.",
            className="small",
        ),
    ]
    return table(caption, ("Service", "District", "County", "Single-tier"), rows, label="Who runs what")


def _choice(service: CouncilService, council: Council | None, links: Links, link: bool) -> Component:
    who = council.short_name if council else f"{service.run_by.value} or single tier"
    told: list[Child] = [f"{service.within[:1].upper()}{service.within[1:]}. "]
    if council is not None and link:
        told += [
            html.A(council.name, href=links.council(council.slug, None)),
            " runs this: complain to it first.",
        ]
    elif council is None:
        told.append(f"Run by the {service.run_by.value} or single-tier council: complain to it first.")
    body: list[Child] = [html.P(told)]
    if service.route is not None:
        body.append(
            html.P(
                [
                    f"{service.route.sentence} ",
                    html.A(service.route.name, href=service.route.url, rel="external"),
                    ".",
                ]
            )
        )
    return html.Details(
        [
            html.Summary(
                [html.Span(service.name, className="choice-name"), html.Span(who, className="small")]
            ),
            *body,
        ],
        className="choice",
        id=f"about-{service.id}",
    )


def _only(serving: Sequence[Council]) -> Council | None:
    """Return the one council of a place with a single tier."""
    one = serving[0] if len(serving) == 1 else None
    return one if one and one.type not in (AuthorityType.DISTRICT, AuthorityType.COUNTY) else None


def _now_run_by(council: Council, repository: Repository, links: Links) -> list[Child]:
    after = stand_ins(council, repository.release().years[-1], repository)
    if not after:
        return ["This council has ended."]
    return ["This council has ended. Its services are now run by ", *linked(after, None, links), "."]

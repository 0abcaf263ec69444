"""What a decision recommends: for the person who complained, for the service, and whether it was done."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.domain.formats import day, thousands
from dashboard.domain.outcomes import Compliance, Outcome
from dashboard.domain.progress import progress
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, table
from dashboard.pages.cases.listing import marked
from dashboard.repository.case_records import ComplianceTold, Decision, Improvement, RemedyTold
from dashboard.words.wording import capital

FOUND = {
    Compliance.ON_TIME: "Complied with on time",
    Compliance.LATE: "Complied with late",
    Compliance.NOT_COMPLIED: "Not complied with",
}


_PRIVATE = (
    "What was recommended for the person who complained is not shown: the Ombudsman keeps it private, as it "
    "may tell who they are."
)


def recommended(told: Decision, *, remedies_told: bool) -> list[Child]:
    """Return the remedies, the service improvements and the compliance, each under its heading.

    ``remedies_told``: the release holds what was recommended for persons. Where it does not, nothing is said
    of whether anything was.
    """
    parts: list[Child] = []
    if told.satisfactory_remedy:
        parts.append(
            html.P(
                "The council had put things right, to the Ombudsman’s satisfaction, before the complaint "
                "reached it.",
                className="note",
            )
        )
    if told.remedies:
        parts += [heading(2, "What was recommended"), _remedies(told.remedies)]
    if told.improvements:
        parts += [heading(2, "What the council agreed to change"), _improvements(told.improvements)]
    if told.compliance:
        parts += [heading(2, "Was it done?"), _compliance(told.compliance)]
    if not remedies_told and told.outcome is Outcome.UPHELD:
        parts.append(html.P(_PRIVATE, className="small"))
    nothing = remedies_told and not (told.remedies or told.improvements)
    if nothing and told.outcome is Outcome.UPHELD and not told.satisfactory_remedy:
        parts += [heading(2, "What was recommended"), html.P("Nothing recommended is recorded.")]
    return parts


def _remedies(remedies: Sequence[RemedyTold]) -> Component:
    return html.Ul([html.Li(_remedy(one)) for one in remedies], className="decision-remedies")


def _remedy(one: RemedyTold) -> list[Child]:
    name = one.kind.label
    if one.amount is not None:
        name += f", £{thousands(one.amount)}"
    return [html.Strong(f"{name}. "), one.text]


def _improvements(improvements: Sequence[Improvement]) -> Component:
    rows: list[list[Child | Sequence[Child]]] = [
        [
            html.Span([html.Strong(f"{one.kind.label}. "), *marked(one.text)]),
            day(one.due) if one.due else "not held",
            capital(progress(one.due, one.met).label) + (f", {day(one.met)}" if one.met else ""),
        ]
        for one in improvements
    ]
    caption = "Service improvements agreed"
    return table(caption, ["Change", "Due", "Done"], rows, label=caption)


def _compliance(compliance: Sequence[ComplianceTold]) -> Component:
    rows: list[list[Child | Sequence[Child]]] = [
        [day(one.due), day(one.met) if one.met else "–", FOUND[one.outcome]] for one in compliance
    ]
    caption = "Recommendations fallen due, and what was found"
    return table(caption, ["Due", "Met", "Found"], rows, label=caption)

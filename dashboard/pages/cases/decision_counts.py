"""How one decision counts in the statistics: in which year, under what, with links to both."""

from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.addresses.case_place import Place
from dashboard.addresses.decision_state import DecisionState
from dashboard.addresses.links import Links
from dashboard.domain.cases_of import cases_of
from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.repository.case_records import Decision
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


def how_it_counts(told: Decision, repository: Repository, links: Links) -> Component:
    """Return the section: the years it is decided, received and due in, each linked where it has a page."""
    council = repository.council(told.slug)
    lines = _lines(told, _Statistics(council, repository, links)) if council else []
    return html.Section(
        [heading(2, "How it counts in the statistics"), html.Ul([html.Li(line) for line in lines])],
        className="decision-counts",
    )


@dataclass(frozen=True, slots=True)
class _Statistics:
    """The pages of a council that its cases are counted on."""

    council: Council
    repository: Repository
    links: Links

    def year(self, year: str) -> Child:
        """Return a year, linked to the council's page where it has one."""
        if year not in self.repository.years_of(self.council.slug):
            return year
        return html.A(year, href=self.links.council(self.council.slug, year))

    def cases(self, year: str, quantity: str, words: str) -> Child:
        """Return words, linked to the cases a quantity counts where the release holds the year."""
        if year not in self.repository.register_years():
            return words
        state = DecisionState(cases_of(self.council.slug, year, quantity))
        return html.A(words, href=Place(self.council, links=self.links).url(state))


def _lines(told: Decision, statistics: _Statistics) -> list[list[Child]]:
    decided, received = str(ReportingYear.of(told.decided)), str(ReportingYear.of(told.received))
    outcome = statistics.cases(decided, f"decided:{told.outcome.value}", told.outcome.label.lower())
    about = f" among the complaints about {statistics.council.name} that were "
    lines: list[list[Child]] = [
        [f"Decided on {day(told.decided)}: counts in ", statistics.year(decided), about, outcome, "."]
    ]
    if told.satisfactory_remedy:
        remedies = statistics.cases(decided, "satisfactory_remedies", "satisfactory remedies")
        lines.append(
            ["Put right beforehand: counts in ", statistics.year(decided), " among the ", remedies, "."]
        )
    complaints = statistics.cases(received, "received:total", "complaints received")
    received_on = f"Received on {day(told.received)}: counts in "
    lines.append([received_on, statistics.year(received), " among the ", complaints, "."])
    for due in sorted({str(ReportingYear.of(one.due)) for one in told.compliance}):
        fallen = statistics.cases(due, "compliance_outcomes", "recommendations that fell due")
        lines.append(["Its recommendations count in ", statistics.year(due), " among the ", fallen, "."])
    return lines

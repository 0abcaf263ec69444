"""Writing the paper of a council and a year for its committee, from the figures of a release."""

from dashboard.addresses import urls
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import Links
from dashboard.domain.origin import Origin
from dashboard.domain.statuses import Status
from dashboard.domain.years import ReportingYear
from dashboard.pack.cases_section import behind, cases_section, reports_section
from dashboard.pack.compliance_section import compliance_section
from dashboard.pack.council_year import Known, know
from dashboard.pack.facts import facts
from dashboard.pack.model import (
    Blanks,
    Block,
    Paper,
    Paragraph,
    Question,
    Questions,
    Run,
    Section,
    quietly,
    said,
)
from dashboard.pack.nearest_section import nearest_section
from dashboard.pack.place_section import place_section
from dashboard.pack.questions import questions
from dashboard.pack.received_section import received_section
from dashboard.pack.sources_section import sources_section
from dashboard.pack.summary import summary
from dashboard.pack.trend_section import trend_section
from dashboard.pack.year_section import year_section
from dashboard.repository.records import Release

BLANKS = Blanks(("Committee", "Date of meeting", "Report of", "Contact"))
SIMULATED = "Demonstration: simulated figures"
_NEEDS_NO_WORD = (Status.LIVE, Status.BUNDLED)


def write_paper(here: CouncilYear) -> Paper | None:
    """Write the paper; None for a year in which the council neither existed nor has figures.

    ``release`` is the release's name where links must carry it; the permalink always does.
    """
    known = know(here)
    if known is None:
        return None
    told = here.repository.release()
    permalink = Links(told.name).pack(here.council.slug, here.year)
    cases = behind(known)
    asked = questions(facts(known, cases))
    sections = (
        summary(known),
        year_section(known),
        trend_section(known),
        place_section(known),
        received_section(known),
        compliance_section(known),
        cases_section(known, cases),
        reports_section(known, cases),
        nearest_section(known),
        _questions(asked),
        sources_section(known, permalink),
    )
    return Paper(
        slug=here.council.slug,
        council=here.council.name,
        year=here.year,
        title=f"{here.council.name}: complaints to the Ombudsman, {here.year}",
        subtitle=(
            "Report to committee on complaints decided by the Local Government and Social Care Ombudsman, "
            f"{ReportingYear.parse(here.year).words}"
        ),
        blanks=BLANKS,
        statement=_statement(known, told),
        sections=sections,
        simulated=told.is_demonstration,
        running=_running(told),
        permalink=permalink,
        release=told.name,
        built_at=told.built_at,
    )


def _questions(asked: tuple[Question, ...]) -> Section:
    intro = (
        "These are drawn from the figures above by fixed rules; each gives its reason. They are "
        "suggestions: they "
        "judge nothing, and the committee may have better ones. Figures in their reasons are those above, "
        "of the origins said there."
    )
    blocks: list[Block] = (
        [quietly(intro), Questions(asked)] if asked else [said("The figures held raise none.")]
    )
    return Section("questions", "Questions the committee might ask", tuple(blocks))


def _running(release: Release) -> str:
    parts = [SIMULATED] if release.is_demonstration else []
    if Status(release.status) not in _NEEDS_NO_WORD:
        parts.append(f"Figures: {release.standing}")
    return ". ".join(parts)


def _statement(known: Known, release: Release) -> tuple[Paragraph, ...]:
    """Say whose paper this is and where its figures come from, before any of them."""
    if release.is_demonstration:
        mixed = _any_real(known)
        what = "A demonstration. " + (
            "Figures marked published, reported or derived are real; all others are simulated and say "
            "nothing of the council."
            if mixed
            else "Its figures are simulated and say nothing of the council."
        )
    else:
        what = (
            "All figures are published by the Ombudsman, reported by a council or the press, or derived by "
            "us from these."
        )
    if Status(release.status) not in _NEEDS_NO_WORD:
        what += f" The release they come from is {release.standing}."
    own = known.council.ombudsman_slug
    page = urls.ombudsman_council(own) if own else urls.ombudsman_decisions(known.council.name, known.year)
    return (
        Paragraph(
            (
                Run(what, strong=release.is_demonstration),
                Run(
                    " This paper is written by this project for the council’s officers to edit. It is not "
                    "the Ombudsman’s, for which see "
                ),
                Run("the Ombudsman’s own site", href=page),
                Run("."),
            )
        ),
    )


def _any_real(known: Known) -> bool:
    origins = {figure.shown_origin for figure in known.figures.values() if figure.shown is not None}
    rows = {row.origin for row in (*known.received, *known.decided) if row.count is not None}
    return bool((origins | rows) - {Origin.SIMULATED, None})

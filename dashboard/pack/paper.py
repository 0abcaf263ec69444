"""Writing the paper of a council and a year for its committee, from the figures of a release."""

from dashboard.addresses import urls
from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import Links
from dashboard.addresses.peer_methods import Peers
from dashboard.domain.origin import Origin
from dashboard.domain.statuses import Status
from dashboard.domain.years import ReportingYear
from dashboard.pack.annex_section import annex_section
from dashboard.pack.appendices_section import appendices_section
from dashboard.pack.beside import beside
from dashboard.pack.cases_section import behind, cases_section
from dashboard.pack.compliance_section import compliance_section
from dashboard.pack.council_year import Known, know
from dashboard.pack.facts import facts
from dashboard.pack.implications_section import implications_section
from dashboard.pack.lessons_section import lessons_section
from dashboard.pack.model import (
    Blanks,
    Paper,
    Paragraph,
    Run,
)
from dashboard.pack.opening_sections import background_section, purpose_section, recommendation_section
from dashboard.pack.order import numbered
from dashboard.pack.overview_section import overview_section
from dashboard.pack.place_section import place_section
from dashboard.pack.questions import questions
from dashboard.pack.questions_section import questions_section
from dashboard.pack.received_section import received_section
from dashboard.pack.similar_section import similar_section
from dashboard.pack.sources_section import sources_section
from dashboard.pack.summary import summary
from dashboard.pack.trend_section import trend_section
from dashboard.pack.year_section import year_section
from dashboard.repository.records import Release

BLANKS = Blanks(("Committee", "Date of meeting", "Report of", "Cabinet member", "Contact", "Wards affected"))
SIMULATED = "Demonstration: simulated figures"
_NEEDS_NO_WORD = (Status.LIVE, Status.BUNDLED)


def write_paper(here: CouncilYear, peers: Peers | None = None) -> Paper | None:
    """Write the paper; None for a year in which the council neither existed nor has figures.

    ``peers`` is the way of choosing the councils beside it, None for those most like it. The permalink
    always names the release.
    """
    known = know(here)
    if known is None:
        return None
    told = here.repository.release()
    permalink = Links(told.name).pack(here.council.slug, here.year, peers=peers)
    cases = behind(known)
    numbers = facts(known, cases)
    asked = questions(numbers)
    others = beside(known, peers)
    sections = (
        purpose_section(known),
        recommendation_section(known, asks=bool(asked)),
        background_section(),
        summary(known, numbers),
        overview_section(known),
        year_section(known),
        trend_section(known),
        received_section(known),
        place_section(known),
        similar_section(known, others),
        compliance_section(known),
        cases_section(known, cases),
        lessons_section(known, cases, others.councils),
        questions_section(known, asked, numbers.watch),
        implications_section(cases, numbers),
        appendices_section(known, cases, _ombudsmans_page(known)),
        sources_section(known, permalink),
        annex_section(known, cases),
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
        sections=tuple(numbered(part) for part in sections),
        simulated=told.is_demonstration,
        running=_running(told),
        permalink=permalink,
        release=told.name,
        built_at=told.built_at,
        peers=peers.value if peers is not None else None,
    )


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
    return (
        Paragraph(
            (
                Run(what, strong=release.is_demonstration),
                Run(
                    " This paper is written by this project for the council’s officers to edit. It is not "
                    "the Ombudsman’s, for which see "
                ),
                Run("the Ombudsman’s own site", href=_ombudsmans_page(known)),
                Run(". [Brackets] are theirs to fill."),
            )
        ),
    )


def _ombudsmans_page(known: Known) -> str:
    own = known.council.ombudsman_slug
    return urls.ombudsman_council(own) if own else urls.ombudsman_decisions(known.council.name, known.year)


def _any_real(known: Known) -> bool:
    origins = {figure.shown_origin for figure in known.figures.values() if figure.shown is not None}
    rows = {row.origin for row in (*known.received, *known.decided) if row.count is not None}
    return bool((origins | rows) - {Origin.SIMULATED, None})

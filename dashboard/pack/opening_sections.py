"""How a paper begins: what it is for, what the committee is asked to do, and who the Ombudsman is."""

from dashboard.domain.years import ReportingYear
from dashboard.pack.council_year import Known
from dashboard.pack.model import Run, Section, said
from dashboard.pack.order import ANNEX, numeral
from dashboard.words.wording import council_name


def purpose_section(known: Known) -> Section:
    """Return the section that says what the paper is for."""
    whom = council_name(known.council.name)
    return Section(
        "purpose",
        "Purpose",
        (
            said(
                "To tell members what the Local Government and Social Care Ombudsman decided about "
                f"{whom} in {known.year} ({ReportingYear.parse(known.year).words}), how that stands beside "
                "other councils and earlier years, what was agreed to change, and how far that is recorded "
                "as done."
            ),
        ),
    )


def recommendation_section(known: Known, *, asks: bool) -> Section:
    """Return what the committee is recommended; ``asks`` where the paper has questions to choose from."""
    parts: list[str | Run] = [
        "That the committee ",
        Run("note", strong=True),
        f" the Ombudsman’s decisions of {known.year} and what was agreed to change (sections ",
        numeral("summary"),
        " to ",
        numeral("lessons"),
        f" and annex {ANNEX})",
    ]
    if asks:
        parts += [
            ", and ",
            Run("agree", strong=True),
            " which of the questions in section ",
            numeral("questions"),
            " officers are to answer, and by when",
        ]
    return Section("recommendation", "Recommendation", (said(*parts, "."),))


def background_section() -> Section:
    """Return what a member new to the subject has to know, in four sentences."""
    return Section(
        "background",
        "Background",
        (
            said(
                "The Local Government and Social Care Ombudsman looks into complaints about councils, "
                "free of "
                "charge, as a rule once the council has had its say. Complaints that come too early are sent "
                "back to the council, and many others are closed after a first look. A complaint is upheld "
                "where the Ombudsman finds fault, also where the council had already put it right, and the "
                "Ombudsman may recommend what to do for the person and what to change for everyone. Once a "
                "year the Ombudsman writes to each council with its figures and publishes them."
            ),
        ),
    )

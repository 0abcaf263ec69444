"""The covering e-mail of a letter as plain text. Nothing is sent."""

from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.letters.model import Letter
from dashboard.mailing.contacts import Contact
from dashboard.pdf.letter_data import status_mark
from dashboard.repository.records import Release

SENDER = "[who sends it]"
"""Stands under the e-mail where the release does not say who signs its letters."""


def email_name(slug: str, year: str) -> str:
    """Return the name of the file of a council's covering e-mail."""
    return f"{slug}-covering-email-{year}.txt"


def covering_email(
    letter: Letter, contact: Contact, attached: str, release: Release, *, official: bool
) -> str:
    """Return the e-mail: To, Subject and Attachment lines, an empty line, and the text."""
    ends = day(ReportingYear.parse(letter.year).last_day)
    simulated = letter.simulated and not official
    marks = ["SIMULATED: not a real letter, not for sending.\n\n"] if simulated else []
    if status := status_mark(release):
        marks.append(f"{status}.\n\n")
    if any(part.id == "improvements" for part in letter.sections):
        holds = (
            "It sets out the\ncomplaint statistics of the year, with the averages of similar authorities, "
            "and what the council\nagreed to improve."
        )
    else:
        holds = "It sets out the\ncomplaint statistics of the year."
    subject = f"Annual review letter {letter.year}: {letter.council}"
    return (
        f"To: {contact.name} <{contact.email}>\n"
        f"Subject: {'[Simulated] ' if simulated else ''}{subject}\n"
        f"Attachment: {attached}\n"
        "\n"
        f"{''.join(marks)}"
        f"Dear {contact.name},\n"
        "\n"
        f"I attach the annual review letter to {letter.council} for the year ended {ends}. {holds}\n"
        "\n"
        "Please pass it on to your chief executive, and to the committee that looks at complaints.\n"
        "If a figure does not agree with your own records, please tell us before you publish it.\n"
        "\n"
        "Yours sincerely\n"
        f"{release.signatory or SENDER}\n"
    )

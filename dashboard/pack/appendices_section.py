"""What is attached to a paper: the annex of cases, and the Ombudsman's annual letter."""

from dashboard.letters.no_letter import why_none
from dashboard.pack.cases_section import Behind
from dashboard.pack.council_year import Known
from dashboard.pack.model import Points, Run, Section, Text, text
from dashboard.pack.order import ANNEX

_LETTER = chr(ord(ANNEX) + 1)


def appendices_section(known: Known, found: Behind | None, ombudsmans_page: str) -> Section:
    """Return the list; ``ombudsmans_page`` is where the Ombudsman publishes the council's letters."""
    named = f"Annex {ANNEX}: every published upheld case of {known.year}"
    cases = text(f"{named}, below." if found is not None else f"{named} [not held here; officers add them].")
    return Section("appendices", "Appendices", (Points((cases, _letter(known, ombudsmans_page))),))


def _letter(known: Known, ombudsmans_page: str) -> Text:
    """Name the letter, and where it is: the official one where it is held, else the council's own copy."""
    slug, year = known.council.slug, known.year
    named = f"Annex {_LETTER}: the Ombudsman’s annual review letter to the council about {year}"
    if known.repository.official_letter(slug, year) is not None:
        return text(f"{named}: ", Run("the letter", href=known.links.letter_pdf(slug, year)), ".")
    ombudsmans = Run("the Ombudsman’s own site", href=ombudsmans_page)
    attach = f"{named} [attach the letter that the council received; it is also on "
    if why_none(known.council, year, known.repository) is not None:
        return text(attach, ombudsmans, "].")
    ours = Run("a letter in this project’s words", href=known.links.letter(slug, year))
    return text(attach, ombudsmans, "]. What the same figures say as ", ours, " is not the Ombudsman’s.")

"""The letter as PDF (the official one where the release holds it), and the list of a council's letters."""

from collections.abc import Callable

from dashboard.addresses.links import UNNAMED
from dashboard.letters import archive as letters_page
from dashboard.letters.letter import write_letter
from dashboard.pdf.letter_data import TEMPLATE, file_name, letter_data
from dashboard.pdf.pdf_pool import Press
from dashboard.repository.records import Council
from dashboard.web.answer import Answer, redirect
from dashboard.web.council_views import LETTER, council, of_council
from dashboard.web.page import Page
from dashboard.web.pdf_answers import pdf_answer
from dashboard.web.request import Asked
from dashboard.words.wording import council_name


def letter_pdf(slug: str, year: str, press: Press) -> Callable[[Asked], Page | Answer]:
    """Return the maker of a letter as PDF.

    An official letter is at an address of its own, that of a file of the release; without any letter, the
    answer is the letter's page, which says so.
    """

    def make(found: Council, asked: Asked) -> Page | Answer:
        official = asked.repository.official_letter(found.slug, year)
        if official is not None:
            return redirect(official, 302)
        letter = write_letter(found, year, asked.repository) if year in asked.years else None
        if letter is None:
            return council(slug, year, LETTER)(asked)
        return pdf_answer(
            press,
            asked,
            TEMPLATE,
            letter_data(letter, asked.repository.release()),
            file_name=file_name(found.slug, year),
            what=f"{letter.title}, {found.name}",
            instead=asked.links.letter(found.slug, year),
        )

    return of_council(slug, make)


def letters(slug: str) -> Callable[[Asked], Page | Answer]:
    """Return the maker of the list of all letters to a council."""

    def make(found: Council, asked: Asked) -> Page:
        tree = letters_page.render(found, asked.repository, asked.links)
        return Page(
            f"Annual review letters, {found.name}",
            tree,
            UNNAMED.letters(found.slug),
            description=f"Every annual review letter to {council_name(found.name)}, and those before it.",
            trail=((found.name, UNNAMED.council(found.slug)),),
        )

    return of_council(slug, make)

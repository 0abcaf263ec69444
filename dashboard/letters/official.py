"""Official letters put into a draft, at ``letters/<year>/<slug>.pdf`` in its folder, read for a release."""

from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from dashboard.domain.years import ReportingYear
from dashboard.letters.pdf_errors import PdfError

FOLDER = "letters"


@dataclass(frozen=True, slots=True)
class LetterProblem:
    """A file that cannot be taken as an official letter. ``slug`` and ``year`` are None where unknown."""

    file: str
    slug: str | None
    year: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class OfficialLetters:
    """The official letters of a draft: ``files`` by the logical name of a release's static file."""

    files: dict[str, bytes]
    problems: tuple[LetterProblem, ...]


def logical_name(slug: str, year: str) -> str:
    """Return the logical name of an official letter among a release's static files."""
    return f"{FOLDER}/{year}/{slug}.pdf"


def read_official_letters(folder: Path, slugs: Collection[str], years: Collection[str]) -> OfficialLetters:
    """Read the official letters below ``folder`` (a draft's ``letters/``): of councils by slug and of years.

    Every file is taken or named in a problem with a sentence; none stops the others. No folder: no letters.
    """
    files: dict[str, bytes] = {}
    problems: list[LetterProblem] = []
    for path in sorted(found for found in folder.rglob("*") if found.is_file()) if folder.is_dir() else ():
        place = path.relative_to(folder)
        if any(part.startswith(".") for part in place.parts):
            continue  # left by the system or an editor
        slug, year, sentence = _named(place, slugs, years)
        content = b""
        if sentence is None:
            try:
                content = path.read_bytes()
                sentence = unreadable(content)
            except OSError as error:
                sentence = f"it cannot be read: {error.strerror or error}"
        if sentence is None and slug and year:
            files[logical_name(slug, year)] = content
        else:
            told = f"Official letter {FOLDER}/{place}: {sentence}."
            problems.append(LetterProblem(str(place), slug, year, told))
    return OfficialLetters(files, tuple(problems))


def unreadable(content: bytes) -> str | None:
    """Say why the bytes of a file are no letter that everyone can open, or None."""
    try:
        page_count(content)
    except PdfError as error:
        return str(error)
    return None


def page_count(content: bytes) -> int:
    """Return the pages of a PDF that everyone can open. Raises PdfError with what is wrong with another."""
    if not content:
        raise PdfError("the file is empty")
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise PdfError("the PDF is encrypted, so some readers cannot open it")
            if not len(pdf.pages):
                raise PdfError("the PDF has no pages")
            return len(pdf.pages)
    except pikepdf.PasswordError:
        raise PdfError("the PDF is protected by a password") from None
    except pikepdf.PdfError:
        raise PdfError("it is not a PDF, or a damaged one") from None


def _named(
    place: Path, slugs: Collection[str], years: Collection[str]
) -> tuple[str | None, str | None, str | None]:
    """Return whose letter and of which year a place names, as far as it does, and what is wrong with it."""
    year = place.parts[0] if len(place.parts) > 1 else None
    slug = place.stem if place.stem in slugs else None
    if len(place.parts) != 2 or year is None or place.suffix.lower() != ".pdf":
        return slug, None, "a letter is put at <year>/<council>.pdf, such as 2023-24/leeds-city-council.pdf"
    try:
        ReportingYear.parse(year)
    except ValueError:
        return slug, None, f"“{year}” is not a reporting year such as 2023-24"
    if year not in years:
        return slug, None, f"{year} is not a year of this release"
    if slug is None:
        return None, year, f"“{place.stem}” is no council: use the name in the address of its page"
    return slug, year, None

"""Writing the letter of a council and a year, from its edition and the figures of a release."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.addresses import urls
from dashboard.domain.figures import not_held
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.letters import tables
from dashboard.letters.editions import EDITIONS, Edition, Part, edition_of
from dashboard.letters.improvements import agreed_in
from dashboard.letters.missing import of_the_year
from dashboard.letters.model import Block, Letter, Paragraph, Points, Run, Section, Table
from dashboard.letters.no_letter import nothing_in
from dashboard.letters.opening import addressee, has_ended, opening
from dashboard.letters.parts import Known, section
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council

CLOSING = "Yours sincerely"
UNSIGNED = ("Written by this project from the figures held", "Not signed by the Ombudsman")
"""How a letter ends that the publisher did not say is its own: who wrote it, and who did not sign it."""
NOT_OURS = "written by this project, not by the Ombudsman"
_MAY_NEED_NO_MARK = (Origin.PUBLISHED, Origin.REPORTED)


def write_letter(
    council: Council, year: str, repository: Repository, editions: Mapping[str, Edition] = EDITIONS
) -> Letter | None:
    """Write the letter, or return None where there is none to write.

    There is none for a year without an edition, for one in which the council neither existed nor has
    figures, and where nothing is held or nothing was dealt with (``why_none``). A letter is signed by whom
    the release says; by default it is this project's, and says that the Ombudsman did not sign it.
    """
    edition = edition_of(year, editions)
    if edition is None or year not in repository.years_of(council.slug):
        return None
    of = of_the_year(council.slug, year, repository)
    if nothing_in(edition, of) is not None:
        return None
    council = council.as_named_in(year)
    known = Known(
        council=council,
        edition=edition,
        figures={m: of.figures.get(m) or not_held(council.slug, year, m) for m in MEASURES},
        received=of.received,
        decided=of.decided,
        alone=not repository.existed(council.slug, year),
        former=has_ended(council, year),
        ombudsman_page=ombudsman_page(council, year),
        improvements=(
            agreed_in(council.slug, year, repository) if Part.IMPROVEMENTS in edition.parts else None
        ),
        demonstration=repository.release().is_demonstration,
        signatory=repository.release().signatory,
        official=repository.official_letter(council.slug, year),
    )
    parts = [section(part, known) for part in edition.parts if not (known.alone and part is Part.RESOURCES)]
    if known.former:
        parts = [part if part.id == Part.RESOURCES else _of_the_former(part) for part in parts]
    sections = [Section("opening", None, opening(council, edition, repository)), *parts]
    if annexed := tables.annex(
        known.figures, edition, council.type, averages=not known.alone, former=known.former
    ):
        sections.append(Section("annex", "Annex: the figures of this letter", annexed))
    origins = Counter(run.origin for run in runs(sections) if run.origin is not None)
    simulated = Origin.SIMULATED in origins
    real = [origin for origin, _ in origins.most_common() if origin in _MAY_NEED_NO_MARK]
    to = addressee(council, edition, repository)
    return Letter(
        slug=council.slug,
        council=council.name,
        year=year,
        title=f"Annual review letter {year}",
        statement=_statement(known, simulated=simulated, base=real[0] if real else None),
        simulated=simulated,
        addressee=to,
        dated=edition.dated,
        salutation=f"Dear {to[0].removeprefix('The ')}",
        sections=tuple(sections),
        closing=CLOSING if known.signatory else UNSIGNED[0],
        signatory=known.signatory or UNSIGNED[1],
        footer=None if known.signatory else NOT_OURS,
        base=real[0] if real else None,
    )


def _of_the_former(part: Section) -> Section:
    """Speak of the former council, since its successors are the ones who read the letter."""

    def said(text: str) -> str:
        return text.replace("your council", "the former council").replace(
            "Your council", "The former council"
        )

    def told(block: Block) -> Block:
        if isinstance(block, Table):
            return block
        if isinstance(block, Points):
            return Points(
                tuple(tuple(replace(run, text=said(run.text)) for run in item) for item in block.items)
            )
        return tuple(replace(run, text=said(run.text)) for run in block)

    heading = said(part.heading) if part.heading else None
    return Section(part.id, heading, tuple(told(block) for block in part.blocks))


def runs(sections: list[Section] | tuple[Section, ...]) -> Iterator[Run]:
    """Go through every run of a letter's sections, in reading order."""
    for part in sections:
        for block in part.blocks:
            paragraphs: list[Paragraph] | tuple[Paragraph, ...]
            if isinstance(block, Points):
                paragraphs = block.items
            elif isinstance(block, Table):
                paragraphs = [cell for row in block.rows for cell in row]
            else:
                paragraphs = (block,)
            for paragraph in paragraphs:
                yield from paragraph


def _statement(known: Known, *, simulated: bool, base: Origin | None) -> Paragraph:
    if simulated:
        what = (
            "This is a simulated letter of a demonstration. Every figure marked “simulated” is invented and "
            "says nothing of the council. "
        )
    else:
        what = ""
    if base is not None:
        theirs = base.words.replace(" by us", " by this project")  # in a letter “us” is the Ombudsman
        what += f"Figures in this letter without a mark are {theirs}. "
    if known.official is not None:
        what += "The Ombudsman’s own letter is held, and is what counts: "
        return (
            Run(what),
            Run(f"the Ombudsman’s own letter, {known.edition.year} (PDF)", href=known.official),
            Run(". What follows is written by this project from the figures held, to be read beside it."),
        )
    if known.signatory:
        return (Run(f"{what}This letter is signed by {known.signatory}."),)
    return (
        Run(
            f"{what}This letter is written by this project, in the form the Ombudsman’s letters have. It is "
            "not the Ombudsman’s own, for which see "
        ),
        Run("the Ombudsman’s own site", href=known.ombudsman_page),
        Run("."),
    )


def ombudsman_page(council: Council, year: str) -> str:
    """Return the address of what the Ombudsman's own site has of a council and year."""
    if council.ombudsman_slug:
        return urls.ombudsman_council(council.ombudsman_slug)
    return urls.ombudsman_decisions(council.name, year)

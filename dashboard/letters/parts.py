"""The parts of a letter: each returns its section from what is known of a council's year."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import day, thousands, words
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD, UPHELD_RATE
from dashboard.domain.origin import Origin
from dashboard.domain.years import ReportingYear
from dashboard.letters import improvements, sentences, tables
from dashboard.letters.editions import Edition, Part
from dashboard.letters.model import Block, Paragraph, Points, Run, Section
from dashboard.repository.case_records import Improvement
from dashboard.repository.records import Council, CountRow
from dashboard.words.wording import listed


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a letter is written from.

    ``alone`` says no average applies (after a council's end), ``former`` that the council had ended when the
    letter was written. ``official`` is the URL of the Ombudsman's own
    letter, where the release holds it. ``improvements`` is None where it holds no cases; in a
    ``demonstration`` they are simulated. ``signatory`` is who signs the letters of the release, None where
    the publisher did not say.
    """

    council: Council
    edition: Edition
    figures: Mapping[str, Figure]
    received: tuple[CountRow, ...]
    decided: tuple[CountRow, ...]
    alone: bool
    former: bool
    ombudsman_page: str
    official: str | None = None
    improvements: tuple[Improvement, ...] | None = None
    demonstration: bool = False
    signatory: str | None = None


def section(part: Part, known: Known) -> Section:
    """Return one part of the letter."""
    heading, write = _PARTS[part]
    return Section(part.value, heading, write(known))


def _measure(
    known: Known, measure: str, why: str | None, sentence: Callable[[Figure], Paragraph]
) -> tuple[Block, ...]:
    figure = known.figures[measure]
    kind = known.council.type
    told = sentence(figure)
    if not known.alone:
        told = (*told, *sentences.average(figure, kind), *sentences.comparison(figure, kind))
    blocks: list[Block] = [told]
    if figure.note:
        blocks.append((Run(f"Note: {figure.note}"),))
    if why and figure.state not in {State.NOT_HELD, State.NOT_APPLICABLE}:
        blocks.append((Run(why),))
    return tuple(blocks)


def _upheld(known: Known) -> tuple[Block, ...]:
    why = (
        "Upheld complaints matter because a finding of fault tells you where something went wrong, and so "
        "where others may be affected. The figure includes cases in which your council accepted fault, or "
        "had already offered a suitable remedy. A high share is not in itself a bad sign: it can mean an "
        "open council."
    )
    return _measure(known, UPHELD.id, why, sentences.upheld)


def _rate(known: Known) -> tuple[Block, ...]:
    return _measure(known, UPHELD_RATE.id, None, sentences.rate)


def _compliance(known: Known) -> tuple[Block, ...]:
    why = (
        "Compliance matters because a promise to put things right is worth something only when it is kept. "
        "The figure counts the recommendations that fell due in the year, whenever the complaint was decided."
    )
    if known.figures[COMPLIANCE.id].state is State.NOT_APPLICABLE:  # printed then, but counted otherwise
        told = f"How your council complied with our recommendations in {known.edition.year} is not held here."
        return ((Run(told),),)
    return _measure(known, COMPLIANCE.id, why, partial(sentences.compliance, ended=known.alone))


def _remedy(known: Known) -> tuple[Block, ...]:
    why = (
        "Early remedies matter because people should not need to come to us for what a council can give them "
        "itself."
    )
    if not known.former:
        why += " Where your council accepts fault and remedies it early, I want to give credit for it."
    return _measure(known, SATISFACTORY_REMEDY.id, why, sentences.remedy)


def _overview(known: Known) -> tuple[Block, ...]:
    names = ("dealt_with", "not_for_us_or_not_ready", "assessed_and_closed", "investigated")
    found = [known.figures[name] for name in names]
    if any(figure.numerator is None for figure in found):
        return ((Run(f"What became of all complaints in {known.edition.year} is not held here."),),)
    total, not_for_us, closed, investigated = (figure.numerator or 0 for figure in found)
    text = "We dealt with no complaints or enquiries about your council in the year"
    if total:
        number = words if words(total) != thousands(total) else thousands  # all written alike
        parts = (
            (not_for_us, "not for us or not ready for us"),
            (closed, "assessed and closed"),
            (investigated, "investigated"),
        )
        what = "complaint or enquiry" if total == 1 else "complaints and enquiries"
        became = listed([f"{number(count)} {of_it}" for count, of_it in parts if count])
        text = f"We dealt with {number(total)} {what} about your council: {became}"
    return ((Run(text, found[0].shown_origin), Run(".")),)


def _received(known: Known) -> tuple[Block, ...]:
    table = tables.breakdown(known.received, "received", known.edition.year)
    if table is None:
        return ((Run("How many complaints we received about each service is not held here."),),)
    return (table, (Run("A complaint received in one year may be decided in another."),))


def _decided(known: Known) -> tuple[Block, ...]:
    began = ReportingYear.parse(known.edition.year) >= UPHELD.first_year
    blocks: list[Block] = [sentences.upheld(known.figures[UPHELD.id])] if began else []
    table = tables.breakdown(known.decided, "decided", known.edition.year)
    if table is None:
        blocks.append((Run("How the complaints we decided divide by outcome is not held here."),))
        return tuple(blocks)
    return (*blocks, table)


def _remedied(known: Known) -> tuple[Block, ...]:
    figure = known.figures[SATISFACTORY_REMEDY.id]
    before, upheld = figure.numerator, figure.denominator
    if figure.state is State.NO_CASES:
        return (
            (
                Run("We upheld no complaints in the year, so there was nothing to remedy", figure.origin),
                Run("."),
            ),
        )
    if before is None or not upheld:
        text = (
            "How many upheld complaints were remedied on our recommendation, and how many your council "
            f"had already remedied satisfactorily, is not held here for {known.edition.year}."
        )
        return ((Run(text),),)
    left = upheld - before
    none = "neither" if upheld == 2 else "none"
    told = (
        f"Your council had already remedied {words(before) if before else none} of the {words(upheld)} "
        f"{'complaint' if upheld == 1 else 'complaints'} we upheld, to our satisfaction, before "
        f"{'it' if upheld == 1 else 'they'} reached us; {words(left) if left else none} "
        f"{'was' if left == 1 or (not left and upheld == 2) else 'were'} left for us to remedy by a "
        "recommendation"
    )
    return ((Run(told, figure.origin), Run(".")),)


def _improvements(known: Known) -> tuple[Block, ...]:
    asks = (
        "Where an investigation shows that others may be affected, we ask councils to improve the service. "
    )
    if known.improvements is None:
        told = (
            Run(f"{asks}What your council agreed to improve is listed on "),
            Run("its page on the Ombudsman’s own site", href=known.ombudsman_page),
            Run("; the improvements themselves are not held here."),
        )
        return (told,)
    upheld = known.figures[UPHELD.id]
    counted = (
        upheld.numerator if upheld.state is State.VALUE else 0 if upheld.state is State.NO_CASES else None
    )
    origin = Origin.SIMULATED if known.demonstration else Origin.PUBLISHED
    first, *rest = improvements.told(
        known.improvements,
        origin,
        counted,
        by=ReportingYear.parse(known.edition.year).last_day,
        ended=known.alone,
        beside_compliance=known.figures[COMPLIANCE.id].numerator is not None,
    )
    return ((Run(asks), *first), *rest) if isinstance(first, tuple) else (first, *rest)


def _similar(known: Known) -> tuple[Block, ...]:
    if known.alone:
        return (
            (Run("Your council had ended before this year, so its figures have no average beside them."),),
        )
    return (
        (
            Run(
                f"Your council’s figures stand beside the average of {known.council.type.councils}. We "
                "compare authorities of five types, each with its own kind: county, district, metropolitan "
                "borough, unitary and London borough councils. Numbers are small for most councils, so a "
                "difference can often not be told from chance."
            ),
        ),
    )


def _map(known: Known) -> tuple[Block, ...]:
    text = f"You will find these figures, with those of every council for {known.edition.year}, on our map."
    return ((Run(text),),)


def _resources(known: Known) -> tuple[Block, ...]:
    blocks: list[Block] = [Points(tuple((Run(text),) for text in known.edition.resources))]
    if known.edition.map_updated:
        when = day(known.edition.map_updated)
        blocks.append((Run(f"The map will be updated with the figures of this letter on {when}."),))
    return tuple(blocks)


_PARTS: Mapping[Part, tuple[str, Callable[[Known], tuple[Block, ...]]]] = {
    Part.OVERVIEW: ("What we dealt with", _overview),
    Part.UPHELD: ("Complaints upheld", _upheld),
    Part.RATE: ("Upheld complaints and population", _rate),
    Part.COMPLIANCE: ("Compliance with recommendations", _compliance),
    Part.REMEDY: ("Satisfactory remedies provided by your council", _remedy),
    Part.RECEIVED: ("Complaints received, by service", _received),
    Part.DECIDED: ("Complaints decided, by outcome", _decided),
    Part.REMEDIED: ("Complaints remedied", _remedied),
    Part.IMPROVEMENTS: ("What your council agreed to improve", _improvements),
    Part.SIMILAR: ("Which authorities are compared", _similar),
    Part.MAP: ("The map", _map),
    Part.RESOURCES: ("Help for your council", _resources),
}

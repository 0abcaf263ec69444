"""What lies behind the figures: the year's upheld cases, what was agreed to change, public reports."""

from collections import Counter
from dataclasses import dataclass

from dashboard.addresses import urls
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionKind
from dashboard.domain.formats import day, words
from dashboard.domain.outcomes import Outcome
from dashboard.pack.council_year import Known
from dashboard.pack.model import (
    Block,
    Commentary,
    Points,
    Run,
    Section,
    Table,
    Text,
    cells,
    quietly,
    said,
    text,
)
from dashboard.repository.case_records import CaseCount, DecisionRow, Improvement
from dashboard.words.wording import capital, council_name, listed, noun, was

MOST_CASES, MOST_IMPROVEMENTS, MOST_REPORTS = 12, 8, 6


@dataclass(frozen=True, slots=True)
class Behind:
    """The cases behind a council's year: how many were upheld, those told, agreed changes, reports.

    ``subjects`` counts the published upheld cases by sub-category, most frequent first.
    """

    upheld: CaseCount
    told: tuple[DecisionRow, ...]
    subjects: tuple[tuple[str, int], ...]
    improvements: tuple[Improvement, ...]
    reports: tuple[DecisionRow, ...]


def behind(known: Known) -> Behind | None:
    """Read the cases behind a year; None where the release holds none."""
    if known.cases is None:
        return None
    of_year = CaseFilter(councils=(known.council.slug,), decided=known.year)
    upheld = of_year.changed(outcomes=(Outcome.UPHELD,))
    told = tuple(row for row in known.cases.every_decision(upheld) if row.withdrawn is None)
    subjects = Counter(row.sub_category or row.category.label for row in told)
    return Behind(
        upheld=known.cases.count(upheld),
        told=told,
        subjects=tuple(sorted(subjects.items(), key=lambda pair: (-pair[1], pair[0]))),
        improvements=tuple(known.cases.every_improvement(of_year)),
        reports=tuple(known.cases.every_decision(of_year.changed(kind=DecisionKind.REPORT))),
    )


def cases_section(known: Known, found: Behind | None) -> Section:
    """Return the section of upheld cases and agreed changes; without cases, where to find them."""
    heading = f"Upheld cases of {known.year}, and what was agreed to change"
    comment = Commentary("upheld cases and what was agreed to change")
    if found is None:
        return Section("cases", heading, (_elsewhere(known, "upheld cases and what was agreed"), comment))
    simulated = _simulated(known) and bool(found.told or found.improvements)
    whose = [said("The cases told here are simulated: they say nothing of the council.")] if simulated else []
    blocks: list[Block] = [
        said(_how_many(known, found)),
        *whose,
        *_cases(known, found),
        *_improvements(known, found),
    ]
    return Section("cases", heading, (*blocks, comment))


def reports_section(known: Known, found: Behind | None) -> Section:
    """Return the section of public interest reports of the year."""
    heading = "Public interest reports"
    if found is None:
        return Section("reports", heading, (_elsewhere(known, "reports"),))
    whose = "In this demonstration’s simulated cases the" if _simulated(known) else "The"
    if not found.reports:
        whom = council_name(known.council.name)
        nothing = f"Ombudsman published no public interest report about {whom} in {known.year}."
        return Section("reports", heading, (said(f"{whose} {nothing}"),))
    count = len(found.reports)
    reports = f"{words(count)} public interest report{'' if count == 1 else 's'}"
    lead = f"{whose} Ombudsman published {reports} in {known.year}:"
    items = tuple(_report(known, row) for row in found.reports[:MOST_REPORTS])
    return Section("reports", heading, (said(lead), Points(items)))


def _elsewhere(known: Known, what: str) -> Block:
    search = urls.ombudsman_decisions(known.council.name, known.year)
    return said(
        f"The cases behind these figures are not held here, so {what} cannot be listed. The Ombudsman "
        "publishes them on its own site: ",
        Run(f"decisions about {council_name(known.council.name)}, {known.year}", href=search),
        ".",
    )


def _how_many(known: Known, found: Behind) -> str:
    count = found.upheld
    if count.counted == 0:
        none = f"No complaint about {council_name(known.council.name)} was upheld in {known.year}"
        return f"{none}, so there is no case to list."
    what = "complaint was" if count.counted == 1 else "complaints were"
    lead = f"{capital(words(count.counted))} {what} upheld in {known.year}"
    missing = count.counted - len(found.told)
    if missing == 0:
        return f"{lead}; {'its decision is' if count.counted == 1 else 'all decisions are'} published."
    why = "the Ombudsman holds back those by which someone could be recognised"
    if not found.told:
        return f"{lead}. No decision is published: {why}."
    published = f"{capital(words(len(found.told)))} {'is' if len(found.told) == 1 else 'are'} published"
    return f"{lead}. {published} and {words(missing)} {'is' if missing == 1 else 'are'} not: {why}."


def _cases(known: Known, found: Behind) -> list[Block]:
    if not found.told:
        return []
    shown = found.told[:MOST_CASES]
    blocks: list[Block] = []
    if len(found.told) > 1:
        most = found.subjects[:5]
        named = listed([f"{name[:1].lower()}{name[1:]} ({number})" for name, number in most])
        rest = len(found.subjects) - len(most)
        more = f", and {counted_more(rest)}" if rest > 0 else ""
        blocks.append(said(f"What they were about: {named}{more}."))
    which = (
        "Published upheld decisions"
        if len(shown) == len(found.told)
        else f"The {words(len(shown))} most recent"
    )
    blocks.append(
        Table(
            caption=f"{which}, {known.year}",
            head=("Reference", "Decided", "About", "Subject"),
            rows=tuple(_row(known, row) for row in shown),
            wide=frozenset({3}),
        )
    )
    if len(shown) < len(found.told):
        left = len(found.told) - len(shown)
        href = known.links.council_cases(
            known.council.slug, "decisions", f"outcome={Outcome.UPHELD}&year={known.year}"
        )
        blocks.append(
            quietly(
                f"{capital(words(left))} more {'is' if left == 1 else 'are'} listed on this site: ",
                Run("all decisions of the council", href=href),
                ".",
            )
        )
    return blocks


def counted_more(rest: int) -> str:
    """Write how many other subjects there are."""
    return f"{words(rest)} other subject{'' if rest == 1 else 's'}"


def _row(known: Known, row: DecisionRow) -> tuple[Text, ...]:
    about = f"{row.category.label}: {row.sub_category}" if row.sub_category else row.category.label
    link = Run(row.reference, href=known.links.decision(row.reference))
    return (text(link), *cells(day(row.decided), about, row.subject))


def _improvements(known: Known, found: Behind) -> list[Block]:
    if found.upheld.counted == 0 and not found.improvements:
        return []
    if not found.improvements:
        return [said(f"No change to how services work was agreed in published decisions of {known.year}.")]
    number = len(found.improvements)
    cases = len({one.reference for one in found.improvements})
    agreed = f"{words(number)} change{'' if number == 1 else 's'} to how services work {was(number)}"
    whence = f"in {words(cases)} {noun(cases, 'cases')}"
    lead = f"{capital(agreed)} agreed in published decisions of {known.year}, {whence}"
    shown = found.improvements[:MOST_IMPROVEMENTS]
    which = "" if len(shown) == number else f"; the {words(len(shown))} most recent"
    blocks: list[Block] = [said(f"{lead}{which}:"), Points(tuple(_improvement(known, one) for one in shown))]
    if len(shown) < number:
        href = known.links.council_cases(known.council.slug, "improvements")
        blocks.append(quietly("All of them: ", Run("what the council agreed to change", href=href), "."))
    return blocks


def _improvement(known: Known, one: Improvement) -> Text:
    words_of = "".join(piece for piece, _ in one.text).rstrip(".")
    link = Run(one.reference, href=known.links.decision(one.reference))
    if one.met is not None:
        state = f"done {day(one.met)}"
    elif one.due is not None:
        state = f"due {day(one.due)}; not recorded as done"
    else:
        state = "no date recorded"
    return text(f"{words_of} (", link, f"; {state}).")


def _report(known: Known, row: DecisionRow) -> Text:
    link = Run(row.reference, href=known.links.decision(row.reference))
    return text(
        f"{row.subject} (", link, f"; {row.category.label}; {row.outcome.label.lower()}; {day(row.decided)})"
    )


def _simulated(known: Known) -> bool:
    return known.repository.release().is_demonstration

"""What lies behind the figures: how many were upheld, about what, what was paid, and public reports."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.addresses import urls
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionKind, Remedy
from dashboard.domain.formats import day, words
from dashboard.domain.outcomes import Outcome
from dashboard.domain.simulated import unmarked
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Points, Run, Section, Text, said, text
from dashboard.pack.order import ANNEX
from dashboard.repository.case_records import CaseCount, DecisionRow, Improvement, RemedyTold
from dashboard.words.wording import capital, council_name, listed, uncapital, was

_MOST_SUBJECTS = 8


@dataclass(frozen=True, slots=True)
class Behind:
    """The cases behind a council's year: how many were upheld, those told, agreed changes, reports.

    ``subjects`` counts the published upheld cases by sub-category, most frequent first. ``remedies`` are
    those for persons by the case's reference; None where the release was imported without them.
    """

    upheld: CaseCount
    told: tuple[DecisionRow, ...]
    subjects: tuple[tuple[str, int], ...]
    improvements: tuple[Improvement, ...]
    reports: tuple[DecisionRow, ...]
    remedies: Mapping[str, tuple[RemedyTold, ...]] | None = None

    def paid(self, reference: str) -> int:
        """Return what was agreed to be paid in one case, in pounds; nothing agreed is 0."""
        told = (self.remedies or {}).get(reference, ())
        return sum(one.amount or 0 for one in told if one.kind is Remedy.PAYMENT)


def behind(known: Known) -> Behind | None:
    """Read the cases behind a year; None where the release holds none."""
    if known.cases is None:
        return None
    of_year = CaseFilter(councils=(known.council.slug,), decided=known.year)
    upheld = of_year.changed(outcomes=(Outcome.UPHELD,))
    told = tuple(row for row in known.cases.every_decision(upheld) if row.withdrawn is None)
    subjects = Counter(row.sub_category or row.category.label for row in told)
    remedies: Mapping[str, tuple[RemedyTold, ...]] | None = None
    if known.cases.tells_remedies():
        remedies = known.cases.remedies(upheld)
    return Behind(
        upheld=known.cases.count(upheld),
        told=told,
        subjects=tuple(sorted(subjects.items(), key=lambda pair: (-pair[1], pair[0]))),
        improvements=tuple(known.cases.every_improvement(of_year)),
        reports=tuple(known.cases.every_decision(of_year.changed(kind=DecisionKind.REPORT))),
        remedies=remedies,
    )


def cases_section(known: Known, found: Behind | None) -> Section:
    """Return the section of upheld cases and public reports; without cases, where to find them."""
    heading = "Upheld cases and public interest reports"
    if found is None:
        return Section("cases", heading, (elsewhere(known, "upheld cases and reports"),))
    simulated = is_simulated(known) and bool(found.told or found.reports)
    whose = [said("The cases told here are simulated: they say nothing of the council.")] if simulated else []
    blocks: list[Block] = [said(how_many(known, found)), *whose, *_about(found), *_paid(found)]
    if found.told:
        blocks.append(said(f"Each published upheld case is told in annex {ANNEX}."))
    return Section("cases", heading, (*blocks, *_reports(known, found)))


def elsewhere(known: Known, what: str) -> Block:
    """Say that cases are not held, and where the Ombudsman lists them."""
    search = urls.ombudsman_decisions(known.council.name, known.year)
    return said(
        f"The cases behind these figures are not held here, so {what} cannot be listed. The Ombudsman "
        "publishes them on its own site: ",
        Run(f"decisions about {council_name(known.council.name)}, {known.year}", href=search),
        ".",
    )


def how_many(known: Known, found: Behind) -> str:
    """Say how many were upheld, how many of them are told here, and why the others are not."""
    count = found.upheld
    if count.counted == 0:
        none = f"No complaint about {council_name(known.council.name)} was upheld in {known.year}"
        return f"{none}, so there is no case to list."
    what = "complaint was" if count.counted == 1 else "complaints were"
    lead = f"{capital(words(count.counted))} {what} upheld in {known.year}"
    gone, missing = count.withdrawn, count.counted - count.withdrawn - len(found.told)
    taken_out = f" {capital(words(gone))} {was(gone)} published and since withdrawn." if gone else ""
    if missing == 0 and not gone:
        return f"{lead}; {'its decision is' if count.counted == 1 else 'all decisions are'} published."
    why = "the Ombudsman holds back those by which someone could be recognised"
    if not found.told:
        rest = f" No decision is published: {why}." if missing else " None is published now."
        return f"{lead}.{rest}{taken_out}"
    published = f"{capital(words(len(found.told)))} {_is(len(found.told))} published"
    if not missing:
        return f"{lead}. {published}.{taken_out}"
    return f"{lead}. {published} and {words(missing)} {_is(missing)} not: {why}.{taken_out}"


def is_simulated(known: Known) -> bool:
    """Whether the cases of the release are made up."""
    return known.repository.release().is_demonstration


def bare(told: str) -> str:
    """Return a text of a case without the word that marks it as simulated, and without its full stop."""
    return unmarked(told).rstrip(". ")


def _about(found: Behind) -> list[Block]:
    if len(found.told) < 2:
        return []
    most = found.subjects[:_MOST_SUBJECTS]
    rest = len(found.subjects) - len(most)
    parts = [f"{uncapital(name)} ({number})" for name, number in most]
    if rest > 0:
        cases = len(found.told) - sum(number for _, number in most)
        parts.append(f"{words(rest)} other subject{'' if rest == 1 else 's'} ({cases})")
    return [said(f"What the published ones were about: {listed(parts)}.")]


def _paid(found: Behind) -> list[Block]:
    """Say what was agreed to be paid; where the release holds no remedies for persons, that it does not."""
    if not found.told:
        return []
    if found.remedies is None:
        return [
            said(
                "What was agreed for the persons who complained, payments among it, is not held here: it may "
                "hold personal information, and the council has it case by case."
            )
        ]
    amounts = [amount for row in found.told if (amount := found.paid(row.reference))]
    if not amounts:
        return [said("No payment was agreed in a published case.")]
    if len(amounts) == 1:
        return [said(f"In one published case a payment was agreed: £{amounts[0]:,}.")]
    span = (
        f"£{min(amounts):,} to £{max(amounts):,}" if min(amounts) < max(amounts) else f"£{amounts[0]:,} each"
    )
    left = " What was paid in cases that are not published is not known here."
    return [
        said(
            f"In {words(len(amounts))} of the {words(len(found.told))} published cases payments of {span} "
            "were "
            f"agreed, £{sum(amounts):,} in all.{left if found.upheld.counted > len(found.told) else ''}"
        )
    ]


def _reports(known: Known, found: Behind) -> list[Block]:
    whose = "In this demonstration’s simulated cases the" if is_simulated(known) else "The"
    if not found.reports:
        whom = council_name(known.council.name)
        nothing = f"Ombudsman published no public interest report about {whom} in {known.year}."
        return [said(f"{whose} {nothing}")]
    count = len(found.reports)
    reports = f"{words(count)} public interest report{'' if count == 1 else 's'}"
    lead = f"{whose} Ombudsman published {reports} in {known.year}:"
    return [said(lead), Points(tuple(_report(known, row) for row in found.reports))]


def _report(known: Known, row: DecisionRow) -> Text:
    link = Run(row.reference, href=known.links.decision(row.reference))
    if row.withdrawn is not None:
        return text(link, f" (withdrawn since; {row.category.label}; {day(row.decided)})")
    outcome = row.outcome.label.lower()
    return text(f"{row.subject} (", link, f"; {row.category.label}; {outcome}; {day(row.decided)})")


def _is(number: int) -> str:
    return "is" if number == 1 else "are"

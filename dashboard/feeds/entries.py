"""A decision, what a council agreed to change, and a letter, as entries of a feed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from itertools import groupby

from dashboard.addresses.links import Links
from dashboard.domain.decisions import DecisionCategory, DecisionKind, sub_category_slug
from dashboard.domain.formats import day
from dashboard.domain.progress import progress
from dashboard.domain.references import reference_slug
from dashboard.domain.simulated import MARK, unmarked
from dashboard.domain.years import ReportingYear
from dashboard.feeds.atom import Category, Entry, Waiting
from dashboard.feeds.place import Place
from dashboard.letters.editions import edition_of
from dashboard.repository.case_records import DecisionRow, Excerpt, Improvement, Withdrawal
from dashboard.repository.records import Council


@dataclass(frozen=True, slots=True)
class Setting:
    """What entries are made in: where the feed is served, the release its links keep (None: the one shown),
    and the name of a council by its slug."""

    place: Place
    links: Links
    name: Callable[[str], str]

    def url(self, path: str) -> str:
        """Return a path of the site, absolute."""
        return self.place.url(path)


def decision_entry(row: DecisionRow, given: Setting) -> Entry:
    """Return a decision as an entry; once withdrawn, one that says so, updated on that day.

    It keeps its id, so that a reader's own copy of the text gives way to the sentence.
    """
    council, place = given.name(row.slug), given.place
    what = "Public interest report" if row.kind is DecisionKind.REPORT else "Decision"
    if row.withdrawn is None:
        title = f"{council}: {unmarked(row.subject)} ({row.outcome.label.lower()})"
        about = f"{what} {row.reference}, decided on {day(row.decided)}: {row.outcome.label.lower()}."
        summary = f"{about} {plain(row.excerpt)}"
    else:
        title = f"{council}: {what.lower()} {row.reference} withdrawn"
        summary = (
            f"{what} {row.reference} of {day(row.decided)} was withdrawn on {day(row.withdrawn.on)}: "
            f"{row.withdrawn.reason} Its text is no longer published."
        )
    return Entry(
        id=place.tag(f"decision/{reference_slug(row.reference)}"),
        title=marked(title, place),
        url=given.url(given.links.decision(row.reference)),
        published=row.decided,
        updated=last_told(row),
        summary=summary,
        categories=categories(row.category, row.sub_category, place),
    )


def last_told(row: DecisionRow) -> date:
    """Return the day a decision was last told of: that it was made, or withdrawn."""
    return row.decided if row.withdrawn is None else max(row.decided, row.withdrawn.on)


def improvement_entries(improvements: Iterable[Improvement], given: Setting) -> Iterator[Waiting]:
    """Yield an entry for each case: what its council agreed to change in it."""
    for _, of_case in groupby(improvements, key=lambda one: one.reference):
        agreed = list(of_case)
        yield Waiting(agreed[0].agreed, partial(_improvement_entry, agreed, given))


def _improvement_entry(agreed: Sequence[Improvement], given: Setting) -> Entry:
    place, first = given.place, agreed[0]
    reference = first.reference
    many = "one change" if len(agreed) == 1 else f"{len(agreed)} changes"
    lines = [_line(one) for one in agreed]
    subject = f"{first.category.label}, {first.sub_category}" if first.sub_category else ""
    return Entry(
        id=place.tag(f"improvements/{reference_slug(reference)}"),
        title=marked(f"{given.name(first.slug)} agreed to {many}: {subject or first.category.label}", place),
        url=given.url(given.links.decision(reference)),
        published=first.agreed,
        updated=first.agreed,
        summary=f"Agreed on {day(first.agreed)} in case {reference}. {' '.join(lines)}",
        html=f"<p>Agreed on {day(first.agreed)} in case {escape(reference)}:</p>"
        f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>",
        categories=categories(first.category, first.sub_category, place),
    )


def gone_entry(row: DecisionRow, withdrawn: Withdrawal, given: Setting) -> Entry:
    """Return what takes the place of what was agreed in a case, once its decision is withdrawn.

    It has the name the entry had, so that a reader's own copy of the text gives way.
    """
    place = given.place
    return Entry(
        id=place.tag(f"improvements/{reference_slug(row.reference)}"),
        title=marked(f"{given.name(row.slug)}: case {row.reference} withdrawn", place),
        url=given.url(given.links.decision(row.reference)),
        published=row.decided,
        updated=max(row.decided, withdrawn.on),
        summary=f"The decision of {day(row.decided)} was withdrawn on {day(withdrawn.on)}: "
        f"{withdrawn.reason} What was agreed in it, if anything was, is no longer published.",
        categories=categories(row.category, row.sub_category, place),
    )


def letter_entries(council: Council, years: Iterable[str], given: Setting) -> Iterator[Entry]:
    """Yield an entry for each of a council's annual review letters.

    A letter whose date is not held is dated by the end of the year it is about.
    """
    place = given.place
    for year in years:
        edition = edition_of(year)
        if edition is None:
            continue
        ends = ReportingYear.parse(year).last_day
        dated, name = edition.dated or ends, council.name_in(year)
        yield Entry(
            id=place.tag(f"letter/{council.slug}/{year}"),
            title=marked(f"{name}: annual review letter {year}", place),
            url=given.url(given.links.letter(council.slug, year)),
            published=dated,
            updated=dated,
            summary=f"The annual review letter to {name} for the year ended {day(ends)}, "
            "in this site’s own words"
            + (": a demonstration’s, in which figures are simulated." if place.simulated else "."),
        )


def plain(excerpt: Excerpt) -> str:
    """Return an excerpt's text."""
    return "".join(text for text, _ in excerpt)


def marked(title: str, place: Place) -> str:
    """Return a title that says "Simulated" first where that is what its thing is."""
    return f"{MARK}{title}" if place.simulated else title


def _line(one: Improvement) -> str:
    text = plain(one.text)
    if one.due is None:
        return text
    met = f" on {day(one.met)}" if one.met else ""
    return f"{text} (due {day(one.due)}, {progress(one.due, one.met).label}{met})"


def categories(category: DecisionCategory, sub_category: str, place: Place) -> tuple[Category, ...]:
    """Return the category and sub-category of a decision as those of an entry."""
    about = Category(category.slug, category.label, place.tag("categories"))
    if not sub_category:
        return (about,)
    term = f"{category.slug}/{sub_category_slug(sub_category)}"
    return (about, Category(term, f"{category.label}: {sub_category}", place.tag("sub-categories")))

"""The rows of the files of what to watch: one a question, with the cases it rests on."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Compliance
from dashboard.domain.watch import Question
from dashboard.downloads.column import Cell, Column, Listing
from dashboard.exports.columns_shared import COUNCIL, QUERY, RELEASE
from dashboard.repository.records import Council
from dashboard.repository.watch_records import Watched, WatchScope
from dashboard.words.watch_seen import chosen

_BASES = {
    Question.NUMBER: "residents, those of the three years added up",
    Question.SHARE: "investigations of three years",
    Question.LATE: "recommendations due in the year",
    Question.REPEATED: "published upheld cases of three years",
    Question.PROMISE: "published upheld cases of three years",
}
_BETWEEN = "; "
COLUMNS = (
    Column(
        *("origin", "Origin", "string"),
        "Derived from real cases, or simulated (made up for a demonstration).",
        required=True,
        values=(Origin.DERIVED.value, Origin.SIMULATED.value),
    ),
    RELEASE,
    Column("year", "Year", "string", "The year; of three years, the last of them.", required=True),
    COUNCIL,
    Column("council_type", "Type of council", "string", "One of the Ombudsman’s five types."),
    Column("region", "Region", "string", "The region of England."),
    Column(
        *("question", "Question", "string", "What raises the question (see the page)."),
        required=True,
        values=tuple(question.value for question in Question),
    ),
    Column("service", "Service", "string", "The category the complaints were received in.", required=True),
    Column("sub_category", "Sub-category", "string", "Of a fault that recurs; else empty."),
    Column("fault", "Fault", "string", "The fault that recurs; else empty."),
    Column("count", "Count", "integer", "How many cases, or recommendations, the question is about."),
    Column("base", "Of", "integer", "Of how many."),
    Column("base_of", "Of what", "string", "What the base counts."),
    Column("late", "Carried out late", "integer", "Of recommendations; else empty."),
    Column("not_carried_out", "Not carried out", "integer", "Of recommendations; else empty."),
    Column("expected", "Expected", "number", "How many would be expected; empty where nothing is compared."),
    Column("usual_low", "Usual from", "integer", "The least that is usual; else empty."),
    Column("usual_high", "Usual to", "integer", "The most that is usual; empty without a comparison."),
    Column(
        *("stands_out", "Stands out", "string"),
        "Whether it stands out among all that was looked at, of which no more than 10% are false on average; "
        "empty where none is held to that.",
        values=("yes", "no"),
    ),
    Column(
        *("chosen", "How chosen", "string"),
        "Whether the question was tested against chance, and of how many it was chosen.",
        required=True,
    ),
    Column(
        *("cases", "Cases", "string"),
        "The references of the published cases; after a promise the later ones. Empty of services.",
    ),
    Column(
        "earlier_cases",
        "Earlier cases",
        "string",
        "After a promise: the case in which each change was first agreed, in the order of the cases.",
    ),
    Column("address", "Address", "string", "The council’s page on this site."),
    QUERY,
)


def watch_listing(
    questions: Iterable[Watched],
    *,
    scope: WatchScope,
    release: str,
    simulated: bool,
    query: str,
    council: Callable[[str], Council | None],
    address: Callable[[str], str],
) -> Listing:
    """Return questions as a listing, read while it is written.

    ``scope`` is what was looked at in their year, ``release`` its name as it is cited, ``query`` what was
    asked for in words. ``council`` returns a council by its slug, ``address`` its page.
    """
    origin = Origin.SIMULATED if simulated else Origin.DERIVED

    def cells(one: Watched) -> tuple[Cell, ...]:
        whose = council(one.slug)
        late = one.question is Question.LATE
        later = [pair.later for pair in one.pairs] or [c.reference for c in one.cases if c.published]
        return (
            *(origin.value, release, scope.year),
            whose.name if whose else one.slug,
            whose.type.label if whose else "",
            whose.region if whose else "",
            *(one.question.value, one.service.label, one.sub_category, one.fault),
            *(one.count, one.base, _BASES[one.question]),
            sum(case.found is Compliance.LATE for case in one.cases) if late else None,
            sum(case.found is Compliance.NOT_COMPLIED for case in one.cases) if late else None,
            None if one.expected is None else Decimal(f"{one.expected:.2f}"),
            *(one.low, one.high),
            "" if one.beyond is None else "yes" if one.beyond else "no",
            chosen(one, scope),
            _BETWEEN.join(dict.fromkeys(later)),
            _BETWEEN.join(pair.earlier for pair in one.pairs),
            address(one.slug),
            query,
        )

    return Listing(COLUMNS, map(cells, questions))

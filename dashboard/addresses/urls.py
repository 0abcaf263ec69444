"""Every address of the Ombudsman and of others; and those of the map and the comparison, by their states."""

from collections.abc import Sequence
from urllib.parse import quote_plus

from dashboard.addresses.compare_state import CompareState
from dashboard.addresses.compare_state import query_string as compare_query
from dashboard.addresses.view_state import ViewState, query_string
from dashboard.domain.decisions import DecisionCategory, ombudsman_slug
from dashboard.domain.postal_areas import Elsewhere
from dashboard.domain.references import reference_slug
from dashboard.domain.years import ReportingYear

OMBUDSMAN = "https://www.lgo.org.uk"


def map_page(state: ViewState, years: Sequence[str]) -> str:
    """Return the map in a view."""
    query = query_string(state, years)
    return f"/?{query}" if query else "/"


def compare(state: CompareState, years: Sequence[str], ending: str = "") -> str:
    """Return a comparison: the page, or with ``.csv`` or ``.xlsx`` one of its files."""
    query = compare_query(state, years)
    return f"/compare{ending}?{query}" if query else f"/compare{ending}"


def ombudsman_map() -> str:
    """Return the Ombudsman's own map."""
    return f"{OMBUDSMAN}/your-councils-performance"


def ombudsman_council(ombudsman_slug: str) -> str:
    """Return a council's page on the Ombudsman's own site."""
    return f"{OMBUDSMAN}/your-councils-performance/{ombudsman_slug}/statistics"


def ombudsman_search() -> str:
    """Return the Ombudsman's own search of all its decisions."""
    return f"{OMBUDSMAN}/Decisions"


def ombudsman_decisions(name: str, year: str) -> str:
    """Return the Ombudsman's own search for a council's decisions of a year."""
    span = ReportingYear.parse(year)
    return (
        f"{OMBUDSMAN}/Decisions/SearchResults?aname={quote_plus(name)}&dc=c+nu+u+"
        f"&fd={span.first_day}&td={span.last_day}&page=1&sortOrder=descending"
    )


def ombudsman_decision(category: DecisionCategory, sub_category: str, reference: str) -> str:
    """Return a real decision's page on the Ombudsman's own site."""
    return OMBUDSMAN + ombudsman_decision_path(category, sub_category, reference)


def ombudsman_decision_path(category: DecisionCategory, sub_category: str, reference: str) -> str:
    """Return the path of a decision on the Ombudsman's own site, by the rule of its addresses:
    ``/decisions/children-s-care-services/fostering/23-001-234``."""
    about = [ombudsman_slug(part) for part in (category.label, sub_category) if part]
    return "/".join(["/decisions", *about, reference_slug(reference)])


def ombudsman_complain() -> str:
    """Return the Ombudsman's own page on how to complain."""
    return f"{OMBUDSMAN}/how-to-complain"


def ombudsman_questions() -> str:
    """Return the Ombudsman's own answers to what complainants ask, its time limits among them."""
    return f"{OMBUDSMAN}/make-a-complaint/faqs"


_OTHER_OMBUDSMEN = {
    Elsewhere.SCOTLAND: ("Scottish Public Services Ombudsman", "https://www.spso.org.uk/"),
    Elsewhere.WALES: ("Public Services Ombudsman for Wales", "https://www.ombudsman.wales/"),
    Elsewhere.NORTHERN_IRELAND: ("Northern Ireland Public Services Ombudsman", "https://www.nipso.org.uk/"),
}


def other_ombudsman(place: Elsewhere) -> tuple[str, str] | None:
    """Return the name and the address of the ombudsman for councils of another nation; None for an island."""
    return _OTHER_OMBUDSMEN.get(place)

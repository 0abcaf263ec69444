"""Every URL of the site, ours and the Ombudsman's, in one place."""

from collections.abc import Sequence
from urllib.parse import quote_plus, urlencode

from dashboard.addresses.compare_state import CompareState
from dashboard.addresses.compare_state import query_string as compare_query
from dashboard.addresses.peer_methods import Peers
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


def council(slug: str, year: str | None = None, release: str | None = None) -> str:
    """Return a council's page, of a year or of its latest."""
    return _with_release(f"/council/{slug}/{year}" if year else f"/council/{slug}", release)


def letter(slug: str, year: str, release: str | None = None) -> str:
    """Return a council's annual review letter on a page of its own."""
    return _with_release(f"/council/{slug}/{year}/letter", release)


def letter_pdf(slug: str, year: str, release: str | None = None) -> str:
    """Return a council's annual review letter as PDF."""
    return _with_release(f"/council/{slug}/{year}/letter.pdf", release)


def letters(slug: str, release: str | None = None) -> str:
    """Return the list of all letters to a council and to those before it."""
    return _with_release(f"/council/{slug}/letters", release)


def pack(slug: str, year: str, release: str | None = None, ending: str = "") -> str:
    """Return a council's committee paper: the page, or with ``.pdf`` or ``.docx`` one of its files."""
    return _with_release(f"/council/{slug}/{year}/pack{ending}", release)


def embed(slug: str, measure: str, year: str, release: str | None = None) -> str:
    """Return one figure of a council as a document that other sites may frame."""
    return _with_release(f"/embed/{slug}", release, {"measure": measure, "year": year})


def embed_codes(slug: str, year: str, release: str | None = None) -> str:
    """Return the page with the code by which other sites show a council's figures."""
    return _with_release(f"/council/{slug}/{year}/embed", release)


def council_cases(slug: str, section: str, query: str = "", release: str | None = None) -> str:
    """Return one of a council's lists: ``decisions``, ``improvements`` or ``reports``, in a view."""
    return _with_release(f"/council/{slug}/{section}{f'?{query}' if query else ''}", release)


def council_feed(slug: str, release: str | None = None) -> str:
    """Return the Atom feed of a council: its decisions, improvements and letters."""
    return _with_release(f"/council/{slug}/feed.atom", release)


def decisions(query: str = "", ending: str = "", release: str | None = None) -> str:
    """Return a search of the decisions: the page, or with ``.csv``, ``.xlsx`` or ``.atom`` a file."""
    return _with_release(f"/decisions{ending}{f'?{query}' if query else ''}", release)


def decision(reference: str, release: str | None = None) -> str:
    """Return one decision's page."""
    return _with_release(f"/decisions/{reference_slug(reference)}", release)


def improvements(query: str = "", ending: str = "", release: str | None = None) -> str:
    """Return what councils agreed to change: the page, or with ``.csv``, ``.xlsx`` or ``.atom`` a file."""
    return _with_release(f"/improvements{ending}{f'?{query}' if query else ''}", release)


def quality(year: str | None = None, kind: str | None = None, release: str | None = None) -> str:
    """Return how complete the figures are, in a year, of one type of council."""
    told = {name: value for name, value in (("year", year), ("type", kind)) if value}
    return _with_release("/data/quality", release, told)


def page_json(path: str, release: str | None = None) -> str:
    """Return the JSON twin of a page's path; a query that belongs to the path is kept."""
    page, _, query = path.partition("?")
    twin = f"{'/index' if page == '/' else page}.json"
    return _with_release(f"{twin}?{query}" if query else twin, release)


def compare(state: CompareState, years: Sequence[str], ending: str = "") -> str:
    """Return a comparison: the page, or with ``.csv`` or ``.xlsx`` one of its files."""
    query = compare_query(state, years)
    return f"/compare{ending}?{query}" if query else f"/compare{ending}"


def compare_with(slug: str, year: str, release: str | None = None) -> str:
    """Return a council beside those of its type nearest to it in residents, in a year."""
    return _with_release(f"/compare?councils={slug}&peers={Peers.TYPE}&year={year}", release)


def find(query: str | None = None, release: str | None = None, *, whole: bool = False) -> str:
    """Return the search for a council, a place or a postcode; ``whole``: with all it finds listed."""
    told = {**({"q": query} if query else {}), **({"show": "all"} if whole else {})}
    return _with_release("/find", release, told)


def plain(page: str, release: str | None = None) -> str:
    """Return a page of text: ``about``, ``accessibility``, ``complain``, ``data``; the map for no name."""
    return _with_release(f"/{page}", release)


def download(logical: str, release: str | None = None) -> str:
    """Return a release's figures to take away: one of ``dashboard.repository.downloads``."""
    return _with_release(f"/{logical}", release)


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


def _with_release(path: str, release: str | None, query: dict[str, str] | None = None) -> str:
    told = {**(query or {}), **({"release": release} if release else {})}
    return f"{path}{'&' if '?' in path else '?'}{urlencode(told)}" if told else path

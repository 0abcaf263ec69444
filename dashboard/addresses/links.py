"""The addresses of the site's own pages, as a page of a release writes them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.addresses.peer_methods import Peers
from dashboard.domain.references import reference_slug


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of one release's pages. ``release`` is its name where an address has to carry it: of one
    that is not the release shown without a name; else None.
    """

    release: str | None = None

    def council(self, slug: str, year: str | None = None) -> str:
        """Return a council's page, of a year or of its latest."""
        return self._named(f"/council/{slug}/{year}" if year else f"/council/{slug}")

    def letter(self, slug: str, year: str) -> str:
        """Return a council's annual review letter on a page of its own."""
        return self._named(f"/council/{slug}/{year}/letter")

    def letter_pdf(self, slug: str, year: str) -> str:
        """Return a council's annual review letter as PDF."""
        return self._named(f"/council/{slug}/{year}/letter.pdf")

    def letters(self, slug: str) -> str:
        """Return the list of all letters to a council and to those before it."""
        return self._named(f"/council/{slug}/letters")

    def pack(self, slug: str, year: str, ending: str = "", peers: Peers | None = None) -> str:
        """Return a council's committee paper: the page, or with ``.pdf`` or ``.docx`` one of its files.

        ``peers`` is the way of choosing the councils beside it; None for those the paper chooses itself.
        """
        return self._named(f"/council/{slug}/{year}/pack{ending}", {"peers": peers} if peers else {})

    def embed(self, slug: str, measure: str, year: str) -> str:
        """Return one figure of a council as a document that other sites may frame."""
        return self._named(f"/embed/{slug}", {"measure": measure, "year": year})

    def embed_codes(self, slug: str, year: str) -> str:
        """Return the page with the code by which other sites show a council's figures."""
        return self._named(f"/council/{slug}/{year}/embed")

    def council_cases(self, slug: str, section: str, query: str = "") -> str:
        """Return one of a council's lists: ``decisions``, ``improvements`` or ``reports``, in a view."""
        return self._named(f"/council/{slug}/{section}{f'?{query}' if query else ''}")

    def council_feed(self, slug: str) -> str:
        """Return the Atom feed of a council: its decisions, improvements and letters."""
        return self._named(f"/council/{slug}/feed.atom")

    def decisions(self, query: str = "", ending: str = "") -> str:
        """Return a search of the decisions: the page, or with ``.csv``, ``.xlsx``, ``.atom`` a file."""
        return self._named(f"/decisions{ending}{f'?{query}' if query else ''}")

    def decision(self, reference: str) -> str:
        """Return one decision's page."""
        return self._named(f"/decisions/{reference_slug(reference)}")

    def improvements(self, query: str = "", ending: str = "") -> str:
        """Return what councils agreed to change: the page, or with ``.csv``, ``.xlsx``, ``.atom`` a file."""
        return self._named(f"/improvements{ending}{f'?{query}' if query else ''}")

    def watch(self, query: str = "", ending: str = "") -> str:
        """Return what to watch across councils: the page, or with ``.csv`` or ``.xlsx`` one of its files."""
        return self._named(f"/watch{ending}{f'?{query}' if query else ''}")

    def quality(self, year: str | None = None, kind: str | None = None) -> str:
        """Return how complete the figures are, in a year, of one type of council."""
        told = {name: value for name, value in (("year", year), ("type", kind)) if value}
        return self._named("/data/quality", told)

    def page(self, path: str) -> str:
        """Return a page by its path; a query that belongs to the path is kept."""
        return self._named(path)

    def page_json(self, path: str) -> str:
        """Return the JSON twin of a page's path; a query that belongs to the path is kept."""
        page, _, query = path.partition("?")
        twin = f"{'/index' if page == '/' else page}.json"
        return self._named(f"{twin}?{query}" if query else twin)

    def compare_with(self, slug: str, year: str) -> str:
        """Return a council beside those of its type nearest to it in residents, in a year."""
        return self._named(f"/compare?councils={slug}&peers={Peers.TYPE}&year={year}")

    def find(self, query: str | None = None, *, whole: bool = False) -> str:
        """Return the search for a council, a place or a postcode; ``whole``: with all it finds listed."""
        told = {**({"q": query} if query else {}), **({"show": "all"} if whole else {})}
        return self._named("/find", told)

    def plain(self, page: str) -> str:
        """Return a page of text: ``about``, ``accessibility``, ``complain``, ``data``; none: the map."""
        return self._named(f"/{page}")

    def download(self, logical: str) -> str:
        """Return a release's figures to take away: one of ``dashboard.repository.downloads``."""
        return self._named(f"/{logical}")

    def _named(self, path: str, query: dict[str, str] | None = None) -> str:
        told = {**(query or {}), **({"release": self.release} if self.release else {})}
        return f"{path}{'&' if '?' in path else '?'}{urlencode(told)}" if told else path


UNNAMED = Links()
"""Those of the release that is shown without being named."""

"""A small England: five councils with figures of every kind, and shapes to draw them with."""

from dashboard.addresses.view_state import parse
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.mapview.shapes import Neighbours, Shape, Shapes
from dashboard.mapview.svg import bare, bare_tiles
from dashboard.mapview.view import MapView, of_state
from tests.support.fake_repository import YEARS, FakeRepository, release
from tests.support.figures import figure, pooled_benchmark, printed_benchmark
from tests.support.sample import council

YEAR = "2023-24"
LEEDS = council("leeds-city-council", "Leeds City Council", AuthorityType.METROPOLITAN)
BURY = council(
    "bury-metropolitan-borough-council", "Bury Metropolitan Borough Council", AuthorityType.METROPOLITAN
)
KENT = council("kent-county-council", "Kent County Council", AuthorityType.COUNTY)
ADUR = council("adur-district-council", "Adur District Council", AuthorityType.DISTRICT)
CITY = council("city-of-london", "City of London", AuthorityType.LONDON)
HULL = council("hull-city-council", "Hull City Council", AuthorityType.UNITARY)
ALL = (ADUR, BURY, CITY, HULL, KENT, LEEDS)
AVERAGE = printed_benchmark("80")


def upheld(slug: str, n: int | None = None, d: int | None = None, **more: object) -> Figure:
    """Complaints upheld of a council in the year, beside the average of 80% unless told otherwise."""
    told: dict[str, object] = {"benchmark": AVERAGE, **more}
    return figure(slug, YEAR, "upheld_pct", n, d, **told)  # type: ignore[arg-type]


FIGURES = (
    upheld(LEEDS.slug, 27, 33, origin=Origin.SIMULATED),
    upheld(BURY.slug, 40, 40, comparison=Comparison.MUCH_HIGHER),
    upheld(KENT.slug, 0, 1),
    upheld(CITY.slug, 0, 0),
    upheld(HULL.slug, state=State.NOT_HELD, origin=None),
    upheld(ADUR.slug, printed="77", state=State.PERCENTAGE_ONLY),
    figure(LEEDS.slug, YEAR, "compliance_pct", 30, 31, benchmark=printed_benchmark("99")),
    figure(KENT.slug, YEAR, "compliance_pct", 12, 12, benchmark=printed_benchmark("100")),
    figure(
        LEEDS.slug, YEAR, "upheld_per_100k", 27, 812_000, benchmark=pooled_benchmark("4.6", 500, 10**7, 36)
    ),
    figure(LEEDS.slug, YEAR, "dealt_with_per_100k", 331, 812_000),
)


class SmallEngland(FakeRepository):
    """The repository of it, with shapes."""

    def map_shapes(self, tier: object, year: str, *, tiles: bool = False) -> str:
        if tiles:
            return bare_tiles(grid("upper", 2023))
        return bare(grid("upper", 2023), grid("london", 2014))


def grid(tier: str, vintage: int) -> Shapes:
    """Squares side by side, west to east in the order of ALL (London: the City alone)."""
    drawn = (CITY,) if tier == "london" else ALL
    slugs = [c.slug for c in drawn]
    shapes = tuple(
        Shape(
            slug,
            f"m{10 * i} 0h9v9h-9z",
            10 * i + 5,
            5,
            4,
            Neighbours(None, slugs[i + 1] if i + 1 < len(slugs) else None, None, slugs[i - 1] if i else None),
        )
        for i, slug in enumerate(slugs)
    )
    return Shapes(tier, vintage, "EPSG:27700", 200, (0, 0), 60, 10, shapes)


def repository(kind: str = "demonstration") -> SmallEngland:
    """Return it as a release."""
    return SmallEngland(
        councils_=ALL, figures_=FIGURES, pooled=FIGURES, release_=release("demo", kind, YEARS)
    )


def view(query: str = "") -> MapView:
    """Return what its map shows for a query, in the year that has figures."""
    return of_state(parse(f"year={YEAR}&{query}", YEARS), repository())

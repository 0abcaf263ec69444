"""The councils each may be compared with: those that touch it, and the statistical neighbours."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.domain.authority_types import AuthorityType
from derive.artefacts import Table
from derive.councils import Councils
from derive.source import DerivationError, SourceFolder

TOUCHING = "neighbours/adjacent_authorities_2014_2025.csv"
DFE = "neighbours/dfe_statistical_neighbours_may2025.csv"
ONS = {
    "ons_global": "neighbours/ons_els_2026_global_neighbours.csv",
    "ons_demographic": "neighbours/ons_els_2026_demographic_neighbours.csv",
    "ons_economic": "neighbours/ons_els_2026_economic_neighbours.csv",
}
ONS_RANKS = tuple(str(rank) for rank in range(1, 21))

PRINCIPAL = ("E06", "E07", "E08", "E09", "E10")
"""The codes of principal councils of England; combined authorities and other nations are left out."""

COLUMNS = ("slug", "method", "rank", "neighbour", "from_year", "to_year")

Cells = tuple[str, str, str, str, str, str]


def derive_neighbours(source: SourceFolder, councils: Councils) -> Table:
    """Return slug, method, rank, neighbour, and the first and last vintage it holds for (blank: open).

    ``touching`` councils are ranked by the length of the border they share; the other methods keep
    the publisher's ranks, with gaps where a neighbour is no council of England; they are of the
    councils of 2025, published once and good for any year in which both existed.
    """
    rows = [*_touching(source, councils), *_ons(source, councils), *_dfe(source, councils)]
    tiers = {slug: AuthorityType(kind).tiers for slug, kind in councils.column("type").items()}
    shared = (row for row in rows if tiers[row[0]] & tiers[row[3]])
    # The rank is sorted as the number it is, not as text.
    ordered = sorted(shared, key=lambda row: (row[0], row[1], row[4], int(row[2]), row[3]))
    return Table("reference/neighbours.csv.gz", COLUMNS, tuple(ordered))


def _touching(source: SourceFolder, councils: Councils) -> Iterator[Cells]:
    """Yield touching councils: both tiers' pairs, each once, with the recoded councils as one."""
    columns = ("tier", "areacd", "neighbour_cd", "shared_km", "from_year", "to_year")
    borders: dict[tuple[str, str], float] = {}
    spans: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in source.table(TOUCHING, columns):
        pair = (councils.slug(row["areacd"], row.place), councils.slug(row["neighbour_cd"], row.place))
        spans[pair].append((row["from_year"], row["to_year"]))
        borders[pair] = max(borders.get(pair, 0.0), float(row["shared_km"]))
    for slug in sorted({pair[0] for pair in spans}):
        mine = sorted((p for p in spans if p[0] == slug), key=lambda p: (-borders[p], p[1]))
        for rank, pair in enumerate(mine, 1):
            first, last = _joined(spans[pair], pair)
            yield slug, "touching", str(rank), pair[1], first, last


def _joined(spans: list[tuple[str, str]], pair: tuple[str, str]) -> tuple[str, str]:
    """Return the one span that spans of vintages make. Raises DerivationError when there is a hole."""
    first, last = (int(year or 0) for year in sorted(spans)[0])
    for start, end in sorted(set(spans))[1:]:
        if last and int(start) > last + 1:
            raise DerivationError(f"{TOUCHING}: {' and '.join(pair)} touch, then do not, then do again.")
        last = 0 if not last or not end else max(last, int(end))
    return str(first) if first > 2014 else "", str(last) if last else ""


def _ons(source: SourceFolder, councils: Councils) -> Iterator[Cells]:
    for method, path in ONS.items():
        for row in source.table(path, ("AREACD", *ONS_RANKS)):
            if not row["AREACD"].startswith(PRINCIPAL):
                continue
            slug = councils.slug(row["AREACD"], row.place)
            for rank in ONS_RANKS:
                if row[rank].startswith(PRINCIPAL):
                    yield slug, method, rank, councils.slug(row[rank], row.place), "", ""


def _dfe(source: SourceFolder, councils: Councils) -> Iterator[Cells]:
    for row in source.table(DFE, ("utlacd", "rank", "neighbour_utlacd")):
        slug, neighbour = (councils.slug(row[c], row.place) for c in ("utlacd", "neighbour_utlacd"))
        yield slug, "dfe", row["rank"], neighbour, "", ""

"""The councils: every principal council of England between April 2014 and March 2026."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.domain.slugs import slug_of
from dashboard.reference.councils import COLUMNS, COUNCILS
from derive.artefacts import Table, sorted_table
from derive.names import other_names_of, short_name_of
from derive.names_by_date import ALSO_PRINTED, named
from derive.source import DerivationError, Row, SourceFolder

BY_YEAR = "reference/ltla_utla_region_by_year_2014_2025.csv"
SUCCESSORS = "reference/la_successors_2014_2025.csv"
MYSOCIETY = "reference/mysociety_uk_local_authorities.csv"
MYSOCIETY_NAMES = "reference/mysociety_lookup_name_to_code.csv"
OMBUDSMAN_SLUGS = "reference/lgsco_site_slugs.csv"

FIRST_VINTAGE = 2014

TYPE_OF_PREFIX = {
    "E06": "unitary",
    "E07": "district",
    "E08": "metropolitan",
    "E09": "london",
    "E10": "county",
}

RECODED_BEFORE_2014 = {
    "E07000100": date(2012, 4, 1),
    "E07000104": date(2012, 4, 1),
    "E07000097": date(2013, 4, 1),
    "E07000101": date(2013, 4, 1),
    "E06000048": date(2013, 4, 1),
    "E08000020": date(2013, 4, 1),
}
"""The first day on which a code given up before April 2014 was no longer valid: 1 April of the year of
the St Albans and Welwyn Hatfield (Boundary Change) Order 2012, and of the orders of 2013 for East
Hertfordshire and Stevenage and for Gateshead and Northumberland. The sources name the codes undated."""


@dataclass(frozen=True, slots=True)
class Councils:
    """The councils table, the slug of every ONS code a council ever had, and the last year that is listed."""

    table: Table
    slug_of_code: Mapping[str, str]
    last_vintage: int

    def slug(self, code: str, place: str) -> str:
        """Return the slug of a code. Raises DerivationError saying where an unknown code stood."""
        try:
            return self.slug_of_code[code]
        except KeyError:
            raise DerivationError(f"{place}: no council of England has had the code {code}.") from None

    def names_of(self, slug: str) -> frozenset[str]:
        """Return every name of a council, each as its slug."""
        cells = (self.column(column)[slug] for column in ("name", "short_name", "other_names"))
        return frozenset(slug_of(name) for cell in cells for name in cell.split("|") if name)

    def column(self, name: str) -> dict[str, str]:
        """Return one column of the table by slug."""
        at = self.table.columns.index(name)
        return {row[0]: row[at] for row in self.table.rows}


@dataclass(slots=True)
class _Existence:
    """What the list by year says of one code: the years it stands in, names, region, upper tier."""

    years: set[int]
    names: set[str]
    region: str
    upper: str


def derive_councils(source: SourceFolder) -> Councils:
    """Return the councils, checked: each code named by mySociety, dates agreeing between both lists."""
    seen = _by_code(source)
    successors = source.table(
        SUCCESSORS, ("old_cd", "old_nm", "new_cd", "new_nm", "change", "effective_date")
    )
    later_code = {
        r["old_cd"]: (r["new_cd"], date.fromisoformat(r["effective_date"]))
        for r in successors
        if r["change"] == "recoded"
    }
    official = _official(source)
    alternates = _alternates(source)
    site = {
        r["authority_code"]: r
        for r in source.table(OMBUDSMAN_SLUGS, ("authority_code", "name_on_lgsco_site", "slug"))
    }

    first_codes = [code for code in seen if code not in {new for new, _ in later_code.values()}]
    slug_of_code: dict[str, str] = {}
    for code in first_codes:
        if code not in official:
            raise DerivationError(f"{BY_YEAR}: the code {code} is not in {MYSOCIETY}.")
        row = official[code]
        slug = slug_of(named(code, row["official-name"]).today)
        for each in (code, *later_code.get(code, ())[:1], *_split(row["former-gss-codes"])):
            if each in slug_of_code:
                raise DerivationError(f"{row.place}: the code {each} belongs to two councils.")
            slug_of_code[str(each)] = slug
    if len(set(slug_of_code.values())) != len(first_codes):
        raise DerivationError(f"{MYSOCIETY}: two councils have names with the same slug.")
    stray = sorted(set(site) - set(slug_of_code))
    if stray:
        raise DerivationError(f"{site[stray[0]].place}: no council of England has had the code {stray[0]}.")

    last_vintage = max(year for known in seen.values() for year in known.years)
    rows = []
    for code in first_codes:
        row, known = official[code], seen[code]
        new_code, recoded = later_code.get(code, (code, None))
        years = known.years | (seen[new_code].years if recoded else set())
        start, end = _span(code, years, last_vintage)
        _agree(row, start, end)
        told = named(code, row["official-name"])
        short = told.short or short_name_of(row["nice-name"], told.today)
        names = [*known.names, *alternates[row["local-authority-code"]], row["nice-name"]]
        names += [site[code]["name_on_lgsco_site"]] if code in site else []
        names += [*ALSO_PRINTED.get(code, ()), *(name for name, _ in told.before)]
        rows.append(
            (
                slug_of_code[code],
                new_code,
                _codes(code, _split(row["former-gss-codes"]), new_code, recoded),
                told.today,
                short,
                "|".join(other_names_of(names, (told.today, short))),
                told.cell,
                told.slugs_before,
                TYPE_OF_PREFIX[code[:3]],
                known.region,
                slug_of_code[known.upper] if known.upper != code else "",
                start.isoformat() if start else "",
                end.isoformat() if end else "",
                site[code]["slug"] if code in site else "",
            )
        )
    return Councils(sorted_table(COUNCILS, COLUMNS, rows), slug_of_code, last_vintage)


def _by_code(source: SourceFolder) -> dict[str, _Existence]:
    seen: dict[str, _Existence] = {}
    for row in source.table(BY_YEAR, ("year", "ltlacd", "ltlanm", "utlacd", "utlanm", "rgnnm")):
        for tier in ("ltla", "utla"):
            code, upper = row[f"{tier}cd"], row["utlacd"]
            if code[:3] not in TYPE_OF_PREFIX:
                raise DerivationError(
                    f"{row.place}: {code} is not the code of a principal council of England."
                )
            known = seen.setdefault(code, _Existence(set(), set(), row["rgnnm"], upper))
            if (known.region, known.upper) != (row["rgnnm"], upper):
                raise DerivationError(f"{row.place}: {code} changes its region or its upper tier council.")
            known.years.add(int(row["year"]))
            known.names.add(row[f"{tier}nm"])
    return seen


def _official(source: SourceFolder) -> dict[str, Row]:
    columns = (
        "local-authority-code",
        "official-name",
        "nice-name",
        "gss-code",
        "start-date",
        "end-date",
        "former-gss-codes",
    )
    return {row["gss-code"]: row for row in source.table(MYSOCIETY, columns) if row["gss-code"]}


def _alternates(source: SourceFolder) -> Mapping[str, list[str]]:
    names = defaultdict(list)
    for row in source.table(MYSOCIETY_NAMES, ("la-name", "local-authority-code")):
        names[row["local-authority-code"]].append(row["la-name"])
    return names


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _span(code: str, years: Iterable[int], last_vintage: int) -> tuple[date | None, date | None]:
    """Return the first and last day from the years a council stands in; None for an open side.

    ``last_vintage`` is the last year that the list has: who stands in it exists.
    """
    first, last = min(years), max(years)
    if set(years) != set(range(first, last + 1)):
        raise DerivationError(f"{BY_YEAR}: {code} is missing from a year between {first} and {last}.")
    start = date(first, 4, 1) if first > FIRST_VINTAGE else None
    return start, date(last + 1, 3, 31) if last < last_vintage else None


def _agree(row: Row, start: date | None, end: date | None) -> None:
    """Check the dates against mySociety's, whose end is now the last day, now the day after it."""
    told_start = date.fromisoformat(row["start-date"]) if row["start-date"] else None
    if told_start and told_start <= date(FIRST_VINTAGE, 4, 1):
        told_start = None
    told_end = date.fromisoformat(row["end-date"]) if row["end-date"] else None
    if told_end and (told_end.month, told_end.day) == (4, 1):
        told_end -= timedelta(days=1)
    if (told_start, told_end) != (start, end):
        raise DerivationError(
            f"{row.place}: {row['official-name']} starts or ends on another day than {BY_YEAR} says."
        )


def _codes(code: str, former: Iterable[str], latest: str, recoded: date | None) -> str:
    """Return each code with its validity, oldest first: ``E08000016:..2025-03-31|E08000038:2025-04-01..``."""
    parts = []
    since = ""
    for old in former:
        if old not in RECODED_BEFORE_2014:
            raise DerivationError(f"{MYSOCIETY}: it is not known when the former code {old} ended.")
        changed = RECODED_BEFORE_2014[old]
        parts.append(f"{old}:{since}..{changed - timedelta(days=1)}")
        since = changed.isoformat()
    if recoded:
        parts += [f"{code}:{since}..{recoded - timedelta(days=1)}", f"{latest}:{recoded}.."]
    else:
        parts.append(f"{code}:{since}..")
    return "|".join(parts)

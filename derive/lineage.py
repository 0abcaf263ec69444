"""Which council became which, from the list of successions; and the reorganisations that it comes to."""

from collections import Counter, defaultdict

from dashboard.domain.authority_types import AuthorityType
from dashboard.reference.past import COLUMNS, REORGANISATIONS
from derive.artefacts import Table, sorted_table
from derive.councils import SUCCESSORS, Councils
from derive.source import DerivationError, SourceFolder

KNOWN_CHANGES = frozenset({"merged", "county abolished", "recoded"})


def derive_lineage(source: SourceFolder, councils: Councils) -> Table:
    """Return predecessor, successor, change and effective date, a table that is not written.

    ``merged`` when the whole predecessor went into one successor (a county that became one unitary
    included), ``split`` when it was divided among several. A recoding is no succession: the council
    stayed itself.
    """
    columns = ("old_cd", "new_cd", "change", "effective_date")
    told = source.table(SUCCESSORS, columns)
    for row in told:
        if row["change"] not in KNOWN_CHANGES:
            raise DerivationError(f"{row.place}: the change “{row['change']}” is not known.")
    steps = [row for row in told if row["change"] != "recoded"]
    heirs = Counter(row["old_cd"] for row in steps)
    rows = []
    for row in steps:
        predecessor = councils.slug(row["old_cd"], row.place)
        successor = councils.slug(row["new_cd"], row.place)
        change = "split" if heirs[row["old_cd"]] > 1 else "merged"
        rows.append((predecessor, successor, change, row["effective_date"]))
    table = sorted_table("lineage", ("predecessor", "successor", "change", "effective"), rows)
    _check(table, councils)
    return table


def _check(table: Table, councils: Councils) -> None:
    """Every ended council has a successor, and none that goes on has one."""
    ended = {slug for slug, end in councils.column("end").items() if end}
    went = {row[0] for row in table.rows}
    if ended != went:
        odd = ", ".join(sorted(ended ^ went))
        raise DerivationError(f"{SUCCESSORS}: ended without successor, or the other way round: {odd}.")


def derive_reorganisations(councils: Councils, lineage: Table) -> Table:
    """Return the councils that began, in a file as ``reorganise`` takes one; the lineage follows from it.

    Raises DerivationError where it would not: a council that is no county was divided, or a county went to
    others than its districts.
    """
    types, uppers, names = (councils.column(name) for name in ("type", "upper_tier", "name"))
    made: dict[str, list[str]] = defaultdict(list)
    went: dict[str, set[str]] = defaultdict(set)
    counties: dict[str, set[str]] = defaultdict(set)
    starts = {}
    for old, new, change, start in lineage.rows:
        starts[new] = start
        if types[old] == AuthorityType.COUNTY:
            counties[old].add(new)
            continue
        if change == "split":
            raise DerivationError(f"{SUCCESSORS}: {names[old]} was divided: that is no union of whole ones.")
        made[new].append(names[old])
        if uppers[old] and uppers[new] != uppers[old]:
            went[uppers[old]].add(new)
    if went != counties:
        odd = ", ".join(sorted(c for c in {*went, *counties} if went.get(c) != counties.get(c)))
        raise DerivationError(f"{SUCCESSORS}: these went to others than their districts did: {odd}.")
    codes = councils.column("code")
    rows = [
        (names[new], codes[new], types[new], starts[new], "|".join(sorted(of))) for new, of in made.items()
    ]
    return sorted_table(REORGANISATIONS, COLUMNS, rows)

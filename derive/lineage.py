"""Which council became which: mergers and splits, from the list of successions."""

from collections import Counter

from derive.artefacts import Table, sorted_table
from derive.councils import SUCCESSORS, Councils
from derive.source import DerivationError, SourceFolder

KNOWN_CHANGES = frozenset({"merged", "county abolished", "recoded"})


def derive_lineage(source: SourceFolder, councils: Councils) -> Table:
    """Return predecessor, successor, change and effective date.

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
    table = sorted_table("reference/lineage.csv", ("predecessor", "successor", "change", "effective"), rows)
    _check(table, councils)
    return table


def _check(table: Table, councils: Councils) -> None:
    """Every ended council has a successor, and none that goes on has one."""
    ended = {slug for slug, end in councils.column("end").items() if end}
    went = {row[0] for row in table.rows}
    if ended != went:
        odd = ", ".join(sorted(ended ^ went))
        raise DerivationError(f"{SUCCESSORS}: ended without successor, or the other way round: {odd}.")

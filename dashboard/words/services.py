"""What figures by service say: parts with their fractions, and comparisons only where cases allow them."""

from collections.abc import Iterable
from fractions import Fraction

from dashboard.domain.absolutes import printed_share
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Comparison, NoComparison
from dashboard.domain.formats import fraction, words
from dashboard.repository.records import ServiceRow
from dashboard.statistics.comparison import TypeRate, compare_share
from dashboard.statistics.small_numbers import few, too_few_to_compare
from dashboard.words.comparisons import SHORT, SHORT_REASONS

NO_SCORE = (
    "These are parts of all complaints received. How many there are is no score: more can mean a council "
    "that tells people how to complain."
)
FOUND_NOT_HELD = (
    "What was decided is not held by service: the Ombudsman publishes outcomes for each council as a whole."
)


def total(counts: Iterable[int | None]) -> int | None:
    """Add counts up; None where one is not held or there is none at all."""
    held = tuple(counts)
    known = [count for count in held if count is not None]
    return sum(known) if held and len(known) == len(held) else None


def received_not_held(kind: AuthorityType, year: str) -> str:
    """Say that services cannot be set beside the type's."""
    return (
        f"What was received by service is not held of all {kind.councils} in {year}: nothing to set beside."
    )


def share(count: int, of: int) -> str:
    """Write a part of all complaints received with its fraction; the counts lead below five."""
    if not of:
        return "none received"
    text = printed_share(count, of)
    if too_few_to_compare(of):
        return f"{fraction(count, of)} ({text})"
    return f"{text} ({fraction(count, of)})"


def upheld(row: ServiceRow) -> str:
    """Write the share upheld with its fraction, counts first below five; or that nothing was investigated."""
    if row.investigated is None or row.upheld is None:
        return "not held"
    if row.investigated == 0:
        return "no investigations"
    text = printed_share(row.upheld, row.investigated)
    counts = fraction(row.upheld, row.investigated)
    return f"{counts} ({text})" if too_few_to_compare(row.investigated) else f"{text} ({counts})"


def comparison(row: ServiceRow, of_type: ServiceRow) -> Comparison | None:
    """Compare a council with its type on one service; None below five of its own or thirty of the type.

    The type's share is then itself known too roughly to be a benchmark.
    """
    if row.investigated is None or row.upheld is None or too_few_to_compare(row.investigated):
        return None
    if not of_type.investigated or of_type.upheld is None or few(of_type.investigated):
        return None
    rate = TypeRate.exact(Fraction(of_type.upheld, of_type.investigated))
    return compare_share(row.upheld, row.investigated, rate)


def words_of(row: ServiceRow, of_type: ServiceRow) -> str:
    """Return the comparison in words, or why there is none."""
    if row.investigated == 0:
        return "–"
    found = comparison(row, of_type)
    if found is not None:
        return SHORT[found]
    if row.investigated is not None and too_few_to_compare(row.investigated):
        return SHORT_REASONS[NoComparison.TOO_FEW_CASES]
    return "Too few of the type to compare"


def how_compared(compared: int, luck: float) -> str:
    """Say how many services were compared, how, and how many luck alone would mark."""
    rule = (
        "A case counts under the service it was received in. Below five investigations nothing is compared."
    )
    if compared == 0:
        return f"{rule} No service has enough here."
    marked = "hardly one" if luck < 0.5 else words(round(luck))
    one = "One service has" if compared == 1 else f"{words(compared).capitalize()} services have"
    return (
        f"{rule} {one} enough, and {'is' if compared == 1 else 'are'} compared with the same service of all "
        "councils of the type together, this one included (exact binomial). Luck alone would mark "
        f"{marked}."
    )

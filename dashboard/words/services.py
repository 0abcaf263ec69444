"""What figures by service say: parts with their fractions, and comparisons only where cases allow them."""

from collections.abc import Iterable

from dashboard.domain.absolutes import printed_share
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.comparison import Compared, NoComparison
from dashboard.domain.figures import State
from dashboard.domain.formats import fraction, words
from dashboard.repository.records import ServiceCompared, ServiceRow
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.words.comparisons import SHORT_REASONS, standing
from dashboard.words.luck import luck_alone
from dashboard.words.states import within

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
        return within(State.NOT_HELD)
    if row.investigated == 0:
        return "no investigations"
    text = printed_share(row.upheld, row.investigated)
    counts = fraction(row.upheld, row.investigated)
    return f"{counts} ({text})" if too_few_to_compare(row.investigated) else f"{text} ({counts})"


def words_of(row: ServiceRow, compared: Compared | None) -> str:
    """Return how the share upheld of a service stands, or why it is not compared."""
    if row.investigated == 0:
        return "–"
    if compared is None:
        return SHORT_REASONS[NoComparison.NOT_HELD]
    return standing(compared)


def part_of(compared: ServiceCompared | None) -> str:
    """Return how a part of all received stands, or why it is not compared."""
    if compared is None or compared.received is None:
        return SHORT_REASONS[NoComparison.NOT_HELD]
    return standing(compared.received)


def how_compared(compared: Iterable[Compared | None]) -> str:
    """Say how many services were compared, how, and how many marks luck makes."""
    rule = (
        "A case counts under the service it was received in. Below five investigations nothing is compared."
    )
    made = [one for one in compared if one is not None and one.made]
    if not made:
        return f"{rule} No service has enough here."
    one = "One service has" if len(made) == 1 else f"{words(len(made)).capitalize()} services have"
    return (
        f"{rule} {one} enough, and {'is' if len(made) == 1 else 'are'} compared with the same service of all "
        f"other councils of the type. {luck_alone(sum(one.luck for one in made))}"
    )


def how_parts_compared(kind: AuthorityType) -> str:
    """Say how parts of what was received are compared."""
    return (
        f"What complaints are about differs between {kind.councils} for good reasons; the range a part is "
        "compared with allows for that."
    )

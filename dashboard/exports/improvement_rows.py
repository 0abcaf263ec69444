"""The rows of the files of improvements: one an improvement, each with its origin, release and case."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date

from dashboard.domain.origin import Origin
from dashboard.domain.progress import progress
from dashboard.domain.references import is_simulated
from dashboard.repository.case_records import Improvement
from dashboard.repository.records import Council

SOURCES = {
    Origin.SIMULATED: "Made up for a demonstration: no real case is meant",
    Origin.PUBLISHED: "Local Government and Social Care Ombudsman, www.lgo.org.uk",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One improvement. ``change`` is what sort of change it is, ``address`` the path of its case's page."""

    origin: str
    release: str
    council: str
    council_type: str
    region: str
    agreed: date
    case: str
    category: str
    sub_category: str
    fault: str
    change: str
    improvement: str
    due: date | None
    done: date | None
    progress: str
    address: str
    source: str

    def cells(self) -> tuple[str | date | None, ...]:
        """Return the values in the order of ``COLUMNS``."""
        return tuple(getattr(self, name) for name in COLUMNS)


COLUMNS = tuple(field.name for field in fields(Row))


def rows(
    improvements: Iterable[Improvement],
    release: str,
    council: Callable[[str], Council | None],
    address: Callable[[str], str],
) -> Iterator[Row]:
    """Yield the rows of improvements, one by one as they are read.

    ``council`` returns a council by its slug, ``address`` a case's page by its reference.
    """
    for one in improvements:
        whose = council(one.slug)
        origin = Origin.SIMULATED if is_simulated(one.reference) else Origin.PUBLISHED
        yield Row(
            origin=origin.value,
            release=release,
            council=whose.name if whose else one.slug,
            council_type=whose.type.label if whose else "",
            region=whose.region if whose else "",
            agreed=one.agreed,
            case=one.reference,
            category=one.category.label,
            sub_category=one.sub_category,
            fault=one.fault or "",
            change=one.kind.label,
            improvement="".join(text for text, _ in one.text),
            due=one.due,
            done=one.met,
            progress=progress(one.due, one.met).label,
            address=address(one.reference),
            source=SOURCES[origin],
        )

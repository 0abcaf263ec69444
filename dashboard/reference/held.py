"""The figures held, read back as typed rows."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.origin import Origin
from dashboard.reference.artefact import ArtefactError, Line, finite_decimal, read_artefact, whole_number
from dashboard.reference.councils import load_councils
from dashboard.reference.held_rows import HeldAverage, HeldConflict, HeldSource, HeldValue
from dashboard.reference.quantities import QUANTITIES
from dashboard.repository.records import NationalFigure

CONFLICT_KINDS = frozenset({"sources", "own_count", "sum", "percentage", "rate"})
ORIGINS = frozenset({Origin.PUBLISHED.value, Origin.REPORTED.value})
_TYPES = frozenset(kind.value for kind in AuthorityType)
_ORIGIN_AND_SOURCE = ("origin", "source")


@dataclass(frozen=True, slots=True)
class Held:
    """The figures held: values of councils, averages of types, figures of England, where they were read,
    and where they contradict each other. Nothing is held where nothing is given."""

    values: tuple[HeldValue, ...] = ()
    averages: tuple[HeldAverage, ...] = ()
    national: tuple[NationalFigure, ...] = ()
    sources: tuple[HeldSource, ...] = ()
    conflicts: tuple[HeldConflict, ...] = ()


def load_held(data: Path) -> Held:
    """Read the held figures from the ``data`` directory. Raises ArtefactError naming file and line.

    Every slug must be a council's, every source one of ``sources``, and no value may stand twice.
    """
    slugs = load_councils(data)[0]
    sources = tuple(_sources(data))
    urls = {"": "", **{source.id: source.url for source in sources}}
    return Held(
        values=tuple(_values(data, slugs, urls)),
        averages=tuple(_averages(data, urls)),
        national=tuple(_national(data, urls)),
        sources=sources,
        conflicts=tuple(_conflicts(data, slugs)),
    )


def _sources(data: Path) -> Iterator[HeldSource]:
    for line in _lines(data, "held/sources.csv", ("source",), ("publisher", "url")):
        yield HeldSource(line["source"], line["publisher"], line["url"])


def _values(data: Path, slugs: Container[str], urls: dict[str, str]) -> Iterator[HeldValue]:
    key = ("slug", "year", "quantity")
    for line in _lines(data, "held/values.csv", key, ("value", *_ORIGIN_AND_SOURCE)):
        yield HeldValue(
            _slug(line, slugs),
            line.year(),
            _quantity(line, "quantity"),
            line.decimal("value"),
            *_origin_and_url(line, urls),
        )


def _averages(data: Path, urls: dict[str, str]) -> Iterator[HeldAverage]:
    key = ("type", "year", "measure")
    for line in _lines(data, "held/averages.csv", key, ("value", *_ORIGIN_AND_SOURCE)):
        yield HeldAverage(
            AuthorityType(_one_of(line, "type", _TYPES, "one of the five authority types")),
            line.year(),
            _quantity(line, "measure"),
            line.decimal("value"),
            *_origin_and_url(line, urls),
        )


def _national(data: Path, urls: dict[str, str]) -> Iterator[NationalFigure]:
    rest = ("value", "numerator", "denominator", "source")
    for line in _lines(data, "held/national.csv", ("year", "metric"), rest):
        yield NationalFigure(
            line.year(),
            line["metric"],
            line.decimal("value"),
            line.optional("numerator", whole_number, "a whole number"),
            line.optional("denominator", whole_number, "a whole number"),
            _url(line, urls),
        )


def _conflicts(data: Path, slugs: Container[str]) -> Iterator[HeldConflict]:
    columns = ("slug", "year", "quantity", "kind", "kept", "other", "reason")
    for line in _lines(data, "held/conflicts.csv", (), columns):
        kept, other = (line.optional(column, finite_decimal, "a number") for column in ("kept", "other"))
        yield HeldConflict(
            _slug(line, slugs),
            line.year(),
            _quantity(line, "quantity"),
            _one_of(line, "kind", CONFLICT_KINDS, "a kind of conflict"),
            kept,
            other,
            line["reason"],
        )


def _lines(data: Path, relative: str, key: Sequence[str], rest: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of an artefact; the columns of its ``key``, if it has one, name a line once."""
    seen: set[tuple[str, ...]] = set()
    for line in read_artefact(data, relative, (*key, *rest)):
        name = tuple(line[column] for column in key)
        if key and name in seen:
            raise ArtefactError(f"{line.place}: {', '.join(name)} stands twice.")
        seen.add(name)
        yield line


def _slug(line: Line, slugs: Container[str]) -> str:
    return _one_of(line, "slug", slugs, "the slug of a council")


def _quantity(line: Line, column: str) -> str:
    return _one_of(line, column, QUANTITIES, "a quantity that is known")


def _origin_and_url(line: Line, urls: dict[str, str]) -> tuple[Origin, str]:
    return Origin(_one_of(line, "origin", ORIGINS, "published or reported")), _url(line, urls)


def _url(line: Line, urls: dict[str, str]) -> str:
    return urls[_one_of(line, "source", urls, "a source of held/sources.csv")]


def _one_of(line: Line, column: str, allowed: Container[str], meaning: str) -> str:
    if line[column] not in allowed:
        raise ArtefactError(f"{line.place}: “{line[column]}” in {column} is not {meaning}.")
    return line[column]

"""The reorganisations of the past, in a file as ``reorganise`` takes one: who became whom follows from it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil
from dashboard.domain.slugs import slug_of
from dashboard.reference.artefact import ArtefactError, Line, read_artefact
from dashboard.reference.reorganised import reorganised
from dashboard.reference.tables import Reference
from dashboard.repository.records import Council, LineageLink

REORGANISATIONS = "reference/reorganisations.csv"
COLUMNS = ("name", "code", "type", "start", "predecessors")
"""As in a file that is handed in; who came before is named by the whole name of today."""


def load_lineage(data: Path, councils: Mapping[str, Council]) -> tuple[LineageLink, ...]:
    """Return the successions, from the councils that began since 2014 and the whole ones each was made of.

    What becomes of counties follows from their districts, as it does for councils to come. Raises
    ArtefactError naming file and line, and where the list of councils says another first or last day, type or
    county than follows.
    """
    new: dict[str, tuple[Line, NewCouncil]] = {}
    for line in read_artefact(data, REORGANISATIONS, COLUMNS):
        council = _council(line, councils)
        if council.slug in new:
            raise ArtefactError(f"{line.place}: {council.name} stands twice.")
        new[council.slug] = line, council
    before = {slug: replace(one, end=None) for slug, one in councils.items() if slug not in new}
    after = reorganised(Reference(before, (), (), {}, {}), (council for _, council in new.values()))
    for slug, listed in councils.items():
        _check_agrees(listed, after.councils[slug])
    return after.lineage


def _council(line: Line, councils: Mapping[str, Council]) -> NewCouncil:
    start = line.day("start")
    kind = line.read("type", AuthorityType, "one of the five authority types")
    before = tuple(sorted(map(slug_of, line["predecessors"].split("|"))))
    new = NewCouncil(line["name"], line["code"] or None, kind, start or date.min, before)
    for slug, name in ((new.slug, line["name"]), *zip(before, before, strict=True)):
        if slug not in councils:
            raise ArtefactError(f"{line.place}: {name} is not in the list of councils.")
    if start is None or len({*before}) < len(before):
        raise ArtefactError(f"{line.place}: it has no first day, or one predecessor twice.")
    return new


def _check_agrees(listed: Council, follows: Council) -> None:
    """Refuse a list of councils that contradicts the reorganisations."""
    for what, told, other in (
        ("first day", listed.start, follows.start),
        ("last day", listed.end, follows.end),
        ("type", listed.type, follows.type),
        ("county", listed.upper_tier, follows.upper_tier),
    ):
        if told != other:
            raise ArtefactError(
                f"{REORGANISATIONS} and the list of councils contradict each other: the {what} of "
                f"{listed.name} is {other or 'none'} by the first, and {told or 'none'} in the second."
            )

"""Whether a new council's type fits the councils it is made of, and its code the type."""

from collections.abc import Iterator, Sequence

from dashboard.domain.authority_types import AuthorityType
from dashboard.repository.records import Council

TYPE_OF_CODE = {
    "E06": AuthorityType.UNITARY,
    "E07": AuthorityType.DISTRICT,
    "E08": AuthorityType.METROPOLITAN,
    "E09": AuthorityType.LONDON,
    "E10": AuthorityType.COUNTY,
}
"""The type of council that the beginning of an ONS code tells."""


def misfits(kind: AuthorityType, before: Sequence[Council]) -> Iterator[str]:
    """Say why a council of a type cannot be made of some; nothing where it can.

    A unitary can be made of any districts and single-tier councils. A district is made of districts of one
    county; a metropolitan or London borough takes in at least one of its own type.
    """
    if kind is AuthorityType.COUNTY:
        yield "A new county cannot be made: councils that are merged here leave no districts."
        return
    if not before:
        return
    types = {council.type for council in before}
    if kind is AuthorityType.DISTRICT and types != {kind}:
        other = next(council for council in before if council.type is not kind)
        yield f"A district is made of districts, and {other.name} is none."
    elif kind is AuthorityType.DISTRICT and len({council.upper_tier for council in before}) > 1:
        yield "A district is made of districts of one county, and these are of several."
    elif kind in (AuthorityType.METROPOLITAN, AuthorityType.LONDON) and kind not in types:
        yield f"None of its predecessors is a {kind.label}: it would be a unitary council."
    if len(before) == 1 and types == {kind}:
        yield f"It would be {before[0].name} by another name, and no new council."

"""What a reorganisation means, in sentences: read by who decides on it before it is kept, and after."""

from collections.abc import Iterator, Sequence

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import day, thousands, words
from dashboard.domain.reorganisation import NewCouncil
from dashboard.reference.counties import CountyFate, county_fates
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import reorganised, steps
from dashboard.reorganise.names_alike import alike
from dashboard.words.wording import council_of_type, listed


def meaning(
    new: Sequence[NewCouncil], reference: Reference, beside: Sequence[NewCouncil] = ()
) -> tuple[str, ...]:
    """Return the sentences, start by start. ``reference`` is as it is without these councils, and without
    those ``beside`` them, which are kept already: what becomes of a county follows from all of one day."""
    said: list[str] = []
    for group in steps((*beside, *new)):
        own = tuple(council for council in group if council in new)
        said += _of_one_day(own, group, reference) if own else ()
        reference = reorganised(reference, group)
    return tuple(said)


def warnings(new: Sequence[NewCouncil], reference: Reference) -> tuple[str, ...]:
    """Return what is allowed and should be looked at: names taken one for another, an odd day, a code that is
    not known, two regions. ``reference`` is as it is without these councils."""
    said: list[str] = []
    for group in steps(new):
        said += _doubts(group, reference)
        reference = reorganised(reference, group)
    return tuple(said)


def _of_one_day(
    own: Sequence[NewCouncil], group: Sequence[NewCouncil], reference: Reference
) -> Iterator[str]:
    latest = max((year for _, year in reference.populations), default=0)
    after = reorganised(reference, group)
    for council in own:
        before = [reference.councils[slug] for slug in council.predecessors]
        ends = "ends" if len(before) == 1 else "end"
        yield (
            f"{council.name} ({council_of_type(council.type)}) begins on {day(council.start)}. It is made of "
            f"{listed([one.name for one in before])}, which {ends} on {day(council.eve)}."
        )
        residents = after.population(council.slug, latest)
        yield (
            f"Its residents are those of its predecessors together: {thousands(residents)} at mid-{latest}, "
            "the newest estimate."
            if residents is not None
            else f"Its residents are not known: not every predecessor has an estimate of mid-{latest}."
        )
    ours = {council.slug for council in own}
    for fate in county_fates(reference, group):
        if not ours & {*fate.successors, *fate.kept}:
            continue
        yield _county(fate, after, group[0])
    first = group[0].first_year
    many = f"{words(len(own))} new {'council' if len(own) == 1 else 'councils'}"
    yield (
        f"{first} is the first year of the new map and of {many}; {first.shifted(-1)} and the years before "
        "stay as they are."
    )


def _county(fate: CountyFate, after: Reference, one: NewCouncil) -> str:
    """Say what becomes of a county. ``after`` has the new councils in it, ``one`` of which says the day."""
    name = after.councils[fate.slug].name
    successors = listed([after.councils[slug].name for slug in fate.successors])
    if fate.whole:
        return (
            f"{name} ends on {day(one.eve)}: all its districts went. It goes whole into {successors}, and "
            "its figures of the years before are added to its districts’."
        )
    if fate.ends and len(fate.successors) == 1:
        return (
            f"{name} ends on {day(one.eve)}: all its districts went. What it still had goes into "
            f"{successors}; others have parts of it already, so its figures of the years before are listed "
            "beside them and added to none of them."
        )
    if fate.ends:
        return (
            f"{name} ends on {day(one.eve)}: all its districts went. It is split between {successors}, and "
            "its figures of the years before are listed beside them and added to none of them."
        )
    gone = listed([after.councils[slug].name for slug in fate.gone])
    kept = listed([after.councils[slug].name for slug in fate.kept])
    left = "is no longer in its area" if len(fate.gone) == 1 else "are no longer in its area"
    return (
        f"{name} goes on, and keeps {kept}. {gone} {left} from {day(one.start)} on; a part of its services "
        f"goes to {successors}. Its figures before and after are not of the same area."
    )


def _doubts(group: Sequence[NewCouncil], reference: Reference) -> Iterator[str]:
    for council in group:
        yield from alike(council, [other for other in group if other is not council], reference)
        if (council.start.month, council.start.day) != (4, 1):
            yield (
                f"{council.name} begins on {day(council.start)}, which is not 1 April: it is in the list of "
                f"councils and on the map from {council.first_year} on, and its predecessors until then."
            )
        if council.code is None:
            yield f"{council.name} has no code yet: its pages and files leave the code empty."
        regions = {r.region for r in map(reference.councils.get, council.predecessors) if r is not None}
        if len(regions) > 1:
            yield (
                f"The predecessors of {council.name} lie in {listed(sorted(regions))}: it is counted in the "
                "region where most of its residents live."
            )
        if council.type is AuthorityType.DISTRICT:
            yield f"{council.name} is a district: its county goes on as it is."

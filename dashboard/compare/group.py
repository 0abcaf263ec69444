"""Who is compared: the councils a URL names, checked, and filled up with peers; at most ten."""

from dataclasses import dataclass

from dashboard.addresses.compare_state import CompareState
from dashboard.compare.peers import how_chosen, peers_of
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.formats import day, words
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.repository.stand_ins import stand_ins
from dashboard.words.wording import capital, listed

MOST = 10
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about what was left out, and the councils to offer in its place."""

    text: str
    offers: tuple[Council, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The councils compared, A to Z. ``base`` is the first asked for, ``how`` how its peers were chosen."""

    members: tuple[Council, ...]
    base: Council | None
    notices: tuple[Notice, ...]
    how: str | None

    @property
    def slugs(self) -> tuple[str, ...]:
        """The councils as a URL names them, A to Z."""
        return tuple(council.slug for council in self.members)

    @property
    def types(self) -> tuple[AuthorityType, ...]:
        """The types among them, in the field's order."""
        return tuple(kind for kind in AuthorityType if any(c.type is kind for c in self.members))

    @property
    def full(self) -> bool:
        """Whether no other can be added."""
        return len(self.members) >= MOST


def group_of(state: CompareState, repository: Repository) -> Group:
    """Return the group of a state. What cannot be compared is dropped, each with a sentence."""
    known, unknown, ended = _sorted_out(state.councils, repository)
    notices = [*_unknown(unknown), *_ended(ended, repository)]
    kept, cut = known[:MOST], known[MOST:]
    if cut:
        names = listed([*(c.short_name for c in cut[:_NAMED]), *_more(len(cut))])
        left = "is" if len(cut) == 1 else "are"
        notices.append(
            Notice(f"{capital(words(MOST))} councils are compared at most: {names} {left} left out.")
        )
    how = None
    if state.peers is not None and kept:
        found = [c for c in peers_of(kept[0], state.peers, repository) if c not in kept]
        added = found[: MOST - len(kept)]
        how = how_chosen(kept[0], state.peers, len(added), len(found), repository)
        kept = [*kept, *added]
    return Group(in_order(kept), kept[0] if kept else None, tuple(notices), how)


def in_order(councils: list[Council]) -> tuple[Council, ...]:
    """Return councils A to Z, as they are named in tables."""
    return tuple(sorted(councils, key=lambda council: (council.short_name.casefold(), council.slug)))


def across_types(group: Group) -> str | None:
    """Say that councils of several types stand side by side; None where all are of one."""
    if len(group.types) < 2:
        return None
    kinds = listed([kind.councils for kind in group.types])
    return (
        f"This group crosses types: {kinds} run different services and are not alike. Each council is "
        "compared only with others of its own type."
    )


def exists_today(council: Council, repository: Repository) -> bool:
    """Say whether a council can be compared: it exists in the release's last year."""
    return repository.existed(council.slug, repository.release().years[-1])


def _sorted_out(
    asked: tuple[str, ...], repository: Repository
) -> tuple[list[Council], list[str], list[Council]]:
    known: dict[str, Council] = {}
    ended: dict[str, Council] = {}
    unknown: list[str] = []
    for name in asked:
        council = repository.council(repository.slug_meant(name) or "")
        if council is None:
            unknown.append(name)
        elif exists_today(council, repository):
            known.setdefault(council.slug, council)
        else:
            ended.setdefault(council.slug, council)
    return list(known.values()), unknown, list(ended.values())


def _unknown(names: list[str]) -> list[Notice]:
    if not names:
        return []
    quoted = listed([*(f"“{name[:60].replace('-', ' ')}”" for name in names[:_NAMED]), *_more(len(names))])
    one = len(names) == 1
    what = "is not the name of a council" if one else "are not names of councils"
    return [Notice(f"{quoted} {what} in England since 2014, and {'is' if one else 'are'} left out.")]


def _more(count: int) -> list[str]:
    return [f"{count - _NAMED} more"] if count > _NAMED else []


def _ended(councils: list[Council], repository: Repository) -> list[Notice]:
    year = repository.release().years[-1]
    notices = []
    for council in councils[:_NAMED]:
        when = f"ended on {day(council.end)}" if council.end else f"did not exist in {year}"
        after = stand_ins(council, year, repository)
        now = f" Its area is now served by {listed([c.name for c in after])}." if after else ""
        notices.append(Notice(f"{council.name} {when} and is left out.{now}", after))
    if len(councils) > _NAMED:
        notices.append(Notice(f"{len(councils) - _NAMED} more councils that have ended are left out."))
    return notices

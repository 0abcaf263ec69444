"""Who is compared: the councils a URL names, checked, and filled up with peers; at most ten.

The first named is marked and stands first: who makes a group begins with their own. Behind it stand the
others named, A to Z, then those chosen for it by a method, in the method's order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.addresses.compare_state import CompareState, years_shown
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
    """The councils compared, in the order they stand in.

    ``base`` is the first, ``how`` says how its peers were chosen, ``nearest`` how many of them end the group.
    """

    members: tuple[Council, ...]
    base: Council | None
    notices: tuple[Notice, ...]
    how: str | None
    nearest: int = 0

    @property
    def slugs(self) -> tuple[str, ...]:
        """The councils as a URL names them, in their order."""
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
    years = years_shown(state, repository.release().years)
    known, unknown, ended = _sorted_out(state.councils, years, repository)
    notices = [*_unknown(unknown), *_ended(ended, years[0], repository)]
    kept, cut = known[:MOST], known[MOST:]
    if cut:
        names = listed([*(c.short_name for c in cut[:_NAMED]), *_more(len(cut))])
        left = "is" if len(cut) == 1 else "are"
        notices.append(
            Notice(f"{capital(words(MOST))} councils are compared at most: {names} {left} left out.")
        )
    how, added = None, []
    if state.peers is not None and kept:
        base = kept[0]
        year = _last_year_of(base, repository)
        found = [c for c in peers_of(base, state.peers, repository, year) if c not in kept]
        added = found[: MOST - len(kept)]
        how = how_chosen(base, state.peers, len(added), len(found), repository, year=year)
    members = (*kept[:1], *in_order(kept[1:]), *added)
    return Group(members, kept[0] if kept else None, tuple(notices), how, len(added))


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


def order_said(group: Group) -> str:
    """Say in what order the councils of a group stand."""
    if group.base is None or len(group.members) == 1:
        return ""
    first, named = group.base.short_name, len(group.members) - 1 - group.nearest
    if not group.nearest:
        return f"{first} stands first, the others A to Z."
    if not named:
        return f"{first} stands first, the others nearest first."
    return f"{first} stands first, then the others named, A to Z, then those like it, nearest first."


def exists_today(council: Council, repository: Repository) -> bool:
    """Say whether a council exists in the release's last year."""
    return repository.existed(council.slug, repository.release().years[-1])


def _last_year_of(council: Council, repository: Repository) -> str:
    """Return the release's last year in which a council existed, or its last year of all."""
    years = repository.release().years
    return next((year for year in reversed(years) if repository.existed(council.slug, year)), years[-1])


def _sorted_out(
    asked: tuple[str, ...], years: Sequence[str], repository: Repository
) -> tuple[list[Council], list[str], list[Council]]:
    known: dict[str, Council] = {}
    ended: dict[str, Council] = {}
    unknown: list[str] = []
    for name in asked:
        council = repository.council(repository.slug_meant(name) or "")
        if council is None:
            unknown.append(name)
        elif exists_today(council, repository) or any(repository.existed(council.slug, y) for y in years):
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


def _ended(councils: list[Council], year: str, repository: Repository) -> list[Notice]:
    """Say which councils ended before ``year``, the first shown, and who serves their areas today."""
    last = repository.release().years[-1]
    notices = []
    for council in councils[:_NAMED]:
        when = f"ended on {day(council.end)}" if council.end else f"did not exist in {year}"
        after = stand_ins(council, last, repository)
        now = f" Its area is now served by {listed([c.name for c in after])}." if after else ""
        notices.append(Notice(f"{council.name} {when} and is left out.{now}", after))
    if len(councils) > _NAMED:
        notices.append(Notice(f"{len(councils) - _NAMED} more councils that have ended are left out."))
    return notices

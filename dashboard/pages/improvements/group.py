"""Councils like one: who they are by a way of choosing peers, and in words. Never the council itself."""

from dataclasses import dataclass

from dashboard.addresses.improvement_state import ImprovementState
from dashboard.addresses.peer_methods import Peers
from dashboard.compare.peers import how_chosen, peers_of
from dashboard.domain.case_filter import CaseFilter
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.wording import counted

_KIND = {
    Peers.TYPE: "the {many} of its type",
    Peers.REGION: "the {many} of its type in its region",
    Peers.POPULATION: "the {many} of its population band",
    Peers.ONS_OWN_TYPE: "the {many} of its type nearest to it overall by the Office for National Statistics",
    Peers.ONS_GLOBAL: "the {many} nearest to it overall by the Office for National Statistics",
    Peers.ONS_DEMOGRAPHIC: "the {many} nearest to it in population by the Office for National Statistics",
    Peers.ONS_ECONOMIC: "the {many} nearest to it in economy by the Office for National Statistics",
    Peers.DFE: "the {many} nearest to it for children’s services by the Department for Education",
    Peers.TOUCHING: "the {many} that touch it",
}


@dataclass(frozen=True, slots=True)
class Alike:
    """The councils like ``base``, without it; ``whose`` names them in running text, ``why_none`` says why
    there is none."""

    base: Council
    councils: tuple[Council, ...]
    whose: str
    why_none: str


def alike(state: ImprovementState, repository: Repository) -> Alike | None:
    """Return the group a state names; None where it names none, or no council."""
    base = repository.council(state.like) if state.like else None
    if base is None:
        return None
    found = peers_of(base, state.by, repository)
    if not found:
        return Alike(base, (), "", how_chosen(base, state.by, 0, 0, repository))
    of_it = _KIND[state.by].format(many=counted(len(found), "councils"))
    if len(found) == 1:
        of_it = of_it.replace("that touch it", "that touches it")
    return Alike(base, found, f"councils like {base.short_name}: {of_it}", "")


def cases_meant(state: ImprovementState, group: Alike | None) -> CaseFilter | None:
    """Return the cases a state means, all with an improvement; None where its group has no council."""
    asked = state.cases.asked.changed(improving=True)
    if group is None:
        return asked
    return asked.changed(councils=tuple(c.slug for c in group.councils)) if group.councils else None

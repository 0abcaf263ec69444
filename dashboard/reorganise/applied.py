"""Reorganisations that were kept, put into the committed reference; what no longer fits it is said."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard.domain.reorganisation import NewCouncil, Reorganisation
from dashboard.imports.place import Place
from dashboard.imports.problems import ImportRefusedError, Problem
from dashboard.reference.load import Reference
from dashboard.reference.reorganised import reorganised, steps


def every(kept: Iterable[Reorganisation]) -> tuple[NewCouncil, ...]:
    """Return all new councils of reorganisations, by start and name."""
    return tuple(council for group in steps(c for one in kept for c in one.councils) for council in group)


def applied(committed: Reference, kept: Sequence[Reorganisation]) -> Reference:
    """Return the committed reference with everything kept in it; none kept: the reference itself.

    Raises ImportRefusedError where a council kept no longer fits: a predecessor is not there on its eve, or
    the committed data have one of its name by now.
    """
    problems = list(unfit(committed, kept))
    if problems:
        raise ImportRefusedError(problems)
    return reorganised(committed, every(kept))


def as_far_as_fit(committed: Reference, kept: Sequence[Reorganisation]) -> Reference:
    """Return the reference with what of reorganisations fits: without councils made of others that are
    about to be put in anew."""
    reference = committed
    for group in steps(every(kept)):
        fit = [c for c in group if all(_there(reference, slug) for slug in c.predecessors)]
        reference = reorganised(reference, fit)
    return reference


def unfit(committed: Reference, kept: Sequence[Reorganisation]) -> Iterator[Problem]:
    """Yield what of reorganisations no longer fits the committed data, or each other."""
    named = {council.slug: one.name for one in kept for council in one.councils}
    reference = committed
    for group in steps(council for one in kept for council in one.councils):
        fitting = []
        for council in group:
            place = Place(f"the reorganisation “{named[council.slug]}”")
            if council.slug in reference.councils:
                yield Problem(
                    place,
                    f"{council.name} is in the data already.",
                    f"Remove it: python -m dashboard reorganise remove {named[council.slug]}.",
                )
                continue
            gone = [slug for slug in council.predecessors if not _there(reference, slug)]
            for slug in gone:
                known = reference.councils.get(slug)
                yield Problem(
                    place,
                    f"{council.name} is made of {known.name if known else slug}, which is not there then.",
                )
            fitting += [] if gone else [council]
        reference = reorganised(reference, fitting)


def _there(reference: Reference, slug: str) -> bool:
    """Say whether a council has not ended: councils of an earlier start have been put in already."""
    council = reference.councils.get(slug)
    return council is not None and council.end is None

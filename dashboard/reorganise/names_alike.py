"""Names that may be taken one for another: allowed, since the order says them, and named to be looked at."""

import unicodedata
from collections.abc import Iterator, Sequence

from dashboard.domain.reorganisation import NewCouncil
from dashboard.reference.load import Reference
from dashboard.repository.names import folded
from dashboard.repository.records import Council
from dashboard.words.wording import listed


def alike(council: NewCouncil, beside: Sequence[NewCouncil], reference: Reference) -> Iterator[str]:
    """Say whose name a new council's may be taken for, and which of its letters addresses leave out.

    Held against every council of ``reference``, those that ended too, and against new ones ``beside`` it.
    """
    short, run = folded(council.short_name), _run_together(council.slug)
    others: list[Council | NewCouncil] = [*reference.councils.values(), *beside]
    shared = [other.name for other in others if folded(other.short_name) == short]
    near = [o.name for o in others if _run_together(o.slug) == run and o.name not in shared]
    if shared:
        called = "is called" if len(shared) == 1 else "are called"
        yield (
            f"{council.name} is called {council.short_name} for short, which is, or was, what "
            f"{listed(shared)} {called} too: a list or a map shows both by that name."
        )
    if near:
        yield f"{council.name} is spelt as {listed(near)} but for spaces and signs."
    if lost := letters_lost(council.name):
        yield (
            f"{council.name} has {listed([f'“{one}”' for one in lost])}, which addresses and names of files "
            f"leave out: there it is {council.slug}. Is it a letter of another alphabet?"
        )


def letters_lost(name: str) -> tuple[str, ...]:
    """Return the letters and digits of a name that its slug leaves out, each once, as they come.

    An accent vanishes from its letter, which stays; “ø” has none to stay, nor has a Cyrillic “а”.
    """
    lost = (
        letter
        for letter in name
        if letter.isalnum()
        and not any(part.isascii() for part in unicodedata.normalize("NFKD", letter.casefold()))
    )
    return tuple(dict.fromkeys(lost))


def _run_together(slug: str) -> str:
    return slug.replace("-", "")

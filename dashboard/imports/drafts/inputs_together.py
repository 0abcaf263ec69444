"""Which inputs stand in a draft together: each table once, one register or one list."""

from collections.abc import Sequence

from dashboard.imports.drafts.list_inputs import check_one_of_both
from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import COMPLIANCE, DECISIONS, REGISTER, DraftInput

_WHAT = {REGISTER: "the register", COMPLIANCE: "the register", DECISIONS: "a list of decisions"}


def together(
    inputs: Sequence[DraftInput], added: Sequence[DraftInput], *, replacing: bool
) -> tuple[DraftInput, ...]:
    """Return a draft's inputs with those added. A table of the same kind and year, the register, or the list
    stands once: a second one is refused, or, where asked for, takes its place. A register and a list never
    stand together. Raises ImportRefusedError."""
    kept = list(inputs)
    for new in added:
        old = [one for one in kept if _rivals(one, new)]
        if [one.sha256 for one in old] == [new.sha256]:
            kept.remove(old[0])  # the same file again changes nothing
            continue
        if old and not replacing:
            what = _WHAT.get(new.kind) or f"the table “{new.kind}” of {new.year}"
            raise refused(
                Place(new.name),
                f"The draft has {what} already: {old[0].name}.",
                "Give --replace to put this file in its place.",
            )
        kept = [one for one in kept if one not in old]
    first: dict[tuple[str, str], DraftInput] = {}
    for one in added:
        if one.year is not None and first.setdefault((one.kind, one.year), one) is not one:
            other = first[one.kind, one.year].name
            raise refused(
                Place(one.name), f"{other} holds the table “{one.kind}” too.", "Import one of the two."
            )
    check_one_of_both((*kept, *added))
    return (*kept, *added)


def _rivals(old: DraftInput, new: DraftInput) -> bool:
    registers = (REGISTER, COMPLIANCE)
    if new.kind in registers:
        return old.kind in registers
    return (old.kind, old.year) == (new.kind, new.year)

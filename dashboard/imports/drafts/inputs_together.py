"""Which inputs stand in a draft together: each table once, one register or one list."""

from collections.abc import Iterator, Sequence

from dashboard.imports.drafts.list_inputs import check_one_of_both
from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.draft import COMPLIANCE, DECISIONS, REGISTER, DraftInput

_REGISTERS = (REGISTER, COMPLIANCE)
_WHAT = {REGISTER: "the register", COMPLIANCE: "the register", DECISIONS: "a list of decisions"}

_Group = tuple[str, str | None]


def together(
    inputs: Sequence[DraftInput], added: Sequence[DraftInput], *, replacing: bool
) -> tuple[DraftInput, ...]:
    """Return a draft's inputs with those added. A table of the same kind and year, the register, or the list
    stands once: a second one is refused, or, where asked for, takes its place. The same files again are no
    second one, unless what a person said of them before is not said again. A register and a list never stand
    together. Raises ImportRefusedError."""
    _check_each_once(added)
    kept = list(inputs)
    for group in dict.fromkeys(map(_group, added)):
        old = [one for one in kept if _group(one) == group]
        new = [one for one in added if _group(one) == group]
        if old and not replacing:
            _check_same(old, new)
        kept = [one for one in kept if one not in old]
    check_one_of_both((*kept, *added))
    return (*kept, *added)


def _group(one: DraftInput) -> _Group:
    """Return what there is one of in a draft: a register of all its files, a table of a kind and year."""
    return (REGISTER, None) if one.kind in _REGISTERS else (one.kind, one.year)


def _check_each_once(added: Sequence[DraftInput]) -> None:
    first: dict[_Group, DraftInput] = {}
    for one in added:
        if one.year is not None and first.setdefault(_group(one), one) is not one:
            other = first[_group(one)].name
            raise refused(
                Place(one.name), f"{other} holds the table “{one.kind}” too.", "Import one of the two."
            )


def _check_same(old: Sequence[DraftInput], new: Sequence[DraftInput]) -> None:
    """Refuse files that are others than those the draft has, and the same where less is said of them."""
    if sorted(one.sha256 for one in old) != sorted(one.sha256 for one in new):
        what = _WHAT.get(new[0].kind) or f"the table “{new[0].kind}” of {new[0].year}"
        raise refused(
            Place(new[0].name),
            f"The draft has {what} already: {old[0].name}.",
            "Give --replace to put this file in its place.",
        )
    before = {one.sha256: one for one in old}
    for one in new:
        unsaid = list(_unsaid(before[one.sha256], one))
        if unsaid:
            raise refused(
                Place(one.name),
                f"The draft has this file already, and what was said of it is not said now: "
                f"{'; '.join(unsaid)}.",
                "Say it again; or give --replace, and the file is read as is said now.",
            )


def _unsaid(before: DraftInput, now: DraftInput) -> Iterator[str]:
    """Give what a person said of a file before and does not say now."""
    old, new = before.aside, now.aside
    gone = [
        *([f"sheet “{old.sheet}” alone"] if old.sheet and old.sheet != new.sheet else []),
        *(f"without column “{name}”" for name in old.columns if name not in new.columns),
        *(f"without row {row}" for row in old.rows if row not in new.rows),
        *(f"“{text}” is not held" for text in old.not_held if text not in new.not_held),
    ]
    if gone:
        yield f"{', '.join(gone)} ({old.by}: {old.reason})"
    if years := [year for year in before.years if year not in now.years]:
        yield f"whole for {', '.join(years)}"
    if before.expect_cases is not None and now.expect_cases is None:
        yield f"{before.expect_cases:,} cases expected"
    if before.personal_remedies and not now.personal_remedies:
        yield "with personal remedies"

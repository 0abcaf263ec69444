"""Importing files into a draft: all of them, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dashboard.imports.drafts.list_inputs import (
    check_one_of_both,
    not_with_decisions,
    read_list,
    refuse_a_list,
)
from dashboard.imports.drafts.read_draft import known_names
from dashboard.imports.imported import LeftOut, Place, TextFound
from dashboard.imports.problems import ImportRefusedError, Problem, refused
from dashboard.imports.register.columns import CASES, load_register_words
from dashboard.imports.register.columns import COMPLIANCE as COMPLIANCE_FILE
from dashboard.imports.register.file import RegisterFile, recognise
from dashboard.imports.register.register import read_registers, recognised
from dashboard.imports.register.screen import REMEDIES
from dashboard.imports.store.draft import (
    COMPLIANCE,
    DECISIONS,
    DEMONSTRATION,
    REAL,
    REGISTER,
    Draft,
    DraftInput,
    check_name,
    has_draft,
    load_draft,
    save_draft,
)
from dashboard.imports.store.files import Copied, copy_in, incoming, keep
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.table_file import read_tables
from dashboard.reference.load import Reference

_KINDS = {CASES: REGISTER, COMPLIANCE_FILE: COMPLIANCE}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is imported: files into the draft ``name``. ``years``: one for tables, those a register is whole
    for otherwise. ``kind`` of a draft that begins; ``register`` says that the files are one; ``replacing``
    lets a table take the place of the draft's table of the same kind and year. ``decisions`` says that the
    files are a list of published decisions; ``personal_remedies`` that what a register says was recommended
    for persons may be published."""

    name: str
    files: tuple[Path, ...]
    years: tuple[str, ...] = ()
    kind: str | None = None
    register: bool = False
    replacing: bool = False
    with_held: bool | None = None
    decisions: bool = False
    personal_remedies: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did: the draft as it is now, the inputs it added, what was left out of them, what in
    their texts a person should see, and how many recommendations for persons stay out of the release."""

    draft: Draft
    added: tuple[DraftInput, ...]
    left_out: tuple[LeftOut, ...]
    found: tuple[TextFound, ...] = ()
    kept_back: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    copied: Copied
    inputs: tuple[DraftInput, ...]
    simulated: bool
    left_out: tuple[LeftOut, ...]
    found: tuple[TextFound, ...] = ()
    personal_remedies: int = 0


def import_files(
    store: Path, asked: Asked, reference: Reference, progress: Callable[[str], None] = lambda _: None
) -> Done:
    """Copy files into the store, read them whole, and add them to a draft; begin it where there is none.

    Nothing is added unless every file can be read. Raises ImportRefusedError with all that is wrong.
    """
    check_name(asked.name)
    with incoming(store) as folder:
        begun = has_draft(store, asked.name)
        draft = load_draft(store, asked.name) if begun else _new(asked.name, asked.kind or REAL)
        if begun and asked.kind not in (None, draft.kind):
            raise refused(
                Place(asked.name), f"The draft is a {draft.kind} one, and stays so.", "Give another --name."
            )
        copies = [copy_in(path, folder) for path in asked.files]
        known = known_names(store, reference)
        reads = _read_all(copies, asked, known, progress)
        _check_kind(draft, reads)
        added = tuple(one for read in reads for one in read.inputs)
        inputs = _with(draft.inputs, added, replacing=asked.replacing)
        check_one_of_both(inputs)
        for copied in copies:
            keep(store, copied)
        with_held = draft.with_held if asked.with_held is None else asked.with_held
        draft = replace(draft, inputs=inputs, with_held=with_held)
        save_draft(store, draft)
    published = asked.personal_remedies or draft.kind == DEMONSTRATION
    return Done(
        draft,
        added,
        tuple(one for read in reads for one in read.left_out),
        tuple(one for read in reads for one in read.found if published or one.column != REMEDIES),
        0 if published else sum(read.personal_remedies for read in reads),
    )


def _new(name: str, kind: str) -> Draft:
    """Begin a draft: a real one has the figures held of other years, a demonstration stands on its input."""
    return Draft(name, kind, with_held=kind == REAL)


def _read_all(
    copies: Sequence[Copied], asked: Asked, known: Known, progress: Callable[[str], None]
) -> list[_Read]:
    """Read every copy: registers together, tables one by one. All problems are gathered."""
    words = load_register_words(known.headings)
    if asked.decisions:
        if asked.years or asked.register or asked.personal_remedies:
            raise not_with_decisions(copies[0])
        read = read_list(copies, known, words)
        return [
            _Read(
                copied,
                (_input(copied, DECISIONS, None, rows),),
                simulated=False,
                left_out=read.left_out if number == 0 else (),
                found=read.found if number == 0 else (),
            )
            for number, (copied, rows) in enumerate(zip(copies, read.counts, strict=True))
        ]
    reads: list[_Read] = []
    problems: list[Problem] = []
    registers: list[tuple[Copied, RegisterFile]] = []
    more = 0
    for copied in copies:
        progress(f"{copied.name}: reading")
        try:
            file = recognised(copied.path, words) if asked.register else recognise(copied.path, words)
            if file is not None:
                registers.append((copied, file))
            else:
                refuse_a_list(copied, words)
                reads.append(_tables(copied, asked, known))
        except ImportRefusedError as error:
            problems += error.problems
            more += error.more
    if problems:
        raise ImportRefusedError(problems, more)
    return [*reads, *_registers(registers, asked, known, progress)]


def _tables(copied: Copied, asked: Asked, known: Known) -> _Read:
    if len(asked.years) != 1:
        raise refused(
            Place(copied.name),
            "This is an annual table, and needs its year.",
            "Give --year, such as 2024-25.",
        )
    tables = read_tables(copied.path, asked.years[0], known)
    said = {table.simulated for table in tables}
    inputs = tuple(_input(copied, table.kind, table.year, table.rows) for table in tables)
    return _Read(copied, inputs, any(said), tuple(one for table in tables for one in table.left_out))


def _registers(
    registers: Sequence[tuple[Copied, RegisterFile]],
    asked: Asked,
    known: Known,
    progress: Callable[[str], None],
) -> list[_Read]:
    if not registers:
        return []
    if all(file.sort == COMPLIANCE_FILE for _, file in registers):
        raise refused(
            Place(registers[0][0].name),
            "This holds outcomes of recommendations alone.",
            "Import it together with the register of the cases it belongs to.",
        )
    read = read_registers([file for _, file in registers], known, progress)
    years = asked.years or read.years
    return [
        _Read(
            copied,
            (
                replace(
                    _input(copied, _KINDS[file.sort], None, rows),
                    years=years,
                    personal_remedies=asked.personal_remedies,
                ),
            ),
            read.simulated,
            read.left_out if number == 0 else (),
            read.register.found if number == 0 else (),
            len(read.register.remedies) if number == 0 else 0,
        )
        for number, ((copied, file), rows) in enumerate(zip(registers, read.rows, strict=True))
    ]


def _input(copied: Copied, kind: str, year: str | None, rows: int) -> DraftInput:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return DraftInput(copied.sha256, copied.name, kind, year, now, copied.bytes, rows)


def _check_kind(draft: Draft, reads: Sequence[_Read]) -> None:
    """Simulated figures go into demonstrations, and nothing else does."""
    for read in reads:
        if read.simulated and draft.kind != DEMONSTRATION:
            raise refused(
                Place(read.copied.name),
                f"The file says that it is simulated, and the draft {draft.name} is of real figures.",
                "Import it into a draft of its own, begun with --kind demonstration.",
            )
        if not read.simulated and draft.kind == DEMONSTRATION:
            raise refused(
                Place(read.copied.name),
                f"The file says nowhere that it is simulated, and the draft {draft.name} is a demonstration.",
                "Real figures go into a draft of their own.",
            )


def _with(
    inputs: Sequence[DraftInput], added: Sequence[DraftInput], *, replacing: bool
) -> tuple[DraftInput, ...]:
    """Return a draft's inputs with those added. A table of the same kind and year, or the register, stands
    once: a second one is refused, or, where asked for, takes its place."""
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
    return (*kept, *added)


def _rivals(old: DraftInput, new: DraftInput) -> bool:
    registers = (REGISTER, COMPLIANCE)
    if new.kind in registers:
        return old.kind in registers
    return (old.kind, old.year) == (new.kind, new.year)


_WHAT = {REGISTER: "the register", COMPLIANCE: "the register", DECISIONS: "a list of decisions"}

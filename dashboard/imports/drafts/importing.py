"""Importing files into a draft: all of them, or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from dashboard.domain.years import ReportingYear
from dashboard.imports.drafts.read_draft import known_names
from dashboard.imports.imported import FormulasRead, LeftOut, Place, all_formulas
from dashboard.imports.problems import ImportRefusedError, Problem, refused
from dashboard.imports.register.columns import CASES, load_register_words
from dashboard.imports.register.columns import COMPLIANCE as COMPLIANCE_FILE
from dashboard.imports.register.file import RegisterFile, recognise
from dashboard.imports.register.register import RegisterRead, read_registers, recognised
from dashboard.imports.store.aside import NOTHING_ASIDE, Aside
from dashboard.imports.store.draft import (
    COMPLIANCE,
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
from dashboard.imports.store.drop import told
from dashboard.imports.store.files import Copied, changing_store, copy_in, incoming, keep
from dashboard.imports.store.log import Because, note
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.table_file import read_tables
from dashboard.reference.load import Reference

_KINDS = {CASES: REGISTER, COMPLIANCE_FILE: COMPLIANCE}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is imported: files into the draft ``name``. ``years``: one for tables, those a register is whole
    for otherwise, and ``expect_cases`` how many cases were decided in them. ``kind`` of a draft that begins;
    ``register`` says that the files are one; ``replacing`` lets a table take the place of the draft's table
    of the same kind and year. ``aside`` is left out of each file."""

    name: str
    files: tuple[Path, ...]
    years: tuple[str, ...] = ()
    kind: str | None = None
    register: bool = False
    replacing: bool = False
    with_held: bool | None = None
    expect_cases: int | None = None
    aside: Aside = NOTHING_ASIDE


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did: the draft as it is now, the inputs it added, what was left out of them, and which
    cells were read with the value that a formula gave."""

    draft: Draft
    added: tuple[DraftInput, ...]
    left_out: tuple[LeftOut, ...]
    formulas: FormulasRead


@dataclass(frozen=True, slots=True)
class _Read:
    copied: Copied
    inputs: tuple[DraftInput, ...]
    simulated: bool
    left_out: tuple[LeftOut, ...]
    formulas: FormulasRead


def import_files(
    store: Path,
    asked: Asked,
    reference: Reference,
    progress: Callable[[str], None] = lambda _: None,
    *,
    today: date | None = None,
) -> Done:
    """Copy files into the store, read them whole, and add them to a draft; begin it where there is none.

    ``today`` says which years have ended (the day it is).
    Nothing is added unless every file can be read. Raises ImportRefusedError with all that is wrong.
    """
    check_name(asked.name)
    with incoming(store) as folder:
        _check_ended(asked, _draft(store, asked), today or datetime.now(UTC).date())
        copies = [copy_in(path, folder) for path in asked.files]
        reads = _read_all(copies, asked, known_names(store, reference), progress)
        added = tuple(one for read in reads for one in read.inputs)
        with changing_store(store) as held:  # the draft as it is now: reading took its time
            draft = _draft(store, asked)
            _check_kind(draft, reads)
            inputs = _with(draft.inputs, added, replacing=asked.replacing)
            for copied in copies:
                keep(held, copied)
            with_held = draft.with_held if asked.with_held is None else asked.with_held
            draft = replace(draft, inputs=inputs, with_held=with_held)
            note(held, "import", Because("", "", datetime.now(UTC)), *map(told, added), draft=draft.name)
            save_draft(held, draft)
    return Done(
        draft,
        added,
        tuple(one for read in reads for one in read.left_out),
        all_formulas(read.formulas for read in reads),
    )


def _draft(store: Path, asked: Asked) -> Draft:
    """Return the draft that is imported into; a new one where there is none."""
    if not has_draft(store, asked.name):
        return _new(asked.name, asked.kind or REAL)
    draft = load_draft(store, asked.name)
    if asked.kind not in (None, draft.kind):
        raise refused(
            Place(asked.name), f"The draft is a {draft.kind} one, and stays so.", "Give another --name."
        )
    return draft


def _new(name: str, kind: str) -> Draft:
    """Begin a draft: a real one has the figures held of other years, a demonstration stands on its input."""
    return Draft(name, kind, with_held=kind == REAL)


def _read_all(
    copies: Sequence[Copied], asked: Asked, known: Known, progress: Callable[[str], None]
) -> list[_Read]:
    """Read every copy: registers together, tables one by one. All problems are gathered."""
    words = load_register_words(known.headings)
    reads: list[_Read] = []
    problems: list[Problem] = []
    registers: list[tuple[Copied, RegisterFile]] = []
    more = 0
    for copied in copies:
        progress(f"{copied.name}: reading")
        try:
            find = recognised if asked.register else recognise
            file = find(copied.path, words, asked.aside)
            if file is not None:
                registers.append((copied, file))
            else:
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
    tables = read_tables(copied.path, asked.years[0], known, asked.aside)
    said = {table.simulated for table in tables}
    inputs = tuple(
        replace(_input(copied, table.kind, table.year, table.rows), aside=asked.aside) for table in tables
    )
    return _Read(
        copied,
        inputs,
        any(said),
        tuple(one for table in tables for one in table.left_out),
        all_formulas(table.formulas for table in tables),
    )


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
    _check_whole(registers[0][0].name, asked, read)
    return [
        _Read(
            copied,
            (
                replace(
                    _input(copied, _KINDS[file.sort], None, rows),
                    years=asked.years,
                    expect_cases=asked.expect_cases,
                    aside=asked.aside,
                ),
            ),
            read.simulated,
            read.left_out if number == 0 else (),
            read.formulas if number == 0 else FormulasRead(),
        )
        for number, ((copied, file), rows) in enumerate(zip(registers, read.rows, strict=True))
    ]


def _check_whole(name: str, asked: Asked, read: RegisterRead) -> None:
    """A register is whole for a year only if it has a case that was decided in it, or none is expected."""
    if asked.expect_cases is not None:
        found = sum(read.decided.get(year, 0) for year in asked.years)
        years = ", ".join(asked.years) or "no year"
        if found != asked.expect_cases:
            raise refused(
                Place(name),
                f"{asked.expect_cases:,} cases are expected to be decided in {years}, and {found:,} are.",
                "Look whether the register is whole, or correct --expect-cases.",
            )
        return
    empty = [year for year in asked.years if not read.decided.get(year)]
    if empty:
        known = ", ".join(f"{number:,} in {year}" for year, number in read.decided.items())
        raise refused(
            Place(name),
            f"No case was decided in {', '.join(empty)}. Cases were decided: {known or 'none'}.",
            "Correct --year; or, if none was, give --expect-cases 0.",
        )


def _check_ended(asked: Asked, draft: Draft, today: date) -> None:
    """A real year has ended before its figures are whole; a demonstration may hold one that has not."""
    open_years = [year for year in asked.years if ReportingYear.parse(year).last_day >= today]
    if open_years and draft.kind == REAL:
        raise refused(
            Place(asked.name),
            f"{', '.join(open_years)} has not ended: its figures cannot be whole yet.",
            "Correct --year.",
        )


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
            what = "the register" if new.year is None else f"the table “{new.kind}” of {new.year}"
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

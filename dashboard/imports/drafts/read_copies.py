"""The copies of one import, read as what they are: annual tables, a register, or a list of decisions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dashboard.imports.drafts.asked import Asked
from dashboard.imports.drafts.list_inputs import not_with_decisions, read_list, refuse_a_list
from dashboard.imports.imported import FormulasRead, LeftOut, Place, TextFound, all_formulas
from dashboard.imports.problems import ImportRefusedError, Problem, refused
from dashboard.imports.register.columns import CASES, RegisterWords, load_register_words
from dashboard.imports.register.columns import COMPLIANCE as COMPLIANCE_FILE
from dashboard.imports.register.file import RegisterFile, recognise
from dashboard.imports.register.register import RegisterRead, read_registers, recognised
from dashboard.imports.store.draft import COMPLIANCE, DECISIONS, REGISTER, DraftInput
from dashboard.imports.store.files import Copied
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.table_file import read_tables

_KINDS = {CASES: REGISTER, COMPLIANCE_FILE: COMPLIANCE}


@dataclass(frozen=True, slots=True)
class Read:
    """What one copy gives a draft: its inputs, whether it says that it is simulated, what was left out of it,
    which cells a formula gave, what a person should see in its texts, and how many recommendations for
    persons it has. Of a register or a list of several files the first has what is said of all."""

    copied: Copied
    inputs: tuple[DraftInput, ...]
    simulated: bool
    left_out: tuple[LeftOut, ...]
    formulas: FormulasRead
    found: tuple[TextFound, ...] = ()
    personal_remedies: int = 0


def read_copies(
    copies: Sequence[Copied], asked: Asked, known: Known, progress: Callable[[str], None]
) -> list[Read]:
    """Read every copy: registers together, lists together, tables one by one. All problems are gathered.

    Raises ImportRefusedError.
    """
    words = load_register_words(known.headings)
    if asked.decisions:
        return _lists(copies, asked, known, words)
    reads: list[Read] = []
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
                refuse_a_list(copied, words, asked.aside)
                reads.append(_tables(copied, asked, known))
        except ImportRefusedError as error:
            problems += error.problems
            more += error.more
    if problems:
        raise ImportRefusedError(problems, more)
    return [*reads, *_registers(registers, asked, known, progress)]


def _lists(copies: Sequence[Copied], asked: Asked, known: Known, words: RegisterWords) -> list[Read]:
    if asked.years or asked.register or asked.personal_remedies or asked.expect_cases is not None:
        raise not_with_decisions(copies[0])
    read = read_list(copies, known, words, asked.aside)
    return [
        Read(
            copied,
            (replace(_input(copied, DECISIONS, None, rows), aside=asked.aside),),
            simulated=False,
            left_out=read.left_out if number == 0 else (),
            formulas=read.formulas if number == 0 else FormulasRead(),
            found=read.found if number == 0 else (),
        )
        for number, (copied, rows) in enumerate(zip(copies, read.counts, strict=True))
    ]


def _tables(copied: Copied, asked: Asked, known: Known) -> Read:
    if len(asked.years) != 1:
        raise refused(
            Place(copied.name),
            "This is an annual table, and needs its year.",
            "Give --year, such as 2024-25.",
        )
    if asked.expect_cases is not None:
        raise refused(
            Place(copied.name), "This is an annual table, and has no cases.", "Leave --expect-cases out."
        )
    tables = read_tables(copied.path, asked.years[0], known, asked.aside)
    said = {table.simulated for table in tables}
    inputs = tuple(
        replace(_input(copied, table.kind, table.year, table.rows), aside=asked.aside) for table in tables
    )
    return Read(
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
) -> list[Read]:
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
        Read(
            copied,
            (
                replace(
                    _input(copied, _KINDS[file.sort], None, rows),
                    years=asked.years,
                    expect_cases=asked.expect_cases,
                    aside=asked.aside,
                    personal_remedies=asked.personal_remedies,
                ),
            ),
            read.simulated,
            read.left_out if number == 0 else (),
            read.formulas if number == 0 else FormulasRead(),
            read.register.found if number == 0 else (),
            len(read.register.remedies) if number == 0 else 0,
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


def _input(copied: Copied, kind: str, year: str | None, rows: int) -> DraftInput:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return DraftInput(copied.sha256, copied.name, kind, year, now, copied.bytes, rows)

"""Everything of a draft, read from the store's copies of its input files."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.imports.imported import Imported, ImportedRegister, ImportedValue, all_formulas
from dashboard.imports.lists.decision_list import ListRead, list_file, read_lists
from dashboard.imports.problems import ImportRefusedError, Problem
from dashboard.imports.register.columns import load_register_words
from dashboard.imports.register.register import RegisterRead, read_registers, recognised
from dashboard.imports.register.screen import REMEDIES
from dashboard.imports.store.draft import (
    COMPLIANCE,
    DECISIONS,
    REAL,
    REGISTER,
    Draft,
    DraftInput,
    load_draft,
)
from dashboard.imports.store.files import stored_file
from dashboard.imports.store.headings_file import accepted_headings
from dashboard.imports.store.names_file import OFF_THE_MAP, read_names
from dashboard.imports.tables.authorities import Authorities
from dashboard.imports.tables.body import OffTheMap
from dashboard.imports.tables.headings import load_headings
from dashboard.imports.tables.table import Known, Table
from dashboard.imports.tables.table_file import read_tables
from dashboard.reference.load import Reference
from dashboard.repository.quality_records import InputRead

Progress = Callable[[str], None]
"""Is told, in a few words, what is being done."""


def read_draft(store: Path, name: str, reference: Reference, progress: Progress = lambda _: None) -> Imported:
    """Read all input files of a draft again, from the store, with the names accepted by now.

    Raises ImportRefusedError with every problem: no such draft, a copy that is missing or altered, and
    what cannot be read, or contradicts itself, in the files.
    """
    return read_inputs(store, load_draft(store, name), known_names(store, reference), progress)


def read_inputs(store: Path, draft: Draft, known: Known, progress: Progress = lambda _: None) -> Imported:
    """Read the input files of a draft by names and headings that are known. Raises ImportRefusedError."""
    tables = _tables(store, draft, known, progress)
    register = _register(store, draft, known, progress)
    decisions = _decisions(store, draft, known)
    values = _once([value for table in tables for value in table.values])
    whole = {year for one in _register_inputs(draft) for year in one.years}
    expected = [one.expect_cases for one in _register_inputs(draft) if one.expect_cases is not None]
    averages = {(a.type, a.year, a.measure): a for table in reversed(tables) for a in table.averages}
    return Imported(
        name=draft.name,
        kind=draft.kind,
        years=tuple(sorted({*whole, *(table.year for table in tables)})),
        values=values,
        averages=tuple(averages[key] for key in sorted(averages)),
        register=register.register if register else None,
        inputs=tuple(_input(one) for one in draft.inputs),
        left_out=(
            *(one for table in tables for one in table.left_out),
            *(register.left_out if register else ()),
            *(decisions.left_out if decisions else ()),
        ),
        decisions=decisions.rows if decisions else (),
        found=(
            *(register.register.found if register else ()),
            *(decisions.found if decisions else ()),
        ),
        whole=tuple(sorted(whole)),
        expect_cases=expected[0] if expected else None,
        aside=tuple(dict.fromkeys(f"{one.name}: {one.aside}" for one in draft.inputs if one.aside)),
        formulas=all_formulas(
            (
                *(table.formulas for table in tables),
                *(read.formulas for read in (register, decisions) if read),
            )
        ),
    )


def known_names(store: Path, reference: Reference) -> Known:
    """Return what tables are read by, with the names and headings that were accepted in a store."""
    names = read_names(store)
    councils = [name for name in names if name.slug != OFF_THE_MAP]
    bodies = frozenset(OffTheMap.key(name.text) for name in names if name.slug == OFF_THE_MAP)
    headings = load_headings(accepted=accepted_headings(store))
    own = frozenset(OffTheMap.key(council.name) for council in reference.councils.values())
    return Known(reference, headings, Authorities(reference, councils), OffTheMap(bodies, own))


def _tables(store: Path, draft: Draft, known: Known, progress: Progress) -> list[Table]:
    tables: list[Table] = []
    problems: list[Problem] = []
    for one in draft.inputs:
        if one.year is None:
            continue
        progress(f"{one.name}: complaints {one.kind} of {one.year}")
        try:
            read = read_tables(stored_file(store, one.sha256, one.name), one.year, known, one.aside)
        except ImportRefusedError as error:
            problems += error.problems
            continue
        tables += [table for table in read if table.kind == one.kind]
    if problems:
        raise ImportRefusedError(problems)
    return tables


def _register(store: Path, draft: Draft, known: Known, progress: Progress) -> RegisterRead | None:
    """Read the register's files."""
    files = _register_inputs(draft)
    if not files:
        return None
    words = load_register_words(known.headings)
    read = read_registers(
        [recognised(stored_file(store, one.sha256, one.name), words, one.aside) for one in files],
        known,
        progress,
    )
    if draft.kind == REAL and not any(one.personal_remedies for one in files):
        return replace(read, register=without_personal_remedies(read.register))
    return read


def _register_inputs(draft: Draft) -> list[DraftInput]:
    return [one for one in draft.inputs if one.kind in (REGISTER, COMPLIANCE)]


def without_personal_remedies(register: ImportedRegister) -> ImportedRegister:
    """Return a register without what was recommended for persons: the Ombudsman keeps it private."""
    return replace(
        register,
        remedies=register.remedies.iloc[:0],
        found=tuple(one for one in register.found if one.column != REMEDIES),
    )


def _decisions(store: Path, draft: Draft, known: Known) -> ListRead | None:
    """Read the list of decisions."""
    files = [one for one in draft.inputs if one.kind == DECISIONS]
    if not files:
        return None
    words = load_register_words(known.headings)
    return read_lists(
        [list_file(stored_file(store, one.sha256, one.name), words, one.aside) for one in files], known
    )


def _once(values: Sequence[ImportedValue]) -> tuple[ImportedValue, ...]:
    """Return each value once; two tables that say different things of one are a problem."""
    first: dict[tuple[str, str, str], ImportedValue] = {}
    problems = []
    for value in values:
        known = first.setdefault((value.slug, value.year, value.quantity), value)
        if known.value != value.value:
            problems.append(
                Problem(
                    value.place,
                    f"{value.value} stands here, and {known.value} for the same council in {known.place}.",
                    "Find out which is right, and leave the other table's column out.",
                )
            )
    if problems:
        raise ImportRefusedError(problems)
    return tuple(first[key] for key in sorted(first))


def _input(one: DraftInput) -> InputRead:
    year = one.year or ", ".join(one.years)
    return InputRead(one.name, one.kind, year or None, one.sha256, one.bytes, one.rows, one.imported_at)

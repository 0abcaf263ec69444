"""The case register of a draft, from all its files to the register's tables."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import ImportedRegister, LeftOut, Place
from dashboard.imports.problems import refused
from dashboard.imports.register.columns import CASES, RegisterWords, load_register_words
from dashboard.imports.register.faults import Faults
from dashboard.imports.register.file import Piece, RegisterFile, pieces, recognise
from dashboard.imports.register.piece import PieceReader
from dashboard.imports.register.screen import readable
from dashboard.imports.register.texts import Texts
from dashboard.imports.tables.body import OFF_MAP
from dashboard.imports.tables.table import Known

WHOLE = 3
"""A year counts as one the register is of when it has at least a third of its busiest year's decisions."""

_STR = ("reference", "slug", "category", "outcome", "kind", "decision_category", "sub_category")
_CASES = (*_STR[:3], "received", "decided", "outcome", "satisfactory_remedy", *_STR[4:], "published")
_COMPLIANCE = ("reference", "slug", "due", "met", "outcome")


@dataclass(frozen=True)
class RegisterRead:
    """A register as read: ``years`` those it is of by its decisions, ``left_out`` the bodies off the map,
    ``rows`` of each file, in the order given, and whether its references say that it is ``simulated``."""

    register: ImportedRegister
    years: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    rows: tuple[int, ...]
    simulated: bool


@dataclass
class _Gathered:
    cases: list[pd.DataFrame] = field(default_factory=list)
    compliance: list[pd.DataFrame] = field(default_factory=list)
    texts: Texts = field(default_factory=Texts)
    bodies: Counter[tuple[str, str]] = field(default_factory=Counter)
    off_the_map: list[pd.Series] = field(default_factory=list)


def read_registers(
    files: Sequence[RegisterFile], known: Known, progress: Callable[[str], None] = lambda _: None
) -> RegisterRead:
    """Read the files of a register: cases first, then outcomes of recommendations.

    Raises ImportRefusedError with the first problems by row and the number of the rest.
    """
    words = load_register_words(known.headings)
    gathered, faults = _Gathered(), Faults()
    rows = dict.fromkeys(range(len(files)), 0)
    for number, file in sorted(enumerate(files), key=lambda one: one[1].sort):
        reader = PieceReader(file, words, known, faults)
        for read in pieces(file):
            piece, odd = readable(file, read, faults)
            gathered.texts.found += odd
            rows[number] += len(piece.rows)
            if file.sort == CASES:
                _gather(gathered, reader, piece)
            else:
                gathered.compliance.append(reader.compliance(piece).assign(file=number))
            progress(f"{file.path.name}: {rows[number]:,} rows")
    faults.check()
    progress("register: put together")
    return _put_together(gathered, files, tuple(rows.values()))


def recognised(path: Path, words: RegisterWords) -> RegisterFile:
    """Return a file as a register. Raises ImportRefusedError when it is none."""
    file = recognise(path, words)
    if file is None:
        raise refused(
            Place(path.name),
            "This is no case register: its headings are not those of one.",
            "docs/register.md says which columns there are.",
        )
    return file


def _gather(gathered: _Gathered, reader: PieceReader, piece: Piece) -> None:
    cases, others = reader.cases(piece)
    gathered.cases.append(cases)
    gathered.bodies.update((reader.file.path.name, name) for name in others["name"])
    gathered.off_the_map.append(others["reference"])
    if "compliance" in reader.file.columns:
        own = cases[["row", "reference"]]
        dates = reader.compliance(piece).drop(columns="reference").merge(own, on="row")
        gathered.compliance.append(dates.assign(file=-1))
    else:
        dates = pd.DataFrame({"row": [], "due": [], "met": []})
    gathered.texts.add(reader, piece, cases, dates)


def _put_together(gathered: _Gathered, files: Sequence[RegisterFile], rows: tuple[int, ...]) -> RegisterRead:
    cases = pd.concat(gathered.cases, ignore_index=True) if gathered.cases else None
    first = files[0]
    if cases is None or cases.empty:
        raise refused(first.place(), "There is no case of a council in the register.")
    gathered.cases.clear()
    _check_once(cases, first)
    cases = cases.drop(columns="row").astype(dict.fromkeys(_STR, "str"))
    order = cases["reference"].argsort(kind="stable")
    cases = cases.iloc[order].reset_index(drop=True)[list(_CASES)]
    texts, remedies, improvements = gathered.texts.frames()
    found = tuple(gathered.texts.found)
    simulated = cases["reference"].str.startswith("SIM ")
    if simulated.any() and not simulated.all():
        real = int((~simulated).sum())
        raise refused(
            first.place(),
            f"{real:,} references do not begin with SIM, and {int(simulated.sum()):,} do.",
            "Simulated cases and real ones never stand in one register.",
        )
    return RegisterRead(
        ImportedRegister(cases, _compliance(gathered, cases, files), texts, remedies, improvements, found),
        _years(cases),
        tuple(
            LeftOut(Place(file), f"{name} ({number:,} cases)", OFF_MAP)
            for (file, name), number in sorted(gathered.bodies.items())
        ),
        rows,
        bool(simulated.any()),
    )


def _check_once(cases: pd.DataFrame, file: RegisterFile) -> None:
    """Refuse a reference that stands twice, in one file or in two."""
    again = cases["reference"].duplicated()
    if not again.any():
        return
    faults = Faults()
    first = cases.drop_duplicates("reference").set_index("reference")["row"]
    for reference, row in cases.loc[again, ["reference", "row"]].itertuples(index=False):
        faults.add(
            file,
            int(row),
            "reference",
            f"{reference} stands in row {int(first[reference])} already.",
            "One row a case.",
        )
    faults.check()


def _compliance(gathered: _Gathered, cases: pd.DataFrame, files: Sequence[RegisterFile]) -> pd.DataFrame:
    """Return all outcomes of recommendations, with the councils of their cases."""
    if not gathered.compliance:
        return pd.DataFrame(columns=list(_COMPLIANCE)).astype(
            {
                "reference": "str",
                "slug": "str",
                "outcome": "str",
                "due": "datetime64[s]",
                "met": "datetime64[s]",
            }
        )
    table = pd.concat(gathered.compliance, ignore_index=True)
    for left in gathered.off_the_map:
        table = table[~table["reference"].isin(left)]
    found = pd.Index(cases["reference"]).get_indexer(pd.Index(table["reference"], dtype="str"))
    faults = Faults()
    for number, row, reference in table.loc[found < 0, ["file", "row", "reference"]].itertuples(index=False):
        faults.add(files[number], int(row), "reference", f"There is no case {reference} in the register.")
    faults.check()
    table = table.assign(slug=cases["slug"].to_numpy()[found])
    table = table.iloc[np.argsort(found, kind="stable")].reset_index(drop=True)
    return table[list(_COMPLIANCE)].astype({"reference": "str", "slug": "str", "outcome": "str"})


def _years(cases: pd.DataFrame) -> tuple[str, ...]:
    days = cases["decided"].dropna()
    counts = (days.dt.year - (days.dt.month < 4)).value_counts()
    busy = counts[counts * WHOLE >= counts.max()] if len(counts) else counts
    return tuple(str(ReportingYear(int(year))) for year in sorted(busy.index))

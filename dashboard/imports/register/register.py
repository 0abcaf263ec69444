"""The case register of a draft, from all its files to the register's tables."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.domain.references import SIMULATED
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import FormulasRead, ImportedRegister, LeftOut, Place, all_formulas
from dashboard.imports.problems import refused
from dashboard.imports.register.columns import CASES, RegisterWords, load_register_words
from dashboard.imports.register.faults import Faults
from dashboard.imports.register.file import Piece, RegisterFile, check_readable, pieces, recognise
from dashboard.imports.register.odd_cells import check_odd_cells, formulas_read
from dashboard.imports.register.piece import PieceReader
from dashboard.imports.register.screen import readable
from dashboard.imports.register.texts import Texts
from dashboard.imports.store.aside import NOTHING_ASIDE, Aside
from dashboard.imports.tables.body import OFF_MAP
from dashboard.imports.tables.table import Known

_STR = ("reference", "slug", "category", "outcome", "kind", "decision_category", "sub_category")
_CASES = (*_STR[:3], "received", "decided", "outcome", "satisfactory_remedy", *_STR[4:], "published")
_COMPLIANCE = ("reference", "slug", "due", "met", "outcome")


@dataclass(frozen=True)
class RegisterRead:
    """A register as read: how many cases were ``decided`` in each year that has any, ``left_out`` the bodies
    off the map, ``rows`` of each file, in the order given, whether its references say that it is
    ``simulated``, and the first cells whose value a formula gave, with their number."""

    register: ImportedRegister
    decided: Mapping[str, int]
    left_out: tuple[LeftOut, ...]
    rows: tuple[int, ...]
    simulated: bool
    formulas: FormulasRead


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
    for file in files:
        check_odd_cells(file, faults)
    faults.check()
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


def recognised(path: Path, words: RegisterWords, aside: Aside = NOTHING_ASIDE) -> RegisterFile:
    """Return a file as a register. Raises ImportRefusedError when it is none."""
    file = recognise(path, words, aside)
    if file is None:
        check_readable(path)
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
    simulated = cases["reference"].str.startswith(SIMULATED)
    if simulated.any() and not simulated.all():
        real = int((~simulated).sum())
        raise refused(
            first.place(),
            f"{real:,} references do not begin with SIM, and {int(simulated.sum()):,} do.",
            "Simulated cases and real ones never stand in one register.",
        )
    return RegisterRead(
        ImportedRegister(cases, _compliance(gathered, cases, files), texts, remedies, improvements, found),
        decided_by_year(cases["decided"]),
        tuple(
            LeftOut(Place(file), f"{name} ({number:,} cases)", OFF_MAP)
            for (file, name), number in sorted(gathered.bodies.items())
        ),
        rows,
        bool(simulated.any()),
        all_formulas(map(formulas_read, files)),
    )


def decided_by_year(decided: "pd.Series[pd.Timestamp]") -> dict[str, int]:
    """Count cases by the year they were decided in, years without any left out."""
    days = decided.dropna()
    counts = (days.dt.year - (days.dt.month < 4)).value_counts()
    return {str(ReportingYear(int(start))): int(counts[start]) for start in sorted(counts.index)}


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

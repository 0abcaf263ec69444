"""Some rows of a case register, from texts to columns of the register's tables."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.domain.outcomes import Compliance, Outcome
from dashboard.domain.years import ReportingYear
from dashboard.imports.register.cells import day, reference
from dashboard.imports.register.columns import COMPLIANCE, RegisterWords, Wordings
from dashboard.imports.register.faults import Faults, each_once
from dashboard.imports.register.file import Piece, RegisterFile
from dashboard.imports.tables.authorities import Unresolved
from dashboard.imports.tables.body import OffTheMap
from dashboard.imports.tables.sheet import clean
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.values import NOTHING, is_error_code
from dashboard.imports.wording import normalised

_FREE_TEXTS = frozenset(
    {"sub_category", "subject", "summary", "fault", "response", "remedies", "improvements"}
)
NEEDED = "A decision that is published needs this."


def check_rows(file: RegisterFile, piece: Piece, faults: Faults) -> None:
    """A row has a cell for each heading and no more; an error of a spreadsheet is no text."""
    for row, cells in piece.uneven:
        faults.add(
            file,
            row,
            "",
            f"The row has {cells} cells, and the header has {file.width}: a cell is missing, or one is "
            "split.",
            "Look for a comma in a text that is not in quotation marks.",
        )
    for column in _FREE_TEXTS & piece.texts.keys():
        for at, text in enumerate(piece.texts[column]):
            if is_error_code(text):
                said = f"“{text}” is an error of the spreadsheet, not a text."
                faults.add(file, piece.rows[at], column, said)


@dataclass(frozen=True, slots=True)
class PieceReader:
    """Reads the rows of one file; what is wrong is noted in ``faults``."""

    file: RegisterFile
    words: RegisterWords
    known: Known
    faults: Faults

    def cases(self, piece: Piece) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the cases of councils of some rows, ``row`` the row's number, and those of bodies off the
        map: reference and name."""
        check_rows(self.file, piece, self.faults)
        references = self._each(piece, "reference", reference)
        received, decided = self._days(piece, "received"), self._days(piece, "decided")
        slugs, councils = self._slugs(piece, received, decided)
        frame = pd.DataFrame(
            {
                "reference": references,
                "slug": slugs,
                "category": self._ids(piece, "category", self.words.category),
                "received": received,
                "decided": decided,
                "outcome": self._ids(piece, "outcome", self.words.outcome),
                "satisfactory_remedy": self._yes_or_unsaid(piece, "satisfactory_remedy"),
                "kind": self._ids(piece, "kind", self.words.kind),
                "decision_category": self._ids(piece, "decision_category", self.words.decision_category),
                "sub_category": self._each(piece, "sub_category", clean),
                "published": self._yes(piece, "published"),
                "row": np.asarray(piece.rows, dtype="int32"),
            }
        )
        self._check_cases(frame[councils])
        names = np.asarray(piece.texts["authority"], dtype=object)
        others = pd.DataFrame({"reference": references, "name": names})[slugs == ""]
        return frame[councils].reset_index(drop=True), others[others["name"] != ""]

    def compliance(self, piece: Piece) -> pd.DataFrame:
        """Return the outcomes of recommendations of some rows, ``row`` the row's number; rows that hold
        none are left out. References are read where the file is one of outcomes alone."""
        of_its_own = self.file.sort == COMPLIANCE
        if of_its_own:
            check_rows(self.file, piece, self.faults)
        references = self._each(piece, "reference", reference) if of_its_own else None
        outcome = self._ids(piece, "compliance", self.words.compliance)
        frame = pd.DataFrame(
            {
                "reference": references,
                "due": self._days(piece, "due"),
                "met": self._days(piece, "met"),
                "outcome": outcome,
                "row": np.asarray(piece.rows, dtype="int32"),
            }
        )
        some = frame["due"].notna() | frame["met"].notna() | frame["outcome"].notna()
        frame = frame[some]
        unmet = frame["outcome"] == Compliance.NOT_COMPLIED.value
        self._wrong(frame, frame["due"].isna(), "due", "The day it fell due is missing.")
        self._wrong(
            frame, frame["outcome"].isna(), "compliance", "What was found when it fell due is missing."
        )
        self._wrong(
            frame, unmet & frame["met"].notna(), "met", "It was not complied with, and has a day it was met."
        )
        return frame.reset_index(drop=True)

    def _check_cases(self, own: pd.DataFrame) -> None:
        decided, outcome = own["decided"], own["outcome"]
        for column in ("reference", "category", "received"):
            self._wrong(own, own[column].isna() & ~self._told_wrong(own, column), column, "This is missing.")
        no_outcome = decided.notna() & outcome.isna() & ~self._told_wrong(own, "outcome")
        self._wrong(own, no_outcome, "outcome", "It is decided, and has no outcome.")
        no_day = decided.isna() & outcome.notna() & ~self._told_wrong(own, "decided")
        self._wrong(own, no_day, "decided", "It has an outcome, and no day of decision.")
        self._wrong(own, decided < own["received"], "decided", "It was decided before it was received.")
        remedied = own["satisfactory_remedy"].fillna(value=False) & (outcome != Outcome.UPHELD.value)
        self._wrong(own, remedied, "satisfactory_remedy", "Only an upheld case has a satisfactory remedy.")
        for column in ("decided", "kind", "decision_category", "sub_category"):
            missing = own["published"] & own[column].isna()
            self._wrong(own, missing, column, NEEDED)

    def _told_wrong(self, frame: pd.DataFrame, column: str) -> "pd.Series[bool]":
        return frame["row"].isin(self.faults.rows_of(self.file, column))

    def _wrong(self, frame: pd.DataFrame, wrong: "pd.Series[bool]", column: str, sentence: str) -> None:
        for row in frame.loc[wrong.to_numpy(dtype=bool), "row"]:
            self.faults.add(self.file, int(row), column, sentence)

    def _each(self, piece: Piece, column: str, read: Callable[[str], object]) -> "np.ndarray":
        """Return a column read text by text; None where there is no such column, or a cell is empty."""
        if column not in piece.texts:
            return np.full(len(piece.rows), None, dtype=object)
        numbers, said, wrong = each_once(piece.texts[column], read)
        for at, text in enumerate(wrong):
            if text is not None:
                for row in np.flatnonzero(numbers == at):
                    self.faults.add(self.file, piece.rows[row], column, text)
        values = np.empty(len(said), dtype=object)
        values[:] = said
        return values[numbers] if len(said) else np.empty(0, dtype=object)

    def _ids(self, piece: Piece, column: str, wordings: Wordings) -> "np.ndarray":
        def read(text: str) -> str | None:
            if clean(text).casefold() in NOTHING:
                return None
            told = wordings.get(normalised(text))
            if told is None:
                raise ValueError(f"“{text}” is not known here; docs/register.md lists what may stand.")
            return told

        return self._each(piece, column, read)

    def _yes(self, piece: Piece, column: str) -> "np.ndarray":
        said: np.ndarray = self._ids(piece, column, self.words.yes_no) == "yes"
        return said

    def _yes_or_unsaid(self, piece: Piece, column: str) -> pd.Series:
        """Return yes or no; nothing at all where the register has no such column: absence is never no."""
        if column not in piece.texts:
            return pd.Series(pd.NA, index=range(len(piece.rows)), dtype="boolean")
        return pd.Series(self._yes(piece, column), dtype="boolean")

    def _days(self, piece: Piece, column: str) -> "np.ndarray":
        def read(text: str) -> date | None:
            return None if text.casefold() in NOTHING else day(text)

        return np.asarray(self._each(piece, column, read), dtype="datetime64[s]")

    def _slugs(
        self, piece: Piece, received: "np.ndarray", decided: "np.ndarray"
    ) -> tuple["np.ndarray", "np.ndarray"]:
        """Return each row's council in the year it was decided (else received), and whether it has one."""
        days = pd.Series(decided).fillna(pd.Series(received))
        years = (days.dt.year - (days.dt.month < 4)).fillna(0).astype(int).astype(str)
        keys = pd.Series(piece.texts["authority"], dtype=object) + "\t" + years.astype(object)
        off_the_map: OffTheMap = self.known.off_the_map

        def read(key: str) -> str | None:
            text, _, start = key.rpartition("\t")
            if not text:
                raise ValueError("The authority is missing.")
            year = str(ReportingYear(int(start) or 2024))
            found = self.known.authorities.find(text, year)
            if isinstance(found, Unresolved):
                if off_the_map.holds(text):
                    return None
                near = f" Is it {self.known.authorities.name(found.suggested)}?" if found.suggested else ""
                raise ValueError(f"“{text}” {found.why}.{near} See: python -m dashboard names accept --help")
            return found

        numbers, said, wrong = each_once(keys, read)
        for at, text in enumerate(wrong):
            if text is not None:
                for row in np.flatnonzero(numbers == at):
                    self.faults.add(self.file, piece.rows[row], "authority", text)
        slugs = np.asarray([one or "" for one in said], dtype=object)[numbers]
        return slugs, slugs != ""

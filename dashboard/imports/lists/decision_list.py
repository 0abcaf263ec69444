"""A list of published decisions, from its files to its rows; those about no council are counted by kind."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from dashboard.domain.bodies import NO_COUNCIL
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.domain.references import is_simulated
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import FormulasRead, LeftOut, ListedRow, Place, TextFound, all_formulas
from dashboard.imports.problems import refused
from dashboard.imports.register.cells import day, reference
from dashboard.imports.register.columns import DECISIONS, RegisterWords, Wordings, load_register_words
from dashboard.imports.register.faults import Faults
from dashboard.imports.register.file import Piece, RegisterFile, check_readable, pieces, recognise
from dashboard.imports.register.odd_cells import check_odd_cells, formulas_read
from dashboard.imports.register.piece import check_rows
from dashboard.imports.register.screen import personal, readable
from dashboard.imports.store.aside import NOTHING_ASIDE, Aside
from dashboard.imports.tables.authorities import Unresolved
from dashboard.imports.tables.sheet import clean
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.values import NOTHING
from dashboard.imports.wording import normalised
from dashboard.repository.listed_records import ListedDecision

NOT_SEEN = (*NOTHING, "not seen", "unknown", "not known")
_CENTURY = 2000
_QUOTED = re.compile("^“.*”", re.DOTALL)
LONGEST_SUB_CATEGORY = 100
"""Characters: it is a name, and a part of an address."""

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class ListRead:
    """A list as read: its rows about councils, what was left out, what stands in its texts, how many rows
    each file had, in the order given, and the first cells whose value a formula gave, with their number."""

    rows: tuple[ListedRow, ...]
    left_out: tuple[LeftOut, ...]
    found: tuple[TextFound, ...]
    counts: tuple[int, ...]
    formulas: FormulasRead


@dataclass
class _Gathered:
    rows: list[ListedRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    found: list[TextFound] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)


def list_file(path: Path, words: RegisterWords, aside: Aside = NOTHING_ASIDE) -> RegisterFile:
    """Return a file as a list of decisions, ``aside`` left out of it. Raises ImportRefusedError when it is
    none."""
    file = recognise(path, words, aside, (DECISIONS,))
    if file is None:
        check_readable(path)
        raise refused(
            Place(path.name),
            "This is no list of decisions: no row of headings names the reference, the authority, the "
            "category, the sub-category, the outcome and the day of the decision.",
            "docs/decisions-list.md says what they may be called.",
        )
    return file


def read_lists(files: Sequence[RegisterFile], known: Known) -> ListRead:
    """Read the files of a list. Raises ImportRefusedError with the first problems and how many there are."""
    words, gathered, faults = load_register_words(known.headings), _Gathered(), Faults()
    counts = []
    for file in files:
        check_odd_cells(file, faults)
    faults.check()
    for file in files:
        rows = 0
        for read in pieces(file):
            check_rows(file, read, faults)
            piece, odd = readable(file, read, faults)
            gathered.found += odd
            rows += len(piece.rows)
            reader = _Reader(file, words, known, faults)
            for at in range(len(piece.rows)):
                reader.row(piece, at, gathered)
        counts.append(rows)
    faults.check()
    if not gathered.rows:
        raise refused(files[0].place(), "There is no decision about a council in the list.")
    return ListRead(
        tuple(sorted(gathered.rows, key=lambda row: row.decision.reference)),
        tuple(gathered.left_out),
        tuple(gathered.found),
        tuple(counts),
        all_formulas(map(formulas_read, files)),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one file; what is wrong is noted in ``faults``."""

    file: RegisterFile
    words: RegisterWords
    known: Known
    faults: Faults

    def row(self, piece: Piece, at: int, gathered: _Gathered) -> None:
        """Read a row into what was gathered: a decision, a body left out, or what is wrong with it."""
        number = piece.rows[at]
        cells = {name: texts[at].strip() for name, texts in piece.texts.items()}
        told = self._reference(cells, number, gathered)
        decided = self._read(cells, number, "decided", _day)
        slug = self._council(cells, number, told, decided, gathered)
        category = self._read(cells, number, "decision_category", _one_of(self.words.decision_category))
        outcome = self._read(cells, number, "outcome", _one_of(self.words.outcome))
        kind = self._read(cells, number, "kind", _one_of(self.words.kind))
        sub_category = self._read(cells, number, "sub_category", _sub_category) or ""
        if slug is None or self.faults.is_wrong(self.file, number):
            return
        if category is None:
            self.faults.add(self.file, number, "decision_category", "The category is missing.")
            return
        decision = ListedDecision(
            told,
            slug,
            DecisionCategory(category),
            sub_category,
            Outcome(outcome) if outcome else None,
            decided,
            DecisionKind(kind) if kind else None,
        )
        gathered.rows.append(ListedRow(decision, self.file.place(number), cells.get("address", "")))
        gathered.found += personal(self.file, number, cells, told, slug)

    def _reference(self, cells: Mapping[str, str], number: int, gathered: _Gathered) -> str:
        told = self._read(cells, number, "reference", reference) or ""
        if not cells["reference"]:
            self.faults.add(self.file, number, "reference", "The reference is missing.")
        elif is_simulated(told):
            said = f"{told} is simulated, and a list is of real decisions."
            self.faults.add(self.file, number, "reference", said)
        elif told and told in gathered.seen:
            said = f"{told} stands in {gathered.seen[told]} already."
            self.faults.add(self.file, number, "reference", said, "One row a decision.")
        gathered.seen.setdefault(told, self.file.place(number))
        return told

    def _council(
        self, cells: Mapping[str, str], number: int, told: str, decided: date | None, gathered: _Gathered
    ) -> str | None:
        """Return the council of a row; None for another body, which is left out, and for what is wrong.

        The name is repeated in neither case: a care provider's may be a person's.
        """
        name = cells["authority"]
        if not name:
            self.faults.add(self.file, number, "authority", "The authority is missing.")
            return None
        found = self.known.authorities.find(name, _year(told, decided))
        if isinstance(found, str):
            return found
        kind = self.known.off_the_map.kind(name)
        if kind is not None:
            gathered.left_out.append(LeftOut(self.file.place(number), kind, NO_COUNCIL))
            return None
        self._unknown(number, found)
        return None

    def _unknown(self, number: int, found: Unresolved) -> None:
        about = (
            f" {found.why}" if found.why.startswith(("could be", "had not begun")) else " names no council"
        )
        self.faults.add(
            self.file,
            number,
            "authority",
            f"The authority{about}, and no kind of body that is known.",
            "If it is a council under another name: python -m dashboard names accept --help",
        )

    def _read(
        self, cells: Mapping[str, str], number: int, column: str, read: Callable[[str], _Value | None]
    ) -> _Value | None:
        text = cells.get(column, "")
        if not text:
            return None
        try:
            return read(text)
        except ValueError as error:
            said = str(error) if self._in_place(cells) else _QUOTED.sub("What stands here", str(error))
            self.faults.add(self.file, number, column, said)
            return None

    def _in_place(self, cells: Mapping[str, str]) -> bool:
        """Say whether the authority of a row is one of its time or another. Where it is none, the columns may
        have moved, and a private person's name stand in any: then no cell is repeated."""
        return bool(self.known.authorities.named(cells["authority"]))


def _year(told: str, decided: date | None) -> str:
    """Return the year a name is read in: of the decision, else that of the reference's first digits."""
    if decided is not None:
        return str(ReportingYear.of(decided))
    return str(ReportingYear(_CENTURY + int(told[:2]) if told[:2].isdigit() else _CENTURY + 24))


def _day(text: str) -> date | None:
    return None if text.casefold() in NOT_SEEN else day(text)


def _sub_category(text: str) -> str:
    name = clean(text)
    if len(name) > LONGEST_SUB_CATEGORY:
        raise ValueError(f"“{name}” has {len(name):,} characters, which is no name of a sub-category.")
    return name


def _one_of(wordings: Wordings) -> Callable[[str], str | None]:
    def read(text: str) -> str | None:
        if clean(text).casefold() in NOT_SEEN:
            return None
        told = wordings.get(normalised(text))
        if told is None:
            raise ValueError(f"“{text[:60]}” is not known here; docs/decisions-list.md lists what may stand.")
        return told

    return read

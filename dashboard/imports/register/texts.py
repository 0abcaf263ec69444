"""The texts of published decisions in a case register: subject, summary, remedies, improvements."""

from dataclasses import dataclass, field

import pandas as pd

from dashboard.imports.imported import TextFound
from dashboard.imports.register.cells import bullets, kind_and_text
from dashboard.imports.register.file import Piece
from dashboard.imports.register.piece import NEEDED, PieceReader
from dashboard.imports.register.pounds import pounds
from dashboard.imports.register.screen import personal

Row = tuple[object, ...]
TEXTS = ("reference", "subject", "summary", "fault", "response")
REMEDIES = ("reference", "position", "kind", "text", "amount")
IMPROVEMENTS = ("reference", "position", "kind", "text", "due", "met")


@dataclass
class Texts:
    """The texts read so far, as rows of the register's tables; those of unpublished cases are not kept."""

    texts: list[Row] = field(default_factory=list)
    remedies: list[Row] = field(default_factory=list)
    improvements: list[Row] = field(default_factory=list)
    found: list[TextFound] = field(default_factory=list)

    def add(self, reader: PieceReader, piece: Piece, cases: pd.DataFrame, dates: pd.DataFrame) -> None:
        """Add the texts of the published cases of some rows; the days an improvement was due and met are
        those of the case's outcome in the same row (``dates``). What is wrong is noted by the reader."""
        kinds = reader.words.remedy
        at = {row: number for number, row in enumerate(piece.rows)}
        days = {
            row: (due, met) for row, due, met in zip(dates["row"], dates["due"], dates["met"], strict=True)
        }
        told = cases.loc[cases["published"], ["reference", "row", "slug"]]
        for reference, row, slug in told.itertuples(index=False):
            cells = {name: texts[at[row]] for name, texts in piece.texts.items()}
            self.found += personal(reader.file, int(row), cells, reference, slug)
            for column in ("subject", "summary"):
                if not cells.get(column):
                    reader.faults.add(reader.file, int(row), column, NEEDED)
            subject, summary, fault, response = (cells.get(name, "") for name in TEXTS[1:])
            self.texts.append((reference, subject, summary, fault or None, response))
            for position, said in enumerate(bullets(cells.get("remedies", "")), 1):
                kind, text = kind_and_text(said, kinds)
                self.remedies.append((reference, position, kind, text, pounds(text)))
            due, met = days.get(row, (pd.NaT, pd.NaT))
            for position, said in enumerate(bullets(cells.get("improvements", "")), 1):
                kind, text = kind_and_text(said, kinds)
                self.improvements.append((reference, position, kind, text, due, met))

    def frames(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        """Return the tables of texts, remedies and improvements."""
        texts = pd.DataFrame(self.texts, columns=list(TEXTS)).astype(dict.fromkeys(TEXTS, "str"))
        remedies = pd.DataFrame(self.remedies, columns=list(REMEDIES)).astype(
            {"reference": "str", "position": "int64", "kind": "str", "text": "str", "amount": "Int64"}
        )
        improvements = pd.DataFrame(self.improvements, columns=list(IMPROVEMENTS)).astype(
            {"reference": "str", "position": "int64", "kind": "str", "text": "str"}
            | dict.fromkeys(("due", "met"), "datetime64[s]")
        )
        return texts, remedies, improvements

"""The rows of a release from the frames of an imported case register."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.build.content import CaseRow, ComplianceRow, DecisionText, ImprovementRow, RemedyRow
from dashboard.imports.imported import ImportedRegister

_CASE = ("reference", "slug", "category", "received", "decided", "outcome", "satisfactory_remedy")
_DECISION = ("kind", "decision_category", "sub_category", "published")


@dataclass(frozen=True)
class RegisterRows:
    """A register as the rows of a release; all empty without one."""

    cases: tuple[CaseRow, ...]
    compliance: tuple[ComplianceRow, ...]
    decisions: tuple[DecisionText, ...]
    remedies: tuple[RemedyRow, ...]
    improvements: tuple[ImprovementRow, ...]


def register_rows(register: ImportedRegister | None) -> RegisterRows:
    """Return a register's rows, days as dates and what is missing as None."""
    if register is None:
        return RegisterRows((), (), (), (), ())
    return RegisterRows(
        cases=tuple(
            CaseRow(*row)  # type: ignore[arg-type]
            for row in _rows(register.cases, *_CASE, *_DECISION)
        ),
        compliance=tuple(
            ComplianceRow(*row)  # type: ignore[arg-type]
            for row in _rows(register.compliance, "reference", "slug", "due", "met", "outcome")
        ),
        decisions=tuple(
            DecisionText(*row)  # type: ignore[arg-type]
            for row in _rows(register.texts, "reference", "subject", "summary", "fault", "response")
        ),
        remedies=tuple(
            RemedyRow(*row)  # type: ignore[arg-type]
            for row in _rows(register.remedies, "reference", "position", "kind", "text", "amount")
        ),
        improvements=tuple(
            ImprovementRow(*row)  # type: ignore[arg-type]
            for row in _rows(register.improvements, "reference", "position", "kind", "text", "due", "met")
        ),
    )


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[object, ...]]:
    if frame.empty:
        return iter(())
    return zip(*(_plain(frame[column]) for column in columns), strict=True)


def _plain(column: "pd.Series[object]") -> list[object]:
    """Return a column's values as Python's own, None for what is missing, days as dates."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return [None if pd.isna(day) else date(day.year, day.month, day.day) for day in column]
    whole = pd.api.types.is_float_dtype(column.dtype)  # numbers some of which are missing
    values = column.tolist()
    return [None if pd.isna(value) else int(value) if whole else value for value in values]

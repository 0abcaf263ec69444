"""Corrections: what a person decided to put right in a source's figures, and what the source must still say.

``corrections.csv`` beside the draft, one line a correction: docs/corrections.md.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.held_rows import Key
from dashboard.domain.characters import odd_characters
from dashboard.domain.rounding import plain
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Imported, ImportedValue, Place
from dashboard.imports.store.csv_file import NotReadableError, read_rows
from dashboard.imports.store.draft import CORRECTIONS_FILE as FILE
from dashboard.reference.load import Reference
from dashboard.reference.quantities import PRINTED, QUANTITIES
from dashboard.words.quantities import quantity_words

CORRECTIONS = "corrections"
_NUMBER = re.compile(r"-?\d{1,8}(?:\.\d{1,6})?", re.ASCII)
"""As the tables print them, and no larger: not “1e400”, not “1_000”."""
COLUMNS = ("council", "year", "measure", "from", "to", "reason", "decided_by", "decided_on", "expect")


@dataclass(frozen=True, slots=True)
class Correction:
    """One declared correction. ``was`` is what the source says (None: nothing), ``became`` what is right
    (None: nothing is known); ``expect`` what else of the same council and year the source must still say.
    """

    slug: str
    year: str
    quantity: str
    was: Decimal | None
    became: Decimal | None
    reason: str
    decided_by: str
    decided_on: date
    expect: Mapping[str, Decimal]
    line: int = 0

    @property
    def key(self) -> Key:
        """What it corrects."""
        return self.slug, self.year, self.quantity


@dataclass(frozen=True)
class Corrected:
    """A draft's values with the corrections applied, those that were, and what is wrong with the others."""

    imported: Imported
    applied: tuple[Correction, ...]
    findings: tuple[Finding, ...]

    @property
    def keys(self) -> frozenset[Key]:
        """The values that are not as their source says."""
        return frozenset(correction.key for correction in self.applied)


def read_corrections(folder: Path, reference: Reference) -> tuple[Correction, ...]:
    """Read the corrections of a draft. Raises NotReadableError naming the line."""
    return tuple(_correction(line, cells, reference) for line, cells in read_rows(folder / FILE, COLUMNS))


def apply_corrections(
    imported: Imported, corrections: Sequence[Correction], reference: Reference
) -> Corrected:
    """Apply every correction whose source still says what it said; the others are errors, and not applied."""
    values = {(v.slug, v.year, v.quantity): v for v in imported.values}
    applied: list[Correction] = []
    findings: list[Finding] = []
    for correction in corrections:
        said = _problem(correction, values, reference, seen=applied)
        if said:
            findings.append(_finding(correction, *said))
        else:
            applied.append(correction)
    changed = {correction.key: correction for correction in applied}
    kept = [corrected for v in imported.values if (corrected := _apply(v, changed.get(_key(v)))) is not None]
    kept += [_added(c) for c in applied if c.was is None and c.became is not None]
    return Corrected(replace(imported, values=tuple(kept)), tuple(applied), tuple(findings))


def correction_of(cells: Mapping[str, str], reference: Reference, where: str) -> Correction:
    """Read one correction. Raises NotReadableError naming ``where`` and the column."""
    slug = council_of(cells["council"], reference)
    if slug is None:
        raise NotReadableError(f"{where}: “{cells['council']}” in council is no council's name or slug.")
    if cells["measure"] not in QUANTITIES:
        raise NotReadableError(f"{where}: “{cells['measure']}” in measure is no quantity of the tables.")
    for column in ("reason", "decided_by"):
        if not cells[column]:
            raise NotReadableError(f"{where}: {column} is empty: a correction says why, and who decided it.")
        if odd := odd_characters(cells[column]):
            raise NotReadableError(f"{where}: {column} holds {', '.join(odd)}, which cannot be printed.")
    try:
        year = str(ReportingYear.parse(cells["year"]))
        decided_on = date.fromisoformat(cells["decided_on"])
    except ValueError as error:
        raise NotReadableError(f"{where}: {error}.") from None
    was, became = (_number(cells[column], where, column) for column in ("from", "to"))
    if was == became:
        raise NotReadableError(f"{where}: from and to are the same: nothing would be corrected.")
    if became is not None and (became < 0 or (cells["measure"] not in PRINTED and became % 1)):
        raise NotReadableError(f"{where}: {cells['to']} in to cannot be {quantity_words(cells['measure'])}.")
    return Correction(
        slug,
        year,
        cells["measure"],
        was,
        became,
        cells["reason"],
        cells["decided_by"],
        decided_on,
        _expected(cells["expect"], where),
    )


def council_of(text: str, reference: Reference) -> str | None:
    """Return the slug a council is meant by: its slug, one it had, or one of its names in any letter case."""
    slug = reference.slug_meant(text)
    if slug is not None:
        return slug
    asked = text.casefold()
    meant = [
        council.slug
        for council in reference.councils.values()
        if asked in {name.casefold() for name in (council.name, council.short_name, *council.other_names)}
    ]
    return meant[0] if len(meant) == 1 else None


def _correction(line: int, cells: Mapping[str, str], reference: Reference) -> Correction:
    return replace(correction_of(cells, reference, f"{FILE}, line {line}"), line=line)


def _number(text: str, where: str, column: str) -> Decimal | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise NotReadableError(f"{where}: “{text}” in {column} is no number (empty: nothing is said).")
    return Decimal(text)


def _expected(text: str, where: str) -> dict[str, Decimal]:
    found = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        quantity, _, number = part.partition("=")
        value = _number(number.strip(), where, "expect")
        if quantity.strip() not in QUANTITIES or value is None:
            raise NotReadableError(
                f"{where}: “{part}” in expect is not of the form received:total=455; dealt_with=441."
            )
        found[quantity.strip()] = value
    return found


def cells_of(c: Correction) -> tuple[str, ...]:
    """Return the line of a correction."""
    expect = "; ".join(f"{quantity}={value:f}" for quantity, value in c.expect.items())
    was, became = ("" if value is None else f"{value:f}" for value in (c.was, c.became))
    return (
        *(c.slug, c.year, c.quantity, was, became, c.reason, c.decided_by),
        *(c.decided_on.isoformat(), expect),
    )


def _problem(
    correction: Correction,
    values: Mapping[Key, ImportedValue],
    reference: Reference,
    seen: Sequence[Correction],
) -> tuple[str, str] | None:
    """Why a correction cannot be applied, and what to do; None where it can."""
    what = f"{reference.councils[correction.slug].name}, {correction.year}, {correction.quantity}"
    if any(other.key == correction.key for other in seen):
        return f"{what} is corrected twice.", "Take one of the two lines out."
    value = values.get(correction.key)
    now = value.value if value else None
    if now is not None and now == correction.became:
        return f"{what}: the source has been fixed: take the correction out.", "It says what is right now."
    if now != correction.was:
        return (
            f"{what}: the correction is of {_said(correction.was)}, and the source says {_said(now)}.",
            "The source has changed: look whether the correction is still needed, then change it or take it "
            "out.",
        )
    for quantity, expected in correction.expect.items():
        beside = values.get((correction.slug, correction.year, quantity))
        told = beside.value if beside else None
        if told != expected:
            return (
                f"{what}: the source was expected to say {_said(expected)} for {quantity}, and says "
                f"{_said(told)}.",
                "The source has changed: look whether the correction is still right.",
            )
    return None


def _said(value: Decimal | None) -> str:
    return "nothing" if value is None else plain(value)


def _finding(correction: Correction, sentence: str, suggestion: str) -> Finding:
    place = Place(FILE, row=correction.line or None)
    return Finding(CORRECTIONS, Severity.ERROR, sentence, *correction.key, place=place, suggestion=suggestion)


def _key(value: ImportedValue) -> Key:
    return value.slug, value.year, value.quantity


def _apply(value: ImportedValue, correction: Correction | None) -> ImportedValue | None:
    if correction is None:
        return value
    return None if correction.became is None else replace(value, value=correction.became)


def _added(correction: Correction) -> ImportedValue:
    assert correction.became is not None  # noqa: S101  (only corrections that add a value come here)
    return ImportedValue(*correction.key, correction.became, Place(FILE, row=correction.line))

"""Acceptances: warnings that a person looked at and accepted, each with its reason.

``acceptances.csv`` beside the draft, one line a warning accepted. An acceptance holds for exactly what
the warning said: when the figures change, what it says changes, and it must be accepted anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.checks.finding import Finding, Severity
from dashboard.domain.characters import odd_characters
from dashboard.imports.store.csv_file import NotReadableError, read_rows, write_rows
from dashboard.imports.store.draft import ACCEPTANCES_FILE as FILE
from dashboard.releases.changing import Changing

COLUMNS = ("check", "council", "year", "quantity", "sentence", "reason", "accepted_by", "accepted_on")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted warning: what it said, why it was accepted, by whom and when; empty texts are none."""

    check: str
    slug: str
    year: str
    quantity: str
    sentence: str
    reason: str
    accepted_by: str
    accepted_on: date
    line: int = 0

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What tells one warning from another (``Finding.key``)."""
        return self.check, self.slug, self.year, self.quantity, self.sentence


@dataclass(frozen=True)
class Judged:
    """The findings by what becomes of them, and the acceptances that meet none any more."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Acceptance], ...]
    unmet: tuple[Acceptance, ...]

    @property
    def passes(self) -> bool:
        """Whether a release may be built: no error, and no warning that nobody accepted."""
        return not self.errors and not self.warnings


def read_acceptances(folder: Path) -> tuple[Acceptance, ...]:
    """Read the acceptances of a draft. Raises NotReadableError naming the line."""
    return tuple(_acceptance(line, cells) for line, cells in read_rows(folder / FILE, COLUMNS))


def write_acceptances(held: Changing, folder: Path, acceptances: Iterable[Acceptance]) -> None:
    """Write the acceptances of a draft in the place of those there were."""
    rows = [(*a.key, a.reason, a.accepted_by, a.accepted_on.isoformat()) for a in acceptances]
    write_rows(held, folder / FILE, COLUMNS, rows)


def judged(findings: Iterable[Finding], acceptances: Sequence[Acceptance]) -> Judged:
    """Sort findings: errors, warnings to be looked at, warnings accepted. An error cannot be accepted."""
    by_key = {acceptance.key: acceptance for acceptance in acceptances}
    errors, warnings, accepted = [], [], []
    met = set()
    for finding in findings:
        acceptance = by_key.get(finding.key)
        if finding.severity is Severity.ERROR:
            errors.append(finding)
        elif acceptance is None:
            warnings.append(finding)
        else:
            met.add(acceptance.key)
            accepted.append((finding, acceptance))
    unmet = tuple(acceptance for acceptance in acceptances if acceptance.key not in met)
    return Judged(tuple(errors), tuple(warnings), tuple(accepted), unmet)


def _acceptance(line: int, cells: dict[str, str]) -> Acceptance:
    for column in ("check", "sentence", "reason", "accepted_by"):
        if not cells[column]:
            raise NotReadableError(f"{FILE}, line {line}: {column} is empty.")
        if odd := odd_characters(cells[column]):
            raise NotReadableError(
                f"{FILE}, line {line}: {column} holds {', '.join(odd)}: it cannot be printed."
            )
    try:
        accepted_on = date.fromisoformat(cells["accepted_on"])
    except ValueError as error:
        raise NotReadableError(f"{FILE}, line {line}: {error}.") from None
    return Acceptance(
        cells["check"],
        cells["council"],
        cells["year"],
        cells["quantity"],
        cells["sentence"],
        cells["reason"],
        cells["accepted_by"],
        accepted_on,
        line,
    )

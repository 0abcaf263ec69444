"""Acceptances: of warnings alone, for exactly what they said, each with a reason."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.checks.acceptances import COLUMNS, Acceptance, judged, read_acceptances
from dashboard.checks.finding import Finding, Severity
from dashboard.imports.store.csv_file import NotReadableError
from dashboard.imports.store.draft import ACCEPTANCES_FILE as FILE

DAY = date(2026, 5, 3)


def warning(sentence: str, slug: str = "u01", check: str = "type", year: str = "2023-24") -> Finding:
    return Finding(check, Severity.WARNING, sentence, slug, year, "upheld")


HIGH, LOW = warning("It is high."), warning("It is low.", "u02")
ERROR = Finding("sums", Severity.ERROR, "It does not add up.", "u01", "2023-24", "upheld")


def accepted(finding: Finding) -> Acceptance:
    return Acceptance(*finding.key, "Looked up.", "A. Person", DAY)


def test_a_draft_passes_once_every_warning_is_accepted() -> None:
    assert not judged([HIGH, LOW], [accepted(HIGH)]).passes
    done = judged([HIGH, LOW], [accepted(HIGH), accepted(LOW)])
    assert done.passes
    assert [finding for finding, _ in done.accepted] == [HIGH, LOW]


def test_an_error_cannot_be_accepted() -> None:
    done = judged([ERROR], [accepted(ERROR)])
    assert not done.passes
    assert done.errors == (ERROR,)
    assert len(done.unmet) == 1


def test_an_acceptance_holds_for_exactly_what_was_said() -> None:
    higher = warning("It is higher.")
    done = judged([higher], [accepted(HIGH)])
    assert done.warnings == (higher,)
    assert done.unmet == (accepted(HIGH),)


def test_an_acceptance_without_a_reason_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"{','.join(COLUMNS)}\ntype,u01,2023-24,upheld,It is high.,,A,2026-05-03\n")
    with pytest.raises(NotReadableError, match=r"acceptances.csv, line 2: reason is empty\."):
        read_acceptances(tmp_path)

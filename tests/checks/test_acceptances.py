"""Acceptances: of warnings alone, for exactly what they said, each with a reason."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.checks.acceptances import COLUMNS, FILE, Acceptance, judged, read_acceptances
from dashboard.checks.accepting import accepting
from dashboard.checks.csv_store import NotReadableError
from dashboard.checks.finding import Finding, Severity

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


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ({"check": "type"}, [HIGH, LOW]),
        ({"check": "type", "slug": "u02"}, [LOW]),
        ({"check": "type", "year": "2022-23"}, []),
        ({"check": "type", "quantity": "upheld", "slug": "u01"}, [HIGH]),
        ({"check": "sums"}, []),
    ],
)
def test_accepting_writes_a_line_for_each_warning_meant(
    tmp_path: Path, asked: dict[str, str], meant: list[Finding]
) -> None:
    state = judged([HIGH, LOW, ERROR], [])
    done = accepting(
        state, tmp_path, **asked, reason="Looked up, “as is”.", accepted_by="A. Person", accepted_on=DAY
    )
    assert list(done) == meant
    written = read_acceptances(tmp_path)
    assert [a.key for a in written] == [finding.key for finding in meant]
    assert all((a.reason, a.accepted_on) == ("Looked up, “as is”.", DAY) for a in written)
    again = judged([HIGH, LOW], written)
    assert [finding for finding, _ in again.accepted] == meant


def test_accepting_more_keeps_what_was_accepted(tmp_path: Path) -> None:
    told = {"reason": "Looked up.", "accepted_by": "A. Person", "accepted_on": DAY}
    accepting(judged([HIGH], []), tmp_path, check="type", **told)  # type: ignore[arg-type]
    accepting(judged([HIGH, LOW], read_acceptances(tmp_path)), tmp_path, check="type", **told)  # type: ignore[arg-type]
    assert [a.slug for a in read_acceptances(tmp_path)] == ["u01", "u02"]


def test_an_acceptance_without_a_reason_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f"{','.join(COLUMNS)}\ntype,u01,2023-24,upheld,It is high.,,A,2026-05-03\n")
    with pytest.raises(NotReadableError, match=r"acceptances.csv, line 2: reason is empty\."):
        read_acceptances(tmp_path)

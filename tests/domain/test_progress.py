"""How far an agreed action has come."""

from datetime import date

import pytest

from dashboard.domain.progress import Progress, progress

DUE = date(2024, 2, 20)


@pytest.mark.parametrize(
    ("due", "met", "state", "says"),
    [
        (DUE, date(2024, 2, 1), Progress.ON_TIME, "done on time"),
        (DUE, DUE, Progress.ON_TIME, "done on time"),
        (DUE, date(2024, 2, 21), Progress.LATE, "done late"),
        (DUE, None, Progress.NOT_YET, "not recorded as done"),
        (None, None, Progress.UNDATED, "no dates held"),
        (None, DUE, Progress.UNDATED, "no dates held"),
    ],
)
def test_progress(due: date | None, met: date | None, state: Progress, says: str) -> None:
    assert progress(due, met) is state
    assert state.label == says

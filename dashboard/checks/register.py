"""Checks of the case register itself: days in their order, outcomes, councils of their time."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.domain.references import SIMULATED

CASES = "cases"
SHOWN = 5
"""How many references a finding names; of the rest the number is given."""


def cases(material: Material) -> Iterator[Finding]:
    """A case is received before it is decided, has an outcome exactly when it is decided, a category, and a
    council that existed; what fell due belongs to a case of the register. A demonstration's references
    begin with SIM, and no others do. No day of a real case is one that has not come.
    """
    register = material.imported.register
    if register is None:
        return
    frame, due = register.cases, register.compliance
    decided = frame["decided"].notna()
    simulated = frame["reference"].astype("str").str.startswith(SIMULATED)
    real = material.imported.kind == "real"
    known = set(material.reference.councils)
    outcomes, categories = {o.value for o in Outcome}, {c.value for c in Category}
    for rows, said in (
        (frame[decided & (frame["decided"] < frame["received"])], "decided before they were received"),
        (frame[decided != frame["outcome"].notna()], "an outcome without a decision, or the reverse"),
        (frame[decided & ~frame["outcome"].isin(outcomes)], "an outcome that is unknown"),
        (frame[~frame["category"].isin(categories)], "a category that is unknown"),
        (frame[~frame["slug"].isin(known)], "a council that is unknown"),
        (frame[simulated] if real else frame[~simulated], _marked(real=real)),
        (_before_it_began(frame, material), "a council that did not exist yet"),
        (_yet_to_come(frame, material, "received", "decided"), "a day that has not come"),
        (_yet_to_come(due, material, "met"), "recommendations met on a day that has not come"),
        (due[~due["reference"].isin(frame["reference"])], "a compliance outcome of no case"),
        (due[~due["outcome"].isin({c.value for c in Compliance})], "a compliance outcome that is unknown"),
    ):
        if len(rows):
            yield _finding(rows, said)


def _marked(*, real: bool) -> str:
    return (
        "a simulated reference (SIM) among real ones" if real else "a reference that does not begin with SIM"
    )


def _before_it_began(frame: pd.DataFrame, material: Material) -> pd.DataFrame:
    began = {s: pd.Timestamp(c.start) for s, c in material.reference.councils.items() if c.start}
    if frame.empty:
        return frame
    starts = pd.to_datetime(frame["slug"].map(began))
    return frame[starts.notna() & (frame["received"] < starts)]


def _yet_to_come(frame: pd.DataFrame, material: Material, *days: str) -> pd.DataFrame:
    """Return the rows of a real draft with a day after today; a demonstration may hold a year to its end."""
    if material.today is None or material.imported.kind != "real":
        return frame.iloc[:0]
    last = pd.Timestamp(material.today)
    late = [pd.to_datetime(frame[day]) > last for day in days if day in frame]
    return frame[np.logical_or.reduce(late)] if late else frame.iloc[:0]


def _finding(rows: pd.DataFrame, said: str) -> Finding:
    references = [str(reference) for reference in rows["reference"].tolist()]
    named = ", ".join(references[:SHOWN])
    more = f" and {len(references) - SHOWN:,} more" if len(references) > SHOWN else ""
    cases_ = "case has" if len(references) == 1 else "cases have"
    said = said if not said.startswith("decided") else f"been {said}"
    return Finding(
        CASES,
        Severity.ERROR,
        f"{len(references):,} {cases_} {said}: {named}{more}.",
        suggestion="Put them right in the register, and import it again.",
    )

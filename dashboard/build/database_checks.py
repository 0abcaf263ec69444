"""What must hold of a release's database before it is packed. Each raises ContentError where it does not."""

import sqlite3

from dashboard.build.content import ContentError
from dashboard.domain.origin import Origin

_ORIGINS = (
    ("figure", "origin"),
    ("figure", "printed_origin"),
    ("figure", "comparison_origin"),
    ("combined_figure", "origin"),
    ("breakdown", "origin"),
    ("service_figure", "received_origin"),
    ("service_figure", "outcome_origin"),
    ("service_comparison", "comparison_origin"),
    ("type_benchmark", "origin"),
)
"""Where a release says whose a number is, by table and column."""


def check_references(connection: sqlite3.Connection) -> None:
    """No row refers to one that is not there."""
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        raise ContentError(f"A row of {table} refers to a row of {parent} that is not there.")


def check_origins(connection: sqlite3.Connection, kind: str) -> None:
    """A real release holds nothing simulated: the one error that would be a falsehood about a council."""
    real_cases, simulated_cases = (
        connection.execute(f"SELECT count(*) FROM register_case WHERE reference {like} 'SIM %'").fetchone()[0]  # noqa: S608
        for like in ("NOT LIKE", "LIKE")
    )
    if kind == "demonstration":
        if real_cases:
            raise ContentError(f"{real_cases} cases of a demonstration are not marked SIM.")
        return
    if simulated_cases:
        raise ContentError(f"{simulated_cases} cases of a real release are simulated.")
    for table, column in _ORIGINS:
        found = connection.execute(
            f"SELECT count(*) FROM {table} WHERE {column} = ?",  # noqa: S608
            (Origin.SIMULATED.value,),
        ).fetchone()[0]
        if found:
            raise ContentError(f"{found} rows of {table} are simulated in a real release.")


def check_one_of_both(connection: sqlite3.Connection) -> None:
    """A register has its published decisions; a list beside it would say of some of them that it is all."""
    both = all(
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608
        for table in ("register_case", "listed_decision")
    )
    if both:
        raise ContentError("The release has a register of cases and a list of decisions: it may have one.")

"""What is said of files to take away: how much of a list they hold."""

from dashboard.domain.formats import thousands

MOST_IN_WORKBOOK = 5_000
"""How many rows a workbook of cases holds at most, the newest; the CSV holds all."""


def newest_of(total: int) -> str:
    """Say beside the link to a workbook that it holds the newest of a list; empty where it holds all."""
    return f", the newest {thousands(MOST_IN_WORKBOOK)}" if total > MOST_IN_WORKBOOK else ""


def newest() -> str:
    """Say in a workbook that it holds no more than the newest."""
    return f"The newest {thousands(MOST_IN_WORKBOOK)} at most; the CSV of the same search holds all"

"""Where the workers count: named before anything that counts is imported."""

from collections.abc import MutableMapping
from tempfile import mkdtemp

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


def counting_in(environment: MutableMapping[str, str]) -> str:
    """Have this process and those it starts count in a new folder, unless one is named; return it."""
    if not environment.get(VARIABLE):
        environment[VARIABLE] = mkdtemp(prefix="dashboard-metrics-")
    return environment[VARIABLE]

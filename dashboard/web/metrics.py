"""Numbers of a running server for monitors (Prometheus): on a port of their own, for this machine alone.

Counted by rule of address, never by address. The workers share what they count through files, which
``counting.VARIABLE`` names: it has to be set before this module is imported.
"""

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from dashboard.web.watched import Watch

LOOPBACK = "127.0.0.1"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def counters() -> Watch:
    """Return what counts each answer in the shared files. To be called once a process."""
    answers = Counter(
        "dashboard_answers", "Answers by route, status and release", ["route", "status", "release"]
    )
    seconds = Histogram(
        "dashboard_seconds", "Seconds until an answer began, by route", ["route"], buckets=_SECONDS
    )

    def watch(rule: str, status: int, taken: float, release: str) -> None:
        answers.labels(rule, str(status), release).inc()
        seconds.labels(rule).observe(taken)

    return watch


def show(port: int) -> int:
    """Answer monitors at ``/metrics`` on a loopback port with what all workers counted; return the port."""
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    server, _ = start_http_server(port, addr=LOOPBACK, registry=registry)
    return int(server.server_port)


def forget(process: int) -> None:
    """Let go of what only a living worker counts."""
    mark_process_dead(process)  # type: ignore[no-untyped-call]

"""The API against its own description: requests of every kind, sensible and not, over every route.

No answer may be a fault of ours, have a status, type, header or shape that is not described, or be kept when
it is about a postcode. ``EXAMPLES`` says how many requests of each kind a route gets (100).
"""

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dashboard.api.routes import DESCRIPTION
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_listed import with_list
from tests.support.tiny_release import build_tiny

EXAMPLES = int(os.environ.get("EXAMPLES", "100"))
CHECKS = [
    schemathesis.checks.not_a_server_error,
    *(status_code_conformance, content_type_conformance),
    *(response_headers_conformance, response_schema_conformance),
]
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)


def main() -> int:
    """Ask every route; print the statuses. Raises what is not as it is described."""
    with tempfile.TemporaryDirectory() as folder:
        build_tiny(Path(folder), content_with_cases())
        build_tiny(Path(folder), with_list())
        for release in ("demo", "held-figures"):
            opened = open_releases(release, demo_allowed=False, directory=Path(folder), environment={})
            server = create_app(opened, Settings(cache=Path(folder) / "cache")).server
            told = asked(schemathesis.openapi.from_wsgi(DESCRIPTION, server))
            print(f"{release}: {sum(told.values())} requests, by status: {dict(sorted(told.items()))}")
    return 0


def asked(schema: Any) -> Counter[int]:
    """Ask every operation of a description so many times of each kind; return how often which status came."""
    told: Counter[int] = Counter()
    for result in schema.get_all_operations():
        for mode in MODES:
            ask(result.ok(), mode, told)
    return told


def ask(operation: Any, mode: Any, told: Counter[int]) -> None:
    """Ask one operation, sensibly or not, and count the statuses."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def once(case: Any) -> None:
        answer = case.call(headers={"Accept-Encoding": "identity"})
        told[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)
        if "/postcodes/" in operation.path and answer.headers["cache-control"] != ["no-store"]:
            raise ValueError("An answer about a postcode may be kept.")

    once()

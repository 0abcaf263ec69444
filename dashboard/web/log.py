"""The log: a JSON object a line, and never what a reader asked for: no query, postcode, address or path.

Of a fault it holds the kind and the places in the code, not the message, which may quote what was asked; and
the messages of others are cut at a question mark, and where an address names a postcode.
"""

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

from flask import Flask, has_request_context, request

_LOG = logging.getLogger("dashboard.pages")
_QUESTION = re.compile(r"(?<=/api/v1/postcodes)/.*|\?.*")
_DEEPEST = 12  # places of a fault that are named, the last ones
_ACCESS = "dashboard.access"

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _QUESTION.sub("?…", record.getMessage()),
        }
        told |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[0] is not None:
            told |= _fault(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


class Server(Flask):
    """Flask that says of a fault where it happened, and not at which address."""

    def log_exception(self, exc_info: Fault, *_ctx: object) -> None:
        """Write down a fault of ours."""
        rule = request.url_rule.rule if has_request_context() and request.url_rule else ""
        _LOG.error("A page could not be made.", exc_info=exc_info, extra={"told": {"route": rule}})


def write_json(*, access: bool, stream: TextIO | None = None) -> logging.Handler:
    """Have everything logged written as JSON, to standard error; ``access``: each answer as well."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_ACCESS).setLevel(logging.INFO if access else logging.CRITICAL)
    logging.captureWarnings(True)
    return handler


def _fault(exc_info: Any) -> dict[str, Any]:
    kind, _, trace = exc_info
    places = traceback.extract_tb(trace)[-_DEEPEST:]
    return {
        "error": f"{kind.__module__}.{kind.__qualname__}",
        "at": [f"{place.filename}:{place.lineno} {place.name}" for place in places],
    }

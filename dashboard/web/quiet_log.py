"""What the server writes down of a request that went wrong: never what was asked in it."""

import logging
import re

from gunicorn.config import Config  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

_QUERY = re.compile(r"\?.*")


class WithoutQuestions(logging.Filter):
    """Cuts every line of a record at its first question mark: a search says where somebody lives."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Cut the record; every record is let through."""
        record.msg, record.args = _QUERY.sub("?…", record.getMessage()), ()
        return True


class QuietLogger(Logger):  # type: ignore[misc]
    """Gunicorn's logger without what stands after the question mark of an address. It logs no requests."""

    def setup(self, cfg: Config) -> None:
        """Set up gunicorn's own, and cut what it writes."""
        super().setup(cfg)
        self.error_log.addFilter(WithoutQuestions())

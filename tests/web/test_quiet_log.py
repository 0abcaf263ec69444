"""No postcode is written down: not by the server, not by the application when it fails."""

import io
import logging
from argparse import Namespace
from pathlib import Path
from unittest.mock import patch

import pytest
from gunicorn.config import Config
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.gunicorn_server import GunicornServer
from dashboard.web.quiet_log import QuietLogger, WithoutQuestions

POSTCODE = "FY1 1AD"


def record(message: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("gunicorn.error", logging.ERROR, __file__, 1, message, args, None)


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}", fullmatch=True))
def test_what_stands_after_a_question_mark_is_cut(postcode: str) -> None:
    one = record("Invalid request from ip=%s: GET /find?q=%s HTTP/1.1", "127.0.0.1", postcode)
    assert WithoutQuestions().filter(one)
    assert one.getMessage() == "Invalid request from ip=127.0.0.1: GET /find?…"


def test_a_record_without_a_question_is_left_as_it_is() -> None:
    one = record("Worker (pid:%s) was sent SIGTERM!", 7)
    WithoutQuestions().filter(one)
    assert one.getMessage() == "Worker (pid:7) was sent SIGTERM!"


def test_the_server_writes_no_log_of_requests_and_uses_the_quiet_logger() -> None:
    with patch("dashboard.web.gunicorn_server.application"):
        server = GunicornServer(Namespace(host="127.0.0.1", port=0, workers=1, threads=1))
    assert server.cfg.accesslog is None
    assert server.cfg.logger_class is QuietLogger


def test_what_the_server_logs_of_a_failure_is_cut(tmp_path: Path) -> None:
    config = Config()
    config.set("errorlog", str(tmp_path / "errors"))
    logger = QuietLogger(config)
    logger.exception("Error handling request %s", f"/find?q={POSTCODE}")
    assert "1AD" not in (tmp_path / "errors").read_text("utf-8")
    assert "Error handling request /find?…" in (tmp_path / "errors").read_text("utf-8")


def test_a_search_that_fails_is_logged_without_what_was_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)

    def failing(*_args: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(SqliteRepository, "find", failing)
    try:
        answer = client.get("/find", query_string={"q": POSTCODE})
    finally:
        logging.getLogger().removeHandler(handler)
    assert answer.status_code == 500
    assert "/find" in written.getvalue()
    assert "1AD" not in written.getvalue()

"""No postcode is written down: not by what others say to the log, not by the application when it fails."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.log import JsonLines, write_json

POSTCODE = "FY1 1AD"


def message(text: str, *args: object) -> str:
    record = logging.LogRecord("gunicorn.error", logging.ERROR, __file__, 1, text, args, None)
    return str(json.loads(JsonLines().format(record))["message"])


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}", fullmatch=True))
def test_what_stands_after_a_question_mark_is_cut(postcode: str) -> None:
    said = message("Invalid request from ip=%s: GET /find?q=%s HTTP/1.1", "127.0.0.1", postcode)
    assert said == "Invalid request from ip=127.0.0.1: GET /find?…"


def test_what_an_address_of_the_api_names_is_cut() -> None:
    said = message("Invalid request: GET /api/v1/postcodes/%s?format=csv HTTP/1.1", POSTCODE)
    assert said == "Invalid request: GET /api/v1/postcodes?…"


def test_a_postcode_s_answer_that_fails_is_logged_without_it(
    client: Client, monkeypatch: pytest.MonkeyPatch, written: io.StringIO
) -> None:
    def failing(*_args: object, **_more: object) -> None:
        raise RuntimeError(POSTCODE)

    monkeypatch.setattr(SqliteRepository, "find", failing)
    answer = client.get(f"/api/v1/postcodes/{POSTCODE}")
    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert '"route": "/api/v1/postcodes/<postcode>"' in written.getvalue()
    assert "1AD" not in written.getvalue()


def test_a_message_without_a_question_is_left_as_it_is() -> None:
    assert message("Worker (pid:%s) was sent SIGTERM!", 7) == "Worker (pid:7) was sent SIGTERM!"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged, as it is in a deployment that logs each answer, too."""
    root, stream = logging.getLogger(), io.StringIO()
    before, level = root.handlers[:], root.level
    write_json(access=True, stream=stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    logging.captureWarnings(False)


def test_a_search_that_fails_is_logged_without_what_was_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch, written: io.StringIO
) -> None:
    def failing(*_args: object, **_more: object) -> None:
        raise RuntimeError(POSTCODE)

    monkeypatch.setattr(SqliteRepository, "find", failing)
    assert client.get("/find", query_string={"q": POSTCODE}).status_code == 500
    assert '"route": "/find"' in written.getvalue()
    assert "1AD" not in written.getvalue()

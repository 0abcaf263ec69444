"""The few lines of a decision that a list shows: its beginning, or the part with the words searched for."""

import sqlite3

from dashboard.repository.case_records import Excerpt
from dashboard.repository.case_rows import BETWEEN, CLOSED, OPENED, excerpt_from

LENGTH = 240
TOKENS = 40
_SUMMARY, _RESPONSE, _IMPROVEMENTS = 1, 2, 3
_SNIPPETS = (
    "SELECT snippet(decision_words, ?1, ?4, ?5, ' … ', ?6),"
    " snippet(decision_words, ?2, ?4, ?5, ' … ', ?6), snippet(decision_words, ?3, ?4, ?5, ' … ', ?6)"
    " FROM decision_words WHERE decision_words MATCH ?7 AND rowid = ?8"
)


def beginning(summary: str) -> Excerpt:
    """Return the beginning of a summary, cut between words."""
    if len(summary) <= LENGTH:
        return ((summary, False),) if summary else ()
    return ((f"{summary[:LENGTH].rsplit(' ', 1)[0].rstrip(',;:')} …", False),)


def excerpt_of(connection: sqlite3.Connection, match: str, number: int, summary: str) -> Excerpt:
    """Return the part of the summary with the words searched for, else that of an improvement or of the
    response; the summary's beginning where they are in the subject alone."""
    found = connection.execute(
        _SNIPPETS, (_SUMMARY, _IMPROVEMENTS, _RESPONSE, OPENED, CLOSED, TOKENS, match, number)
    ).fetchone()
    marked = next((text for text in found or () if text and OPENED in text), None)
    return beginning(summary) if marked is None else excerpt_from(marked.replace(BETWEEN, " "))

"""Which decisions a filter means, with words or without: the beginning of every query for a list."""

from dataclasses import dataclass

from dashboard.domain.case_filter import CaseFilter
from dashboard.repository.case_conditions import Conditions, of_cases
from dashboard.repository.words_asked import WordsAsked, read_words

RELEVANCE = "bm25(decision_words, 8.0, 4.0, 1.0, 2.0)"
"""Best first: a word of the subject counts twice one of the summary, that twice one of an improvement."""

WITHDRAWN = {None: "", True: " AND d.withdrawn_on IS NOT NULL", False: " AND d.withdrawn_on IS NULL"}
"""What is asked besides where only withdrawn decisions ``d`` are meant, or only the others."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter as queries need it: ``source`` follows FROM and ``where`` WHERE, with ``values`` in order.

    The alias ``c`` is the case, a published one. ``match`` is the question to the index of words, empty
    without words; ``narrow`` says whether anything besides the words is asked.
    """

    source: str
    where: str
    values: tuple[object, ...]
    words: WordsAsked
    narrow: bool

    @property
    def match(self) -> str:
        """The question to the index of words; empty: none."""
        return self.words.match

    @property
    def typed(self) -> bool:
        """Whether words or references are looked for: then only what is published is found."""
        return bool(self.words.match or self.words.references)


def published(asked: CaseFilter) -> Asked:
    """Return the published decisions a filter means."""
    words = read_words(asked.words)
    conditions = of_cases(asked)
    if words.references:
        conditions = conditions.and_(*_of_references(words.references))
    narrow = conditions.sql != "1"
    if not words.match:
        conditions = Conditions("c.facet IS NOT NULL", ()).and_(conditions.sql, *conditions.values)
        return Asked("register_case c", conditions.sql, conditions.values, words, narrow)
    return Asked(
        "decision_words CROSS JOIN register_case c ON c.id = decision_words.rowid",
        f"decision_words MATCH ? AND {conditions.sql}",
        (words.match, *conditions.values),
        words,
        narrow,
    )


def _of_references(references: tuple[str, ...]) -> tuple[str, ...]:
    """A condition on a case's reference; a simulated one is found without its mark too."""
    spelt = dict.fromkeys(one for each in references for one in (each, f"SIM {each}"))
    return f"c.reference IN ({', '.join('?' * len(spelt))})", *spelt


def counting(asked: Asked) -> str:
    """Return the query of how many there are."""
    if asked.match and not asked.narrow:
        return "SELECT count(*) FROM decision_words WHERE decision_words MATCH ?"
    return f"SELECT count(*) FROM {asked.source} WHERE {asked.where}"  # noqa: S608


def numbers(asked: Asked, *, by_relevance: bool) -> str:
    """Return the query of the numbers of decisions in order; needs a limit and an offset besides."""
    order = f"{RELEVANCE}, c.id DESC" if by_relevance and asked.match else "c.id DESC"
    if asked.match and not asked.narrow:
        order = order.replace("c.id", "rowid")
        return (
            "SELECT rowid AS id FROM decision_words WHERE decision_words MATCH ?"  # noqa: S608
            f" ORDER BY {order} LIMIT ? OFFSET ?"
        )
    if asked.match:
        order = order.replace("c.id", "decision_words.rowid")
    return f"SELECT c.id FROM {asked.source} WHERE {asked.where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608


def page_of(total: int, page: int, size: int) -> tuple[int, int]:
    """Return the page that is shown, the last for one beyond it, and how many pages there are."""
    pages = max(-(-total // size), 1)
    return min(max(page, 1), pages), pages

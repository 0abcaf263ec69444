"""A release's database of any number of published decisions, to search in: simulated texts, longer and with
many rare words, as real ones have."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from dashboard.build.content import CaseRow, DecisionText, ImprovementRow, ReleaseContent, RemedyRow
from dashboard.build.database import write_database
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Outcome
from dashboard.repository.connection import open_database
from dashboard.repository.records import Council
from dashboard.simulate.decision_texts import DRAWS, ToWrite, Written, write
from dashboard.simulate.phrase_book import read_phrase_book
from dashboard.simulate.publication import DECIDED_AS

COUNCILS = 320
FIRST, DAYS = date(2018, 4, 1), 7 * 365
VOCABULARY = 60_000
FURTHER_WORDS = 45
"""Words added to each summary, by Zipf's law: the frequent ones are in most texts, most are in very few."""
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu")


def database(path: Path, decisions: int) -> sqlite3.Connection:
    """Write and open a database of so many published decisions."""
    write_database(_content(decisions), path)
    return open_database(path)


def word(rank: int) -> str:
    """Return the made-up word of a rank: 0 is the most frequent."""
    told = ""
    while rank >= 0:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        told += _SYLLABLES[syllable]
        rank -= 1
    return f"z{told}"


def _content(decisions: int) -> ReleaseContent:
    kinds = tuple(AuthorityType)
    councils = tuple(_council(n, kinds[n % len(kinds)]) for n in range(COUNCILS))
    cases, texts = _written(decisions)
    return ReleaseContent(
        name="search",
        title="Search",
        kind="demonstration",
        status="draft",
        years=("2018-19",),
        seed=1,
        sources=(),
        councils=councils,
        codes=(),
        council_years=(),
        lineage=(),
        population=(),
        benchmarks=(),
        types=(),
        figures=(),
        breakdowns=(),
        national=(),
        cases=cases,
        decisions=[DecisionText(t.reference, t.subject, t.summary, t.fault, t.response) for t in texts],
        remedies=[RemedyRow(t.reference, n, *r) for t in texts for n, r in enumerate(t.remedies, 1)],
        improvements=[
            ImprovementRow(t.reference, n, *i) for t in texts for n, i in enumerate(t.improvements, 1)
        ],
    )


def _council(number: int, kind: AuthorityType) -> Council:
    name = f"Council {number:03d}"
    return Council(
        slug=f"council-{number:03d}",
        code=f"E{number:08d}",
        codes=(),
        name=name,
        short_name=name,
        other_names=(),
        type=kind,
        region="England",
        upper_tier=None,
        start=None,
        end=None,
        ombudsman_slug=None,
    )


def _written(decisions: int) -> tuple[list[CaseRow], list[Written]]:
    rng = np.random.default_rng(decisions)
    book = read_phrase_book()
    categories = tuple(DecisionCategory)
    received = {d: c for c, shares in DECIDED_AS.items() for d in shares}
    further = _further(rng, decisions)
    cases, texts = [], []
    for number, draws in enumerate(rng.random((decisions, DRAWS + 4)).tolist(), 1):
        category = categories[int(draws.pop() * len(categories))]
        topic = book.topics[category][int(draws.pop() * len(book.topics[category]))]
        outcome = Outcome.UPHELD if draws.pop() < 0.65 else Outcome.NOT_UPHELD
        decided = FIRST + timedelta(days=int(draws.pop() * DAYS))
        reference = f"SIM {number // 1_000_000:02d} {number // 1000 % 1000:03d} {number % 1000:03d}"
        due = decided + timedelta(days=100) if outcome is Outcome.UPHELD else None
        text = write(
            ToWrite(
                *(reference, DecisionKind.STATEMENT, category, topic.label, outcome),
                *(decided, False, due, due),
            ),
            book,
            draws,
        )
        texts.append(_longer(text, next(further)))
        cases.append(
            CaseRow(
                reference=reference,
                slug=f"council-{number % COUNCILS:03d}",
                category=received[category].value,
                received=decided - timedelta(days=150),
                decided=decided,
                outcome=outcome.value,
                satisfactory_remedy=False,
                kind=DecisionKind.STATEMENT.value,
                decision_category=category.value,
                sub_category=topic.label,
                published=True,
            )
        )
    return cases, texts


def _longer(text: Written, further: str) -> Written:
    return Written(
        *(text.reference, text.subject, f"{text.summary} {further}", text.fault, text.response),
        *(text.remedies, text.improvements),
    )


def _further(rng: np.random.Generator, decisions: int) -> Iterator[str]:
    words = [word(rank) for rank in range(VOCABULARY)]
    for _ in range(decisions):
        ranks = np.minimum(rng.zipf(1.15, FURTHER_WORDS) - 1, VOCABULARY - 1)
        yield " ".join(words[rank] for rank in ranks.tolist())

"""Reads the phrases of simulated decisions: what each subject's complaints, faults and changes are called."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dashboard.domain.decisions import DecisionCategory, Remedy


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that can go wrong: its short name, how a finding words it (after “the Council”), and the
    changes that would keep it from happening again, each with its kind."""

    name: str
    found: tuple[str, ...]
    changes: tuple[tuple[Remedy, str], ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A sub-category: how often it comes up beside the others of its category (``weight``), what is
    complained of (after “the Council”), what it is about, and its faults."""

    label: str
    weight: float
    matter: tuple[str, ...]
    complaints: tuple[str, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class PhraseBook:
    """All phrases: topics and harms by category; ``common`` the sentences any decision may use, by what
    they are for; ``remedies`` what may be recommended, by kind, and ``in_words`` the same in a summary."""

    topics: Mapping[DecisionCategory, tuple[Topic, ...]]
    harms: Mapping[DecisionCategory, tuple[str, ...]]
    common: Mapping[str, tuple[str, ...]]
    remedies: Mapping[Remedy, tuple[str, ...]]
    in_words: Mapping[Remedy, str]


def read_phrase_book() -> PhraseBook:
    """Read the project's phrases."""
    by_category = {category: _read(category.value) for category in DecisionCategory}
    common = _read("common")
    return PhraseBook(
        topics={category: tuple(map(_topic, told["topic"])) for category, told in by_category.items()},
        harms={category: tuple(told["harms"]) for category, told in by_category.items()},
        common={name: tuple(phrases) for name, phrases in common.items() if isinstance(phrases, list)},
        remedies={Remedy(kind): tuple(texts) for kind, texts in common["remedies"].items()},
        in_words={Remedy(kind): text for kind, text in common["remedies_in_words"].items()},
    )


def _read(name: str) -> dict[str, Any]:
    text = files("dashboard.simulate.phrases").joinpath(f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _topic(told: dict[str, Any]) -> Topic:
    return Topic(
        told["label"],
        float(told["weight"]),
        tuple(told["matter"]),
        tuple(told["complaints"]),
        tuple(
            Fault(
                fault["name"],
                tuple(fault["found"]),
                tuple((Remedy(kind), text) for kind, text in fault["changes"]),
            )
            for fault in told["faults"]
        ),
    )

"""What a heading means: the wordings declared in ``headings.toml``, whatever their case and punctuation."""

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.repository.names import folded

HEADINGS = Path(__file__).parent / "headings.toml"
AUTHORITY = "authority"
YEAR = "year"
UNUSED = "unused"
AVERAGE = "average:"
ON_TIME, LATE, NOT_COMPLIED = "complied:on_time", "complied:late", "complied:not"
TABLES = ("received", "decided", "remedies")

_COMMON = "common"
_NOTES = re.compile(r"\[[^\]]*\]|\((?:note|see|footnote)[^)]*\)|\(\d\)|[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]+")
_PER_CENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpct\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_LEADING = re.compile(r"^(?:the )?(?:(?:number|no|count) of )?(?:the )?")
_TRAILING = re.compile(r" (?:number|count|no)$")
_CLOSE_ENOUGH = 0.6


class HeadingsError(ValueError):
    """The file of headings contradicts itself. The message says where."""


def normalised(heading: str) -> str:
    """Return a heading so that its wordings meet: no case, punctuation or footnote marks; “%” is “pct”.

    >>> normalised("Average Uphold Rate (%) of similar authorities [note 2]")
    'average uphold rate pct of similar authorities'
    """
    text = _THOUSANDS.sub("", _NOTES.sub(" ", heading))
    text = folded(_PER_CENT.sub(" pct ", unicodedata.normalize("NFKC", text)))
    text = text.removeprefix("pct of ") + " pct" if text.startswith("pct of ") else text
    return _TRAILING.sub("", _LEADING.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class Headings:
    """The wordings that are known: by kind of table, normalised wording to quantity; ``spelt`` gives a
    wording back as it is declared."""

    tables: Mapping[str, Mapping[str, str]]
    spelt: Mapping[str, str]

    def meaning(self, heading: str, table: str) -> str | None:
        """Return what a heading means in a kind of table: its own wordings first, then those that only one
        other kind has. None when it is unknown, or could be several."""
        wording = normalised(heading)
        if wording in self.tables[table]:
            return self.tables[table][wording]
        elsewhere = {known[wording] for known in self.tables.values() if wording in known}
        return elsewhere.pop() if len(elsewhere) == 1 else None

    def belongs(self, quantity: str, table: str) -> bool:
        """Say whether a quantity is one of a kind of table's own."""
        return quantity in self.tables[table].values()

    def suggestion(self, heading: str) -> str | None:
        """Return the declared wording nearest to an unknown heading."""
        near = difflib.get_close_matches(normalised(heading), list(self.spelt), n=1, cutoff=_CLOSE_ENOUGH)
        return self.spelt[near[0]] if near else None


def load_headings(path: Path = HEADINGS) -> Headings:
    """Read the wordings. Raises HeadingsError when one wording means two things in one kind of table."""
    told = tomllib.loads(path.read_text("utf-8"))
    spelt: dict[str, str] = {}
    tables = {}
    for table in TABLES:
        known: dict[str, str] = {}
        for section in (_COMMON, table):
            for quantity, wordings in told[section].items():
                for wording in wordings:
                    key = normalised(wording)
                    if known.setdefault(key, quantity) != quantity:
                        raise HeadingsError(
                            f"{path.name}, [{section}]: “{wording}” means {known[key]} and {quantity}."
                        )
                    spelt.setdefault(key, wording)
        tables[table] = known
    return Headings(tables, spelt)

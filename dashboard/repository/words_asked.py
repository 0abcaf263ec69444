"""Reading what a reader typed to search for: any text at all, as a question to the index of words.

Words are combined by “and”. A text between double quotation marks is a phrase, and so is what holds
punctuation within (``children’s``, ``23-001``). A ``*`` at the end of a word stands for any ending. What is
written as a reference (``23 001 234``) outside quotation marks means that case, as no text holds its own.
Everything else, operators of SQL and of the index included, is only words or nothing.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from dashboard.domain.references import reference_of

MOST_WORDS = 16
LONGEST_PHRASE = 12
LONGEST_WORD = 60
SHORTEST_BEGINNING = 2
_READ = 2_000
_REFERENCE = re.compile(
    r"(?<![^\W_])(?:sim[\s\-–_]*)?\d{2}[\s\-–_]*\d{3}[\s\-–_]*\d{3}[a-z]?(?![^\W_])",
    re.ASCII | re.IGNORECASE,
)
_AS_ONE = re.compile(r"[^\W_]+(?:[’'ʼ-][^\W_]+)+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))


@dataclass(frozen=True, slots=True)
class WordsAsked:
    """How a text was read: ``match`` is the question to the index (FTS5), empty where no word is asked;
    ``reading`` the whole in a sentence, empty only where nothing was typed. ``references`` are those asked
    for, any of them, as registers spell them."""

    match: str
    reading: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    tokens: tuple[str, ...]
    beginning: bool
    written: str = field(default="", compare=False)  # a word with punctuation within, as it was typed

    @property
    def match(self) -> str:
        return f'"{" ".join(self.tokens)}"{"*" if self.beginning else ""}'

    @property
    def reading(self) -> str:
        if self.written and not self.beginning:
            return f"“{self.written}”"
        told = f"“{' '.join(self.tokens)}”"
        if self.beginning:
            return f"words that begin with {told}" if len(self.tokens) == 1 else f"phrases that begin {told}"
        return f"the word {told}" if len(self.tokens) == 1 else f"the phrase {told}"


def read_words(typed: str) -> WordsAsked:
    """Read what was typed. Never fails; reads the first 2,000 characters and 16 words or phrases."""
    if not typed.strip():
        return WordsAsked("", "")
    rest, references = _without_references(typed[:_READ].translate(_QUOTES))
    parts, cut = _parts(rest)
    if not parts and not references:
        return WordsAsked("", "There is no word in what was typed, so it leaves nothing out.")
    told = [*_named(references), *(part.reading for part in parts)]
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    end = " The rest of what was typed was left out." if cut or len(typed) > _READ else ""
    match = " AND ".join(part.match for part in parts)
    return WordsAsked(match, f"Searched for {listed}.{end}", references)


def _without_references(typed: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the references outside its phrases, and these; the first sixteen are enough."""
    found: dict[str, None] = {}

    def taken(match: re.Match[str]) -> str:
        found[reference_of("".join(c for c in match[0] if c.isalnum()))] = None
        return " "

    pieces = typed.split('"')
    pieces[::2] = [_REFERENCE.sub(taken, piece) for piece in pieces[::2]]
    return '"'.join(pieces), tuple(found)[:MOST_WORDS]


def _named(references: tuple[str, ...]) -> list[str]:
    if not references:
        return []
    told = " or ".join(f"“{reference}”" for reference in references)
    return [f"the reference{'s' if len(references) > 1 else ''} {told}"]


def _parts(typed: str) -> tuple[list[_Part], bool]:
    """Return the words and phrases, each once, and whether something had to be left out."""
    found: dict[_Part, None] = {}
    cut = False
    for position, piece in enumerate(typed.split('"')):
        quoted = position % 2 == 1
        for text in (piece,) if quoted else piece.split():
            tokens = _tokens(text)
            if not tokens:
                continue
            if len(found) == MOST_WORDS:
                return list(found), True
            cut = cut or len(tokens) > LONGEST_PHRASE
            beginning = text.rstrip().endswith("*") and len(tokens[-1]) >= SHORTEST_BEGINNING
            kept = tokens[:LONGEST_PHRASE]
            as_one = text if not quoted and kept == tokens and _AS_ONE.fullmatch(text) else ""
            found.setdefault(_Part(kept, beginning and kept == tokens, as_one), None)
    return list(found), cut


def _tokens(text: str) -> tuple[str, ...]:
    """Split a text where the index does: into runs of letters, digits and marks."""
    kept = "".join(c if _in_a_word(c) else " " for c in text)
    words = (word[:LONGEST_WORD] for word in kept.split())
    return tuple(word for word in words if any(c.isalnum() for c in word))


def _in_a_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) in ("Mn", "Co")

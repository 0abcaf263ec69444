"""What the method's words mean, in plain English: one home for pages, files and the glossary.

A word links to its meaning where it stands (``dashboard.markup.method_words``), so each has an anchor, and a
pattern of how it is written in texts of ours. The numbers are those of ``docs/statistics.md``.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One word: ``name`` as a heading, ``meaning`` in sentences, ``written`` how texts have it, a pattern.

    ``behind``: it is a word of the method's own, which is said only behind the question how sure this is.
    """

    key: str
    name: str
    meaning: str
    written: str
    behind: bool = False

    @property
    def anchor(self) -> str:
        """The identifier of its meaning on a page: ``word-usual``."""
        return f"word-{self.key}"

    @property
    def said(self) -> tuple[str, str]:
        """The word and its meaning."""
        return self.name, self.meaning


AVERAGE = Term(
    "average",
    "Average of its type",
    "Printed: the Ombudsman’s own, known to its rounding. Pooled: all the cases of the type’s councils "
    "together, worked out by us. It includes the council.",
    r"[Aa]verage of (?:its|the council’s own) type|[Pp]rinted averages?"
    r"|(?<=, )printed\b|\b[Pp]ooled\b(?! rate)",
)
BETA_BINOMIAL = Term(
    "beta-binomial",
    "Beta-binomial",
    "How the number of upheld cases would vary from council to council, with both luck and what sets the "
    "councils of a type apart anyway allowed for.",
    r"beta-binomial",
    behind=True,
)
COMPARED = Term(
    "compared",
    "Compared with its type",
    "Lower or higher: fewer than 1 in 40 councils like the others of its type would be so far out on "
    "that side; much: fewer than 1 in 1,000. The council itself is left out of those it is compared "
    "with, and where councils of the type vary by more than chance the range allows for it. No clear "
    "difference is not likeness: small numbers cannot show one. Where not all of the others’ counts are "
    "held the comparison is with the printed average, which includes the council. Nothing is ranked; "
    "neither end is good.",
    r"[Cc]ompared with its type|[Nn]o clear difference|[Bb]eyond what chance explains"
    r"|(?:by )?more than chance(?: explains?)?",
)
EXPECTED = Term(
    "expected",
    "Would be expected",
    "What the frequency at the other councils of the type gives for as many cases. More than that is a "
    "question, not a finding.",
    r"would be expected",
)
FALSE_DISCOVERY = Term(
    "false-discovery",
    "False discovery rate",
    "Of many comparisons some look striking by luck. Those said to stand out are held so few that, on "
    "average, no more than one in ten of them is luck (the method of Benjamini and Hochberg).",
    r"false discovery rate|Benjamini and Hochberg",
)
FEW = Term(
    "few",
    "Few cases",
    "Five to 29: a case more or less moves the figure much, so read the counts first. With fewer than five "
    "the counts lead, and nothing is compared.",
    r"[Ff]ew cases",
)
FUNNEL = Term(
    "funnel",
    "Funnel plot",
    "A picture with a dot for each council: the more cases it had, the further right. Few cases move a "
    "percentage a lot by chance alone, so the lines stand wide apart on the left. They are not targets.",
    r"[Ff]unnel plots?",
    behind=True,
)
_AROUND = "The range that chance alone allows around a figure from so many cases"
_BY_US = "Worked out by us. It is not the range a council is compared by."
INTERVAL = Term(
    "interval",
    "95% interval",
    f"{_AROUND}. {_BY_US}",
    r"95% intervals?",
)
INTERVAL_BY_NAME = (
    INTERVAL.name,
    f"{_AROUND}: Wilson’s for a share; exact Poisson below ten events and Byar’s from ten for a rate. "
    f"{_BY_US}",
)
"""The interval with whose it is, for those who take the figures away."""
MEAN = Term(
    "mean",
    "Mean of the councils’ rates",
    "The plain mean of the rates: each council with a rate weighs the same, however few its cases.",
    r"[Mm]ean of the councils’ rates",
)
NEIGHBOURS = Term(
    "neighbours",
    "Statistical neighbours",
    "The councils most like one by the characteristics that the Office for National Statistics, or for "
    "children’s services the Department for Education, compares. They are not chosen by the figures here.",
    r"[Ss]tatistical neighbours",
)
PHI = Term(
    "phi",
    "Overdispersion, and phi",
    "Whether councils of a type vary by more than chance. Phi is about 1 where luck alone makes them differ; "
    "where it is clearly more, the range that is usual is made wider.",
    r"overdispersion|\bphi\b",
    behind=True,
)
POOLED = Term(
    "pooled",
    "Pooled rate",
    "All the cases of the group together: the sum of the numerators over the sum of the denominators. "
    "Councils with many cases weigh more.",
    r"[Pp]ooled rates?",
)
STANDS_OUT = Term(
    "stands-out",
    "Stands out",
    "Further from the others of its type than chance explains. Of what to watch, where thousands of "
    "comparisons are made, it is said only as far as, on average, no more than one in ten of what it is said "
    "of is chance. It does not say why, nor that anything is wrong.",
    r"[Ss]tands? out",
)
USUAL = Term(
    "usual",
    "Usual range",
    "What 95 of 100 councils like the others of the type would have with as many cases: worked out by us "
    "from the others’ cases, and wider where councils of the type vary by more than chance. A council "
    "within it is not clearly different.",
    r"\b[Uu]sual ranges?\b|\b[Rr]ange usual\b|\b[Uu]sual\b",
)

GLOSSARY = (
    *(INTERVAL, AVERAGE, BETA_BINOMIAL, COMPARED, FALSE_DISCOVERY, FEW, FUNNEL, MEAN),
    *(PHI, POOLED, STANDS_OUT, NEIGHBOURS, USUAL, EXPECTED),
)
"""From A to Z by name."""

_ANY = re.compile("|".join(f"(?P<{term.key.replace('-', '_')}>{term.written})" for term in GLOSSARY))
_PARTS = (
    *("95% interval", "verage of", "rinted", "ooled", "beta-binomial", "ompared with its type"),
    *("o clear difference", "than chance", "what chance", "false discovery rate", "Benjamini", "ew cases"),
    *("unnel plot", "ean of the councils", "overdispersion", "phi", "tand out", "tands out", "eighbours"),
    *("sual", "would be expected"),
)
"""One of these is in every method word as it is written: most texts have none, which is far sooner seen."""
_OF_GROUP = {term.key.replace("-", "_"): term for term in GLOSSARY}


def may_have_one(text: str) -> bool:
    """Say whether a method word may be in a text; False: none is."""
    for part in _PARTS:  # noqa: SIM110 (asked of every text of a page: any() takes twice as long)
        if part in text:
            return True
    return False


def pieces(text: str) -> list[tuple[str, Term | None]]:
    """Cut a text at its method words.

    >>> [(part, term and term.key) for part, term in pieces("Its usual range")]
    [('Its ', None), ('usual range', 'usual')]
    """
    if not may_have_one(text):
        return [(text, None)] if text else []
    cut: list[tuple[str, Term | None]] = []
    at = 0
    for found in _ANY.finditer(text):
        if found.start() > at:
            cut.append((text[at : found.start()], None))
        cut.append((found[0], _OF_GROUP[str(found.lastgroup)]))
        at = found.end()
    return [*cut, (text[at:], None)] if at < len(text) else cut

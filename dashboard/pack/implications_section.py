"""What officers have to consider before a paper is tabled: prompts, and what the figures already say."""

from dashboard.domain.formats import thousands, words
from dashboard.pack.cases_section import Behind
from dashboard.pack.facts import Facts
from dashboard.pack.model import Run, Section, Table, quietly, text
from dashboard.pack.order import numeral
from dashboard.words.wording import capital, noun

_FILL_IN = "[officer’s comment]"
_NOTE = (
    "The middle column prompts, the last is for officers: what the figures of this paper already say is "
    "filled "
    "in, and [brackets] are theirs to fill."
)


def implications_section(found: Behind | None, facts: Facts) -> Section:
    """Return the table of implications; ``found`` are the year's cases, None where they are not held."""
    rows = (
        (
            "Financial",
            "What was paid, and from which budget? What will the changes agreed cost?",
            _plainly(_financial(found)),
        ),
        (
            "Legal",
            "Which duties were found not met? Has a report to go to the full council or its monitoring "
            "officer?",
            _plainly(_legal(facts)),
        ),
        (
            "Equality",
            "Who is affected: disabled people, children, carers? Does what went wrong fall on some more "
            "than on "
            "others?",
            (),
        ),
        (
            "Risk",
            "Is failing to carry out what was agreed on the register of risks? Could the same fault recur?",
            _risk(facts),
        ),
        (
            "Data protection",
            "Could anyone be recognised from the cases told, together with what is known locally?",
            _plainly(_data(found)),
        ),
    )
    table = Table(
        caption="Implications",
        head=("Implication", "Prompt", "For this paper"),
        rows=tuple(
            (text(name), text(prompt), text(*known, f" {_FILL_IN}" if known else _FILL_IN))
            for name, prompt, known in rows
        ),
        wide=frozenset({1, 2}),
    )
    return Section("implications", "Implications", (table, quietly(_NOTE)))


def _plainly(told: str) -> tuple[str, ...]:
    return (told,) if told else ()


def _financial(found: Behind | None) -> str:
    if found is None or found.remedies is None:
        return "What was paid is not held here."
    paid = sum(found.paid(row.reference) for row in found.told)
    if not found.told:
        return ""
    return f"£{thousands(paid)} agreed in published cases." if paid else "No payment in a published case."


def _legal(facts: Facts) -> str:
    if not facts.reports:
        return ""
    one = facts.reports == 1
    return (
        f"{capital(words(facts.reports))} public interest report{'' if one else 's'}: a council must "
        "consider "
        "it within three months and tell the Ombudsman what it has done or will do."
    )


def _risk(facts: Facts) -> tuple[str | Run, ...]:
    parts = []
    if facts.complied is not None:
        missed = facts.complied[1] - facts.complied[0]
        if missed:
            parts.append(f"{capital(words(missed))} {noun(missed, 'recommendations')} not carried out.")
    if facts.late:
        parts.append(f"{capital(words(facts.late))} carried out late.")
    if facts.open_changes:
        changes = "change" if facts.open_changes == 1 else "changes"
        parts.append(f"{capital(words(facts.open_changes))} agreed {changes} due, not recorded as done.")
    if not parts:
        return ()
    seen = (numeral("compliance"), " and section ", numeral("lessons"), ".")
    return (f"{' '.join(parts)} See section ", *seen)


def _data(found: Behind | None) -> str:
    if found is None:
        return ""
    held_back = found.upheld.counted - len(found.told)
    if not held_back:
        return ""
    case, is_not = ("case", "is") if held_back == 1 else ("cases", "are")
    return f"{capital(words(held_back))} upheld {case} {is_not} not published and not told here."

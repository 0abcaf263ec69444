"""The tables of a list of decisions, numbered by the day of the decision: the highest is the newest."""

from collections.abc import Iterable, Iterator
from datetime import date

from dashboard.build.content import ContentError, ReleaseContent

LISTED_WORDS = "listed_words"
"""The index of their words; its own tables begin with the same name."""

Row = tuple[object, ...]


def listed_tables(content: ReleaseContent) -> Iterator[tuple[str, Iterable[Row]]]:
    """Return the list and its index of words with their rows; those without a day have the lowest numbers.

    Raises ContentError for a list in a demonstration, which real decisions have no part in, and for one of
    a council that is none of the release's.
    """
    listed = sorted(content.listed, key=lambda one: (one.decided or date.min, one.reference))
    if listed and content.kind != "real":
        raise ContentError("A demonstration has a list of decisions, which are real.")
    names = {c.slug: (c.name, c.short_name, *(f.name for f in c.former_names)) for c in content.councils}
    stray = next((one for one in listed if one.slug not in names), None)
    if stray is not None:
        raise ContentError(f"The decision {stray.reference} is of no council of the release.")
    yield (
        "listed_decision",
        (
            (
                *(number, one.reference, one.slug, one.category, one.sub_category, one.outcome, one.decided),
                one.kind,
                *((one.withdrawn.on, one.withdrawn.reason) if one.withdrawn else (None, None)),
            )
            for number, one in enumerate(listed, 1)
        ),
    )
    yield (
        f"{LISTED_WORDS} (rowid, council, about, outcome)",
        (
            (
                number,
                " ".join(dict.fromkeys(names[one.slug])),
                f"{one.category.label} {one.sub_category}",
                one.outcome.label if one.outcome else "",
            )
            for number, one in enumerate(listed, 1)
            if one.withdrawn is None
        ),
    )

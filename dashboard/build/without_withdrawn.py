"""A release's content without the texts of withdrawn decisions, at every build."""

from collections.abc import Collection
from dataclasses import replace

from dashboard.build.content import DecisionText, ReleaseContent
from dashboard.releases.withdrawn import Withdrawn


def without_withdrawn(content: ReleaseContent, ledger: Collection[Withdrawn]) -> ReleaseContent:
    """Return the content without the texts of withdrawn decisions: a line with day and reason stays."""
    if not ledger:
        return content
    withdrawn = {entry.reference: entry for entry in ledger}
    return replace(
        content,
        decisions=tuple(_blank(text, withdrawn.get(text.reference)) for text in content.decisions),
        remedies=tuple(row for row in content.remedies if row.reference not in withdrawn),
        improvements=tuple(row for row in content.improvements if row.reference not in withdrawn),
    )


def _blank(text: DecisionText, entry: Withdrawn | None) -> DecisionText:
    if entry is None:
        return text
    return DecisionText(text.reference, "", "", None, "", entry.on, entry.reason)

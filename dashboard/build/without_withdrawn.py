"""A release's content without the texts of withdrawn decisions, at every build."""

from collections.abc import Collection
from dataclasses import replace

from dashboard.build.content import DecisionText, ReleaseContent
from dashboard.releases.withdrawn import Withdrawn
from dashboard.repository.case_records import Withdrawal
from dashboard.repository.listed_records import ListedDecision


def without_withdrawn(content: ReleaseContent, ledger: Collection[Withdrawn]) -> ReleaseContent:
    """Return the content without the texts of withdrawn decisions: a line with day and reason stays, and
    a listed decision is named without a link."""
    if not ledger:
        return content
    withdrawn = {entry.reference: entry for entry in ledger}
    return replace(
        content,
        decisions=tuple(_blank(text, withdrawn.get(text.reference)) for text in content.decisions),
        remedies=tuple(row for row in content.remedies if row.reference not in withdrawn),
        improvements=tuple(row for row in content.improvements if row.reference not in withdrawn),
        listed=tuple(_marked(one, withdrawn.get(one.reference)) for one in content.listed),
    )


def _marked(one: ListedDecision, entry: Withdrawn | None) -> ListedDecision:
    return one if entry is None else replace(one, withdrawn=Withdrawal(entry.on, entry.reason))


def _blank(text: DecisionText, entry: Withdrawn | None) -> DecisionText:
    if entry is None:
        return text
    return DecisionText(text.reference, "", "", None, "", entry.on, entry.reason)

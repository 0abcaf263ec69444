"""Drafts and names put into a store by hand, as commands would."""

from datetime import UTC, datetime
from pathlib import Path

from dashboard.imports.store.draft import Draft, save_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because
from dashboard.imports.store.names_file import AcceptedName, accept_names
from dashboard.imports.tables.own_names import OwnNames
from dashboard.reference.load import Reference
from tests.metrics.world import reference

NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)
WHY = Because("A. Person", "Looked up.", NOON)
NOWHERE: Reference = reference()


def put_draft(store: Path, draft: Draft) -> None:
    """Store a draft."""
    with changing_store(store) as held:
        save_draft(held, draft)


def put_name(store: Path, name: AcceptedName, england: Reference = NOWHERE) -> None:
    """Accept a name; where no England is given, it can be no council's own."""
    accept_names(store, [name], OwnNames(england), WHY)

"""Who decides something and why: asked for alike by every command, and kept in the store's log."""

import argparse
from datetime import UTC, datetime

from dashboard.cli import CommandError
from dashboard.imports.store.log import Because


def add_who(parser: argparse.ArgumentParser, shown: str = "", *, required: bool = True) -> None:
    """Declare who and why; ``shown`` says who reads it besides."""
    more = f"; {shown}" if shown else ""
    parser.add_argument("--by", required=required, default="", metavar="WHO", help=f"who decides it{more}")
    parser.add_argument("--reason", required=required, default="", metavar="WHY", help=f"why{more}")


def because(arguments: argparse.Namespace, *, required: bool = True) -> Because:
    """Return who decided and why, now. Raises CommandError where one of them says nothing."""
    for what, text in (("--by", arguments.by), ("--reason", arguments.reason)):
        if required and not text.strip():
            raise CommandError(f"{what} is empty: it is kept with what is decided.")
    return Because(arguments.by.strip(), arguments.reason.strip(), datetime.now(UTC))

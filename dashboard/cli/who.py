"""Who decides something and why: asked for alike by every command, and kept in the store's log."""

import argparse
from datetime import UTC, datetime

from dashboard.cli import CommandError
from dashboard.domain.characters import odd_characters
from dashboard.domain.personal import unfit_to_publish
from dashboard.domain.years import ReportingYear
from dashboard.imports.store.log import Because
from dashboard.words.wording import listed

LONGEST = 1_000
"""Characters: whatever repeats a reason can still be read."""


def from_one(text: str) -> int:
    """Read a number of one or more, as an argument. Raises ArgumentTypeError."""
    return _at_least(1, text)


def from_none(text: str) -> int:
    """Read a number of nought or more, as an argument. Raises ArgumentTypeError."""
    return _at_least(0, text)


def year(text: str) -> str:
    """Read a reporting year, as an argument. Raises ArgumentTypeError."""
    try:
        return str(ReportingYear.parse(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}.") from None


def _at_least(least: int, text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) < least:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of {('none', 'one')[least]} or more")
    return int(text)


def add_who(parser: argparse.ArgumentParser, shown: str = "", *, required: bool = True) -> None:
    """Declare who and why; ``shown`` says who reads it besides."""
    more = f"; {shown}" if shown else ""
    parser.add_argument("--by", required=required, default="", metavar="WHO", help=f"who decides it{more}")
    parser.add_argument("--reason", required=required, default="", metavar="WHY", help=f"why{more}")


def because(arguments: argparse.Namespace, *, required: bool = True, published: bool = False) -> Because:
    """Return who decided and why, now. ``published``: readers are shown both as they are typed.

    Raises CommandError where one of them says nothing, is too long, or holds what nobody can see or, where it
    is published, a person's particulars.
    """
    for what, text in (("--by", arguments.by), ("--reason", arguments.reason)):
        if required and not text.strip():
            raise CommandError(f"{what} is empty: it is kept with what is decided.")
        if len(text) > LONGEST:
            raise CommandError(f"{what} has {len(text):,} characters; it may have {LONGEST:,}.")
        if found := unfit_to_publish(text) if published else odd_characters(text):
            shown = ", and readers are shown it" if published else ""
            raise CommandError(f"{what} holds {listed(found)}{shown}: write it without.")
    return Because(arguments.by.strip(), arguments.reason.strip(), datetime.now(UTC))

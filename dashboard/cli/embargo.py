"""``embargo NAME --until DAY``: sets or lifts the embargo of a draft, which holds at once."""

import argparse
from datetime import date

from dashboard.cli.who import add_who, because
from dashboard.domain.formats import day
from dashboard.domain.statuses import embargo_end
from dashboard.releases.locate import releases_directory
from dashboard.releases.publication_file import read_publications


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--until", type=_day, metavar="DAY", help="the first day it may be public: 2026-07-22")
    which.add_argument("--none", action="store_true", help="lift the embargo")
    add_who(parser, required=False)


def run(arguments: argparse.Namespace) -> int:
    """Store the day, or that there is none."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.embargo import set_embargo  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    why = because(arguments, required=False)
    with draft_errors():
        before = set_embargo(store_directory(), arguments.name, arguments.until, why)
        public = arguments.name in read_publications(releases_directory()).ever_live
    told = f"embargoed until {day(arguments.until)}" if arguments.until else "not embargoed"
    if arguments.until and embargo_end(arguments.until.isoformat()) <= why.at:
        told += ", which has come: it may be published now"
    print(f"Draft “{arguments.name}” is {told}. Build it again: python -m dashboard build {arguments.name}")
    if before.embargoed_until and before.embargoed_until != arguments.until:
        print(f"Until now it was embargoed until {day(before.embargoed_until)}.")
    if public and arguments.until:
        print(f"A release “{arguments.name}” has been live already: this takes nothing back that is public.")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day: write it as 2026-07-22") from None

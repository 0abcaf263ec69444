"""``embargo NAME --until DAY``: sets or lifts the embargo of a draft; it holds from the next build on."""

import argparse
from dataclasses import replace
from datetime import date

from dashboard.domain.formats import day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="a draft of the store")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--until", type=_day, metavar="DAY", help="the first day it may be public: 2026-07-22")
    which.add_argument("--none", action="store_true", help="lift the embargo")


def run(arguments: argparse.Namespace) -> int:
    """Store the day, or that there is none."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.draft import load_draft, save_draft  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415

    store = store_directory()
    with draft_errors():
        save_draft(store, replace(load_draft(store, arguments.name), embargoed_until=arguments.until))
    told = f"embargoed until {day(arguments.until)}" if arguments.until else "not embargoed"
    print(f"Draft “{arguments.name}” is {told}. Build it again: python -m dashboard build {arguments.name}")
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day: write it as 2026-07-22") from None

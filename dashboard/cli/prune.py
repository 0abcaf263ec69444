"""``prune [--yes]``: removes drafts that were never published; says which without ``--yes``."""

import argparse

from dashboard.cli.switching import refusals
from dashboard.releases.directories import clear_leftovers
from dashboard.releases.locate import releases_directory
from dashboard.releases.prune import drafts, prune


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--yes", action="store_true", help="remove them (without it, only say which)")


def run(arguments: argparse.Namespace) -> int:
    """Remove the drafts, or say which: never one that has been live, is embargoed or is bundled."""
    directory = releases_directory()
    with refusals():
        cleared = clear_leftovers(directory)
        if cleared:
            print(
                f"What killed builds left was removed: {cleared:,} {'folder' if cleared == 1 else 'folders'}."
            )
        found = drafts(directory)
        if not found:
            print("There is no draft to remove.")
        elif arguments.yes:
            removed = prune(directory, found)
            for name in found:
                print(
                    f"{name}: removed." if name in removed else f"{name}: kept, it is being built just now."
                )
        else:
            for name in found:
                print(f"{name}: a draft, would be removed.")
            print("Nothing was removed; --yes removes them.")
    return 0

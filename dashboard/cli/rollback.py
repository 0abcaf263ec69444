"""``rollback --by WHO --reason WHY``: makes the release live again that was so before."""

import argparse

from dashboard.cli.switching import add_who, asked, refusals, report, what_changed
from dashboard.releases.locate import releases_directory
from dashboard.releases.publish import rollback


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_who(parser)


def run(arguments: argparse.Namespace) -> int:
    """Roll back; running servers show the earlier release within two seconds."""
    with refusals():
        done = rollback(releases_directory(), asked(arguments), changed=what_changed)
    report(done)
    return 0

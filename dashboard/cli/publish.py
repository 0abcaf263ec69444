"""``publish NAME --by WHO --reason WHY``: makes a release live, in one step."""

import argparse
from pathlib import Path

from dashboard.cli.switching import add_who, asked, refusals, report, what_changed
from dashboard.releases.locate import releases_directory
from dashboard.releases.publish import publish


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="NAME", help="the release to make live")
    add_who(parser)
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    parser.add_argument(
        "--without-draft", action="store_true", help="publish a release whose draft is not in the store"
    )
    parser.add_argument("--lift-embargo", action="store_true", help="publish before the embargo is over")
    parser.add_argument(
        "--demonstration", action="store_true", help="publish a release although figures in it are simulated"
    )


def run(arguments: argparse.Namespace) -> int:
    """Publish; running servers show the release within two seconds."""
    from dashboard.build.check import check  # noqa: PLC0415  (imports pandas)
    from dashboard.cli.draft_now import kept_drafts  # noqa: PLC0415

    with refusals():
        done = publish(
            releases_directory(),
            arguments.name,
            asked(arguments),
            lift_embargo=arguments.lift_embargo,
            demonstration=arguments.demonstration,
            without_draft=arguments.without_draft,
            failing=lambda release: check(release).problems,
            changed=what_changed,
            drafted=kept_drafts(arguments.data),
        )
    report(done)
    return 0

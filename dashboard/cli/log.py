"""``log [NAME]``: what was decided about drafts, names and headings: when, by whom and why."""

import argparse
from collections.abc import Iterator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a draft: its lines alone (all)")


def run(arguments: argparse.Namespace) -> int:
    """Print the lines, oldest first."""
    from dashboard.cli.draft_errors import draft_errors  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.imports.store.log import Line, read_log  # noqa: PLC0415

    def words(line: Line) -> Iterator[str]:
        yield f"{line.at[:16].replace('T', ' ')}  {line.act}"
        if line.draft:
            yield f" {line.draft}"
        yield f": {line.what}"
        who = ", ".join(part for part in (line.by, line.reason) if part)
        if who:
            yield f" – {who}"

    with draft_errors():
        lines = [line for line in read_log(store_directory()) if arguments.name in (None, line.draft)]
    for line in lines:
        print("".join(words(line)))
    if not lines:
        print("Nothing is in the log.")
    return 0

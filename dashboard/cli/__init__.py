"""The command line: one module a command, imported only when it is the one asked for.

A command's module has ``add_arguments(parser)`` and ``run(arguments) -> int`` (the exit status).
"""

import argparse
import importlib
import signal
import sys
from collections.abc import Sequence
from types import ModuleType

from dashboard.cli import trouble
from dashboard.releases import lock

COMMANDS = {
    "serve": "serve a release on this machine or in production",
    "build": "build a release from the committed data, or from a draft that passes its checks",
    "check": "check a draft's figures, or releases: whole, the demonstration true to the held figures",
    "import": "read the Ombudsman's tables or a case register into a draft",
    "names": "say which council a name in the Ombudsman's files means",
    "reorganise": "keep councils to come as data: who begins when, and of which councils each is made",
    "headings": "say which quantity a heading in the Ombudsman's files means",
    "copy": "begin a draft with all that another one has, under another name",
    "correct": "declare a correction of a source's figure in a draft",
    "accept": "accept warnings of a draft's checks, with a reason",
    "drop": "take an input out of a draft",
    "embargo": "say until when a draft may not be public",
    "sign": "say who signs the letters of a draft: without it they are not the Ombudsman's, and say so",
    "log": "say what was decided about drafts, names and headings: when, by whom and why",
    "releases": "list releases: status, years, size, when each was published and by whom",
    "diff": "say what differs between two releases",
    "publish": "make a release live",
    "rollback": "make the release live again that was so before",
    "prune": "remove drafts that were never published",
    "letters": "write all letters of a year as PDF, with an index, and covering e-mails as files",
    "withdraw": "take a decision's text out of every release",
    "export": "write the public site of a release as files, for any file server",
    "figures": "print a release's figures as CSV, UTF-8 without a mark, for programs",
    "renew": "put next year's population, neighbours or postcodes into the committed data",
    "derive": "derive the committed data from the open source data (for developers)",
}

_MODULES = {"import": "import_files"}
"""Where the module has another name than the command: Python has its own use for the word."""


class CommandError(Exception):
    """A command cannot do what was asked. The message is a sentence for the person who typed it."""


INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status. Whatever stops it is said in sentences."""
    trouble.say_what_can_be_said()
    told = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="python -m dashboard", description="Your council's performance: build, check and serve it."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    asked = next((word for word in told if word in COMMANDS), None)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == asked:
            module = importlib.import_module(f"dashboard.cli.{_MODULES.get(name, name)}")
            module.add_arguments(command)
            command.set_defaults(module=module)
    parsed = parser.parse_args(told)
    lock.command.set(_in_words(parsed))
    return _run(parsed.module, parsed)


def _run(module: ModuleType, parsed: argparse.Namespace) -> int:
    """Run a command's module. Where it ends otherwise than by its end, its ``TROUBLE`` (1) is the status."""
    status: int = getattr(module, "TROUBLE", 1)
    try:
        done = int(module.run(parsed))
        sys.stdout.flush()
    except (CommandError, lock.LockedError) as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        trouble.close_output()  # the reader (head, say) has seen enough
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except trouble.TROUBLES as error:
        print(trouble.sentence(error), file=sys.stderr)
        _let_go_of_output()
    else:
        return done
    return status


def _let_go_of_output() -> None:
    """What could not be printed is not tried again at the end, where it would be a traceback."""
    try:
        sys.stdout.flush()
    except OSError:
        trouble.close_output()


def _in_words(parsed: argparse.Namespace) -> str:
    """Return what a command does in words that tell it from others: “correct 2025-26”, “names accept”."""
    told = (parsed.command, getattr(parsed, "action", None), getattr(parsed, "name", None))
    return " ".join(str(word) for word in told if word)

"""Run the slow checks, or those named: ``python -m slow [name ...]``. Each prints what it found.

A check is a module of this folder with a ``main() -> int`` (0: it holds); to add one, name it here.
"""

import sys
from importlib import import_module

CHECKS = {
    "api": "slow.api_as_described",  # the API against its description, by requests of every kind
    "figures": "slow.figures_by_api",  # every figure the command prints, and the API's
    "word": "slow.word_in_libreoffice",  # a committee's paper in LibreOffice, to PDF without loss
    "widths": "slow.paper_widths",  # every paper of a year: no word or number wider than its column
    "letters": "slow.letters_read",  # every letter of every year, by rules: what no person would write
    "files": "slow.files_in_libreoffice",  # every kind of file in LibreOffice and pandas: rows, numbers
    "alarms": "slow.false_alarms",  # how often chance alone is called a difference
    "signals": "slow.watch_signals",  # how often what stands out at /watch is false
    "calls": "slow.calls",  # which councils are called different now, and were before, by rule
    "counties": "slow.every_county",  # every county made into unitaries: a whole release, its time and memory
}


def main(asked: list[str]) -> int:
    """Run the checks asked for, all without any; return 1 where one does not hold."""
    unknown = [name for name in asked if name not in CHECKS]
    if unknown:
        print(f"No such check: {', '.join(unknown)}. There are: {', '.join(CHECKS)}.", file=sys.stderr)
        return 2
    failed = []
    for name in asked or CHECKS:
        print(f"== {name}", flush=True)
        if import_module(CHECKS[name]).main():
            failed.append(name)
    print(f"Failed: {', '.join(failed)}" if failed else "All hold.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

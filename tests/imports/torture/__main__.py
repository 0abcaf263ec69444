"""Run the torture set and print its table by kind: ``python -m tests.imports.torture``.

With ``--faults`` what is not as expected is listed first, a line each.
"""

import argparse
import tempfile
from pathlib import Path

from tests.imports.torture.adapter import Importer
from tests.imports.torture.every import EVERY
from tests.imports.torture.first_year import run_all
from tests.imports.torture.runner import by_kind, run


def main() -> None:
    """Run every table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--faults", action="store_true", help="list what is not as expected")
    faults = asked.parse_args().faults
    with tempfile.TemporaryDirectory() as folder:
        importer = Importer(Path(folder))
        runs = (*run(EVERY, importer.bring), *run_all(importer))
    for one in runs if faults else ():
        if one.fault:
            print(f"{one.outcome}: {one.table.id}: {one.fault.splitlines()[0]}")
    print(by_kind(runs))


if __name__ == "__main__":
    main()

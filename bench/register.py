"""``python -m bench.register``: import a case register of a million rows, and print what it takes.

The register is made up, on all councils and seven years, every tenth decision with its texts, and written
as CSV, Parquet and XLSX. Each is imported by the command, in a process of its own on two processors. Exit
status 1 when not every row came through. Takes about five minutes, most of it to write the workbook.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.build.data import DATA
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.outcomes import Category, Outcome
from dashboard.reference.load import load_reference

ROWS = 1_000_000
PROCESSORS = 2
FIRST_DAY = date(2018, 4, 1)
DAYS = 2_500
SEED = 7
FORMATS = ("csv", "parquet", "xlsx")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.register", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help=f"cases (default: {ROWS:,})")
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS)
    arguments = parser.parse_args()
    table = made_up(arguments.rows)
    whole = True
    with tempfile.TemporaryDirectory() as folder:
        for suffix in arguments.formats:
            path = Path(folder) / f"register.{suffix}"
            began = time.perf_counter()
            write(table, path)
            print(
                f"{path.name}: {arguments.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB, "
                f"written in {time.perf_counter() - began:.0f} s",
                flush=True,
            )
            seconds, megabytes, said = imported(path, Path(folder) / "store")
            through = f"{arguments.rows:,} rows" in said
            whole = whole and through
            print(
                f"{path.name}: imported in {seconds:.1f} s, {megabytes:,.0f} MB at most, on {PROCESSORS} "
                f"processors{'' if through else ': NOT WHOLE'}\n{said}",
                flush=True,
            )
    return 0 if whole else 1


def made_up(rows: int) -> pd.DataFrame:
    """Return a register as staff would export it: labels, names and days in words."""
    random = np.random.default_rng(SEED)
    names = np.array([council.name for council in load_reference(DATA).councils_in("2018-19")], dtype=object)
    received = random.integers(0, DAYS - 400, rows)
    received.sort()
    decided = received + random.integers(5, 400, rows)
    days = np.array([f"{FIRST_DAY + timedelta(n):%d/%m/%Y}" for n in range(DAYS + 600)], dtype=object)
    years = np.array([(FIRST_DAY + timedelta(int(n))).year % 100 for n in range(DAYS)])[received]
    outcomes = np.array([outcome.label for outcome in Outcome], dtype=object)
    outcome = random.choice(len(outcomes), rows, p=[0.05, 0.08, 0.4, 0.25, 0.07, 0.15])
    upheld = outcome == len(outcomes) - 1
    published = upheld & (random.random(rows) < 0.7)
    serial = pd.Series(years).groupby(years).cumcount().to_numpy()
    text = "The complaint was about how the council dealt with a request. It took too long. "

    def where(mask: np.ndarray, values: object) -> np.ndarray:
        return np.where(mask, values, "")  # type: ignore[arg-type]

    return pd.DataFrame(
        {
            "Case reference": [
                f"{year:02d} {n // 1000:03d} {n % 1000:03d}" for year, n in zip(years, serial, strict=True)
            ],
            "Authority": names[random.integers(0, len(names), rows)],
            "Received": days[received],
            "Decided": days[decided],
            "Category": np.array([c.label for c in Category], dtype=object)[random.integers(0, 9, rows)],
            "Outcome": outcomes[outcome],
            "Satisfactory remedy": where(upheld, np.where(random.random(rows) < 0.15, "Yes", "No")),
            "Kind": where(published, "Statement"),
            "Decision category": where(
                published,
                np.array([c.label for c in DecisionCategory], dtype=object)[random.integers(0, 10, rows)],
            ),
            "Sub-category": where(published, "Assessment and care plan"),
            "Publish": np.where(published, "Yes", "No"),
            "Subject": where(published, "A delay"),
            "Summary": where(published, text * 4),
            "Remedies": where(published, "Apology: The council will apologise.\nPayment: It will pay £250."),
            "Improvements": where(
                published, "Training: It will train its staff.\nIt will check its letters."
            ),
            "Compliance due": where(upheld, days[decided + 60]),
            "Compliance met": where(upheld, days[decided + 50]),
            "Compliance outcome": where(upheld, "Complied on time"),
        }
    )


def write(table: pd.DataFrame, path: Path) -> None:
    """Write the register in the format its name ends with."""
    if path.suffix == ".csv":
        table.to_csv(path, index=False)
    elif path.suffix == ".parquet":
        table.to_parquet(path, index=False)
    else:
        import xlsxwriter  # noqa: PLC0415

        with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as book:
            sheet = book.add_worksheet("Cases")
            sheet.write_row(0, 0, table.columns)
            for number, row in enumerate(table.itertuples(index=False, name=None), 1):
                sheet.write_row(number, 0, row)


def imported(path: Path, store: Path) -> tuple[float, float, str]:
    """Import a register by the command; return seconds, megabytes at most, and what was said."""
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "import",
        "--name",
        path.suffix[1:],
        "--register",
        str(path),
    ]
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env={**os.environ, "DASHBOARD_STORE": str(store)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS]),  # noqa: PLW1509
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - began, usage.ru_maxrss / 1024, said.strip()


if __name__ == "__main__":
    sys.exit(main())

"""``import --name NAME --year Y FILE...``: reads the publisher's files into a draft in the store."""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli import CommandError
from dashboard.cli.who import because, from_none, from_one, year
from dashboard.domain.bodies import NO_COUNCIL, bodies_counted

if TYPE_CHECKING:
    from dashboard.imports.drafts.importing import Done
    from dashboard.imports.imported import FormulasRead, LeftOut
    from dashboard.imports.store.aside import Aside
    from dashboard.imports.store.draft import DraftInput

_NAMED = 10
_WHY = {
    "total": ("row of totals", "rows of totals"),
    "average": ("row of averages", "rows of averages"),
    "footnote": ("footnote", "footnotes"),
    "off the map": ("body off the map", "bodies off the map"),
    "blank": ("blank row", "blank rows"),
    "set aside": ("row or column set aside", "rows or columns set aside"),
    "not held": ("placeholder read as not held", "placeholders read as not held"),
}
"""What is left out: one, and several."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--name", required=True, help="the draft, such as 2024-25; it begins with its first file"
    )
    parser.add_argument(
        "--year",
        action="append",
        default=[],
        type=year,
        metavar="YEAR",
        help="the year of the tables, such as 2024-25; of a register (repeatable) the years it is whole for",
    )
    parser.add_argument("--register", action="store_true", help="the files are a case register")
    parser.add_argument(
        "--decisions",
        action="store_true",
        help="the files are a list of published decisions: shown and searched, and no figure follows from it",
    )
    parser.add_argument(
        "--with-personal-remedies",
        action="store_true",
        help="publish what the register says was recommended for persons, which the Ombudsman keeps private",
    )
    parser.add_argument(
        "--expect-cases",
        type=from_none,
        metavar="N",
        help="of a register: how many cases were decided in the years it is whole for, 0 where none was",
    )
    parser.add_argument(
        "--kind",
        choices=("real", "demonstration"),
        help="what a new draft is of (real); simulated files need the other",
    )
    parser.add_argument(
        "--replace", action="store_true", help="take the place of the same table, or register"
    )
    parser.add_argument(
        "--with-held",
        action=argparse.BooleanOptionalAction,
        help="let the figures held fill what the files leave open",
    )
    _add_aside(parser)
    parser.add_argument("--data", type=Path, help="the folder of the committed data (the project's own)")
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="CSV, XLSX, or a register as Parquet"
    )


def run(arguments: argparse.Namespace) -> int:
    """Import the files: all of them, or none."""
    from dashboard.cli.build import progress_bar  # noqa: PLC0415
    from dashboard.cli.reference_now import reference_now  # noqa: PLC0415
    from dashboard.imports.drafts.importing import Asked, import_files  # noqa: PLC0415
    from dashboard.imports.problems import ImportRefusedError  # noqa: PLC0415
    from dashboard.imports.store.csv_file import NotReadableError  # noqa: PLC0415
    from dashboard.imports.store.files import store_directory  # noqa: PLC0415
    from dashboard.reference.artefact import ArtefactError  # noqa: PLC0415

    asked = Asked(
        arguments.name,
        tuple(arguments.files),
        tuple(sorted(set(arguments.year))),
        arguments.kind,
        arguments.register,
        arguments.replace,
        arguments.with_held,
        arguments.expect_cases,
        _aside(arguments),
        arguments.decisions,
        arguments.with_personal_remedies,
    )
    try:
        with progress_bar() as bar:
            task = bar.add_task("reading", total=None)
            done = import_files(
                store_directory(),
                asked,
                reference_now(arguments.data),
                lambda said: bar.update(task, description=said),
            )
            bar.update(task, total=1, completed=1, description="done")
    except (ArtefactError, ImportRefusedError, NotReadableError) as error:
        raise CommandError(f"{error}\nNothing was imported; the draft is as it was.") from error
    print("\n".join(_told(done)))
    return 0


def _add_aside(parser: argparse.ArgumentParser) -> None:
    decided = parser.add_argument_group(
        "what is left out", "Decided without editing the file; kept in the draft with --by and --reason."
    )
    decided.add_argument("--sheet", default="", help="the one sheet of the workbook that is read")
    decided.add_argument(
        "--ignore-column",
        action="append",
        default=[],
        metavar="HEADING",
        help="leave a column out, by its heading or, where none is called so, its letters",
    )
    decided.add_argument(
        "--ignore-row",
        action="append",
        default=[],
        type=from_one,
        metavar="N",
        help="leave a row out, as a spreadsheet counts it",
    )
    decided.add_argument(
        "--not-held",
        action="append",
        default=[],
        metavar="TEXT",
        help="a text of cells that give no value, such as *",
    )
    decided.add_argument("--by", default="", help="who decided it")
    decided.add_argument("--reason", default="", help="why")


def _aside(arguments: argparse.Namespace) -> "Aside":
    from dashboard.imports.store.aside import Aside  # noqa: PLC0415

    aside = Aside(
        arguments.sheet,
        tuple(arguments.ignore_column),
        tuple(sorted(set(arguments.ignore_row))),
        tuple(arguments.not_held),
        arguments.by.strip(),
        arguments.reason.strip(),
    )
    if aside and not (aside.by and aside.reason):
        raise CommandError("What is left out needs --by and --reason: who decided it, and why.")
    if aside:
        because(arguments)
    return aside


def _told(done: "Done") -> Iterable[str]:
    from dashboard.imports.store.drop import told  # noqa: PLC0415

    for one in done.added:
        of = f" of {one.year}" if one.year else _whole_for(one)
        rows = "1 row" if one.rows == 1 else f"{one.rows:,} rows"
        yield f"{one.name}: {one.kind}{of}, {rows} (sha256 {one.sha256[:12]}…)."
    yield from (f"It gave way: {told(one)}." for one in done.gave_way)
    yield from _left_out(done.left_out)
    yield from _formulas(done.formulas)
    yield from _in_texts(done)
    number = len(done.draft.inputs)
    inputs = "1 input" if number == 1 else f"{number} inputs"
    yield f"Draft “{done.draft.name}” ({done.draft.kind}) has {inputs}."
    yield f"Next: python -m dashboard check {done.draft.name}"


def _formulas(formulas: "FormulasRead") -> Iterable[str]:
    if formulas.number:
        yield (
            f"Read as formulas gave them when the workbook was saved: {formulas.number:,} "
            f"cell{'s' if formulas.number > 1 else ''}."
        )
        yield from (f"  {place}" for place in formulas.first)
    if formulas.number > len(formulas.first):
        yield f"  … and {formulas.number - len(formulas.first):,} more."


def _whole_for(one: "DraftInput") -> str:
    if one.kind == "decisions":
        return ", a list of which no figure is made"
    no_year = "no year (--year says which): no figure follows from it"
    return f", whole for {', '.join(one.years) or no_year}"


def _in_texts(done: "Done") -> Iterable[str]:
    """Say what was found in texts: where a space was put, and that the check names the rest."""
    replaced = [one for one in done.found if one.kind == "characters"]
    for one in replaced[:_NAMED]:
        yield f"{one.place}: {one.what} cannot be shown or printed; a space stands in its place."
    if len(replaced) > _NAMED:
        yield f"… and in {len(replaced) - _NAMED:,} more cells."
    personal = sum(one.kind == "personal" for one in done.found)
    if personal:
        cells = "1 text" if personal == 1 else f"{personal:,} texts"
        yield f"{cells} may name a person: the check says which, by row and column."
    if done.kept_back:
        yield (
            f"{done.kept_back:,} recommendations for persons stay in the store and are in no release: the "
            "Ombudsman keeps them private. --with-personal-remedies publishes them."
        )


def _left_out(left_out: "Iterable[LeftOut]") -> Iterable[str]:
    bodies = Counter(one.text for one in left_out if one.why == NO_COUNCIL)
    for kind, number in sorted(bodies.items()):
        yield f"Left out, about no council: {bodies_counted(kind, number)}."
    counts = Counter(one.why for one in left_out if one.why != NO_COUNCIL)
    for why, number in sorted(counts.items()):
        one, several = _WHY[why]
        yield f"Left out: {number:,} {one if number == 1 else several}."

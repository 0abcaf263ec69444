"""What is asked of an import: which files into which draft, and what a person says of them."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.imports.store.aside import NOTHING_ASIDE, Aside


@dataclass(frozen=True, slots=True)
class Asked:
    """What is imported: files into the draft ``name``. ``years``: one for tables, those a register is whole
    for otherwise, and ``expect_cases`` how many cases were decided in them. ``kind`` of a draft that begins;
    ``register`` says that the files are one; ``replacing`` lets a table take the place of the draft's table
    of the same kind and year. ``aside`` is left out of each file. ``decisions`` says that the files are a
    list of published decisions; ``personal_remedies`` that what a register says was recommended for persons
    may be published."""

    name: str
    files: tuple[Path, ...]
    years: tuple[str, ...] = ()
    kind: str | None = None
    register: bool = False
    replacing: bool = False
    with_held: bool | None = None
    expect_cases: int | None = None
    aside: Aside = NOTHING_ASIDE
    decisions: bool = False
    personal_remedies: bool = False

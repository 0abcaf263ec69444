"""Whatever lasts is written by the one writer, and in a store only by who has its lock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.floors import PROJECT

WRITES = frozenset(
    {"write_text", "write_bytes", "mkstemp", "NamedTemporaryFile", "unlink", "mkdir", "rmtree", "copytree"}
)
"""What changes a disk, by the name of what is called; ``replace``, ``rename`` and ``open`` see below."""

MAY = {
    "dashboard/releases/on_disk.py": "the one writer itself",
    "dashboard/releases/changing.py": "the right to change a store",
    "dashboard/releases/directories.py": "a release's directory, filled beside its place and put there whole",
    "dashboard/build/release.py": "into a directory being built",
    "dashboard/build/statics.py": "into a directory being built",
    "dashboard/build/withdraw.py": "into a directory being built",
    "dashboard/imports/store/files.py": "a copy in one import's folder, put in its place by the store's lock",
    "dashboard/imports/store/copy_draft.py": "a copy in one import's folder, put in its place the same way",
    "dashboard/mailing/index.py": "the list of problems is taken away, in a folder whose lock the run has",
    "dashboard/as_files/folder.py": "an export, filled beside its place under its lock, and put there whole",
    "derive/renewal/keep.py": "a map whose record was not written is taken back, by who has the data's lock",
    "dashboard/web/kept_pictures.py": "a bounded cache: the longest unused go, and are made again if asked",
}
"""Where a disk may be changed otherwise, and why."""

WRITE_WHOLE = {
    "dashboard/releases/changing.py": "whoever has the lock",
    "dashboard/mailing/index.py": "in a folder whose lock the run has",
    "dashboard/mailing/one_letter.py": "in a folder whose lock the run has, by its processes",
    "dashboard/as_files/folder.py": "in a folder whose lock the run has",
    "dashboard/web/static_files.py": "a cache: names are of the content, so it does not matter who writes",
    "dashboard/web/kept_pictures.py": "a cache: names are of the content, so it does not matter who writes",
    "dashboard/cli/diff.py": "a report, to where it was asked for",
    "dashboard/cli/reorganise.py": "a picture, to where it was asked for",
    "derive/artefacts.py": "the committed data, by the developer who derives it",
    "derive/boundaries.py": "the committed data, by the developer who derives it",
    "derive/hex.py": "the committed data, by the developer who derives it",
    "derive/renewal/keep.py": "the committed data as they were, by who has their lock",
    "derive/provenance.py": "the committed data, by the developer who derives it",
}
"""Who calls the writer without the right to change a store, and why no lock is needed there."""

FLOCK = {"dashboard/releases/lock.py"}


def files() -> Iterator[tuple[str, ast.Module]]:
    for part in ("dashboard", "derive"):
        for path in sorted((PROJECT / part).rglob("*.py")):
            yield path.relative_to(PROJECT).as_posix(), ast.parse(path.read_text("utf-8"))


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def changes_a_disk(call: ast.Call) -> bool:
    """Say whether a call does: it is of a writing method, of ``open`` for writing, or of ``Path.replace``."""
    name = name_of(call)
    told = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    told += [keyword.value.value for keyword in call.keywords if isinstance(keyword.value, ast.Constant)]
    match name:
        case "open" | "fdopen":
            return any(isinstance(mode, str) and mode[:1] in ("w", "a", "x") for mode in told)
        case "replace":  # a text has two arguments, a dataclass keywords, a path one place
            return len(call.args) == 1 and not call.keywords and isinstance(call.func, ast.Attribute)
        case "rename":  # a column of a table is renamed with keywords, or by its text
            return (
                len(call.args) == 1
                and not call.keywords
                and not isinstance(call.args[0], ast.Constant | ast.Dict)
            )
    return name in WRITES


FILES = dict(files())


def test_only_the_writer_and_what_is_filled_beside_its_place_change_a_disk() -> None:
    found = {name for name, tree in FILES.items() if any(map(changes_a_disk, calls(tree)))}
    assert sorted(found - set(MAY)) == []
    assert sorted(set(MAY) - found) == [], "these write no more: take them out of the list"


def test_only_who_needs_no_lock_calls_the_writer_itself() -> None:
    found = {
        name for name, tree in FILES.items() if any(name_of(call) == "write_whole" for call in calls(tree))
    }
    assert sorted(found) == sorted(WRITE_WHOLE)


def test_there_is_one_way_to_lock() -> None:
    found = {
        name
        for name, tree in FILES.items()
        if any(name_of(call) in ("flock", "lockf") for call in calls(tree))
    }
    assert found == FLOCK


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ('path.write_text("x")', True),
        ('path.open("w")', True),
        ('open(path, mode="ab")', True),
        ('path.open("rb")', False),
        ("path.open()", False),
        ("part.replace(path)", True),
        ('text.replace("a", "b")', False),
        ("replace(draft, inputs=())", False),
        ("made.rename(target)", True),
        ('column.rename("year")', False),
        ("frame.rename(columns=names)", False),
        ("tempfile.mkstemp(dir=folder)", True),
    ],
)
def test_what_changes_a_disk_is_told_from_what_does_not(text: str, changes: bool) -> None:
    (call,) = calls(ast.parse(text))
    assert changes_a_disk(call) is changes


@pytest.mark.parametrize("name", sorted({**MAY, **WRITE_WHOLE}))
def test_every_exception_is_of_a_file_that_is_there(name: str) -> None:
    assert (PROJECT / Path(name)).is_file()

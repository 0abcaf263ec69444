"""The house: its floors from the ground up. ``docs/architecture.md`` prints this very table.

A room may import rooms on lower floors and, on its own floor, those named before it; nothing else.
``python -m tests.architecture.floors`` prints the table for the page.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

FLOORS: tuple[tuple[str, ...], ...] = (
    ("domain",),
    ("statistics", "repository"),
    ("words", "addresses"),
    ("charts", "reference", "releases", "downloads"),
    ("markup", "metrics", "letters", "compare", "imports", "reorganise"),
    ("mapview", "reshape", "tiles", "pages", "checks", "simulate", "exports", "feeds"),
    ("pack", "api", "pictures", "build", "diff"),
    ("pdf",),
    ("web", "mailing", "as_files"),
    ("cli",),
)
"""The rooms of ``dashboard/``, ground floor first."""

INSIDE: dict[str, tuple[str, ...]] = {
    "imports": ("store", "tables", "register", "lists", "drafts"),
    "pages": ("cases", "listed", "improvements", "watch", "council", "site"),
}
"""The rooms within a room, in the order in which they may import each other: a later one an earlier."""

PACKAGES: dict[str, frozenset[str]] = {
    "pandas": frozenset({"reference", "metrics", "simulate", "imports", "checks", "build", "derive"}),
    "numpy": frozenset({"simulate", "metrics", "imports", "checks", "build", "reshape", "tiles", "derive"}),
    "pyarrow": frozenset({"imports", "cli"}),
    "geopandas": frozenset({"derive"}),
    "shapely": frozenset({"reshape", "tiles", "derive"}),
    "pyogrio": frozenset({"derive"}),
    "scipy": frozenset(),
    "dash": frozenset({"markup", "mapview", "letters", "compare", "pages", "diff", "pack", "api", "web"}),
    "flask": frozenset({"web"}),
    "typst": frozenset({"pdf"}),
    "docx": frozenset({"pdf"}),
}
"""The packages that are kept to some rooms. Any other may be imported where it is needed."""


@dataclass(frozen=True, slots=True)
class Import:
    """One module imports another; both by their dotted names."""

    of: str
    imported: str

    def __str__(self) -> str:
        return f"{self.of} imports {self.imported}"


def room(module: str) -> str:
    """Return the room a module is in: ``pages`` of ``dashboard.pages.site.about``; ``derive`` of its own."""
    parts = module.split(".")
    return parts[0] if parts[0] != "dashboard" else (parts[1] if len(parts) > 1 else "")


def inner_room(module: str) -> str | None:
    """Return the room within a room, or None of a module that stands directly in its room."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] in INSIDE and parts[2] in INSIDE[parts[1]] else None


def imports() -> Iterator[Import]:
    """Go through every import in the code, those inside functions too."""
    modules = {_module(path): path for part in ("dashboard", "derive") for path in _files(part)}
    for module, path in sorted(modules.items()):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for name in node.names:
                    inner = f"{node.module}.{name.name}"
                    yield Import(module, inner if inner in modules else node.module)
            elif isinstance(node, ast.Import):
                yield from (Import(module, name.name) for name in node.names)


def may_import(of: str, imported: str) -> bool:
    """Say whether a room of the house may import another."""
    order = {name: (floor, place) for floor, rooms in enumerate(FLOORS) for place, name in enumerate(rooms)}
    return of == imported or order[imported] < order[of]


def purpose(name: str) -> str:
    """Return what a room is for: the first line of its package's docstring."""
    text = (PROJECT / "dashboard" / name / "__init__.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]


def table() -> str:
    """Return the table of the page, as Markdown, top floor first."""
    lines = ["| floor | room | what is in it | imports |", "|---|---|---|---|"]
    found: dict[str, set[str]] = {name: set() for name in chain(*FLOORS)}
    for one in imports():
        if one.imported.startswith("dashboard.") and room(one.of) in found:
            found[room(one.of)].add(room(one.imported))
    for number in range(len(FLOORS) - 1, -1, -1):
        for name in FLOORS[number]:
            others = [other for other in chain(*FLOORS) if other in found[name] - {name}]
            lines.append(f"| {number} | `{name}/` | {purpose(name)} | {', '.join(others) or '–'} |")
    return "\n".join(lines)


def inside() -> str:
    """Return the lines of the page that name the rooms within a room, in the order of ``INSIDE``."""
    return "\n".join(
        f"* within `{name}/`: {', '.join(map('`{}`'.format, rooms))}" for name, rooms in INSIDE.items()
    )


def _files(part: str) -> Iterator[Path]:
    yield from (PROJECT / part).rglob("*.py")


def _module(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


if __name__ == "__main__":
    print(table(), inside(), sep="\n\n")

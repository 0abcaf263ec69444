"""What a person decided to leave out of a file as it was read: the file itself is never edited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Aside:
    """What is set aside of a file. ``sheet``: the one that is read (empty: whichever holds a table);
    ``columns`` by their heading, or by their letters where none is called so; ``rows`` counted from 1 as a
    spreadsheet shows them; ``not_held`` the texts of cells that give no value. ``by`` and ``reason``: who
    decided, and why."""

    sheet: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    not_held: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""

    def __bool__(self) -> bool:
        """Whether anything is set aside."""
        return bool(self.sheet or self.columns or self.rows or self.not_held)

    def __str__(self) -> str:
        """Say it: ``column “Rank”, row 12 set aside; “*” read as not held: as agreed by post (A. Clerk)``."""
        return f"{'; '.join(self._parts())}: {self.reason} ({self.by})"

    def _parts(self) -> Iterator[str]:
        if self.sheet:
            yield f"sheet “{self.sheet}” alone read"
        left_out = [*(f"column “{name}”" for name in self.columns), *(f"row {row}" for row in self.rows)]
        if left_out:
            yield f"{', '.join(left_out)} set aside"
        if self.not_held:
            yield f"{', '.join(f'“{text}”' for text in self.not_held)} read as not held"


NOTHING_ASIDE = Aside()


def aside_from(told: Mapping[str, Any] | None) -> Aside:
    """Return what was stored (as ``asdict`` gives it); nothing where it is None."""
    if told is None:
        return NOTHING_ASIDE
    lists = {name: tuple(told.get(name, ())) for name in ("columns", "rows", "not_held")}
    return Aside(told.get("sheet", ""), **lists, by=told.get("by", ""), reason=told.get("reason", ""))

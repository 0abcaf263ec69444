"""Where something stands in a file of the publisher's, as a person looks it up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: ``row`` counts from 1 as a spreadsheet shows it, ``column`` is its
    heading; both None for a whole sheet, ``sheet`` None for a file without sheets."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Say it as a person looks it up: ``received.xlsx, sheet “Data”, row 12, column “Housing”``."""
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet “{self.sheet}”")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column “{self.column}”")
        return ", ".join(parts)

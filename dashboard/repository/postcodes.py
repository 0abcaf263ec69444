"""Reading a postcode, or the beginning of one, in any spelling."""

import re
from dataclasses import dataclass

_OUTCODE = r"[A-Z]{1,2}\d[A-Z\d]?"
_SPACED = re.compile(rf"({_OUTCODE}) (\d)([A-Z]{{0,2}})")
_WHOLE = re.compile(rf"({_OUTCODE})(\d)([A-Z]{{1,2}})")
_OUT = re.compile(_OUTCODE)
_OUT_AND_SECTOR = re.compile(r"([A-Z]{1,2}\d[A-Z\d])(\d)")
_SEPARATORS = re.compile(r"[\s.\-–_]+")


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode or its beginning: ``CA1 1AB`` (``unit``), ``CA1 1`` (``sector``), ``CA1`` (``outcode``)."""

    outcode: str
    sector: str | None
    unit: str | None

    def __str__(self) -> str:
        return self.unit or self.sector or self.outcode

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The prefixes to look up, longest first."""
        return tuple(prefix for prefix in (self.unit, self.sector, self.outcode) if prefix)


def parse_postcode(text: str) -> Postcode | None:
    """Read a postcode or its beginning, whatever its case and spacing; None when it is not one.

    A space after the outcode is kept to: ``CA1 1`` is a sector of CA1, and ``CA11`` an outcode.
    Without one, the inward half is the last three characters when they can be one.
    """
    if len(text) > 16:
        return None
    spaced = _SEPARATORS.sub(" ", text.upper()).strip()
    match = _SPACED.fullmatch(spaced)
    if match is None:
        together = spaced.replace(" ", "")
        if _OUT.fullmatch(together):
            return Postcode(together, None, None) if " " not in spaced else None
        match = _WHOLE.fullmatch(together)
        if match is None:
            apart = _OUT_AND_SECTOR.fullmatch(together)
            return Postcode(apart[1], f"{apart[1]} {apart[2]}", None) if apart else None
    outcode, sector, unit = match.groups()
    inward = f"{outcode} {sector}{unit}" if len(unit) == 2 else None
    return Postcode(outcode, f"{outcode} {sector}", inward)

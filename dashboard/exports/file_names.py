"""What a file is called: what it holds, of which release, council, year and query."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST_PART, _LONGEST = 40, 120
_OTHER = re.compile(r"[^a-z0-9]+")


def file_name(what: str, release: str, asked: Iterable[str], ending: str) -> str:
    """Return a name of small letters, digits and hyphens: ``decisions-demo-kent-county-council-2023-24.csv``.

    ``asked`` are the parts of the query that narrow it, the council and year first; a long one is cut.
    """
    parts = [told for part in (what, release, *asked) if (told := _told(part))]
    return f"{'-'.join(parts)[:_LONGEST].rstrip('-')}.{ending}"


def attachment(name: str) -> dict[str, str]:
    """Return the header by which a browser saves an answer under a name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _told(part: str) -> str:
    plain = unicodedata.normalize("NFKD", part).replace("’", "").encode("ascii", "ignore").decode()
    return _OTHER.sub("-", plain.casefold()).strip("-")[:_LONGEST_PART].strip("-")

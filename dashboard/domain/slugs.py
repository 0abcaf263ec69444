"""The slug of a name: what stands for it in addresses and in files."""

import re
import unicodedata


def slug_of(name: str) -> str:
    """Return a name's slug.

    ``London Borough of Hammersmith & Fulham`` becomes ``london-borough-of-hammersmith-and-fulham``;
    apostrophes, dots and accents vanish.
    """
    text = unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
    text = re.sub(r"['’.]", "", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")

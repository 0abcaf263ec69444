"""Where a feed is served: the site's address, and the names of things that stay when all else changes."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?\Z")
_SINCE = "2026"  # the year since which the tags below mean what they mean


class AddressError(ValueError):
    """A site's address is not one. The message is a sentence that quotes it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A site at ``address`` (``https://councils.example``, no path). ``simulated``: a demonstration's.

    A tag (RFC 4151) names a thing by the site's name, a fixed year and what it is: the same in every
    release, and never the same for a simulated thing and a real one.
    """

    address: str
    simulated: bool

    def url(self, path: str) -> str:
        """Return one of the site's paths, absolute."""
        return self.address + path

    def tag(self, specific: str) -> str:
        """Return the tag of a thing, named in the characters of an address."""
        host = urlsplit(self.address).hostname
        return f"tag:{host},{_SINCE}:{'demonstration/' if self.simulated else ''}{specific}"


def address_of(text: str) -> str:
    """Return a site's address as feeds write it. Raises AddressError for what is not scheme and host."""
    address = text.strip().rstrip("/").lower()
    if not _ADDRESS.match(address):
        raise AddressError(
            f"“{text[:200]}” is not the address of a site: it is written like https://councils.example."
        )
    return address

"""What a deployment may set. Everything else is the release's or the URL's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.feeds.place import AddressError, address_of

_CONTACT = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+|https://\S+)")
_LONGEST = 3_600  # seconds: what is withdrawn must not be shown for longer
PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site is served.

    ``cache`` is a directory for what is derived from the project's own files (compressed scripts and
    styles); it may be deleted at any time. ``page_cache_bytes`` bounds the finished pages a worker
    keeps. ``page_seconds`` is how long a page may be shown without asking whether it has changed,
    and as long again while it is asked: what is published or withdrawn is so everywhere after twice that.
    ``address`` is the site's own (``https://councils.example``), which feeds name their things by and pages
    themselves. Where it is not set no absolute address is said, and feeds, which must say one, name this
    machine: what a request says of the site's address is not trusted. ``security_contact`` is whom to tell of
    a weakness, a ``mailto:`` or ``https:`` address; empty: nobody is named.
    """

    assets: Path = PROJECT / "assets"
    cache: Path = PROJECT / "var" / "web"
    page_cache_bytes: int = 5_000_000
    page_seconds: int = 60
    address: str = ""
    security_contact: str = ""

    @property
    def feed_address(self) -> str:
        """The address that feeds name their things by."""
        return self.address or "http://localhost"


class SettingError(ValueError):
    """A setting is not what it must be. The message is a sentence that names it."""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return a deployment's settings. Raises AddressError for a wrong address, SettingError for others."""
    address = environment.get("DASHBOARD_ADDRESS", "").strip()
    contact = environment.get("DASHBOARD_SECURITY_CONTACT", "").strip()
    if contact and not _CONTACT.fullmatch(contact):
        raise AddressError(
            f"“{contact[:200]}” is no contact: it is written mailto:someone@councils.example or https://…."
        )
    cache = environment.get("DASHBOARD_CACHE", "").strip()
    return Settings(
        address=address_of(address) if address else "",
        cache=Path(cache) if cache else Settings().cache,
        security_contact=contact,
        page_seconds=_seconds(environment),
    )


def _seconds(environment: Mapping[str, str]) -> int:
    told = environment.get("DASHBOARD_PAGE_SECONDS", "").strip()
    if not told:
        return Settings().page_seconds
    if not told.isdecimal() or int(told) > _LONGEST:
        raise SettingError(
            f"DASHBOARD_PAGE_SECONDS is “{told[:40]}”; it is a number of seconds up to {_LONGEST}."
        )
    return int(told)

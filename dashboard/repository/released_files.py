"""The static files of a release: where each is asked for, the maps' outlines, the official letters."""

import re
from functools import lru_cache
from pathlib import Path

from dashboard.domain.authority_types import Tier
from dashboard.domain.years import ReportingYear
from dashboard.repository.connection import ReleaseReplacedError
from dashboard.repository.manifest import STATIC, Manifest


class ReleasedFiles:
    """Files beside a release's database, by their logical names: ``map/upper-1.json``."""

    def __init__(self, directory: Path, manifest: Manifest) -> None:
        self.directory = directory / STATIC
        self._release = manifest.release.name
        self._named = manifest.static
        self._text = lru_cache(maxsize=None)(self._read)

    def url(self, logical: str) -> str:
        """Return the content-hashed URL of a file. Raises KeyError if there is none."""
        return f"/static/{self._release}/{self._named[logical]}"

    def shapes(self, tier: Tier, year: str, *, tiles: bool) -> str:
        """Return the inline SVG of a tier's map in a year, or of its tiles, of the last vintage by then.

        Raises KeyError if there is none, ReleaseReplacedError if it is not there any more.
        """
        vintage = ReportingYear.parse(year).vintage
        named = re.compile(rf"shapes/{tier.value}-(\d+){'-tiles' if tiles else ''}\.html")
        drawn = {int(found[1]): found[0] for found in map(named.fullmatch, self._named) if found}
        held = [first for first in drawn if first <= vintage]
        if not held:
            raise KeyError(f"no shapes of the {tier.value} tier in {year}")
        return self._text(drawn[max(held)])

    def letter(self, slug: str, year: str) -> str | None:
        """Return the URL of the official letter as PDF, or None where the release holds none."""
        logical = f"letters/{year}/{slug}.pdf"
        return self.url(logical) if logical in self._named else None

    def _read(self, logical: str) -> str:
        try:
            return (self.directory / self._named[logical]).read_text(encoding="utf-8")
        except FileNotFoundError:
            release = self.directory.parent
            raise ReleaseReplacedError(f"{logical} of {release} is not there any more.") from None

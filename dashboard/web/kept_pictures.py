"""Rasters that were made, kept on disk for all workers: under a name made of all they are made from.

A PNG follows from its drawing, its width, its fonts and what draws it, so what is found under its name is
right, whichever release asks: nothing here can be out of date. The folder may be deleted at any time.
"""

import hashlib
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from dashboard.releases.on_disk import write_whole

_LOG = logging.getLogger(__name__)
_ENDING = ".png"
FONTS = Path(__file__).parents[1] / "pdf" / "fonts"


@dataclass(frozen=True, slots=True)
class KeptPictures:
    """A folder of rasters, bounded in bytes: the longest unused go first."""

    folder: Path
    limit: int = 200_000_000

    def get(self, svg: str, width: int, make: Callable[[], bytes]) -> bytes:
        """Return the raster of a drawing at a width: as it is kept, or made now and kept.

        A folder that cannot be read or written costs the making, never the answer.
        """
        path = self.folder / f"{_named(svg, width)}{_ENDING}"
        try:
            kept = path.read_bytes()
        except OSError:
            return self._new(path, make)
        with suppress(OSError):  # in a folder that can only be read, or just removed by another worker
            os.utime(path)  # used now
        return kept

    def _new(self, path: Path, make: Callable[[], bytes]) -> bytes:
        made = make()
        try:
            write_whole(path, made)
            self._bound()
        except OSError as error:
            _LOG.warning("A picture could not be kept: %s", error)
        return made

    def _bound(self) -> None:
        """Remove what was used longest ago, and what a killed writer left, until all is within the limit."""
        found = []
        for path in self.folder.iterdir():
            try:
                about = path.stat()
            except FileNotFoundError:  # another worker removed it
                continue
            found.append((about.st_mtime_ns, about.st_size, path))
        size = sum(one for _, one, _ in found)
        for _, one, path in sorted(found):
            if size <= self.limit:
                return
            path.unlink(missing_ok=True)
            size -= one


def _named(svg: str, width: int) -> str:
    told = hashlib.sha256(f"{width} {_drawn_by()}\n".encode())
    told.update(svg.encode())
    return told.hexdigest()[:40]


@lru_cache(maxsize=1)
def _drawn_by() -> str:
    """Name what draws: the version of its package, and the fonts."""
    fonts = hashlib.sha256(b"".join(font.read_bytes() for font in sorted(FONTS.glob("*.ttf"))))
    return f"{version('typst')} {fonts.hexdigest()}"

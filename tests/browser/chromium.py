"""Which Chromium the tests drive, and how it is started."""

import os
import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """Return ``CHROMIUM_PATH``, else the system's Chromium, else None: Playwright's own."""
    told = os.environ.get("CHROMIUM_PATH")
    return told or next((found for name in _NAMES if (found := shutil.which(name))), None)

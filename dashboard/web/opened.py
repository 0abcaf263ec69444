"""Opening releases for serving: the one chosen, its successor when it goes live, and others by name."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.releases.locate import RELEASE_VARIABLE, locate, releases_directory
from dashboard.web.followed import Followed
from dashboard.web.others import Others
from dashboard.web.releases import Releases


def open_releases(
    asked: str | None,
    *,
    demo_allowed: bool,
    directory: Path | None = None,
    environment: Mapping[str, str] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Releases:
    """Open the release to serve and return where pages find it and others.

    A release named by ``asked`` or the environment stays the one shown; else the live one is followed.
    Whatever is published, and whatever is put in a release's place, is shown within two seconds.
    Raises NoReleaseError where there is none to serve.
    """
    environment = os.environ if environment is None else environment
    folder = directory or releases_directory(environment)

    def chosen() -> Path:
        return locate(asked, demo_allowed=demo_allowed, directory=folder, environment=environment)

    named = bool(asked or environment.get(RELEASE_VARIABLE))
    followed = Followed(chosen, folder, clock, may_replace=not named)
    others = Others(folder, followed.publications, clock)

    def refresh() -> None:
        followed.look()
        others.forget()

    return Releases(followed.current, others.named, others.gone, refresh, followed.doubt, followed.trouble)

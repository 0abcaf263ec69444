"""What every picture says of its release: kind, status, source, date, and where it is from."""

from dashboard.addresses.links import Links
from dashboard.pages.council.embedded import day_of
from dashboard.pages.site.shell import SITE_NAME
from dashboard.pictures.sheet import Stamp
from dashboard.repository.records import Release
from dashboard.words.kind_of_release import NOT_OFFICIAL, REAL, Said, demonstration, superseded, unpublished
from dashboard.words.sources import SOURCE_LINE


def banners(release: Release) -> tuple[Said, ...]:
    """Return what stands above a picture: that figures are not published, were replaced, are simulated."""
    return tuple(said for said in (unpublished(release), superseded(release), demonstration(release)) if said)


def stamp(release: Release, path: str, address: str) -> Stamp:
    """Return the stamp of a picture of what is on a page: its ``path``, with its view.

    ``address`` is the site's own, empty where it is not known: then no address is said. The one said names
    the release: without it, it would be another one's from the next publication on.
    """
    real = "" if release.is_demonstration else f"{REAL} "
    where = f" {address}{Links(release.name).page(path)}" if address else ""
    return Stamp(
        banners(release),
        (
            f"{SITE_NAME}. {NOT_OFFICIAL} {real}Release “{release.name}” ({release.standing}), "
            f"built {day_of(release)}.{where}",
            SOURCE_LINE,
        ),
    )

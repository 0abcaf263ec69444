"""Where each kind of item comes from, in words."""

from dashboard.domain.origin import Origin
from dashboard.downloads.about import origin_note
from dashboard.repository.records import Release

COUNCILS = (
    "names, codes and dates of the Office for National Statistics and mySociety, put together by this project"
)
POSTCODES = "Office for National Statistics, Postcode Directory; councils put together by this project"
MEASURES = "defined by this project after the Ombudsman’s own statistics"


def of(origin: Origin | str | None) -> str:
    """Return an origin in words; that nothing is held, where there is none."""
    return Origin(origin).words if origin else "nothing is held"


def of_release(release: Release) -> str:
    """Return in words where all that a release holds comes from."""
    return origin_note(release)

"""A release small enough to be exported for a test, in which every page can be made."""

from dataclasses import replace
from pathlib import Path

from dashboard.build.content import ReleaseContent
from dashboard.domain.figures import State
from dashboard.domain.measures import MEASURES
from tests.support.figures import figure
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES


def small_content(name: str = "demo", kind: str = "demonstration", status: str = "bundled") -> ReleaseContent:
    """A demonstration with cases, or a real release without; nothing of a council's year is left unsaid."""
    content = content_with_cases(name) if kind == "demonstration" else tiny_content(name, kind, status)
    told = {(f.slug, f.year, f.measure) for _, f in content.figures}
    of_years = {(f.slug, f.year) for _, f in content.figures}
    missing = [
        (1, figure(slug, year, measure, state=State.NOT_HELD, origin=None))
        for slug, year in sorted(of_years)
        for measure in MEASURES
        if (slug, year, measure) not in told
    ]
    figures = sorted(
        (*content.figures, *missing), key=lambda one: (one[0], one[1].slug, one[1].year, one[1].measure)
    )
    return replace(content, figures=tuple(figures))


def small_release(folder: Path, content: ReleaseContent | None = None) -> Path:
    """Build one in a folder of releases, and return its directory."""
    return build_tiny(folder, content or small_content(), MAP_FILES)

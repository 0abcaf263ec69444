"""What the line of a closed section says: no percentage without its counts, which lead below five."""

import re

import pytest

from dashboard.domain.measures import UPHELD
from dashboard.pages.council.panel import render
from tests.support.figures import figure
from tests.support.html_text import html_of
from tests.support.sample import BLACKPOOL, sample

GIST = re.compile(r'<span class="fold-gist">(.*?)</span>', re.DOTALL)


def gists(*counts: tuple[str, int, int]) -> list[str]:
    held = tuple(figure(BLACKPOOL.slug, year, UPHELD.id, k, n) for year, k, n in counts)
    repository = sample(extra=held)
    return GIST.findall(html_of(render(BLACKPOOL.slug, "2021-22", repository)))


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (
            (("2020-21", 1, 1), ("2021-22", 0, 2)),
            "Upheld: 1 of 1 (100%) in 2020-21 and 0 of 2 (0%) in 2021-22.",
        ),
        (
            (("2020-21", 8, 10), ("2021-22", 3, 4)),
            "Upheld: 80% (8 of 10) in 2020-21 and 3 of 4 (75%) in 2021-22.",
        ),
        ((("2021-22", 199, 200),), "Upheld: over 99% (199 of 200) in 2021-22."),
    ],
)
def test_the_newest_shares_stand_with_their_counts(
    years: tuple[tuple[str, int, int], ...], said: str
) -> None:
    found = gists(*years)
    assert said in found
    assert all(" of " in gist for gist in found if "%" in gist)

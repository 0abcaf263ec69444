"""A council's charts as pictures: the page's figures and words, every mark explained, nothing cut."""

import re
from dataclasses import replace

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.charts.ready import Part
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.figures import State
from dashboard.domain.measure import Measure
from dashboard.domain.measures import COMPLIANCE, MEASURES, UPHELD
from dashboard.pages.council import comparison_texts as say
from dashboard.pages.council import funnel_texts
from dashboard.pages.council.among import of_type
from dashboard.pages.council.trend_section import changes_said, trend_data, trend_of
from dashboard.pictures.council_pictures import funnel_picture, strip_picture, trend_picture
from dashboard.pictures.sheet import Picture
from tests.support.fake_repository import FakeRepository, release
from tests.support.figures import figure, printed_benchmark
from tests.support.one_type import OTHERS, YEAR, Counts, named, one_type
from tests.support.picture_read import SVG, asks_for, outside, overlapping, root, text_of_picture
from tests.support.sample import BLACKPOOL, CUMBRIA

COUNTS: Counts = {**OTHERS, "Elder": (18, 20)}
AT = "https://councils.example"
RATE = MEASURES["upheld_per_100k"]


def beside() -> CouncilYear:
    """Elder among its type, on a share, a rate and compliance."""
    rates: Counts = {
        name: told if isinstance(told, State) else (told[0], 100_000 + 9_000 * told[1])
        for name, told in COUNTS.items()
    }
    repository = one_type(
        {
            UPHELD.id: COUNTS,
            RATE.id: rates,
            COMPLIANCE.id: {"Alder": (5, 5), "Birch": (9, 10), "Elder": (11, 12)},
        },
        {UPHELD.id: "79", COMPLIANCE.id: "99", RATE.id: "6.2"},
    )
    return CouncilYear(named("Elder"), YEAR, repository, UNNAMED)


def over_years(council_name: str = "Blackpool Borough Council") -> CouncilYear:
    """Blackpool over seven years: few cases, none, not held, a percentage alone, across both breaks."""
    council = replace(BLACKPOOL, name=council_name)
    told = (
        figure(council.slug, "2018-19", UPHELD.id, 1_208, 1_910),
        figure(council.slug, "2019-20", UPHELD.id, 2, 3),
        figure(council.slug, "2020-21", UPHELD.id, 0, 0),
        figure(council.slug, "2021-22", UPHELD.id, printed="71", state=State.PERCENTAGE_ONLY),
        figure(council.slug, "2022-23", UPHELD.id, 2, 6, printed="33"),
        figure(council.slug, "2023-24", UPHELD.id, 6, 9, printed="67"),
    )
    averages = {
        (AuthorityType.UNITARY, year, UPHELD.id): printed_benchmark("79") for year in ("2022-23", "2023-24")
    }
    repository = FakeRepository(
        councils_=(council,), figures_=told, benchmarks=averages, release_=release("demo", "demonstration")
    )
    return CouncilYear(council, "2023-24", repository, UNNAMED)


def whole(picture: Picture | None) -> str:
    assert picture is not None
    return picture.svg


def test_a_trend_tells_every_row_of_its_table() -> None:
    here = over_years()
    told = text_of_picture(whole(trend_picture(here, UPHELD, AT)))
    drawn = trend_of(here.council, UPHELD, here.repository)
    assert drawn is not None
    for row in drawn.rows:
        cell = f"{row.value} {row.counts}".strip()
        assert cell in told, row.year
    assert told.count("1,208 of 1,910") == 1
    assert f"{drawn.subtitle[:1].upper()}{drawn.subtitle[1:]}." in told


def test_a_trend_says_the_pages_change_and_every_break() -> None:
    here = over_years()
    told = text_of_picture(whole(trend_picture(here, UPHELD, AT)))
    history, _ = trend_data(here.council, UPHELD, here.repository)
    for sentence in changes_said(history, here.year, UPHELD):
        assert sentence in told
    drawn = trend_of(here.council, UPHELD, here.repository)
    assert drawn is not None
    assert [each.year for each in drawn.breaks] == ["2020-21", "2022-23"]
    assert all(each.words in told for each in drawn.breaks)


def test_a_trend_counts_the_origins_of_the_figures_it_draws() -> None:
    told = text_of_picture(whole(trend_picture(over_years(), UPHELD, AT)))
    assert "All 5 figures drawn of this council are published by the Ombudsman." in told


@pytest.mark.parametrize("measure", [UPHELD, RATE])
def test_a_strip_has_a_dot_a_council_and_the_pages_words(measure: Measure) -> None:
    here = beside()
    svg = whole(strip_picture(here, measure, AT))
    among = of_type(here.council, here.year, here.repository).among(measure)
    told = text_of_picture(svg)
    assert str(say.own_words(among)) in told
    assert say.type_words(among) in told
    assert f"Elder, {among.own.text if among.own else ''}" in told
    key = len(re.findall(r'<g transform="translate\([^)]*\)"><circle', svg))
    assert len(root(svg).findall(f".//{SVG}circle")) - key == among.counts.figures == 10


def test_a_strip_of_compliance_counts_what_was_not_complied_with() -> None:
    here = beside()
    told = text_of_picture(whole(strip_picture(here, COMPLIANCE, AT)))
    among = of_type(here.council, here.year, here.repository).among(COMPLIANCE)
    assert say.missed_summary(among) in told
    assert "Elder, 1 of 12" in told


@pytest.mark.parametrize("measure", [UPHELD, RATE])
def test_a_funnel_has_a_point_a_council_and_the_pages_words(measure: Measure) -> None:
    here = beside()
    svg = whole(funnel_picture(here, measure, AT))
    among = of_type(here.council, here.year, here.repository).among(measure)
    told = text_of_picture(svg)
    picture = among.ready.picture
    assert picture is not None
    assert funnel_texts.subtitle(among, picture.around)[1:] in told
    assert funnel_texts.reading(among, picture.around) in told
    assert str(say.own_words(among)) in told
    key = len(re.findall(r'<g transform="translate\([^)]*\)"><circle', svg))
    assert len(root(svg).findall(f".//{SVG}circle")) - key == among.counts.figures == 10


def test_a_funnel_that_is_not_kept_is_drawn_as_one_that_is() -> None:
    here = beside()
    kept = whole(funnel_picture(here, UPHELD, AT))
    drawn = here.repository.drawn(here.council.type, here.year, 1)
    assert Part.FUNNEL in drawn[UPHELD.id]
    assert Part.FUNNEL not in drawn[RATE.id]

    class WithoutNumbers(FakeRepository):
        def drawn(self, *asked: object, **more: object) -> dict[str, dict[str, str]]:
            return {
                measure: {part: text for part, text in parts.items() if part != Part.FUNNEL}
                for measure, parts in drawn.items()
            }

    known = here.repository
    assert isinstance(known, FakeRepository)
    bare = WithoutNumbers(**{name: getattr(known, name) for name in FakeRepository.__dataclass_fields__})
    assert whole(funnel_picture(CouncilYear(here.council, YEAR, bare, UNNAMED), UPHELD, AT)) == kept


@pytest.mark.parametrize(
    "picture",
    [
        trend_picture(over_years(), UPHELD, AT),
        trend_picture(over_years("The Council of the Very Long Name “Upon” Water & <Marsh>"), UPHELD, AT),
        *(strip_picture(beside(), measure, AT) for measure in (UPHELD, RATE, COMPLIANCE)),
        *(funnel_picture(beside(), measure, AT) for measure in (UPHELD, RATE)),
    ],
    ids=["trend", "long name", "strip of a share", "of a rate", "of compliance", "funnel", "of a rate too"],
)
def test_no_word_is_cut_or_over_another_and_nothing_is_fetched(picture: Picture | None) -> None:
    svg = whole(picture)
    assert outside(svg) == []
    assert overlapping(svg) == []
    assert asks_for(svg) == []
    assert "Release “" in text_of_picture(svg)


def test_what_is_not_drawn_has_no_picture() -> None:
    here = beside()
    assert trend_picture(here, COMPLIANCE, AT) is None
    assert funnel_picture(here, COMPLIANCE, AT) is None
    alone = FakeRepository(councils_=(BLACKPOOL, CUMBRIA))
    assert trend_picture(CouncilYear(BLACKPOOL, YEAR, alone, UNNAMED), UPHELD, AT) is None
    after_its_end = CouncilYear(CUMBRIA, YEAR, alone, UNNAMED)
    assert strip_picture(after_its_end, UPHELD, AT) is None
    assert funnel_picture(after_its_end, UPHELD, AT) is None

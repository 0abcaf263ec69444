"""The files the map is recoloured from say what the page itself says."""

import json
from decimal import Decimal

import pytest

from dashboard.addresses.view_state import Reading, parse
from dashboard.domain.rounding import percentage, plain, rate_per_100k
from dashboard.mapview.classes import classify
from dashboard.mapview.columns import ColumnPool, Wordings, encode
from dashboard.mapview.export import export, logical_name
from dashboard.mapview.texts import texts
from dashboard.mapview.view import of_state
from dashboard.words.comparisons import on_map
from tests.mapview.england import YEAR, repository, upheld
from tests.support.fake_repository import YEARS
from tests.support.figures import figure

FILES = {name: json.loads(content) for name, content in export(repository()).items()}


def test_there_is_a_file_for_each_tier_and_period() -> None:
    assert set(FILES) == {f"map/{tier}-{period}.json" for tier in ("upper", "lower") for period in (1, 3)}


@pytest.mark.parametrize(
    "query", ["", "reading=compared", "type=metropolitan", "tier=lower", "measure=compliance_pct"]
)
def test_its_sentences_are_the_pages(query: str) -> None:
    state = parse(f"year={YEAR}&{query}", YEARS)
    said = texts(of_state(state, repository()))
    file = FILES[logical_name(state.tier, state.period)]
    key = f"{state.type.value if state.type else 'all'}-{state.reading.value}"
    places = file["years"][YEAR]["measures"][state.measure]["texts"][key]
    read = {
        name: [file["sentences"][p] for p in v] if isinstance(v, list) else file["sentences"][v]
        for name, v in places.items()
    }
    assert read["heading"] == said.heading
    assert read["summary"] == said.summary
    assert tuple(read["notes"]) == said.notes


@pytest.mark.parametrize(("reading", "column"), [(Reading.FIGURE, "fill"), (Reading.COMPARED, "standing")])
def test_its_classes_are_the_pages(reading: Reading, column: str) -> None:
    file = FILES["map/upper-1.json"]
    year = file["years"][YEAR]
    slugs = [file["councils"][place][0] for place in year["councils"]]
    figures = repository().year_figures(YEAR, "upheld_pct")
    letters = year["measures"]["upheld_pct"][column]
    assert [file["letters"]["classes"][one] for one in letters] == [
        classify(figures[s], reading).value for s in slugs
    ]


def test_its_comparisons_are_worded_as_the_pages() -> None:
    """Each council's text is one of the file's own, with the type's councils to be filled in."""
    file, figures = FILES["map/upper-1.json"], repository().year_figures(YEAR, "upheld_pct")
    year = file["years"][YEAR]
    slugs = [file["councils"][place][0] for place in year["councils"]]
    said = [file["letters"]["said"][one] for one in year["measures"]["upheld_pct"]["said"]]
    assert said == [on_map(figures[slug]) for slug in slugs]
    assert len(set(file["letters"]["said"].values())) == len(file["letters"]["said"])


def test_counts_two_measures_share_are_held_once() -> None:
    pool = ColumnPool()
    one, same = (encode([upheld(slug, 6, 9)], pool, Wordings()) for slug in "ab")
    assert (one["n"], one["d"]) == (same["n"], same["d"]) == (0, 1)
    assert pool.columns == [[6], [9]]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (upheld("a", 6, 9, printed="67"), {}),
        (upheld("a", 22, 24, printed="93"), {"0": "93"}),
        (upheld("a", printed="77"), {"0": "77"}),
        (upheld("a", 0, 0), {}),
        (figure("a", YEAR, "compliance_pct", 444, 446), {}),  # the script says "over 99%" by itself
        (figure("a", YEAR, "compliance_pct", 444, 446, printed="100"), {"0": "100"}),
    ],
)
def test_a_value_is_sent_only_where_the_counts_do_not_give_it(told: object, shown: dict[str, str]) -> None:
    assert encode([told], ColumnPool(), Wordings())["shown"] == shown  # type: ignore[list-item]


def test_the_scripts_rounding_in_whole_numbers_is_half_up() -> None:
    """The script's rule, floor((2 * per * n + d) / (2 * d)), against the exact fraction."""
    for d in range(1, 130):
        for n in range(d + 1):
            assert Decimal((200 * n + d) // (2 * d)) == percentage(n, d)
            people = 7_919 * d
            assert plain(Decimal((2 * 10**6 * n + people) // (2 * people)) / 10) == plain(
                rate_per_100k(n, people)
            )

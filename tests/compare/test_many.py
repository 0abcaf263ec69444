"""The one table: what stands in each cell, that its picture says the same, and what is said of the whole."""

import re
from html import unescape

import pytest

from dashboard.addresses.compare_state import parse
from dashboard.compare.comparison import Comparison, compare
from dashboard.compare.group import group_of
from dashboard.compare.many import Many, Sight
from dashboard.compare.many_cells import across, table_html
from dashboard.compare.many_table import spanned
from dashboard.compare.many_words import in_cell
from dashboard.domain.comparison import Comparison as Stands
from dashboard.domain.figures import Figure, State
from dashboard.domain.measures import MEASURES, UPHELD
from dashboard.domain.origin import Origin
from tests.compare.world import (
    ALLERDALE,
    AVERAGE,
    BLACKPOOL,
    COPELAND,
    CUMBERLAND,
    DOVER,
    LUTON,
    READING,
    YEAR,
    england,
    slugs,
)
from tests.support.bars_read import place_of, said_in
from tests.support.fake_repository import FakeRepository
from tests.support.figures import figure, stands

FOUR = f"{slugs(LUTON, BLACKPOOL, READING, DOVER)}"
CELL = re.compile(r"<td class=\"([^\"]*)\">(.*?)</td>")


def world(*more: Figure) -> FakeRepository:
    made = england()
    made.figures_ = (*made.figures_, *more)
    return made


def asked(query: str, repository: FakeRepository | None = None) -> tuple[Many, Comparison]:
    repository = repository or england()
    state = parse(query, repository.release().years)
    comparison = compare(state, group_of(state, repository), repository)
    assert comparison is not None
    assert comparison.many is not None
    return comparison.many, comparison


def html_of(many: Many) -> str:
    return table_html(many, "caption", lambda slug: f"/council/{slug}")


def told(cell: str) -> str:
    """What is read of a cell, all of it."""
    heard = re.sub(r'<i [^>]*aria-hidden="true">.</i>', "", cell)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", heard)).split()).replace(" ;", ";")


def sight(many: Many, slug: str, measure: str, year: str) -> Sight:
    found = [
        s
        for line in many.lines
        if line.council.slug == slug
        for of in line.cells
        for s in of
        if (s.measure.id, s.stand.year) == (measure, year)
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("slug", "measure", "year", "words"),
    [
        (
            *(BLACKPOOL.slug, "upheld_pct", YEAR),
            "6 of 9; 67%; published; 5 to 9 of 9 would be usual; no clear difference",
        ),
        (
            *(LUTON.slug, "upheld_pct", YEAR),
            "20 of 40; 50%; simulated; 26 to 36 of 40 would be usual; much lower",
        ),
        (READING.slug, "upheld_pct", YEAR, "75% counts not held; reported"),
        (DOVER.slug, "upheld_pct", YEAR, "0 of 1 too few; 0%; published; not compared"),
        (DOVER.slug, "upheld_pct", "2024-25", "Not held"),
        (LUTON.slug, "compliance_pct", YEAR, "No cases"),
        (BLACKPOOL.slug, "compliance_pct", YEAR, "4 of 5 1 not; 80%; published; 1 not complied with"),
        (READING.slug, "satisfactory_remedy_pct", YEAR, "Not applicable"),
        (BLACKPOOL.slug, "upheld_per_100k", YEAR, "4.2 (6 upheld)"),
        (BLACKPOOL.slug, "dealt_with", YEAR, "41; published"),
    ],
)
def test_every_state_has_its_own_words(slug: str, measure: str, year: str, words: str) -> None:
    many, _ = asked(f"{FOUR}&years=2023-24,2024-25&measures={','.join(MEASURES)}")
    place = [line.council.slug for line in many.lines].index(slug)
    at = [(s.measure.id, s.stand.year) for of in many.lines[place].cells for s in of].index((measure, year))
    row = re.findall(r"<tr[^>]*>.*?</tr>", html_of(many))
    cells = [CELL.findall(each) for each in row if f"/council/{slug}" in each]
    flat = [cell for each in cells for cell in each]
    assert told(flat[at][1]).startswith(words)


COUNTS = [
    (numerator, base, low, high, comparison)
    for base in (5, 40, 373)
    for low, high, numerator, comparison in (
        (1, base - 1, 0, Stands.LOWER),
        (1, base - 1, 1, Stands.NO_CLEAR_DIFFERENCE),
        (1, base - 1, base - 1, Stands.NO_CLEAR_DIFFERENCE),
        (1, base - 1, base, Stands.HIGHER),
        (0, base, 0, Stands.NO_CLEAR_DIFFERENCE),
        (0, base, base, Stands.NO_CLEAR_DIFFERENCE),
        (base - 1, base - 1, base, Stands.MUCH_HIGHER),
        (1, 1, 0, Stands.MUCH_LOWER),
    )
]


@pytest.mark.parametrize("measures", ["upheld_pct", ",".join(MEASURES)])
def test_r7_the_picture_of_each_cell_says_what_its_words_say(measures: str) -> None:
    """Every figure beside every range of its kind, in one table, and so on one scale with all others."""
    cases = iter(COUNTS)
    several = []
    for council in (LUTON, READING, DOVER, CUMBERLAND):
        for year in england().release().years[:6]:
            numerator, base, low, high, comparison = next(cases)
            if council is CUMBERLAND and year < "2023-24":
                continue
            several.append(
                figure(
                    *(council.slug, year, "upheld_pct", numerator, base),
                    benchmark=AVERAGE,
                    origin=Origin.SIMULATED if numerator % 2 else Origin.PUBLISHED,
                    compared=stands(comparison, low, high),
                )
            )
    repository = england()
    repository.figures_ = tuple(several)
    years = ",".join(repository.release().years[:6])
    many, _ = asked(
        f"{slugs(LUTON, READING, DOVER, CUMBERLAND)}&years={years}&measures={measures}", repository
    )
    cells = [cell for _, cell in CELL.findall(html_of(many)) if 'class="small-bar' in cell]
    assert len(cells) == len(several)
    for cell in cells:
        words, drawn = told(cell), place_of(cell)
        assert said_in(words.rpartition("; ")[2]) == drawn, words
        assert ("<b>" in cell) is (drawn != "inside")
        assert {"▲": "higher", "▼": "lower"}.get(re.sub("[^▲▼]", "", cell), "inside") == drawn
        assert ("; simulated;" in words) is ('class="small-bar simulated"' in cell)


def test_all_cells_of_the_page_are_cells_of_its_files() -> None:
    many, comparison = asked(f"{FOUR}&years=2022-23,2023-24&measures={','.join(MEASURES)}")
    (table,) = comparison.tables
    rows = [row for row in table.rows if not row.of_group]
    assert [[cell.entry for cell in row.cells[1:]] for row in rows] == [
        [s.entry for of in line.cells for s in of] for line in many.lines
    ]
    assert len(set(table.heads)) == len(table.heads)


def test_below_five_cases_nothing_is_drawn_and_nothing_is_marked() -> None:
    many, _ = asked(f"{FOUR}&years={YEAR}")
    few = sight(many, DOVER.slug, "upheld_pct", YEAR)
    assert few.place is None
    assert (in_cell(few).first, in_cell(few).rest) == ("0", " of 1")


def test_an_ended_council_stands_in_its_own_years_and_as_ended_in_later_ones() -> None:
    own = figure(ALLERDALE.slug, "2021-22", "upheld_pct", 3, 7, benchmark=AVERAGE)
    late = figure(ALLERDALE.slug, "2023-24", "upheld_pct", 9, 9, benchmark=AVERAGE)
    many, comparison = asked(f"{slugs(DOVER, ALLERDALE)}&years=2021-22,2023-24", world(own, late))
    before, after = (sight(many, ALLERDALE.slug, "upheld_pct", year) for year in many.years)
    assert (before.entry.shown, before.place is not None) == ("43% (3 of 7)", True)
    assert (in_cell(after).first, after.entry.state, after.entry.value) == ("Ended", "not_applicable", None)
    (table,) = comparison.tables
    assert "Allerdale ended on 31 March 2023: nothing is shown of it for 2023-24." in table.notes
    assert any(note.startswith("Ended:") for note in table.notes)


def test_a_council_and_its_predecessors_may_stand_side_by_side() -> None:
    many, comparison = asked(f"{slugs(CUMBERLAND, COPELAND)}&years=2021-22,2023-24")
    combined = sight(many, CUMBERLAND.slug, "upheld_pct", "2021-22")
    assert in_cell(combined).below == "before it began"
    assert "predecessors combined" in in_cell(combined).aside
    assert combined.place is None
    assert any("Allerdale and Copeland are added together" in note for note in comparison.tables[0].notes)


def test_the_first_named_is_marked_where_there_are_others() -> None:
    many, _ = asked(f"{FOUR}&years={YEAR}")
    assert [line.own for line in many.lines] == [True, False, False, False]
    assert html_of(many).count('<tr class="own">') == 1
    alone, _ = asked(f"{slugs(LUTON)}&years={YEAR}")
    assert 'class="own"' not in html_of(alone)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            f"{FOUR}&years={YEAR}",
            "Beyond what chance explains in 2023-24: Luton (share upheld much lower than its type). No other "
            "figure compared in that year is.",
        ),
        (
            f"{slugs(BLACKPOOL, READING)}&years={YEAR}",
            "In 2023-24 no council stands out: no figure compared here is beyond what chance explains.",
        ),
        (
            f"{slugs(BLACKPOOL)}&years={YEAR}",
            "In 2023-24 Blackpool does not stand out: no figure compared here is beyond what chance "
            "explains.",
        ),
        (
            f"{slugs(COPELAND)}&years=2022-23,{YEAR}",
            "In 2023-24 nothing here can be told from chance.",
        ),
        (
            f"{slugs(DOVER, READING)}&years={YEAR}",
            "In 2023-24 nothing here can be told from chance.",
        ),
    ],
)
def test_the_page_begins_with_who_stands_out(query: str, said: str) -> None:
    assert asked(query)[1].tables[0].lead[0] == said


def test_marks_are_counted_with_their_base_and_what_luck_alone_would_make() -> None:
    lead = asked(f"{FOUR}&years=2022-23,{YEAR}")[1].tables[0].lead
    assert lead[1].startswith(
        "Of the 3 figures below that could show a difference from the council’s own type, one is beyond what "
        "chance explains. Luck alone would mark "
    )
    assert lead[1].endswith("Simulated figures are among those they are compared with.")


@pytest.mark.parametrize(
    ("years", "broken"),
    [
        (("2021-22", "2022-23"), [False, True]),
        (("2020-21", "2024-25"), [False, True]),
        (("2022-23", "2024-25"), [False, False]),
    ],
)
def test_a_break_stands_between_the_years_it_parts_whichever_are_chosen(
    years: tuple[str, ...], broken: list[bool]
) -> None:
    many, _ = asked(f"{FOUR}&years={','.join(years)}&measures=upheld_pct")
    assert [many.broken_before(UPHELD, place) for place in range(2)] == broken
    assert ("many-break" in html_of(many)) is any(broken)


@pytest.mark.parametrize(("years", "side_by_side"), [("2024-25", True), ("", False)])
def test_what_has_no_room_side_by_side_stands_one_below_the_other(years: str, side_by_side: bool) -> None:
    chosen = years or ",".join(england().release().years)
    many, _ = asked(f"{FOUR}&years={chosen}")
    assert across(many) is side_by_side
    html = html_of(many)
    assert html.count("<tbody>") == (1 if side_by_side else 3)
    assert len(CELL.findall(html)) == 4 * len(many.years) * 3


def test_averages_are_those_of_every_type_of_the_group() -> None:
    repository = england()
    repository.benchmarks = {(BLACKPOOL.type, YEAR, "upheld_pct"): AVERAGE}
    many, comparison = asked(f"{FOUR}&years={YEAR},2024-25&measures=upheld_pct,dealt_with", repository)
    (only,) = many.averages
    assert [[entry.shown for entry in of] for of in only.cells] == [
        ["79%, printed", "Not held"],
        ["Not applicable", "Not applicable"],
    ]
    assert only.name == "Unitary councils: average"
    assert comparison.tables[0].rows[-1].cells[1].text == "79%, printed"


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("2024-25",), "2024-25"),
        (("2022-23", "2023-24", "2024-25"), "2022-23 to 2024-25"),
        (("2019-20", "2023-24", "2024-25"), "2019-20, 2023-24 and 2024-25"),
    ],
)
def test_years_with_gaps_are_not_named_as_a_span(years: tuple[str, ...], said: str) -> None:
    assert spanned(years) == said


def test_no_cases_is_not_not_held() -> None:
    none = figure(LUTON.slug, "2024-25", "upheld_pct", 0, 0, state=State.NO_CASES)
    many, comparison = asked(f"{slugs(LUTON, BLACKPOOL)}&years=2024-25&measures=upheld_pct", world(none))
    states = [(s.entry.shown, s.entry.state, s.entry.denominator) for s in many.sights]
    assert states == [("No cases", "no_cases", 0), ("Not held", "not_held", None)]
    notes = " ".join(comparison.tables[0].notes)
    assert "No cases: nothing was counted" in notes
    assert "Not held: " in notes

"""Every table of the torture set becomes what was written of it, and none is silently wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.imports.torture.adapter import Came, Importer
from tests.imports.torture.cases import YEAR, Table, refused, right, right_or_refused, values
from tests.imports.torture.every import BY_HAND, EVERY
from tests.imports.torture.files import text
from tests.imports.torture.not_yet import NOT_YET, load_not_yet, reason_of
from tests.imports.torture.runner import Outcome, Run, by_kind, judged, run

Runs = Callable[[Table], Run]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Run a table, each once."""
    importer = Importer(tmp_path_factory.mktemp("torture"))
    known: dict[str, Run] = {}

    def once(table: Table) -> Run:
        if table.id not in known:
            (known[table.id],) = run([table], importer.bring)
        return known[table.id]

    return once


def marked(table: Table) -> object:
    why = reason_of(table)
    return pytest.param(table, id=table.id, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


@pytest.mark.data
@pytest.mark.parametrize("table", list(map(marked, EVERY)))
def test_a_table_becomes_what_was_written_of_it(ran: Runs, table: Table) -> None:
    fault = ran(table).fault
    if fault:
        pytest.fail(fault, pytrace=False)


@pytest.mark.data
def test_nothing_is_silently_wrong_but_what_is_listed(ran: Runs) -> None:
    runs = [ran(table) for table in EVERY]
    print(by_kind(runs))
    wrong = [one.table.id for one in runs if one.outcome is Outcome.WRONG and reason_of(one.table) is None]
    assert wrong == []
    assert not [one.table.id for one in runs if one.outcome is Outcome.BROKE]


@pytest.mark.data
def test_nothing_is_silently_wrong(ran: Runs) -> None:
    assert [table.id for table in EVERY if ran(table).outcome is Outcome.WRONG] == []


def test_the_set_is_as_large_as_was_meant_and_each_table_stands_in_it_once() -> None:
    assert len(EVERY) >= 300
    assert len(BY_HAND) >= 50
    assert len({table.id for table in EVERY}) == len(EVERY)


def test_each_table_has_an_expectation_that_can_fail() -> None:
    for table in EVERY:
        assert table.expected.readings or table.expected.words is not None, table.id
        assert all(table.expected.readings) or table.kind == "payments", table.id


def test_what_is_listed_as_not_done_is_in_the_set() -> None:
    kinds = {table.kind for table in EVERY}
    ids = {(table.kind, table.id) for table in EVERY}
    for one in NOT_YET:
        if one.kind in kinds:
            assert all((one.kind, table) in ids for table in one.tables or ()), one.kind
    assert len({one.kind for one in NOT_YET}) == len(NOT_YET)


READ = values("leeds-city-council: upheld 34, decided:not_upheld 11")
OTHERWISE = {**READ, ("leeds-city-council", YEAR, "upheld"): "35"}
MORE = {**READ, ("leeds-city-council", YEAR, "dealt_with"): "45"}
LEEDS = "leeds-city-council: upheld 34, decided:not_upheld 11"


@pytest.mark.parametrize(
    ("expected", "came", "outcome", "fault"),
    [
        (right(LEEDS), Came(READ), Outcome.RIGHT, ""),
        (right(LEEDS), Came(OTHERWISE), Outcome.WRONG, "upheld: 35 for 34"),
        (right(LEEDS), Came(MORE), Outcome.WRONG, "dealt_with: 45 for nothing"),
        (right(LEEDS), Came({}), Outcome.WRONG, "upheld: nothing for 34"),
        (right(LEEDS), Came(None, "row 3: no"), Outcome.REFUSED, "refused, and can be read: row 3: no"),
        (refused("row 3"), Came(None, "row 3: no"), Outcome.REFUSED, ""),
        (refused("row 3"), Came(None, "row 4: no"), Outcome.REFUSED, "does not say 'row 3'"),
        (refused("row 3"), Came(READ), Outcome.WRONG, "upheld: 34 for nothing"),
        (refused("row 3"), Came(READ, told="row 3: look"), Outcome.REFUSED, ""),
        (refused("row 3"), Came(READ, told="row 4: look"), Outcome.WRONG, "for nothing"),
        (refused("row").never_saying("not upheld"), Came(None, "row: Not Upheld?"), Outcome.REFUSED, "says"),
        (right_or_refused(READ, words=("row",)), Came(READ), Outcome.RIGHT, ""),
        (right_or_refused(READ, words=("row",)), Came(None, "row 3"), Outcome.REFUSED, ""),
        (right_or_refused(READ, words=("row",)), Came(OTHERWISE), Outcome.WRONG, "upheld: 35 for 34"),
        (right_or_refused(OTHERWISE, READ), Came(READ), Outcome.RIGHT, ""),
    ],
)
def test_what_becomes_of_a_table(expected, came: Came, outcome: Outcome, fault: str) -> None:
    became = judged(Table("one", "kind", text(""), expected), came)
    assert became.outcome is outcome
    assert fault in became.fault
    assert bool(fault) == bool(became.fault)


def test_what_breaks_off_is_told_and_stops_nothing() -> None:
    def bring(table: Table) -> Came:
        raise ZeroDivisionError

    (one,) = run([Table("one", "kind", text(""), right(LEEDS))], bring)
    assert one.outcome is Outcome.BROKE
    assert "ZeroDivisionError" in one.fault


def test_a_line_that_names_nobody_is_no_expectation() -> None:
    with pytest.raises(ValueError, match="upheld 34"):
        values("upheld 34")


def test_the_table_by_kind_counts_what_became_of_each() -> None:
    def became(name: str, kind: str, outcome: Outcome, fault: str = "") -> Run:
        return Run(Table(name, kind, text(""), right(LEEDS)), outcome, fault)

    runs = [
        became("one", "marks", Outcome.RIGHT),
        became("two", "marks", Outcome.REFUSED, "refused, and can be read"),
        became("three", "years", Outcome.WRONG, "read 35 for 34"),
    ]
    assert [line.split() for line in by_kind(runs).splitlines()[1:]] == [
        ["marks", "2", "1", "1", "0", "0", "1"],
        ["years", "1", "0", "0", "0", "1", "0"],
        ["all", "3", "1", "1", "0", "1", "1"],
    ]


def test_a_list_of_what_is_not_done_names_tables_or_all_of_a_kind(tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    path.write_text(
        '[[kind]]\nkind = "marks"\nwhere = "a"\ntables = ["one"]\n'
        '[[kind]]\nkind = "years"\nwhere = "b"\ntables = "all"\n',
        "utf-8",
    )
    marks, years = load_not_yet(path)
    assert marks.holds("marks", "one")
    assert not marks.holds("marks", "two")
    assert not marks.holds("years", "one")
    assert years.holds("years", "whatever")

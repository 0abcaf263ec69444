"""Each check with an input that it finds something in, and one in which there is nothing to find."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.checks import cells, change, councils, register, sums
from dashboard.checks import cross_checks as against
from dashboard.checks.catalogue import CHECKS, run_checks
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.domain.check_titles import CHECK_TITLES
from dashboard.imports.imported import Imported, ImportedRegister
from tests.checks.small_england import EVERYONE, LAST, PLAIN, YEAR, decided, material, said
from tests.metrics.world import held
from tests.support.imported import average, imported, row, value

Check = Callable[[Material], Iterator[Finding]]


def sound(**changed: int | str) -> Imported:
    """A draft of one table in which nothing is wrong but what is changed of one council."""
    return imported(*decided(**changed))


def test_nothing_is_found_in_a_sound_table_but_the_number_of_reviewed_rows() -> None:
    found = run_checks(material(sound()))
    assert {finding.check for finding in found} <= {"rows"}


def test_every_check_has_a_title() -> None:
    assert {check.id for check in CHECKS} | {"corrections", "letters"} == set(CHECK_TITLES)


@pytest.mark.parametrize(
    ("check", "changed", "expected"),
    [
        (cells.schema, {"upheld": -1}, "U01 Council, 2023-24: upheld is -1. It cannot be negative."),
        (cells.schema, {"upheld": "1.5"}, "U01 Council, 2023-24: upheld is 1.5. A count is a whole number."),
        (
            cells.schema,
            {"upheld_pct": 105},
            "U01 Council, 2023-24: complaints upheld, % is 105. A percentage cannot be above 100.",
        ),
        (
            sums.sums,
            {"dealt_with": 34},
            "U01 Council, 2023-24: complaints dealt with is 34, and its 6 parts add up to 33.",
        ),
        (
            sums.sums,
            {"investigated": 17},
            "U01 Council, 2023-24: investigated is 17, and its 2 parts add up to 16.",
        ),
        (
            sums.sums,
            {"assessed_and_closed": 8},
            "U01 Council, 2023-24: assessed and closed is 8, and decided: Closed after initial enquiries, "
            "which is the same, is 9.",
        ),
        (
            sums.parts,
            {"investigated": 11},
            "U01 Council, 2023-24: upheld (12) is more than investigated (11).",
        ),
        (
            sums.parts,
            {"satisfactory_remedies": 13},
            "U01 Council, 2023-24: satisfactory remedies (13) is more than upheld (12).",
        ),
        (
            sums.percentages,
            {"upheld_pct": 76},
            "U01 Council, 2023-24: complaints upheld, % is printed as 76, and 12 of 16 is 75%.",
        ),
        (
            sums.percentages,
            {"upheld_per_100k": "12.3"},
            "U01 Council, 2023-24: upheld per 100,000 residents is printed as 12.3, and 12 of 100,000 is 12 "
            "for every 100,000.",
        ),
        (
            sums.percentages,
            {"compliance_outcomes": 3, "compliance_pct": 50},
            "U01 Council, 2023-24: compliance with recommendations, % is printed as 50, and no number out of "
            "3 gives that.",
        ),
    ],
)
def test_what_is_wrong_in_a_row_is_said_with_its_place(
    check: Check, changed: dict[str, int | str], expected: str
) -> None:
    assert list(check(material(sound()))) == []
    found = list(check(material(sound(**changed))))
    assert expected in said(found)
    finding = found[said(found).index(expected)]
    assert (finding.slug, finding.year) == ("u01", YEAR)
    assert "decided-2023-24.csv, row 4" in str(finding.place)
    assert finding.suggestion


@pytest.mark.parametrize("printed", ["11.8", "12", "12.2"])
def test_a_printed_rate_may_differ_by_two_tenths_since_estimates_are_revised(printed: str) -> None:
    assert list(sums.percentages(material(sound(upheld_per_100k=printed)))) == []


def test_received_by_category_adds_up_to_the_total() -> None:
    """Birmingham 2017-18, as its own table lists it: 455 by nine categories."""
    categories = (51, 97, 18, 49, 93, 29, 102, 13, 3)
    names = list(sums.TOTALS["received:total"])

    def table(total: int) -> Imported:
        return imported(
            *(value("u01", q, n) for q, n in zip(names, categories, strict=True)),
            value("u01", "received:total", total),
        )

    assert list(sums.sums(material(table(455)))) == []
    assert said(list(sums.sums(material(table(456))))) == [
        "U01 Council, 2023-24: complaints received is 456, and its 9 parts add up to 455."
    ]


class TestWhoIsThere:
    def test_a_council_that_is_missing_is_named_once_a_table(self) -> None:
        found = list(councils.councils(material(imported(*decided(slugs=EVERYONE[1:])))))
        assert said(found) == ["U01 Council is not in the table of complaints decided of 2023-24."]
        assert [finding.severity for finding in found] == [Severity.WARNING]

    def test_one_that_did_not_exist_yet_is_an_error(self) -> None:
        (found,) = councils.councils(material(imported(*decided(slugs=(*EVERYONE, "later")))))
        assert found.severity is Severity.ERROR
        assert found.sentence == (
            "Later Council is in the table of complaints decided of 2023-24, when there was no such council. "
            "It began on 1 April 2025."
        )

    def test_decisions_after_the_end_of_a_council_are_recognised(self) -> None:
        draft = material(imported(*decided(slugs=(*EVERYONE, "old"))))
        assert list(councils.councils(draft)) == []
        assert councils.ended_with_figures(draft) == (("old", YEAR),)

    def test_but_not_years_after(self) -> None:
        (found,) = councils.councils(
            material(imported(*decided("2026-27", (*EVERYONE, "later", "old")))),
        )
        assert found.sentence == (
            "Old Council ended on 31 March 2023 and is still in the table of complaints decided of 2026-27."
        )

    def test_a_successor_that_is_missing_where_its_predecessor_is_there(self) -> None:
        assert list(councils.lineage(material(imported(*decided(slugs=(*EVERYONE, "old")))))) == []
        (found,) = councils.lineage(material(imported(*decided(slugs=(*PLAIN, "old")))))
        assert found.sentence == (
            "Old Council is in the table of complaints decided of 2023-24, and New Council, which took its "
            "place on 1 April 2023, is not."
        )

    @pytest.mark.parametrize(("received", "findings"), [(0, 0), (3, 1)])
    def test_complaints_received_about_a_council_and_its_successor(
        self, received: int, findings: int
    ) -> None:
        draft = imported(*row("new", received_total=9), *row("old", received_total=received))
        assert len(list(councils.lineage(material(draft)))) == findings


class TestKeys:
    def test_a_row_that_stands_twice_is_told_once(self) -> None:
        twice = imported(*decided(), *row("u01", YEAR, 30, upheld=12, investigated=16))
        assert said(list(cells.keys(material(twice)))) == [
            "U01 Council stands twice in the table of 2023-24: at decided-2023-24.csv, row 4, column "
            "“upheld”, and at decided-2023-24.csv, row 30, column “upheld”."
        ]

    @pytest.mark.parametrize(("number", "findings"), [(12, 0), (13, 1)])
    def test_two_tables_may_say_the_same_and_nothing_else(self, number: int, findings: int) -> None:
        draft = imported(*decided(), value("u01", "upheld", number, file="remedies.csv"))
        assert len(list(cells.keys(material(draft)))) == findings

    def test_an_average_that_stands_twice(self) -> None:
        two = [average("unitary", "upheld_pct", "75"), average("unitary", "upheld_pct", "76")]
        assert len(list(cells.keys(material(imported(*decided(), averages=two[:1]))))) == 0
        assert len(list(cells.keys(material(imported(*decided(), averages=two))))) == 1


@pytest.mark.parametrize(("printed", "findings"), [("75", 0), ("76", 1)])
def test_a_printed_average_is_that_of_its_councils(printed: str, findings: int) -> None:
    draft = imported(*decided(), averages=[average("unitary", "upheld_pct", printed)])
    found = list(against.averages(material(draft)))
    assert len(found) == findings
    if found:
        assert found[0].sentence == (
            "The average of unitary councils in 2023-24, complaints upheld, %, is printed as 76; the 25 "
            "councils together give 75, and the mean of their rates is 75."
        )


def test_an_average_cannot_be_checked_where_a_council_is_missing() -> None:
    draft = imported(*decided(slugs=EVERYONE[1:]), averages=[average("unitary", "upheld_pct", "3")])
    assert list(against.averages(material(draft))) == []


class TestChange:
    @pytest.mark.parametrize(("now", "marked"), [(33, False), (45, False), (330, True), (0, True)])
    def test_a_volume_that_chance_and_the_usual_spread_do_not_explain(self, now: int, marked: bool) -> None:
        parts = dict.fromkeys(_DECIDED, "")
        draft = imported(*decided(LAST, PLAIN), *decided(YEAR, PLAIN, **{**parts, "dealt_with": now}))
        found = [f for f in change.last_year(material(draft)) if f.quantity == "dealt_with"]
        assert [finding.slug for finding in found] == (["u01"] if marked else [])

    @pytest.mark.parametrize(("upheld", "marked"), [(12, False), (8, False), (0, True)])
    def test_a_share_against_last_year_and_against_its_type(self, upheld: int, marked: bool) -> None:
        swapped = {"upheld": upheld, "decided_not_upheld": 16 - upheld, "upheld_pct": ""}
        draft = imported(*decided(LAST, PLAIN), *decided(YEAR, PLAIN, **swapped))
        looked_at = material(draft)
        for check in (change.last_year, change.of_type):
            found = [f.slug for f in check(looked_at) if f.quantity == "upheld" and f.year == YEAR]
            assert ("u01" in found) is marked

    def test_all_councils_going_the_same_way_is_no_change_of_one(self) -> None:
        fewer = [v for v in decided(YEAR, PLAIN) if v.quantity not in {"dealt_with"}]
        draft = imported(
            *decided(LAST, PLAIN),
            *(v for v in fewer if not v.quantity.startswith("decided")),
            *(v for slug in PLAIN for v in row(slug, dealt_with=60)),
        )
        assert [f for f in change.last_year(material(draft)) if f.quantity == "dealt_with"] == []

    @pytest.mark.parametrize(("councils", "marked"), [(1, []), (9, []), (10, ["u01"])])
    def test_fewer_than_ten_councils_are_no_ground_to_judge_from(
        self, councils: int, marked: list[str]
    ) -> None:
        """The very changes that are marked among ten councils are not among nine."""
        some = PLAIN[:councils]
        none_upheld = {"upheld": 0, "decided_not_upheld": 16, "upheld_pct": ""}
        none_at_all = {**dict.fromkeys(_DECIDED, ""), "dealt_with": 0}
        for quantity, changed in (("upheld", none_upheld), ("dealt_with", none_at_all)):
            draft = material(imported(*decided(LAST, some), *decided(YEAR, some, **changed)))
            assert [f.slug for f in change.last_year(draft) if f.quantity == quantity] == marked
        of_type = material(imported(*decided(YEAR, some, **none_upheld)))
        assert {f.slug for f in change.of_type(of_type) if f.quantity == "upheld"} == set(marked)


_DECIDED = (
    "decided_invalid_or_incomplete",
    "decided_advice_given",
    "decided_referred_back_for_local_resolution",
    "decided_closed_after_initial_enquiries",
    "decided_not_upheld",
    "upheld",
    "investigated",
    "upheld_pct",
)


@pytest.mark.parametrize(("known", "findings"), [("12", 0), ("11", 1)])
def test_what_is_held_already_is_what_the_files_say(known: str, findings: int) -> None:
    before = held([("u01", YEAR, "upheld", known, "published")])
    found = list(against.held(material(sound(), before)))
    assert len(found) == findings
    if found:
        assert found[0].sentence == (
            "U01 Council, 2023-24: upheld is 12 by the files of the draft, and 11 is held already."
        )


def cases(*rows: tuple[str, str, str | None, str | None]) -> ImportedRegister:
    """Rows are slug, received, decided, outcome."""
    frame = pd.DataFrame(
        [
            (f"23 000 {i:03d}", slug, "housing", day, end, outcome, False)
            for i, (slug, day, end, outcome) in enumerate(rows)
        ],
        columns=["reference", "slug", "category", "received", "decided", "outcome", "satisfactory_remedy"],
    )
    for day in ("received", "decided"):
        frame[day] = pd.to_datetime(frame[day])
    due = pd.DataFrame({"reference": [], "slug": [], "due": pd.to_datetime([]), "outcome": []})
    return ImportedRegister(frame, due, pd.DataFrame(), pd.DataFrame(), pd.DataFrame())


UPHELD = ("u01", "2023-05-01", "2023-09-01", "upheld")


@pytest.mark.parametrize(("number", "findings"), [(1, 0), (0, 1), (2, 0)])
def test_the_register_counts_what_the_tables_say(number: int, findings: int) -> None:
    """More cases than are printed are a warning; fewer are told as an error of a register that is whole."""
    draft = imported(*row("u01", upheld=number), register=cases(UPHELD))
    assert len(list(against.register(material(draft)))) == findings


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (UPHELD, None),
        (("u01", "2023-05-01", None, None), None),
        (("u01", "2023-05-01", "2023-04-01", "upheld"), "1 case has been decided before they were received"),
        (("u01", "2023-05-01", None, "upheld"), "1 case has an outcome without a decision, or the reverse"),
        (("nobody", "2023-05-01", None, None), "1 case has a council that is unknown"),
        (("later", "2023-05-01", None, None), "1 case has a council that did not exist yet"),
    ],
)
def test_cases_that_cannot_be(case: tuple[str, str, str | None, str | None], expected: str | None) -> None:
    draft = imported(register=cases(case), years=())
    found = said(list(register.cases(_unchecked(draft))))
    assert found == ([] if expected is None else [f"{expected}: 23 000 000."])


def test_a_simulated_case_is_none_of_a_real_draft() -> None:
    real = cases(UPHELD)
    mixed = ImportedRegister(
        real.cases.assign(reference="SIM 23 000 001"), real.compliance, *[pd.DataFrame()] * 3
    )
    assert len(list(register.cases(_unchecked(imported(register=mixed, years=()))))) == 1
    assert list(register.cases(_unchecked(imported(register=mixed, years=(), kind="demonstration")))) == []


@pytest.mark.parametrize(
    ("case", "kind", "expected"),
    [
        (("u01", "2023-05-01", "2023-09-02", "upheld"), "real", "1 case has a day that has not come"),
        (("u01", "2032-05-01", None, None), "real", "1 case has a day that has not come"),
        (UPHELD, "real", None),
        (("u01", "2023-05-01", "2023-09-02", "upheld"), "demonstration", None),
    ],
)
def test_no_day_of_a_real_case_is_yet_to_come(
    case: tuple[str, str, str | None, str | None], kind: str, expected: str | None
) -> None:
    of_kind = cases(case)
    if kind == "demonstration":
        of_kind = replace(of_kind, cases=of_kind.cases.assign(reference="SIM 23 000 000"))
    draft = imported(register=of_kind, years=(), kind=kind)
    found = said(list(register.cases(replace(_unchecked(draft), today=date(2023, 9, 1)))))
    assert found == ([] if expected is None else [f"{expected}: 23 000 000."])


def _unchecked(draft: Imported) -> Material:
    """What is looked at of a register alone: of no year, so that nothing is counted yet."""
    return material(draft)


def test_a_table_that_is_cut_short_has_fewer_councils_than_the_last_one_reviewed() -> None:
    """The list of the councils of England is the base; here there are 25 instead of 317."""
    (found,) = against.rows(material(sound()))
    assert found.sentence == (
        "The table of complaints decided of 2023-24 has 25 councils that existed; that of 2023-24, as "
        "reviewed, had 317."
    )


def test_reviewed_rows_follow_the_councils_of_their_year() -> None:
    assert {row.councils for row in against.reviewed_rows() if row.year == "2014-15"} == {353}


def test_statistics_wait_until_the_numbers_are_right() -> None:
    wrong = imported(*decided(LAST, PLAIN), *decided(YEAR, PLAIN, dealt_with=3300))
    found = {finding.check for finding in run_checks(material(wrong))}
    assert "sums" in found
    assert "last-year" not in found

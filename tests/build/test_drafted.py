"""From what was read of a draft to a release's content: what is held, imported, corrected, newest."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from dashboard.build.assemble import Inputs, read_inputs
from dashboard.build.content import ReleaseContent
from dashboard.build.data import DATA
from dashboard.build.drafted import drafted
from dashboard.build.editions import held_figures
from dashboard.checks.corrections import Correction
from dashboard.checks.draft import CheckedDraft, check_imported
from dashboard.domain.decisions import DecisionCategory
from dashboard.domain.figures import Figure, State
from dashboard.domain.origin import Origin
from dashboard.imports.imported import Imported, ImportedRegister, ListedRow, Place
from dashboard.imports.store.draft import Draft
from dashboard.reference.held_years import HELD_YEARS
from dashboard.repository.listed_records import ListedDecision
from tests.support.imported import SHA, average, held_as_tables, imported, row, value

pytestmark = pytest.mark.data
BLACKPOOL = "blackpool-borough-council"
LEEDS = "leeds-city-council"
Key = tuple[int, str, str, str]


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return read_inputs(DATA)


def made(
    draft: Imported, inputs: Inputs, *corrections: Correction, with_held: bool = True, until: str = ""
) -> tuple[CheckedDraft, ReleaseContent]:
    told = Draft("spring", draft.kind, (), with_held, date.fromisoformat(until) if until else None)
    checked = check_imported(told, draft, inputs.reference, inputs.held, corrections=corrections)
    return checked, drafted(checked, inputs)


def figures(content: ReleaseContent) -> Mapping[Key, Figure]:
    return {(period, f.slug, f.year, f.measure): f for period, f in content.figures}


@pytest.fixture(scope="module")
def of_2023_24(inputs: Inputs) -> ReleaseContent:
    """What is held of 2023-24 imported as though it were read from the tables of the year."""
    checked, content = made(held_as_tables(inputs.held, "2023-24"), inputs)
    assert checked.judged.errors == ()
    return content


def test_the_held_figures_imported_as_tables_of_their_year_are_the_held_figures(
    inputs: Inputs, of_2023_24: ReleaseContent
) -> None:
    """Every number, printed value, state and comparison; only who said it may differ."""

    def told(f: Figure) -> tuple[object, ...]:
        average_ = f.benchmark.value if f.benchmark else None
        return (
            *(f.state, f.numerator, f.denominator, f.value, f.printed, f.low, f.high),
            *(replace(f.compared, origin=None), f.few, average_),
        )

    assert of_2023_24.years == HELD_YEARS
    ours, held = figures(of_2023_24), figures(held_figures(inputs))
    assert ours.keys() == held.keys()
    assert [key for key in held if told(ours[key]) != told(held[key])] == []


@pytest.mark.parametrize(
    ("measure", "numerator", "denominator", "shown", "average_"),
    [
        ("upheld_pct", 6, 9, "67", "79"),
        ("upheld_per_100k", 6, None, "4.2", "4.6"),
        ("compliance_pct", 5, 5, "100", "100"),
        ("satisfactory_remedy_pct", 2, 6, "33", "13"),
    ],
)
def test_blackpool_2023_24_imported_is_the_ombudsmans_page(  # noqa: PLR0917
    of_2023_24: ReleaseContent,
    measure: str,
    numerator: int,
    denominator: int | None,
    shown: str,
    average_: str,
) -> None:
    """The residents are those of today's estimate, and the printed rate stands."""
    found = figures(of_2023_24)[1, BLACKPOOL, "2023-24", measure]
    assert found.numerator == numerator
    assert denominator in (None, found.denominator)
    assert (found.shown, found.shown_origin) == (Decimal(shown), Origin.PUBLISHED)
    assert found.benchmark is not None
    assert found.benchmark.value == Decimal(average_)


def test_imported_values_win_and_what_was_held_is_listed_as_a_contradiction(inputs: Inputs) -> None:
    draft = imported(*row(BLACKPOOL, upheld=7, investigated=9))
    checked, content = made(draft, inputs)
    found = figures(content)
    assert found[1, BLACKPOOL, "2023-24", "upheld_pct"].numerator == 7
    assert found[1, BLACKPOOL, "2023-24", "upheld_pct"].printed is None
    assert found[1, BLACKPOOL, "2023-24", "compliance_pct"].printed == 100
    assert found[1, BLACKPOOL, "2024-25", "upheld"].numerator == 4
    contradicted = {c.quantity: (c.kept, c.other) for c in content.held_conflicts if c.slug == BLACKPOOL}
    assert contradicted["upheld"] == (7, 6)
    assert contradicted["upheld_pct"] == (78, 67)
    assert {f.quantity for f in checked.judged.warnings if f.check == "held"} >= {"upheld", "upheld_pct"}


def test_nothing_held_gets_into_a_demonstration_and_all_of_it_is_simulated(inputs: Inputs) -> None:
    draft = imported(
        *row(BLACKPOOL, upheld=7, investigated=9, upheld_pct=78, received_housing=3),
        averages=[average("unitary", "upheld_pct", "70")],
        kind="demonstration",
    )
    _, content = made(draft, inputs, with_held=True)
    assert content.years == ("2023-24",)
    told = {o for _, f in content.figures for o in (f.origin, f.printed_origin) if o is not None}
    told |= {row_.row.origin for row_ in content.breakdowns} | {
        b.benchmark.origin for b in content.benchmarks
    }
    assert told == {Origin.SIMULATED}
    assert tuple(content.held_values) == ()
    assert tuple(content.national) == ()


def test_a_corrected_figure_is_derived_and_says_what_its_source_says(inputs: Inputs) -> None:
    correction = Correction(
        *(BLACKPOOL, "2023-24", "upheld", Decimal(7), Decimal(6), "One was counted twice."),
        *("A. Person", date(2026, 5, 3), {"investigated": Decimal(9)}),
    )
    draft = imported(*row(BLACKPOOL, upheld=7, investigated=9))
    checked, content = made(draft, inputs, correction)
    assert checked.corrected.findings == ()
    share = figures(content)[1, BLACKPOOL, "2023-24", "upheld_pct"]
    assert (share.numerator, share.denominator, share.origin) == (6, 9, Origin.DERIVED)
    assert share.note is not None
    assert share.note.endswith(
        "Corrected from 7 to 6, decided by A. Person on 3 May 2026: One was counted twice."
    )
    (told,) = content.corrections
    assert (told.slug, told.was, told.became, told.decided_by) == (BLACKPOOL, 7, 6, "A. Person")
    own = [v for v in content.held_values if (v.slug, v.year) == (BLACKPOOL, "2023-24")]
    assert {v.quantity: v.source_url for v in own}["investigated"] == f"sha256:{SHA}"
    assert "upheld" not in {v.quantity for v in own}


def test_a_year_after_the_newest_reference_data_uses_the_newest_and_says_so(inputs: Inputs) -> None:
    draft = imported(*row(BLACKPOOL, "2026-27", upheld=6), *row(LEEDS, "2025-26", upheld=30))
    checked, content = made(draft, inputs)
    found = figures(content)
    assert content.years[-2:] == ("2025-26", "2026-27")
    newest = inputs.reference.population(BLACKPOOL, 2024)
    late = found[1, BLACKPOOL, "2026-27", "upheld_per_100k"]
    assert (late.numerator, late.denominator) == (6, newest)
    assert late.note == "Residents are those of mid-2024, the newest estimate held."
    in_time = found[1, LEEDS, "2025-26", "upheld_per_100k"]
    assert in_time.denominator == inputs.reference.population(LEEDS, 2024)
    assert in_time.note is None
    assert len(checked.notes) == 1
    assert "mid-2024" in checked.notes[0]
    assert max(row_.mid_year for row_ in content.population) == 2024
    codes = {(c.slug, c.year): c.code for c in content.council_years}
    assert codes["barnsley-metropolitan-borough-council", "2024-25"] == "E08000016"
    assert codes["barnsley-metropolitan-borough-council", "2025-26"] == "E08000038"
    assert codes["sheffield-city-council", "2025-26"] == "E08000039"


@pytest.mark.parametrize(("until", "status"), [("", "draft"), ("2026-07-22", "embargoed")])
def test_a_release_of_a_draft_is_a_draft_until_it_is_published(
    inputs: Inputs, until: str, status: str
) -> None:
    _, content = made(imported(*row(LEEDS, upheld=3)), inputs, until=until)
    assert (content.status, content.embargoed_until) == (status, until or None)
    assert (content.name, content.kind) == ("spring", "real")
    assert [source.title for source in content.sources][-1] == "decided-2023-24.csv: decided of 2023-24"


class TestRegister:
    def register(self, reference: str = "25 000 001") -> ImportedRegister:
        cases = pd.DataFrame(
            [
                (
                    f"{reference[:-1]}{i}",
                    LEEDS,
                    "housing",
                    "2025-05-01",
                    "2025-09-01",
                    outcome,
                    False,
                    *decision,
                )
                for i, (outcome, decision) in enumerate(
                    [
                        ("upheld", ("statement", "housing", "Allocations", True)),
                        ("not_upheld", (None, None, None, False)),
                    ]
                )
            ],
            columns=[
                *("reference", "slug", "category", "received", "decided", "outcome", "satisfactory_remedy"),
                *("kind", "decision_category", "sub_category", "published"),
            ],
        )
        for day in ("received", "decided"):
            cases[day] = pd.to_datetime(cases[day])
        due = pd.DataFrame({"reference": [], "slug": [], "due": pd.to_datetime([]), "met": [], "outcome": []})
        texts = pd.DataFrame(
            [(f"{reference[:-1]}0", "Housing", "A summary.", None, "A response.")],
            columns=["reference", "subject", "summary", "fault", "response"],
        )
        return ImportedRegister(cases, due, texts, pd.DataFrame(), pd.DataFrame())

    def test_what_a_real_register_counts_is_derived(self, inputs: Inputs) -> None:
        draft = imported(register=self.register(), years=("2025-26",))
        _, content = made(draft, inputs)
        found = figures(content)[1, LEEDS, "2025-26", "upheld_pct"]
        assert (found.numerator, found.denominator, found.origin) == (1, 2, Origin.DERIVED)
        services = [
            s for s in content.services if (s.slug, s.year, s.category) == (LEEDS, "2025-26", "housing")
        ]
        assert [(s.decided, s.upheld, s.outcome_origin) for s in services] == [(2, 1, Origin.DERIVED)]
        assert [case.reference for case in content.cases] == ["25 000 000", "25 000 001"]
        assert [(t.reference, t.subject, t.fault) for t in content.decisions] == [
            ("25 000 000", "Housing", None)
        ]
        assert figures(content)[1, LEEDS, "2025-26", "compliance_pct"].numerator is None

    def test_where_it_says_nothing_of_satisfactory_remedies_they_are_not_held(self, inputs: Inputs) -> None:
        whole = self.register()
        unsaid = pd.array([pd.NA] * 2, "boolean")
        silent = replace(whole, cases=whole.cases.assign(satisfactory_remedy=unsaid))
        for register, state in ((whole, State.VALUE), (silent, State.NOT_HELD)):
            _, content = made(imported(register=register, years=("2025-26",)), inputs)
            assert figures(content)[1, LEEDS, "2025-26", "satisfactory_remedy_pct"].state is state
        assert [case.satisfactory_remedy for case in content.cases] == [None, None]

    def test_tables_win_over_it(self, inputs: Inputs) -> None:
        draft = imported(value(LEEDS, "upheld", 0, "2025-26"), register=self.register())
        checked, content = made(draft, inputs)
        assert figures(content)[1, LEEDS, "2025-26", "upheld"].numerator == 0
        assert figures(content)[1, LEEDS, "2025-26", "investigated"].numerator == 2
        assert [f.quantity for f in checked.judged.warnings if f.check == "register"] == ["upheld"]

    def test_of_a_demonstration_it_is_simulated(self, inputs: Inputs) -> None:
        draft = imported(register=self.register("SIM 25 000 001"), years=("2025-26",), kind="demonstration")
        _, content = made(draft, inputs, with_held=False)
        assert figures(content)[1, LEEDS, "2025-26", "upheld"].origin is Origin.SIMULATED


def listing(*references: str) -> tuple[ListedRow, ...]:
    slug, category = LEEDS, DecisionCategory.HOUSING
    return tuple(
        ListedRow(ListedDecision(one, slug, category, "Allocations", None, None), Place("list.csv", None, 2))
        for one in references
    )


@pytest.mark.parametrize(
    ("with_held", "own", "listed"),
    [
        (True, (), 255),
        (False, (), 0),
        (False, ("26 000 001",), 1),
        (True, ("26 000 001", "15 016 989"), 256),
    ],
)
def test_a_draft_has_its_own_list_and_those_held_where_they_fill_it(
    inputs: Inputs, with_held: bool, own: tuple[str, ...], listed: int
) -> None:
    draft = replace(imported(*row(LEEDS, upheld=3)), decisions=listing(*own))
    _, content = made(draft, inputs, with_held=with_held)
    found = {one.reference: one for one in content.listed}
    assert len(found) == len(tuple(content.listed)) == listed
    assert all(found[one].sub_category == "Allocations" for one in own), "its own says what is so"


def test_no_figure_follows_from_a_list(inputs: Inputs) -> None:
    plain = imported(*row(LEEDS, upheld=3))
    _, without = made(plain, inputs, with_held=False)
    _, content = made(replace(plain, decisions=listing("26 000 001")), inputs, with_held=False)
    assert figures(content) == figures(without)
    assert (content.register_years, tuple(content.cases)) == ((), ())

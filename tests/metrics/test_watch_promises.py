"""Rule R15, “after the promise”: what makes a pair, and how many are expected by the subject alone."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.watch import Agreed, Pair, UpheldCase
from dashboard.metrics.watch_promises import after_promises, year_before

SINCE, UNTIL = date(2022, 4, 1), date(2025, 3, 31)
PLAN, DELAY = ("Plans", "Delay"), ("Plans", "No plan")
TRAIN, TRACK = ("training", "train officers"), ("procedure_change", "track plans")


def case(
    number: int,
    received: date,
    fault: tuple[str, str] = PLAN,
    agreed: Sequence[tuple[tuple[str, str], date | None]] = (),
    *,
    slug: str = "kent",
    decided: date | None = None,
    service: str = "education",
) -> UpheldCase:
    """An upheld case, decided half a year after it was received unless said otherwise."""
    made = tuple(Agreed(place, change, done) for place, (change, done) in enumerate(agreed, 1))
    when = decided or date(received.year + (received.month > 6), (received.month + 5) % 12 + 1, 1)
    return UpheldCase(number, slug, "county", service, fault, received, when, made)


DONE = date(2022, 6, 1)
EARLIER = case(1, date(2021, 9, 1), PLAN, [(TRAIN, DONE)])


@pytest.mark.parametrize(
    ("later", "follows"),
    [
        pytest.param(case(2, date(2023, 6, 1), PLAN, [(TRAIN, None)]), True, id="a year later to the day"),
        pytest.param(case(2, date(2023, 5, 31), PLAN, [(TRAIN, None)]), False, id="a day short of a year"),
        pytest.param(case(2, date(2023, 9, 1), PLAN, [(TRACK, None)]), False, id="another change"),
        pytest.param(case(2, date(2023, 9, 1), PLAN), False, id="no change agreed"),
        pytest.param(case(2, date(2023, 9, 1), DELAY, [(TRAIN, None)]), False, id="another fault"),
        pytest.param(
            case(2, date(2023, 9, 1), ("Care", "Delay"), [(TRAIN, None)]), False, id="another subject"
        ),
        pytest.param(
            case(2, date(2023, 9, 1), PLAN, [(("training", "train staff"), None)]), False, id="other words"
        ),
        pytest.param(
            case(2, date(2023, 9, 1), PLAN, [(("other", TRAIN[1]), None)]), False, id="another kind of change"
        ),
        pytest.param(
            case(2, date(2023, 9, 1), PLAN, [(TRAIN, None)], slug="essex"), False, id="another council"
        ),
        pytest.param(
            case(2, date(2024, 9, 1), PLAN, [(TRAIN, None)], decided=date(2025, 4, 1)),
            False,
            id="decided after the three years",
        ),
        pytest.param(
            case(2, date(2023, 9, 1), PLAN, [(TRACK, None), (TRAIN, None)]), True, id="among others"
        ),
    ],
)
def test_what_makes_a_pair(later: UpheldCase, *, follows: bool) -> None:
    raised, _ = after_promises([EARLIER, later], SINCE, UNTIL)
    assert bool(raised) is follows
    if follows:
        (one,) = raised
        assert [(pair.earlier, pair.later) for pair in one.pairs] == [(1, 2)]


@pytest.mark.parametrize(
    ("done", "follows"),
    [
        (None, False),
        (date(2022, 9, 1), True),
        (date(2022, 9, 2), False),
        (date(2021, 12, 1), True),
    ],
    ids=["no day at all", "done or due in time", "done too late", "done before it was agreed"],
)
def test_a_change_without_a_day_promises_nothing_that_can_be_seen(
    done: date | None, *, follows: bool
) -> None:
    earlier = case(1, date(2021, 9, 1), PLAN, [(TRAIN, done)])
    later = case(2, date(2023, 9, 1), PLAN, [(TRAIN, None)])
    assert bool(after_promises([earlier, later], SINCE, UNTIL)[0]) is follows


def test_the_newest_promise_is_set_beside_the_later_case_which_counts_once() -> None:
    second = case(2, date(2022, 1, 1), PLAN, [(TRACK, DONE), (TRAIN, date(2022, 7, 1))])
    later = case(3, date(2023, 9, 1), PLAN, [(TRAIN, None), (TRACK, None)])
    (one,), _ = after_promises([EARLIER, second, later], SINCE, UNTIL)
    assert (one.count, one.pairs) == (1, (Pair(2, 2, 3, 1),))


def test_the_base_is_every_later_case_of_the_service() -> None:
    later = [
        case(2, date(2023, 9, 1), PLAN, [(TRAIN, None)]),
        case(3, date(2023, 9, 1), DELAY),
        case(4, date(2023, 9, 1), DELAY, service="housing"),
    ]
    (one,), _ = after_promises([EARLIER, *later], SINCE, UNTIL)
    # The promise itself was decided in March 2022, before the three years.
    assert (one.service, one.count, one.base) == ("education", 1, 2)


def test_what_is_expected_is_the_others_frequency_of_the_subject() -> None:
    """Of four cases of the subject elsewhere one has the fault and the change: a quarter of a case."""
    later = case(2, date(2023, 9, 1), PLAN, [(TRAIN, None)])
    elsewhere = [
        case(3, date(2023, 9, 1), PLAN, [(TRAIN, None)], slug="essex"),
        case(4, date(2023, 9, 1), PLAN, [(TRACK, None)], slug="essex"),
        case(5, date(2023, 9, 1), DELAY, [(TRAIN, None)], slug="surrey"),
        case(6, date(2023, 9, 1), PLAN, slug="surrey"),
        case(7, date(2023, 9, 1), ("Transport", "Delay"), [(TRAIN, None)], slug="surrey"),
    ]
    (one,), expected = after_promises([EARLIER, later, *elsewhere], SINCE, UNTIL)
    assert one.expected == expected == pytest.approx(1 / 4)


def test_nothing_is_made_of_a_subject_that_no_other_council_has() -> None:
    (one,), _ = after_promises([EARLIER, case(2, date(2023, 9, 1), PLAN, [(TRAIN, None)])], SINCE, UNTIL)
    assert one.expected == one.count == 1


def test_the_whole_expectation_counts_councils_without_a_pair_too() -> None:
    later = [
        case(2, date(2023, 9, 1), PLAN, [(TRACK, None)]),
        case(3, date(2023, 9, 1), PLAN, [(TRAIN, None)], slug="essex"),
    ]
    raised, expected = after_promises([EARLIER, *later], SINCE, UNTIL)
    assert (raised, expected) == ((), 1.0)


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2024, 2, 29), date(2023, 2, 28)), (date(2024, 3, 1), date(2023, 3, 1))],
)
def test_a_year_before(day: date, before: date) -> None:
    assert year_before(day) == before


days = st.dates(date(2019, 4, 1), date(2024, 12, 31))
changes = st.sampled_from([TRAIN, TRACK, ("other", "review it")])
faults = st.sampled_from([PLAN, DELAY, ("Care", "Delay")])
registers = st.lists(
    st.tuples(
        days, faults, st.lists(st.tuples(changes, st.none() | days), max_size=2), st.sampled_from("abc")
    ),
    max_size=14,
)


@given(registers)
def test_any_register_against_every_two_cases(told: list[tuple[date, tuple[str, str], list, str]]) -> None:  # type: ignore[type-arg]
    cases = [
        case(number, received, fault, agreed, slug=slug)
        for number, (received, fault, agreed, slug) in enumerate(told, 1)
    ]
    follow = {
        b.number
        for a, b in permutations(cases, 2)
        if a.slug == b.slug
        and a.fault == b.fault
        and SINCE <= b.decided <= UNTIL
        and any(
            x.change == y.change and x.done is not None and max(x.done, a.decided) <= year_before(b.received)
            for x in a.agreed
            for y in b.agreed
        )
    }
    raised, expected = after_promises(cases, SINCE, UNTIL)
    found = {pair.later for one in raised for pair in one.pairs}
    assert found == follow
    assert expected >= 0
    assert all(one.count <= one.base for one in raised)


def test_what_was_done_before_it_was_agreed_counts_from_the_day_it_was_agreed() -> None:
    late = case(1, date(2021, 9, 1), PLAN, [(TRAIN, date(2021, 10, 1))], decided=date(2022, 10, 1))
    assert after_promises([late, case(2, date(2023, 9, 30), PLAN, [(TRAIN, None)])], SINCE, UNTIL)[0] == ()
    assert after_promises([late, case(2, date(2023, 10, 1), PLAN, [(TRAIN, None)])], SINCE, UNTIL)[0]

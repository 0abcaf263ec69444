"""A list read by years is the whole list, and no year is read that a slice has nothing of."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.api.by_year import ByYear

COUNTS = st.lists(st.integers(0, 5), max_size=6)


@given(COUNTS, st.integers(0, 32), st.integers(0, 32))
def test_any_slice_is_that_of_the_whole(counts: list[int], start: int, stop: int) -> None:
    years = {str(year): [(year, number) for number in range(count)] for year, count in enumerate(counts)}
    whole = [item for items in years.values() for item in items]
    read: list[str] = []

    def reading(year: str) -> list[tuple[int, int]]:
        read.append(year)
        return years[year]

    told = ByYear([(year, len(items)) for year, items in years.items()], reading)
    assert len(told) == len(whole)
    assert list(told[start:stop]) == whole[start:stop]
    assert set(read) == {str(year) for year, _ in whole[start:stop]}
    assert list(told) == whole
    assert not whole or told[len(whole) - 1] == whole[-1]

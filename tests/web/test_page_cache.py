"""Finished pages in memory: bounded, the least recently used out first."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.web.page_cache import PageCache, Stored


def page(size: int) -> Stored:
    return Stored("200 OK", [], b"x" * size, "")


def test_what_was_used_last_stays() -> None:
    cache = PageCache(10_000)
    for name in "abc":
        cache.put(name, page(2_000))
    assert cache.get("a") is not None
    cache.put("d", page(2_000))
    assert cache.get("b") is None
    assert all(cache.get(name) is not None for name in "acd")


def test_what_is_larger_than_the_cache_is_not_kept() -> None:
    cache = PageCache(5_000)
    cache.put("small", page(100))
    cache.put("large", page(6_000))
    assert cache.get("large") is None
    assert cache.get("small") is not None


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 8_000)), max_size=60))
def test_it_never_holds_more_than_its_limit(puts: list[tuple[int, int]]) -> None:
    cache = PageCache(20_000)
    for key, size in puts:
        cache.put(key, page(size))
        assert cache.size <= 20_000
        held = [found for one in range(10) if (found := cache.get(one)) is not None]
        assert cache.size == sum(len(one.body) + 1_000 for one in held)

"""Addresses of sites, asked for and set; tags that stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.feeds.place import AddressError, Place, address_asked, address_of


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://councils.example", "https://councils.example"),
        (" https://Councils.Example/ ", "https://councils.example"),
        ("http://127.0.0.1:8050", "http://127.0.0.1:8050"),
    ],
)
def test_an_address_is_read(text: str, address: str) -> None:
    assert address_of(text) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "councils.example", "ftp://councils.example", "https://councils.example/path"),
        *("https://a b", "https://a@b"),
    ],
)
def test_what_is_no_address_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(AddressError, match="is not the address of a site"):
        address_of(text)


@given(host=st.text(max_size=40))
def test_any_host_at_all_gives_an_address(host: str) -> None:
    assert address_of(address_asked("http", host)) == address_asked("http", host)


@pytest.mark.parametrize("host", ["", "evil.example/path", 'x"><script>', "a\r\nb", "[::1]:80", "-a"])
def test_a_host_that_is_no_name_is_not_repeated(host: str) -> None:
    assert address_asked("https", host) == "http://localhost"


def test_a_tag_names_no_port_and_keeps_a_demonstration_apart() -> None:
    real = Place("https://councils.example:8443", simulated=False)
    assert real.tag("decision/1") == "tag:councils.example,2026:decision/1"
    assert (
        Place("https://councils.example", simulated=True).tag("a")
        == "tag:councils.example,2026:demonstration/a"
    )
    assert real.url("/decisions") == "https://councils.example:8443/decisions"

"""Addresses of sites, asked for and set; tags that stay."""

import pytest

from dashboard.feeds.place import AddressError, Place, address_of


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
        *(
            "https://a b",
            "https://a@b",
            "https://evil.example/path",
            'https://x"><script>',
            "https://[::1]:80",
        ),
    ],
)
def test_what_is_no_address_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(AddressError, match="is not the address of a site"):
        address_of(text)


def test_a_tag_names_no_port_and_keeps_a_demonstration_apart() -> None:
    real = Place("https://councils.example:8443", simulated=False)
    assert real.tag("decision/1") == "tag:councils.example,2026:decision/1"
    assert (
        Place("https://councils.example", simulated=True).tag("a")
        == "tag:councils.example,2026:demonstration/a"
    )
    assert real.url("/decisions") == "https://councils.example:8443/decisions"

"""Where an address of the site is among files, and where a link leads that only a server could answer."""

import pytest

from dashboard.as_files.links import led_in_html, led_in_tree, tree_of, without_forms
from dashboard.as_files.places import Places, file_of, redirects

THERE = {
    *(
        "/",
        "/find",
        "/about",
        "/data",
        "/compare",
        "/decisions",
        "/improvements",
        "/watch",
        "/data/figures.csv",
    ),
    *("/council/leeds", "/council/leeds/2023-24", "/data/quality", "/data/quality/2023-24/county"),
    *("/council/leeds/decisions", "/council/leeds/decisions/page/2", "/not-in-this-copy"),
}
PLACES = Places(THERE.__contains__, "spring", "https://councils.example")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/about", "about/index.html"),
        ("/council/leeds/2023-24", "council/leeds/2023-24/index.html"),
        ("/council/leeds/2023-24.json", "council/leeds/2023-24.json"),
        ("/council/leeds/2023-24/panel.json", "council/leeds/2023-24/panel.json"),
        ("/council/leeds/feed.atom", "council/leeds/feed.atom"),
        ("/data/figures.csv", "data/figures.csv"),
        ("/data/figures.csv-metadata.json", "data/figures.csv-metadata.json"),
        ("/static/spring/shapes-upper-2023.0a1b.html", "static/spring/shapes-upper-2023.0a1b.html"),
        ("/decisions/23-001-234", "decisions/23-001-234/index.html"),
    ],
)
def test_each_path_has_one_file(path: str, file: str) -> None:
    assert file_of(path) == file


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("https://www.lgo.org.uk/Decisions?x=1", "https://www.lgo.org.uk/Decisions?x=1"),
        ("//elsewhere.example/about", "//elsewhere.example/about"),
        ("#upheld", "#upheld"),
        ("/about", "/about"),
        ("/map.png?size=large", "/not-in-this-copy#pictures"),
        ("/compare.svg?councils=leeds", "/not-in-this-copy#pictures"),
        ("/council/leeds/2023-24/trend.png?measure=upheld_pct", "/not-in-this-copy#pictures"),
        ("https://councils.example/about", "https://councils.example/about"),
        ("https://councils.example/compare?councils=leeds", "https://councils.example/compare"),
        ("/council/leeds/2023-24#letter", "/council/leeds/2023-24#letter"),
        ("/?measure=upheld_pct&year=2023-24", "/?measure=upheld_pct&year=2023-24"),
        ("/?release=spring&year=2023-24", "/?year=2023-24"),
        ("/?release=winter", "/not-in-this-copy#releases"),
        ("/data/figures.csv?release=spring", "/data/figures.csv"),
        ("/data/figures.csv?release=winter", "/not-in-this-copy#releases"),
        ("/find?q=CT1 2AA", "/find?q=CT1+2AA"),
        ("/data/quality?year=2023-24&type=county", "/data/quality/2023-24/county"),
        ("/data/quality?year=1999-00&type=county", "/not-in-this-copy"),
        ("/compare?councils=leeds&peers=type", "/compare"),
        ("/compare.csv?councils=leeds", "/compare"),
        ("/decisions?q=noise", "/decisions"),
        ("/decisions/23-001-234", "/decisions"),
        ("/improvements?like=leeds", "/improvements"),
        ("/watch?type=county&what=late", "/watch"),
        ("/watch.csv", "/watch"),
        ("/council/leeds/decisions", "/council/leeds/decisions"),
        ("/council/leeds/decisions?page=2", "/council/leeds/decisions/page/2"),
        ("/council/leeds/decisions?page=1", "/council/leeds/decisions"),
        ("/council/leeds/decisions?page=9", "/decisions"),
        ("/council/leeds/decisions?outcome=upheld", "/decisions"),
        ("/council/leeds/improvements", "/improvements"),
        ("/council/leeds/2023-24/pack.pdf", "/not-in-this-copy#papers"),
        ("/council/leeds/2023-24/letter.pdf", "/not-in-this-copy#papers"),
        ("/council/nobody", "/not-in-this-copy"),
    ],
)
def test_a_link_leads_to_its_file_or_to_why_there_is_none(link: str, leads: str) -> None:
    assert PLACES.led(link) == leads


def test_what_is_led_is_led_to_itself() -> None:
    for link in ("/compare?councils=a", "/?release=winter", "/data/quality?year=2023-24&type=county", "/x"):
        once = PLACES.led(link)
        assert PLACES.led(once) == once


def test_links_are_led_in_pages_and_trees_with_their_marks_kept() -> None:
    page = (
        '<a class="x" href="/compare?councils=a&amp;year=2023-24">a</a>'
        '<a href="/?year=2023-24&amp;tier=lower">b</a>'
    )
    assert led_in_html(page, PLACES.led) == (
        '<a class="x" href="/compare">a</a><a href="/?year=2023-24&amp;tier=lower">b</a>'
    )
    tree = '{"href":"/compare?councils=a&year=x","html":"<a href=\\"/decisions?q=a&amp;b=c\\">d</a>"}'
    assert led_in_tree(tree, PLACES.led) == '{"href":"/compare","html":"<a href=\\"/decisions\\">d</a>"}'


def test_a_form_that_no_file_can_answer_gives_way_to_words() -> None:
    form = '<form action="/data/quality#year" method="get"><select></select></form>'
    find = '<form action="/find" method="get"><input></form>'
    assert without_forms(f"<p>{form}</p>{find}", "<p>No.</p>") == f"<p><p>No.</p></p>{find}"
    in_tree = form.replace('"', '\\"')
    assert without_forms(f'{{"html":"{in_tree}"}}', "<p>No.</p>") == '{"html":"<p>No.</p>"}'


def test_a_page_with_a_chart_names_its_tree() -> None:
    def page(settings: str) -> str:
        return f'<script type="application/json" id="dashboard-settings">{settings}</script>'

    assert tree_of(page('{"follow":"page","tree":"/council/leeds/2023-24.json"}')) == (
        "/council/leeds/2023-24.json"
    )
    assert tree_of(page('{"follow":"panel","tree":"/index.json"}')) == ""
    assert tree_of("<p></p>") == ""


def test_old_addresses_of_a_council_lead_to_it() -> None:
    assert redirects({"preston": ("Preston-City", "preston"), "a": ()}) == [
        ("/council/Preston-City", "/council/preston")
    ]

"""Choices made faster than the page can follow: what stands in the end is what its address opens afresh."""

import os
import random

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

STEPS = int(os.environ.get("QUICK_STEPS", "40"))
MOST_WAIT = 300  # ms between two choices
LAID = 2_000  # ms after the last choice in which everything must have settled at full speed

# What a reader sees of a state: controls, sentences, legend, shapes with their names and links, panel, title.
_SEEN = """() => {
    const text = one => document.querySelector(one)?.textContent;
    const shapes = [...document.querySelectorAll('.map-england a[data-slug]')].map(a =>
        [a.dataset.slug, ...['href', 'aria-label', 'aria-selected'].map(name => a.getAttribute(name)),
         a.firstElementChild.getAttribute('class')].join('|'));
    return {
        address: location.pathname + location.search,
        title: document.title,
        cited: text('.citation p'),
        controls: [...document.querySelectorAll('#map-controls select')].map(one => [one.name, one.value]),
        said: ['heading', 'subtitle', 'summary', 'origins', 'notes', 'legend', 'marks']
            .map(one => text('#map-' + one)),
        shapes,
        chosen: text('.map-england .chosen-name') ?? null,
        outlined: document.querySelectorAll('.map-england .overlay .chosen').length,
        panels: document.querySelectorAll('#panel .council-panel, #panel .message').length,
        panel: document.getElementById('panel').innerText,
        introduction: document.getElementById('map-introduction').hidden,
        close: ['hidden', 'href'].map(name => document.getElementById('map-close').getAttribute(name)),
        busy: document.querySelector('[aria-busy]') !== null,
    };
}"""
_CLICK = """slug => document.querySelector(`.map-england a[data-slug="${slug}"]`)?.firstElementChild
    .dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"""
_SELECT = """([name, value]) => {
    const field = document.getElementById(name);
    field.value = value;
    field.dispatchEvent(new Event('change', {bubbles: true}));
}"""
CHOICES = {
    "map-year": ["2018-19", "2020-21", "2022-23", "2023-24", "2024-25"],
    "map-measure": ["upheld_pct", "upheld_per_100k", "compliance_pct", "dealt_with_per_100k"],
    "map-tier": ["upper", "lower"],
    "map-type": ["", "county", "district", "london"],
    "map-reading": ["figure", "compared"],
}
COUNCILS = [
    "kent-county-council",
    "leeds-city-council",
    "cumbria-county-council",
    "sutton-london-borough-council",
]


def act(page: Page, chance: random.Random) -> None:
    """Make one choice, without waiting for what it does."""
    kind = chance.choices(["click", "select", "back", "forward", "close"], [4, 4, 2, 1, 1])[0]
    if kind == "click":
        page.evaluate(_CLICK, chance.choice(COUNCILS))
    elif kind == "select":
        name = chance.choice(list(CHOICES))
        page.evaluate(_SELECT, [name, chance.choice(CHOICES[name])])
    elif kind == "close":
        page.evaluate("() => { const c = document.getElementById('map-close'); if (!c.hidden) c.click(); }")
    elif page.evaluate("kind => navigation[kind === 'back' ? 'canGoBack' : 'canGoForward']", kind):
        page.evaluate("kind => history[kind]()", kind)


def seen(page: Page, patience: int) -> dict[str, object]:
    """Return what is seen once the address, the map and the panel have stopped changing."""
    page.wait_for_timeout(patience)
    page.wait_for_function(
        """() => document.querySelector('section.map')?.dataset.shown === location.pathname + location.search
            && !document.getElementById('server-tree') && !document.querySelector('[aria-busy]')"""
    )
    return dict(page.evaluate(_SEEN))


@pytest.mark.parametrize("slowed", [1, 4])
def test_quick_choices_end_where_their_address_does(open_page: OpenPage, slowed: int) -> None:
    watched = open_page("/")
    page = watched.page
    page.wait_for_selector("section.map[data-shown]", state="attached")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    chance = random.Random(slowed)  # noqa: S311 (choices of a reader, no secret)
    for step in range(1, STEPS + 1):
        act(page, chance)
        page.wait_for_timeout(chance.randrange(MOST_WAIT))
        if step % 10 == 0:
            by_choices = seen(page, LAID * slowed // 2)
            fresh = watched.context.new_page()
            fresh.set_viewport_size({"width": 1280, "height": 900})
            fresh.goto(str(by_choices["address"]))
            by_address = seen(fresh, 300)
            fresh.close()
            assert by_choices == by_address, f"after {step} choices"
    watched.problems[:] = [one for one in watched.problems if not one.startswith("404 ")]


@pytest.mark.parametrize("wait", [0, 20, 50, 100, 200])
def test_a_year_and_then_a_council_are_both_kept(open_page: OpenPage, wait: int) -> None:
    page = open_page("/?council=leeds-city-council").page
    page.wait_for_selector("section.map[data-shown]", state="attached")
    page.evaluate(
        """wait => {
            const year = document.getElementById('map-year');
            year.value = '2022-23';
            year.dispatchEvent(new Event('change', {bubbles: true}));
            setTimeout(() => document.querySelector('.map-england a[data-slug="kent-county-council"] path')
                .dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})), wait);
        }""",
        wait,
    )
    page.wait_for_selector(
        'section.map[data-shown="/?year=2022-23&council=kent-county-council"]', state="attached"
    )
    page.wait_for_function(
        "() => document.querySelector('#panel #council-name')?.innerText.startsWith('Kent')"
    )
    assert page.locator("#panel .council-year").inner_text().startswith("2022-23")
    assert page.locator("#map-year").input_value() == "2022-23"

"""Every method word on a page leads to its meaning from the section it stands in, without a script."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

WORDS = {
    r"95% interval": "interval",
    r"\bpooled(?! rate)": "average",
    r"[Pp]ooled rate": "pooled",
    r"[Mm]ean of the councils’ rates": "mean",
    r"printed average": "average",
    r"usual range|\b[Uu]sual\b": "usual",
    r"than chance": "compared",
    r"[Ff]unnel plot": "funnel",
    r"overdispersion|\bphi\b": "phi",
    r"beta-binomial": "beta-binomial",
    r"stands? out": "stands-out",
    r"would be expected": "expected",
    r"false discovery|Benjamini": "false-discovery",
    r"\bfew cases\b": "few",
}
"""Written here anew: how a word is found on a page is not to be asked of what links it."""
PAIR = "councils=blackpool-borough-council,leeds-city-council"
PAGES = (
    "/about",
    f"/compare?{PAIR}&year=2023-24",
    f"/compare?{PAIR}&view=years&measure=upheld_pct",
    f"/compare?{PAIR}&view=table",
    "/watch",
    "/council/blackpool-borough-council/2023-24/pack",
    "/data/quality",
)
_CONTROLS = re.compile(r"<(nav|form|option|select|label|summary|svg|button|dl|style|script)\b.*?</\1>", re.S)


def _sections(page: str) -> list[str]:
    (main,) = re.findall(r"<main\b.*?</main>", page, re.S)
    return re.split(r"<section\b", _CONTROLS.sub("", main))


def _said(section: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>|^[^<]*>", " ", section)))


@pytest.mark.parametrize("path", PAGES)
def test_every_method_word_leads_to_its_meaning(demonstration: FlaskClient, path: str) -> None:
    page = demonstration.get(path).text
    for section in _sections(page):
        for word, key in WORDS.items():
            if (found := re.search(word, _said(section))) is not None:
                assert f'#word-{key}"' in section, (found[0], _said(section)[:200])


@pytest.mark.parametrize("path", PAGES)
def test_every_such_link_arrives(demonstration: FlaskClient, path: str) -> None:
    page, about = demonstration.get(path).text, demonstration.get("/about").text
    for where, anchor in re.findall(r'class="method-word" href="([^"#]*)#([^"]+)"', page):
        assert f'id="{anchor}"' in (about if where.startswith("/about") else page), (where, anchor)


def test_the_text_is_what_it_was_and_no_link_is_in_another(demonstration: FlaskClient) -> None:
    for path in PAGES:
        page = demonstration.get(path).text
        assert not re.search(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", page, re.S), path


def test_a_named_release_keeps_its_name_in_the_link(demonstration: FlaskClient) -> None:
    page = demonstration.get("/council/blackpool-borough-council/2023-24/pack?release=held-figures").text
    assert set(re.findall(r'class="method-word" href="([^"#]*)#', page)) <= {"/about?release=held-figures"}

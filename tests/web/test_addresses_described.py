"""The architecture names every address of the site, so that nobody has to look for one in the code."""

import re
from pathlib import Path

from werkzeug.test import Client

from dashboard.api.route import BASE

PAGE = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text("utf-8")


def test_every_address_stands_in_the_architecture(client: Client) -> None:
    rules = client.application.url_map.iter_rules()  # type: ignore[attr-defined]
    ours = {one.rule for one in rules if one.endpoint.startswith("site /")}
    assert "/council/<slug>/<year>" in ours
    named = set(re.findall(r"`(/[^?`\s]*)", PAGE))
    of_the_api = {rule for rule in ours if rule.startswith(BASE)}  # which has a page of its own
    assert {rule for rule in ours - of_the_api if named.isdisjoint({rule, _whatever_its_form(rule)})} == set()


def _whatever_its_form(rule: str) -> str:
    """Return an address without what says in which form it is answered: ``.json``, ``.csv``."""
    return re.sub(r"\.[a-z]+$", "", rule)

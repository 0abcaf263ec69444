"""A real register that is whole for one year of three: only there it is set beside the statistics."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard.build.check import check
from dashboard.build.content import ReleaseContent
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.html_text import visible
from tests.support.tiny_cases import CASES, COMPLIANCE, IMPROVEMENTS, REMEDIES, TEXTS
from tests.support.tiny_release import build_tiny, tiny_content
from tests.web.conftest import MAP_FILES

BLACKPOOL = "/council/blackpool-borough-council"
PRIVATE = "What was recommended for the person who complained is not shown"


def real(row: object) -> object:
    return replace(row, reference=row.reference.removeprefix("SIM "))  # type: ignore[type-var, attr-defined]


def with_register(**more: object) -> ReleaseContent:
    """The tiny release with its cases as real ones, whole for 2023-24 and no other year."""
    parts: dict[str, object] = {
        "cases": tuple(map(real, CASES)),
        "compliance": tuple(map(real, COMPLIANCE)),
        "decisions": tuple(map(real, TEXTS)),
        "improvements": tuple(map(real, IMPROVEMENTS)),
        "register_years": ("2023-24",),
        **more,
    }
    return replace(tiny_content(), **parts)  # type: ignore[arg-type]


def client_of(folder: Path, content: ReleaseContent) -> Client:
    build_tiny(folder, content, MAP_FILES)
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    return create_app(releases, Settings(cache=folder / "cache")).server.test_client()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return client_of(tmp_path_factory.mktemp("register"), with_register())


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (f"{BLACKPOOL}/2023-24", "Of all 7 complaints decided, 3 decisions are published here."),
        (f"{BLACKPOOL}/2022-23", "The decisions behind these figures are not held here."),
        (f"{BLACKPOOL}/2024-25", "Improvements are not held here"),
        ("/decisions", "The statistics of 2023-24 count 8 decided; 4 are published here"),
        ("/decisions?year=2023-24", "The statistics count"),
        ("/decisions/23-000-001", PRIVATE),
        ("/decisions/23-000-001", "What the council agreed to change"),
    ],
)
def test_a_page_says(site: Client, path: str, says: str) -> None:
    assert says in visible(site.get(path).text)


@pytest.mark.parametrize(
    ("path", "never"),
    [
        (f"{BLACKPOOL}/2022-23", r"was decided in 2022-23|statistics count|No public report about"),
        (f"{BLACKPOOL}/2024-25", r"was decided in 2024-25|statistics count|No published decision"),
        ("/?council=blackpool-borough-council&year=2022-23", "was decided in 2022-23|statistics count"),
        (f"{BLACKPOOL}/2022-23/pack", r"No complaint .* was upheld|published no public interest report"),
        (f"{BLACKPOOL}/2022-23/letter", "record no change that was agreed"),
        ("/decisions?year=2024-25", "statistics count|all are published|it is published here"),
        ("/decisions?received=2022-23", "statistics count"),
        ("/decisions/23-000-001", "Nothing recommended is recorded"),
        ("/decisions/23-000-002", PRIVATE),
    ],
)
def test_a_page_never_says(site: Client, path: str, never: str) -> None:
    assert re.search(never, visible(site.get(path).text)) is None


def test_a_number_leads_to_cases_only_where_all_of_them_are_held(site: Client) -> None:
    assert 'class="to-cases"' in site.get(f"{BLACKPOOL}/2023-24").text
    assert 'class="to-cases"' not in site.get(f"{BLACKPOOL}/2024-25").text


def test_remedies_for_persons_are_shown_where_they_are_held(tmp_path: Path) -> None:
    site = client_of(tmp_path, with_register(remedies=tuple(map(real, REMEDIES))))
    told = visible(site.get("/decisions/23-000-001").text)
    assert "Payment, £300." in told
    assert PRIVATE not in told


def test_counts_are_held_to_cases_in_those_years_alone(tmp_path: Path) -> None:
    # No looks: a small release holds comparisons, and no whole types from which they could be made again.
    none = check(build_tiny(tmp_path, with_register(register_years=(), looks=())))
    assert "  Counts and cases: the register is whole for no year, so no count is held to it." in none.report
    assert none.problems == ()
    one = check(build_tiny(tmp_path, with_register()))
    assert any("councils’ years, 2023-24; " in line for line in one.report)

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.releases.locate import (
    NoReleaseError,
    choose,
    is_name,
    live_name,
    locate,
    present,
    releases_directory,
    shown,
)
from dashboard.releases.publication_file import read_publications
from tests.support.published import record_live
from tests.support.tiny_release import build_tiny, tiny_content

THERE = ("demo", "held-figures", "spring-2026")


@pytest.mark.parametrize(
    ("asked", "variable", "live", "demo_allowed", "chosen"),
    [
        ("held-figures", "demo", "spring-2026", True, "held-figures"),
        ("demo", None, "spring-2026", False, "demo"),
        (None, "held-figures", "spring-2026", True, "held-figures"),
        (None, "demo", "spring-2026", False, "demo"),
        (None, None, "spring-2026", True, "spring-2026"),
        (None, None, "spring-2026", False, "spring-2026"),
        (None, None, None, True, "demo"),
        ("", "", None, True, "demo"),
    ],
)
def test_the_first_that_is_named_is_served(
    asked: str | None, variable: str | None, live: str | None, demo_allowed: bool, chosen: str
) -> None:
    assert choose(asked, variable, live, THERE, demo_allowed=demo_allowed) == chosen


@pytest.mark.parametrize(
    ("asked", "variable", "live", "there", "demo_allowed", "sentence"),
    [
        (
            *(None, None, None, THERE, False),
            "No release is live. Name one with --release NAME or DASHBOARD_RELEASE=NAME; "
            "the demonstration, too, is served only when it is named.",
        ),
        (
            *(None, None, None, (), True),
            "There is no release yet. Build one with: python -m dashboard build demo.",
        ),
        (
            *("spring-2027", None, None, THERE, True),
            "There is no release “spring-2027”, asked for with --release.",
        ),
        (
            *(None, "demo", None, (), False),
            "There is no release “demo”, named by DASHBOARD_RELEASE. "
            "Build it with: python -m dashboard build demo.",
        ),
        (
            *(None, None, "gone", THERE, True),
            "There is no release “gone”, recorded as live.",
        ),
        (
            *("../etc", None, None, THERE, True),
            "“../etc”, asked for with --release, cannot be the name of a release.",
        ),
    ],
)
def test_what_cannot_be_served_is_a_sentence(  # noqa: PLR0917
    asked: str | None,
    variable: str | None,
    live: str | None,
    there: tuple[str, ...],
    demo_allowed: bool,
    sentence: str,
) -> None:
    with pytest.raises(NoReleaseError) as refused:
        choose(asked, variable, live, there, demo_allowed=demo_allowed)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("name", ["demo", "held-figures", "2024-25", "a", "spring_2026", "v1.2"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../demo", "a/b", "a\\b", "/etc", "-demo", "demo-", ".hidden", "Demo", "a b"),
        *("demo\n", "demo\0", "live", "publications.json", "a..b", "x" * 70, "dé", "%2e%2e"),
    ],
)
def test_no_names(name: str) -> None:
    assert not is_name(name)


@given(st.text())
def test_a_name_never_leads_out_of_the_folder(text: str) -> None:
    if is_name(text):
        assert (Path("/releases") / text).resolve().parent == Path("/releases")


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({}, "releases"),
        ({"DASHBOARD_RELEASES": ""}, "releases"),
        ({"DASHBOARD_RELEASES": "/srv/r"}, "/srv/r"),
    ],
)
def test_where_releases_are(environment: dict[str, str], folder: str) -> None:
    assert releases_directory(environment) == Path(folder)


def test_locate_reads_the_environment_and_the_live_pointer(tmp_path: Path) -> None:
    build_tiny(tmp_path)
    build_tiny(tmp_path, tiny_content("spring-2026"))
    assert present(tmp_path) == ("held-figures", "spring-2026")
    told = {"DASHBOARD_RELEASES": str(tmp_path)}
    with pytest.raises(NoReleaseError):
        locate(environment=told)
    record_live(tmp_path, "spring-2026")
    assert live_name(tmp_path) == "spring-2026"
    assert locate(environment=told) == tmp_path / "spring-2026"
    assert locate(environment={**told, "DASHBOARD_RELEASE": "held-figures"}) == tmp_path / "held-figures"
    assert locate("spring-2026", environment=told).name == "spring-2026"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert present(tmp_path / "none") == ()
    assert live_name(tmp_path / "none") is None


def test_a_draft_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    build_tiny(tmp_path)
    for name in ("spring-2026", "autumn-2025", "autumn-2024"):
        build_tiny(tmp_path, tiny_content(name, status="draft"))
    build_tiny(tmp_path, tiny_content("secret", status="embargoed"))
    record_live(tmp_path, "autumn-2024", "autumn-2025")
    record = read_publications(tmp_path)
    for name in ("held-figures", "autumn-2025", "autumn-2024"):
        assert shown(name, tmp_path, record) == tmp_path / name
    for name in ("spring-2026", "secret", "../held-figures", "none"):
        assert shown(name, tmp_path, record) is None

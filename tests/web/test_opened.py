"""Which release is shown: named, live, followed; and which others may be asked for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.release.locate import NoReleaseError
from dashboard.web.opened import open_releases
from tests.support.tiny_release import build_tiny, tiny_content


class Clock:
    """A clock that is told the time."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def folder(small_releases: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "releases"
    shutil.copytree(small_releases, copied)
    return copied


def test_a_named_release_is_shown_whatever_is_live(folder: Path) -> None:
    (folder / "live").write_text("held-figures\n")
    releases = open_releases("spring", demo_allowed=False, directory=folder, environment={})
    assert releases.current().name == "spring"


def test_the_environment_names_one_too(folder: Path) -> None:
    environment = {"DASHBOARD_RELEASE": "spring"}
    assert (
        open_releases(None, demo_allowed=False, directory=folder, environment=environment).current().name
        == "spring"
    )


def test_a_release_that_goes_live_is_shown_without_a_restart(folder: Path) -> None:
    clock = Clock()
    (folder / "live").write_text("spring\n")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    before = releases.current()
    (folder / "live").write_text("held-figures\n")
    assert releases.current() is before
    clock.now = 3.0
    assert releases.current().name == "held-figures"
    assert releases.current().id != before.id


def test_the_release_being_shown_stays_while_the_next_cannot_be_opened(folder: Path) -> None:
    clock = Clock()
    (folder / "live").write_text("spring\n")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    (folder / "held-figures" / "release.sqlite").unlink()
    (folder / "live").write_text("held-figures\n")
    clock.now = 3.0
    assert releases.current().name == "spring"
    (folder / "live").write_text("no such release\n")
    clock.now = 6.0
    assert releases.current().name == "spring"


def test_the_demonstration_is_never_shown_unasked(folder: Path) -> None:
    with pytest.raises(NoReleaseError, match="served only when it is named"):
        open_releases(None, demo_allowed=False, directory=folder, environment={})
    assert open_releases(None, demo_allowed=True, directory=folder, environment={}).current().name == "demo"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("held-figures", True),
        ("demo", True),
        ("spring", True),
        ("next", False),
        ("secret", False),
        ("", False),
        ("..", False),
        ("live", False),
        ("a/b", False),
        ("never-was", False),
    ],
)
def test_which_releases_may_be_asked_for(folder: Path, name: str, shown: bool) -> None:
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    assert (releases.named(name) is not None) is shown


def test_a_release_built_again_is_opened_again(folder: Path) -> None:
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    first = releases.named("spring")
    assert releases.named("spring") is first
    build_tiny(folder, tiny_content("spring", "real", "superseded"), {"map/more.json": b"[1]"})
    second = releases.named("spring")
    assert first is not None
    assert second is not None
    assert second.id != first.id


def _cut(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:4096])


def _altered(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _altered])
def test_a_release_that_is_not_whole_is_as_if_it_were_not_there(
    folder: Path, harm: Callable[[Path], None]
) -> None:
    releases = open_releases("spring", demo_allowed=False, directory=folder, environment={})
    harm(folder / "held-figures" / "release.sqlite")
    assert releases.find("held-figures") is None
    assert releases.find("spring") is not None


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _altered])
def test_a_release_that_goes_live_and_is_not_whole_is_not_shown(
    folder: Path, harm: Callable[[Path], None]
) -> None:
    clock = Clock()
    (folder / "live").write_text("spring\n")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    harm(folder / "held-figures" / "release.sqlite")
    (folder / "live").write_text("held-figures\n")
    clock.now = 3.0
    assert releases.current().name == "spring"

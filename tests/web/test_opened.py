"""Which release is shown: named, live, followed; and which others may be asked for."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.releases.locate import NoReleaseError
from dashboard.releases.verify import verify
from dashboard.repository.connection import ReleaseReplacedError
from dashboard.web import stamped
from dashboard.web.opened import open_releases
from tests.support.published import record_live
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
    record_live(folder, "held-figures")
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
    record_live(folder, "spring")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    before = releases.current()
    record_live(folder, "held-figures")
    assert releases.current() is before
    clock.now = 3.0
    assert releases.current().name == "held-figures"
    assert releases.current().id != before.id


def test_the_release_being_shown_stays_while_the_next_cannot_be_opened(folder: Path) -> None:
    clock = Clock()
    record_live(folder, "spring")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    (folder / "held-figures" / "release.sqlite").unlink()
    record_live(folder, "held-figures")
    clock.now = 3.0
    assert releases.current().name == "spring"
    record_live(folder, "no such release")
    clock.now = 6.0
    assert releases.current().name == "spring"


def test_the_demonstration_is_never_shown_unasked(folder: Path) -> None:
    (folder / "publications.json").unlink()
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
    clock = Clock()
    releases = open_releases(
        "held-figures", demo_allowed=False, directory=folder, environment={}, clock=clock
    )
    first = releases.named("spring")
    assert releases.named("spring") is first
    build_tiny(folder, tiny_content("spring", "real", "draft"), {"map/more.json": b"[1]"})
    assert releases.named("spring") is first
    clock.now = 3.0
    second = releases.named("spring")
    assert first is not None
    assert second is not None
    assert second.id != first.id


@pytest.mark.parametrize("asked", [None, "held-figures"])
def test_the_release_shown_is_opened_again_when_another_is_put_in_its_place(
    folder: Path, asked: str | None
) -> None:
    clock = Clock()
    releases = open_releases(asked, demo_allowed=False, directory=folder, environment={}, clock=clock)
    before = releases.current()
    build_tiny(folder, tiny_content("held-figures"), {"map/more.json": b"[1]"})
    assert releases.current() is before
    assert before.repository.figures("blackpool-borough-council", "2023-24")
    clock.now = 3.0
    assert releases.current().id != before.id
    assert before.repository.figures("blackpool-borough-council", "2023-24")  # for who is still reading it


def test_a_thread_that_meets_the_replaced_release_first_is_told_to_open_it_anew(folder: Path) -> None:
    releases = open_releases("held-figures", demo_allowed=False, directory=folder, environment={})
    before = releases.current()
    build_tiny(folder, tiny_content("held-figures"), {"map/more.json": b"[1]"})

    def asks() -> str:
        try:
            before.repository.figures("blackpool-borough-council", "2023-24")
        except ReleaseReplacedError:
            releases.refresh()
        return releases.current().id

    with ThreadPoolExecutor(1) as another:
        assert another.submit(asks).result(timeout=10) != before.id


def test_what_is_published_changes_what_a_release_says_of_itself(folder: Path) -> None:
    clock = Clock()
    releases = open_releases("spring", demo_allowed=False, directory=folder, environment={}, clock=clock)
    before = releases.current()
    told = before.repository.release()
    assert (told.status, told.live) == ("superseded", "held-figures")
    record_live(folder, "spring")
    clock.now = 3.0
    assert releases.current().repository.release().status == "live"
    assert releases.current().id != before.id
    assert [entry.release for entry in releases.current().catalogue().history] == [
        *("spring", "held-figures", "spring")
    ]


def test_readers_are_listed_what_they_may_see(folder: Path) -> None:
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={})
    listed = releases.current().catalogue().releases
    assert [(entry.name, entry.status) for entry in listed] == [
        *(("held-figures", "live"), ("spring", "superseded"), ("demo", "bundled"))
    ]


@pytest.mark.parametrize("name", ["next", "secret"])
def test_a_release_that_is_not_published_is_served_where_it_is_named_and_nowhere_else(
    folder: Path, name: str
) -> None:
    preview = open_releases(name, demo_allowed=False, directory=folder, environment={})
    assert not preview.current().public
    assert preview.find(name) is preview.current()
    public = open_releases(None, demo_allowed=False, directory=folder, environment={})
    assert public.find(name) is None


def test_a_release_that_was_live_and_is_no_longer_held_is_told_apart(folder: Path) -> None:
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={})
    shutil.rmtree(folder / "spring")
    shutil.rmtree(folder / "next")
    assert [releases.gone(name) for name in ("spring", "next", "never-was", "held-figures")] == [
        *(True, False, False, False)
    ]


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
    record_live(folder, "spring")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    harm(folder / "held-figures" / "release.sqlite")
    record_live(folder, "held-figures")
    clock.now = 3.0
    assert releases.current().name == "spring"


# ---- damage and loss while serving


def _flip(database: Path) -> None:
    """Alter one byte without a change of size, as a disk does; its time of change is another."""
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1
    with database.open("r+b") as file:
        file.write(content)


def _gone(database: Path) -> None:
    shutil.rmtree(database.parent)


HARMS = [Path.unlink, _cut, _altered, _flip, _gone]


@pytest.mark.parametrize("harm", HARMS)
def test_a_live_release_that_is_damaged_gives_way_to_the_one_before_it(
    folder: Path, harm: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    record_live(folder, "spring", "held-figures")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    assert (releases.current().name, releases.trouble()) == ("held-figures", "")
    harm(folder / "held-figures" / "release.sqlite")
    for turn in range(1, 6):
        clock.now = 3.0 * turn
        assert releases.current().name == "spring"
        assert releases.trouble()
    said = [record for record in caplog.records if record.name == "dashboard.releases"]
    assert len(said) == 1
    assert "“held-figures” cannot be served" in said[0].getMessage()
    assert "Served instead: spring" in said[0].getMessage()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"live": 7}'])
def test_a_record_that_cannot_be_read_leaves_what_is_shown(folder: Path, content: str) -> None:
    clock = Clock()
    record_live(folder, "spring", "held-figures")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    (folder / "publications.json").write_text(content)
    clock.now = 3.0
    assert releases.current().name == "held-figures"
    assert releases.trouble()


@pytest.mark.parametrize("harm", HARMS)
def test_a_release_that_is_named_gives_way_to_no_other(folder: Path, harm: Callable[[Path], None]) -> None:
    clock = Clock()
    record_live(folder, "spring", "held-figures")
    releases = open_releases(
        "held-figures", demo_allowed=False, directory=folder, environment={}, clock=clock
    )
    harm(folder / "held-figures" / "release.sqlite")
    clock.now = 3.0
    assert releases.current().name == "held-figures"
    assert releases.trouble()


def test_a_folder_that_comes_back_is_served_again(folder: Path) -> None:
    clock = Clock()
    record_live(folder, "spring", "held-figures")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    aside = folder.parent / f"{folder.name}-aside"
    (folder / "held-figures").rename(aside)
    clock.now = 3.0
    assert releases.current().name == "spring"
    aside.rename(folder / "held-figures")
    clock.now = 6.0
    assert (releases.current().name, releases.trouble()) == ("held-figures", "")


def test_bytes_that_cannot_be_read_put_the_release_in_doubt(folder: Path) -> None:
    """What leaves no trace on the file is found when something of it cannot be read."""
    clock = Clock()
    record_live(folder, "spring", "held-figures")
    releases = open_releases(None, demo_allowed=False, directory=folder, environment={}, clock=clock)
    database = folder / "held-figures" / "release.sqlite"
    times = database.stat()
    _flip(database)
    os.utime(database, ns=(times.st_atime_ns, times.st_mtime_ns))
    clock.now = 3.0
    assert releases.current().name == "held-figures"
    clock.now = 30.0
    releases.doubt()
    assert releases.current().name == "spring"


def test_a_damaged_release_that_is_asked_for_again_and_again_is_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    record_live(folder, "spring", "held-figures", "spring")
    releases = open_releases("spring", demo_allowed=False, directory=folder, environment={}, clock=clock)
    _altered(folder / "held-figures" / "release.sqlite")
    read = []
    monkeypatch.setattr(stamped, "verify", lambda place: read.append(place.name) or verify(place))
    for turn in range(20):
        clock.now = 3.0 * turn
        assert releases.find("held-figures") is None
    assert read == ["held-figures"]
    assert sum(record.name == "dashboard.releases" for record in caplog.records) == 1
    build_tiny(folder, tiny_content("held-figures"), {"map/more.json": b"[1]"})
    clock.now += 3.0
    assert releases.find("held-figures") is not None

"""A run of the export, in several processes: it may end at any moment, and goes on when started again."""

import hashlib
import json
import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dashboard import __version__
from dashboard.as_files import headers, maker
from dashboard.as_files.check import problems_of, strays
from dashboard.as_files.folder import Making, making, write
from dashboard.as_files.kept import Entry, Made, entry_of, is_whole, manifest_text, read_manifest
from dashboard.as_files.places import redirects
from dashboard.as_files.plan import Group, groups
from dashboard.as_files.site import Order, Site
from dashboard.mailing.one_letter import leave_signals_to_the_parent
from dashboard.mailing.run import processors
from dashboard.web.settings import PROJECT

_AT_A_TIME = 400  # files that a process checks before it is given others
_FOR_SERVERS = "what file servers read"

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass
class Told:
    """What a run came to. Without problems the export is in its place, and whole."""

    files: int = 0
    size: int = 0
    kept: int = 0
    problems: list[str] = field(default_factory=list)
    interrupted: bool = False


def export(order: Order, place: Path, progress: Progress) -> Told:
    """Export a release to a place, going on with what an earlier run of the same made.

    Raises NotOursError, LockedError, OSError, and what opening the release raises.
    """
    with making(place) as folder:
        site = Site(order)
        made = made_of(site)
        todo = [*maker.own_groups(), *groups(site.repository, order.parts, order.settings.address)]
        there = _whole(folder, made)
        told = Told(kept=sum(len(entries) for entries in there))
        entries = [entry for entries in there for entry in entries]
        done = {entry.group for entry in entries}
        waiting = [group for group in todo if group.name not in done]
        folder.kept(made, there)
        try:
            with _processes(order, folder.folder) as pool:
                entries += _made(pool, waiting, folder, told, partial(progress, "writing"))
                if not told.problems:
                    entries += _for_servers(site, order, folder, entries)
                    folder.remove_strays(frozenset(entry.file for entry in entries))
                    told.problems += _checked(pool, folder.folder, entries, partial(progress, "checking"))
        except KeyboardInterrupt:
            told.interrupted = True
            told.problems.append("The export was interrupted.")
        except BrokenProcessPool:
            told.problems.append("A process ended unexpectedly (without memory, it may be).")
        told.files, told.size = len(entries), sum(entry.size for entry in entries)
        if not told.problems:
            folder.finish(manifest_text(made, entries))
        return told


def check(place: Path) -> list[str]:
    """Return what is wrong with an export that is finished. Raises NoExportError where there is none."""
    _, entries = read_manifest(place)
    files = frozenset(entry.file for entry in entries)
    return [*problems_of(place, entries, files), *strays(place, files)]


def made_of(site: Site) -> Made:
    """Return what an export of a site is of."""
    release, order = site.repository.release(), site.order
    told = [site.served.id, __version__, program(), order.parts.names, order.settings.address]
    return Made(
        release=release.name,
        status=release.standing,
        kind=release.kind,
        parts=order.parts.names,
        address=order.settings.address,
        made_from=hashlib.sha256(json.dumps([*told, order.settings.page_seconds]).encode()).hexdigest(),
    )


def program() -> str:
    """Return a checksum of the program's own files: another version makes other pages."""
    total = hashlib.sha256()
    for folder, pattern in (("dashboard", "*.py"), ("assets", "*"), ("dashboard", "*.typ")):
        for path in sorted((PROJECT / folder).rglob(pattern)):
            if path.is_file():
                total.update(f"{path.relative_to(PROJECT)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def _whole(folder: Making, made: Made) -> list[tuple[Entry, ...]]:
    """Return the groups of an earlier run that are there with every file as it was made."""
    return [
        entries for entries in folder.begun(made) if all(is_whole(folder.folder, entry) for entry in entries)
    ]


def _made(
    pool: ProcessPoolExecutor,
    waiting: Sequence[Group],
    folder: Making,
    told: Told,
    progress: Callable[[int, int], None],
) -> list[Entry]:
    """Make what is waiting; note every group when it is made. What fails is told, and the rest is made."""
    entries: list[Entry] = []
    futures: dict[Future[list[Entry]], Group] = {pool.submit(_make, group): group for group in waiting}
    try:
        for count, future in enumerate(as_completed(futures), start=1):
            try:
                of_group = future.result()
            except (RuntimeError, OSError) as error:
                if isinstance(error, BrokenProcessPool):
                    raise
                told.problems.append(f"{futures[future].name}: {error}")
            else:
                folder.note(of_group)
                entries += of_group
            progress(count, len(futures))
    except BaseException:
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    return entries


def _for_servers(site: Site, order: Order, folder: Making, entries: Iterable[Entry]) -> list[Entry]:
    release = site.repository.release()
    all_say = headers.for_all(
        f"{release.name} ({release.standing})",
        public=site.served.public,
        page_seconds=order.settings.page_seconds,
    )
    old = redirects({council.slug: council.led_here_from for council in site.repository.councils()})
    files = {
        headers.HEADERS: headers.headers_file(all_say, entries),
        headers.REDIRECTS: headers.redirects_file(old),
        headers.NGINX: headers.nginx_file(all_say, entries, old),
    }
    for name, content in files.items():
        write(folder.folder, name, content.encode())
    return [entry_of(name, content.encode(), _FOR_SERVERS) for name, content in files.items()]


def _checked(
    pool: ProcessPoolExecutor,
    folder: Path,
    entries: Sequence[Entry],
    progress: Callable[[int, int], None],
) -> list[str]:
    files = frozenset(entry.file for entry in entries)
    parts = [entries[at : at + _AT_A_TIME] for at in range(0, len(entries), _AT_A_TIME)]
    problems: list[str] = []
    for count, future in enumerate(
        [pool.submit(problems_of, folder, part, files) for part in parts], start=1
    ):
        problems += future.result()
        progress(count, len(parts))
    return problems


_makers: list[maker.Maker] = []


def _processes(order: Order, folder: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processors(),
        multiprocessing.get_context("spawn"),
        _begin,
        (order, folder),  # no thread is copied
    )


def _begin(order: Order, folder: Path) -> None:
    leave_signals_to_the_parent()
    _makers.append(maker.Maker(order, folder))


def _make(group: Group) -> list[Entry]:
    return _makers[0].make(group)

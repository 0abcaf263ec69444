"""The directions of the house hold, and its page prints them."""

from collections.abc import Callable
from itertools import chain, pairwise

import pytest

from tests.architecture.floors import (
    FLOORS,
    INSIDE,
    PACKAGES,
    PROJECT,
    Import,
    imports,
    inner_room,
    inside,
    may_import,
    purpose,
    room,
    table,
)

ROOMS = tuple(chain(*FLOORS))
IMPORTS = tuple(imports())


def test_every_folder_is_a_room_on_one_floor():
    folders = {path.name for path in (PROJECT / "dashboard").iterdir() if (path / "__init__.py").is_file()}
    assert sorted(ROOMS) == sorted(folders)


def test_a_room_imports_only_lower_floors_and_those_named_before_it():
    wrong = [
        str(one)
        for one in IMPORTS
        if room(one.of) in ROOMS
        and one.imported.startswith("dashboard.")
        and room(one.imported) in ROOMS
        and not may_import(room(one.of), room(one.imported))
    ]
    assert wrong == []


def test_no_two_rooms_import_each_other():
    looks = {(room(one.of), room(one.imported)) for one in IMPORTS if one.imported.startswith("dashboard.")}
    assert [pair for pair in looks if pair[0] < pair[1] and pair[::-1] in looks] == []


@pytest.mark.parametrize("name", INSIDE)
def test_the_rooms_within_a_room_look_one_way(name: str):
    order = INSIDE[name]
    within = [
        (inner_room(one.of), inner_room(one.imported), one)
        for one in IMPORTS
        if room(one.of) == room(one.imported) == name
    ]
    wrong = [
        str(one) for of, to, one in within if of and to and of != to and order.index(of) < order.index(to)
    ]
    assert wrong == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_kept_to_its_rooms(package: str):
    wrong = [
        str(one)
        for one in IMPORTS
        if one.imported.split(".")[0] == package and room(one.of) not in PACKAGES[package]
    ]
    assert wrong == []


def test_what_is_derived_once_is_imported_only_by_its_command():
    users = {one.of for one in IMPORTS if one.imported.split(".")[0] == "derive" and room(one.of) != "derive"}
    assert users == {"dashboard.cli.derive", "dashboard.cli.renew"}


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_says_in_a_line_what_is_in_it(name: str):
    assert purpose(name).endswith(".")


def test_pages_stand_in_rooms_by_their_subject():
    assert sorted(path.name for path in (PROJECT / "dashboard" / "pages").glob("*.py")) == ["__init__.py"]


@pytest.mark.parametrize("name", INSIDE)
def test_every_folder_within_such_a_room_has_its_place(name: str):
    folders = {file.parent.name for file in (PROJECT / "dashboard" / name).glob("*/__init__.py")}
    assert sorted(INSIDE[name]) == sorted(folders)


@pytest.mark.parametrize("printed", [table, inside])
def test_the_page_prints_what_is_held_here(printed: Callable[[], str]):
    page = (PROJECT / "docs" / "architecture.md").read_text("utf-8")
    assert printed() in page, "print it again: python -m tests.architecture.floors"


@pytest.mark.parametrize(
    ("of", "imported", "allowed"),
    [
        ("pages", "words", True),
        ("words", "pages", False),
        ("addresses", "words", True),
        ("words", "addresses", False),
        ("repository", "statistics", True),
        ("statistics", "repository", False),
        ("web", "cli", False),
        ("domain", "domain", True),
    ],
)
def test_lower_floors_may_be_looked_at_and_higher_ones_not(of: str, imported: str, allowed: bool):
    assert may_import(of, imported) is allowed


def test_floors_do_not_repeat_a_room():
    assert len(set(ROOMS)) == len(ROOMS)
    assert all(set(one).isdisjoint(other) for one, other in pairwise(FLOORS))


def test_an_import_is_told_by_both_its_ends():
    assert str(Import("dashboard.words.figure", "dashboard.pages")) == (
        "dashboard.words.figure imports dashboard.pages"
    )

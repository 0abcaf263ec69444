"""Whose the letters of a release are: said by the publisher, in a draft, and nowhere else."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.imports.store.draft import load_draft
from dashboard.imports.store.log import read_log
from dashboard.repository.manifest import parse_manifest, read_manifest
from tests.support.office import WHO, Office, begun, of_its_own

DRAFT, SIGNATORY = "spring", "Jo Example, Ombudsman"
SIGN = ("sign", DRAFT, "--as", SIGNATORY, *WHO)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return begun(tmp_path_factory.mktemp("office"), DRAFT)


@pytest.fixture
def place(ready: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return of_its_own(ready, tmp_path, monkeypatch)


def test_a_release_is_signed_as_its_draft_says_and_stays_so(place: Office) -> None:
    assert main(["build", DRAFT, *place.data]) == 0
    unsigned = read_manifest(place.releases / DRAFT)
    assert unsigned.release.signatory is None
    assert "signatory" not in unsigned.to_json()
    assert main([*SIGN]) == 0
    assert main(["build", DRAFT, *place.data]) == 0
    signed = read_manifest(place.releases / DRAFT)
    assert signed.release.signatory == SIGNATORY
    assert parse_manifest(signed.to_json(), DRAFT) == signed
    assert signed.id == signed.content_id() != unsigned.id


def test_a_release_that_was_built_before_is_stale(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", DRAFT, *place.data]) == 0
    main([*SIGN])
    assert main(["publish", DRAFT, *WHO]) != 0
    assert "its settings" in capsys.readouterr().err


def test_it_is_taken_back_and_both_are_in_the_log(place: Office) -> None:
    main([*SIGN])
    assert main(["sign", DRAFT, "--none", *WHO]) == 0
    assert load_draft(place.store, DRAFT).signatory == ""
    told = [line.what for line in read_log(place.store) if line.act == "sign"]
    assert told == [SIGNATORY, "nobody"]


@pytest.mark.parametrize("who", ["", "   ", "x" * 121, "Jo\x1b Example"])
def test_who_signs_is_a_name_in_one_line(place: Office, who: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sign", DRAFT, "--as", who, *WHO]) != 0
    assert load_draft(place.store, DRAFT).signatory == ""
    assert "--as" in capsys.readouterr().err

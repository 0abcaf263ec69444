"""The list of decisions held: councils', each once, no more said than was seen, addresses by the rule."""

from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.domain.bodies import body_kind
from dashboard.reference.artefact import ArtefactError, read_artefact
from dashboard.reference.decisions import COLUMNS, DECISIONS, load_decisions
from dashboard.reference.load import Reference


def test_255_decisions_are_held(reference: Reference) -> None:
    listed = load_decisions(DATA)
    assert len(listed) == 255
    assert {one.slug for one in listed} <= set(reference.councils)
    assert sum(one.outcome is None for one in listed) == 9
    assert sum(one.decided is None for one in listed) == 17
    assert not any(body_kind(reference.councils[one.slug].name) for one in listed)


def test_a_council_existed_when_it_was_decided_about_or_had_ended(reference: Reference) -> None:
    for one in load_decisions(DATA):
        start = reference.councils[one.slug].start
        assert one.decided is None or start is None or start <= one.decided


def test_the_rule_gives_every_address_held() -> None:
    lines = read_artefact(DATA, DECISIONS, COLUMNS)
    held = {line["reference"]: line["address"] for line in lines if line["address"]}
    assert len(held) == 112
    assert held["18 017 135"] == "/decisions/children-s-care-services/friends-and-family-carers/18-017-135"
    load_decisions(DATA)  # refuses an address that is not the rule's


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("23 001 23,a,housing,Homelessness,upheld,2024-01-01,", "is not a case reference"),
        ("23 001 234,a,homes,Homelessness,upheld,2024-01-01,", "is not a category"),
        ("23 001 234,a,housing,Homelessness,partly,2024-01-01,", "is not an outcome"),
        ("23 001 234,a,housing,Homelessness,upheld,2024-02-30,", "is not a day"),
        (
            "23 001 234,a,housing,Homelessness,upheld,2024-01-01,/decisions/housing/other/23-001-234",
            "the address is not /decisions/housing/homelessness/23-001-234",
        ),
        ("23 001 234,a,housing,,,,\n23 001 234,b,housing,,,,", "stands twice"),
    ],
)
def test_an_odd_row_is_named(tmp_path: Path, row: str, sentence: str) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / DECISIONS).write_text(f"{','.join(COLUMNS)}\n{row}\n", "utf-8")
    with pytest.raises(ArtefactError, match=sentence):
        load_decisions(tmp_path)

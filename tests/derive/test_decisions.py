"""The list of decisions derived: councils' alone, nobody else named, every address by the rule."""

from pathlib import Path

import pytest

from dashboard.reference.decisions import DECISIONS
from derive.artefacts import encode
from derive.councils import derive_councils
from derive.decisions import PUBLISHED, Decisions, derive_decisions
from derive.source import DerivationError, SourceFolder
from tests.derive.small_source import write_small_source

STEEL_ROW = "17 002 402b,Steel Metropolitan Council"


def derived(root: Path, changed: tuple[str, str] | None = None) -> Decisions:
    source = SourceFolder(write_small_source(root, {PUBLISHED: changed} if changed else None))
    return derive_decisions(source, derive_councils(source))


def test_decisions_about_councils_are_kept_with_what_was_seen(tmp_path: Path) -> None:
    found = derived(tmp_path)
    assert found.table.path == DECISIONS
    assert found.table.rows == (
        (
            *("17 002 402b", "steel-city-council", "childrens_care_services", "Friends and family carers"),
            *("upheld", "2018-07-03"),
            "/decisions/children-s-care-services/friends-and-family-carers/17-002-402b",
        ),
        (
            *("19 001 001", "over-and-under-borough-council", "other_categories"),
            *("Councillor conduct and standards", "", "", ""),
        ),
    )


def test_others_are_counted_by_kind_and_named_nowhere(tmp_path: Path) -> None:
    found = derived(tmp_path)
    assert found.left_out == {
        "NHS body": 1,
        "care provider or other company": 1,
        "national park authority": 1,
    }
    assert found.addresses == 2, "those of bodies left out are held to the rule, too"
    kept = encode(found.table).decode()
    assert "Anna" not in kept
    assert "Kindly" not in kept


def test_what_names_neither_is_refused_without_being_repeated(tmp_path: Path) -> None:
    with pytest.raises(DerivationError, match="line 4: the authority is no council") as refused:
        derived(tmp_path, ("Anna Example t/a Kindly Care Limited", "Anna Example"))
    assert "Anna" not in str(refused.value)


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("children-s-care-services/friends", "childrens-care-services/friends", "the address is not"),
        ("http://lgo.org.uk/", "http://lgo.org.uk.example/", "the address is not"),
        ("17-002-402b?", "17-002-402?", "the address is not"),
        (STEEL_ROW, "17 002 40,Steel Metropolitan Council", "no case reference"),
        ("19 001 003,NHS", "19 001 001,NHS", "19 001 001 stands twice"),
        ("Upheld,2018-07-03", "Upheld,03/07/2018", "is no day"),
        ("Upheld,2018-07-03", "Partly upheld,2018-07-03", "is no outcome of a decision"),
        ("Planning,COVID-19", "Plans,COVID-19", "is no category of a decision"),
    ],
)
def test_a_row_that_is_odd_is_refused(tmp_path: Path, was: str, now: str, sentence: str) -> None:
    with pytest.raises(DerivationError, match=sentence):
        derived(tmp_path, (was, now))

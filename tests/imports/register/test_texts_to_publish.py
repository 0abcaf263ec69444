"""What a register says to everyone: remedies for persons only where told, texts screened and readable."""

import json
import re
from pathlib import Path

import pytest

from dashboard.checks.draft import check_imported
from dashboard.imports.drafts.importing import Asked, Done, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.imported import CHARACTERS, PERSONAL, Imported
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.draft import DEMONSTRATION, load_draft
from dashboard.imports.store.log import read_log
from dashboard.reference.load import Reference
from tests.imports.register.test_register import LABELS, UNPUBLISHED, write
from tests.metrics.world import held

SIMULATED = {**LABELS, "Case reference": "SIM 23 000 001"}


def bring(store: Path, reference: Reference, *rows: dict[str, str], **asked: object) -> tuple[Done, Imported]:
    path = write(store.parent, list(rows))
    done = import_files(store, Asked("spring", (path,), **asked), reference)  # type: ignore[arg-type]
    return done, read_draft(store, "spring", reference)


def test_what_was_recommended_for_a_person_is_in_no_release_unless_told(
    store: Path, reference: Reference
) -> None:
    done, read = bring(store, reference, LABELS)
    assert read.register is not None
    assert (len(read.register.remedies), len(read.register.improvements)) == (0, 2)
    assert (done.kept_back, done.added[0].personal_remedies) == (2, False)


def test_the_publisher_may_say_that_it_is_to_be_published(store: Path, reference: Reference) -> None:
    done, read = bring(store, reference, LABELS, personal_remedies=True)
    assert read.register is not None
    assert (len(read.register.remedies), done.kept_back) == (2, 0)
    assert load_draft(store, "spring").inputs[0].personal_remedies
    assert read_log(store)[-1].what.startswith("register.csv (register with personal remedies, sha256 ")
    told = json.loads((store / "drafts" / "spring" / "draft.json").read_text("utf-8"))
    assert told["inputs"][0]["personal_remedies"] is True


def test_what_was_said_of_one_file_is_not_said_of_its_successor(store: Path, reference: Reference) -> None:
    bring(store, reference, LABELS, personal_remedies=True)
    _, read = bring(store, reference, {**LABELS, "Subject": "Another"}, replacing=True)
    assert read.register is not None
    assert len(read.register.remedies) == 0


def test_a_draft_of_before_keeps_them_private(store: Path, reference: Reference) -> None:
    bring(store, reference, LABELS, personal_remedies=True)
    path = store / "drafts" / "spring" / "draft.json"
    told = json.loads(path.read_text("utf-8"))
    del told["inputs"][0]["personal_remedies"]
    path.write_text(json.dumps(told), "utf-8")
    register = read_draft(store, "spring", reference).register
    assert register is not None
    assert len(register.remedies) == 0


def test_simulated_remedies_are_nobodys(store: Path, reference: Reference) -> None:
    done, read = bring(store, reference, SIMULATED, kind=DEMONSTRATION)
    assert read.register is not None
    assert (len(read.register.remedies), done.kept_back) == (2, 0)


@pytest.mark.parametrize(
    ("column", "text", "what"),
    [
        ("Subject", "Mr Example’s fence", "a person’s name"),
        ("Summary", "Write to a@b.example, or 07700 900123.", "an e-mail address and a phone number"),
        ("Fault", "Letter sent to SW1A 1AA", "a postcode"),
        ("Response", "Ms Example said so.", "a person’s name"),
        ("Improvements", "Training: call 020 7946 0958", "a phone number"),
    ],
)
def test_a_text_that_may_name_a_person_is_a_warning_by_row_and_column(
    store: Path, reference: Reference, column: str, text: str, what: str
) -> None:
    _, read = bring(store, reference, LABELS, {**LABELS, "Case reference": "23 000 003", column: text})
    checked = check_imported(load_draft(store, "spring"), read, reference, held())
    (finding,) = [one for one in checked.judged.warnings if one.check == "personal"]
    said = rf"The {column.lower()} of 23 000 003 holds what looks like {what} \(text [0-9a-f]{{8}}\)\."
    assert re.fullmatch(said, finding.sentence)
    assert (finding.slug, str(finding.place)) == (
        "adur-district-council",
        f"register.csv, row 3, column “{column}”",
    )
    assert "Example" not in finding.sentence + finding.suggestion


def test_who_accepts_a_text_accepts_no_other_that_takes_its_place(store: Path, reference: Reference) -> None:
    """The warning does not repeat the text, and yet another text is another warning."""

    def looked_at(text: str) -> tuple[str, ...]:
        _, read = bring(store, reference, {**LABELS, "Summary": text}, replacing=True)
        checked = check_imported(load_draft(store, "spring"), read, reference, held())
        return tuple(one.sentence for one in checked.judged.warnings if one.check == "personal")

    first = looked_at("Mr Example, the judge, ruled on it.")
    assert len(first) == 1
    assert looked_at("Mr Example, the judge, ruled on it.") == first
    assert looked_at("Mrs Other complained.") != first


def test_texts_that_are_not_published_are_not_screened(store: Path, reference: Reference) -> None:
    hidden = {**LABELS, **UNPUBLISHED, "Summary": "Mrs Example, SW1A 1AA"}
    private = {**LABELS, "Remedies": "Payment: It will pay Mr Example £100."}
    _, read = bring(store, reference, private, hidden)
    assert [one for one in read.found if one.kind == PERSONAL] == []


def test_remedies_are_screened_where_they_are_published(store: Path, reference: Reference) -> None:
    private = {**LABELS, "Remedies": "Payment: It will pay Mr Example £100."}
    _, read = bring(store, reference, private, personal_remedies=True)
    assert [(one.column, one.what) for one in read.found] == [("remedies", "a person’s name")]


def test_what_nobody_can_see_is_named_and_a_space_in_a_text(store: Path, reference: Reference) -> None:
    done, read = bring(store, reference, {**LABELS, "Summary": "There\x1bwas\ufffe fault.\u202e"})
    assert read.register is not None
    assert read.register.texts["summary"].tolist() == ["There was  fault. "]
    (found,) = done.found
    assert (found.kind, str(found.place)) == (CHARACTERS, "register.csv, row 2, column “Summary”")
    assert found.what == "U+001B (escape), U+FFFE (no character) and U+202E (right-to-left override)"
    checked = check_imported(load_draft(store, "spring"), read, reference, held())
    assert any("U+001B (escape)" in note and "row 2" in note for note in checked.notes)


@pytest.mark.parametrize("column", ["Case reference", "Council", "Decision", "Decision date", "Publish"])
def test_it_is_refused_in_any_other_cell(store: Path, reference: Reference, column: str) -> None:
    with pytest.raises(ImportRefusedError, match=f"column “{column}”: The cell holds U\\+0085"):
        bring(store, reference, {**LABELS, column: f"{LABELS[column][:1]}\x85{LABELS[column][1:]}"})

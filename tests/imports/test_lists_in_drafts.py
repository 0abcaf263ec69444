"""A list of decisions in a draft: of no year, never beside a register, never anything else by mistake."""

from pathlib import Path

import pytest

from dashboard.imports.drafts.importing import Asked, Done, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.aside import Aside
from dashboard.imports.store.draft import DEMONSTRATION, load_draft
from dashboard.imports.store.drop import drop_inputs
from dashboard.imports.store.log import read_log
from dashboard.reference.load import Reference
from tests.imports.lists.test_decision_list import PRIVATE, ROW
from tests.imports.lists.test_decision_list import write as write_list
from tests.imports.register.test_register import LABELS
from tests.imports.register.test_register import write as write_register
from tests.support.stores import WHY

OTHER = {**ROW, "reference": "23 001 001", "authority": PRIVATE}


def bring(store: Path, reference: Reference, *paths: Path, **asked: object) -> Done:
    return import_files(store, Asked("spring", paths, **asked), reference)  # type: ignore[arg-type]


def test_a_list_is_an_input_of_no_year_and_makes_no_figure(store: Path, reference: Reference) -> None:
    done = bring(store, reference, write_list(store.parent, [ROW, OTHER]), decisions=True)
    (added,) = done.added
    assert (added.kind, added.year, added.years, added.rows) == ("decisions", None, (), 2)
    assert [one.text for one in done.left_out] == ["care provider or other company"]
    read = read_draft(store, "spring", reference)
    assert (read.years, read.values, read.register) == ((), (), None)
    assert [row.decision.reference for row in read.decisions] == ["17 002 402b"]


def test_nobody_elses_name_is_kept_in_a_draft(store: Path, reference: Reference) -> None:
    bring(store, reference, write_list(store.parent, [ROW, OTHER]), decisions=True)
    kept = [path for path in (store / "drafts").rglob("*") if path.is_file()]
    assert kept
    assert not any("Anna" in path.read_text("utf-8") for path in kept)
    assert "Anna" not in repr(read_draft(store, "spring", reference))


def test_a_list_that_nobody_says_is_one_is_refused(store: Path, reference: Reference) -> None:
    path = write_list(store.parent, [ROW])
    for asked in ({"years": ("2018-19",)}, {}):
        with pytest.raises(ImportRefusedError, match="This is a list of decisions, and no table or register"):
            bring(store, reference, path, **asked)
    with pytest.raises(ImportRefusedError, match="no case register"):
        bring(store, reference, path, register=True)


@pytest.mark.parametrize("more", [{"years": ("2018-19",)}, {"register": True}, {"personal_remedies": True}])
def test_what_a_list_has_no_use_for_is_refused(
    store: Path, reference: Reference, more: dict[str, object]
) -> None:
    with pytest.raises(ImportRefusedError, match="A list of decisions is of no year and is no register"):
        bring(store, reference, write_list(store.parent, [ROW]), decisions=True, **more)


def test_a_draft_has_one_list_and_another_replaces_it(store: Path, reference: Reference) -> None:
    bring(store, reference, write_list(store.parent, [ROW]), decisions=True)
    second = write_list(store.parent, [{**ROW, "reference": "17 002 402"}], name="second")
    with pytest.raises(
        ImportRefusedError, match=r"The draft has a list of decisions already: decisions\.csv"
    ):
        bring(store, reference, second, decisions=True)
    bring(store, reference, second, decisions=True, replacing=True)
    (row,) = read_draft(store, "spring", reference).decisions
    assert row.decision.reference == "17 002 402"


def test_a_register_and_a_list_never_stand_together(store: Path, reference: Reference) -> None:
    listed, register = write_list(store.parent, [ROW]), write_register(store.parent, [LABELS])
    bring(store, reference, listed, decisions=True)
    with pytest.raises(ImportRefusedError, match="a list of decisions and a register"):
        bring(store, reference, register)
    other = Asked("autumn", (register,))
    import_files(store, other, reference)
    with pytest.raises(ImportRefusedError, match="a list of decisions and a register"):
        import_files(store, Asked("autumn", (listed,), decisions=True), reference)
    assert read_draft(store, "autumn", reference).decisions == ()


def test_a_demonstration_has_no_real_decisions(store: Path, reference: Reference) -> None:
    path = write_list(store.parent, [ROW])
    with pytest.raises(ImportRefusedError, match="says nowhere that it is simulated"):
        import_files(store, Asked("sim", (path,), (), DEMONSTRATION, decisions=True), reference)


def test_a_list_is_taken_out_of_a_draft_and_the_log_tells_it(store: Path, reference: Reference) -> None:
    bring(store, reference, write_list(store.parent, [ROW]), decisions=True)
    (dropped,) = drop_inputs(store, "spring", "decisions.csv", WHY)
    assert (dropped.kind, load_draft(store, "spring").inputs) == ("decisions", ())
    assert read_draft(store, "spring", reference).decisions == ()
    assert [(one.act, one.what[:32]) for one in read_log(store)] == [
        ("import", "decisions.csv (decisions, sha256"),
        ("drop", "decisions.csv (decisions, sha256"),
    ]


def test_what_is_left_out_of_a_list_is_left_out_again_when_it_is_read(
    store: Path, reference: Reference
) -> None:
    aside = Aside(rows=(3,), by="A. Clerk", reason="Not ours")
    path = write_list(store.parent, [ROW, {**ROW, "reference": "23 001 001", "category": "Homes"}])
    done = bring(store, reference, path, decisions=True, aside=aside)
    assert done.added[0].aside == aside
    read = read_draft(store, "spring", reference)
    assert [row.decision.reference for row in read.decisions] == ["17 002 402b"]
    assert read.aside == ("decisions.csv: row 3 set aside: Not ours (A. Clerk)",)

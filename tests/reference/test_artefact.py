"""An artefact that is missing, truncated or odd is refused with a sentence naming file and line."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reference.artefact import ArtefactError, finite_decimal, read_artefact, whole_number
from dashboard.reference.held import load_held
from dashboard.reference.load import load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.past import REORGANISATIONS as PAST
from dashboard.reference.postcodes import load_postcodes
from dashboard.reference.sources import altered_artefacts, load_sources

GOOD = b"slug,count\na,1\nb,2\n"


def written(folder: Path, content: bytes, name: str = "t.csv") -> Path:
    (folder / name).write_bytes(content)
    return folder


def test_a_good_artefact_is_read_with_places(tmp_path: Path) -> None:
    lines = read_artefact(written(tmp_path, GOOD), "t.csv", ("slug", "count"))
    assert [(line["slug"], line.whole("count"), line.place) for line in lines] == [
        ("a", 1, "t.csv, line 2"),
        ("b", 2, "t.csv, line 3"),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "line 1: the columns are not slug, count"),
        (b"slug,count\n", "has no rows"),
        (b"slug,counts\na,1\n", "line 1: the columns are not slug, count"),
        (b"slug,count\na,1\nb\n", "line 3: 1 cells where there should be 2"),
        (b"slug,count\na,1,2\n", "line 2: 3 cells where there should be 2"),
        (b"slug,count\na,1\nb,2", "line 3: the file ends within a line"),
        (b'slug,count\na,1\n"b,2\n', "line 3"),
        (b"slug,count\na\xff,1\n", "no UTF-8"),
    ],
)
def test_an_odd_artefact_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(ArtefactError, match=sentence) as caught:
        read_artefact(written(tmp_path, content), "t.csv", ("slug", "count"))
    assert str(caught.value).startswith("t.csv")


def test_a_missing_artefact_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArtefactError, match=r"t\.csv is missing from "):
        read_artefact(tmp_path, "t.csv", ("slug",))


@pytest.mark.parametrize("length", [0, 5, 20])
def test_a_truncated_compressed_artefact_is_named(tmp_path: Path, length: int) -> None:
    packed = gzip.compress(GOOD, mtime=0)[:length]
    with pytest.raises(ArtefactError, match=r"t\.csv\.gz"):
        read_artefact(written(tmp_path, packed, "t.csv.gz"), "t.csv.gz", ("slug", "count"))


def test_an_artefact_cut_at_a_line_is_told_by_its_checksum(tmp_path: Path) -> None:
    written(tmp_path, b"slug,count\na,1\n")
    (tmp_path / "provenance.json").write_text(json.dumps({"artefacts": {"t.csv": {"sha256": "0" * 64}}}))
    with pytest.raises(ArtefactError, match=r"t\.csv was altered"):
        read_artefact(tmp_path, "t.csv", ("slug", "count"))


@pytest.mark.parametrize("text", ["", "-1", "1.0", " 1", "１", "1e3", "x"])
def test_whole_numbers_are_digits_and_nothing_else(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is the caller's
        whole_number(text)


@given(st.integers(min_value=0))
def test_whole_numbers_are_read_back(number: int) -> None:
    assert whole_number(str(number)) == number


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_a_decimal_is_finite(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        finite_decimal(text)


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.fixture
def copied(tmp_path: Path, data: Path) -> Path:
    for part in ("reference", "held"):
        shutil.copytree(data / part, tmp_path / part)
    return tmp_path


@pytest.mark.data
@pytest.mark.parametrize(
    ("path", "change", "sentence"),
    [
        (
            "reference/councils.csv",
            replaced(",district,", ",parish,"),
            r"line \d+: “parish” in type is not one of",
        ),
        (
            "reference/councils.csv",
            replaced("E07000223:..", "E07000223.."),
            r"line 2: .* in codes is not a list",
        ),
        (
            "reference/councils.csv",
            replaced("E07000223,E07000223", "E07000224,E07000223"),
            "latest code is another",
        ),
        (
            "reference/councils.csv",
            replaced("E07000224,E07000224", "E07000223,E07000223"),
            "is the code of adur",
        ),
        ("reference/councils.csv", replaced("2023-03-31", "2023-02-31"), r"in end is not a day"),
        (
            "reference/councils.csv",
            replaced(",west-sussex-county-council,", ",nowhere,"),
            "upper tier council nowhere",
        ),
        (PAST, replaced("unitary", "parish"), "“parish” in type is not one of the five authority types"),
        (PAST, replaced("Cumberland Council", "Nowhere Council"), "Nowhere Council is not in the list of"),
        (PAST, replaced("Eden District", "Aden District"), "aden-district-council is not in the list of"),
        (PAST, replaced("2023-04-01", ""), "it has no first day, or one predecessor twice"),
        (PAST, replaced("Mendip", "Sedgemoor"), "it has no first day, or one predecessor twice"),
        (PAST, replaced("Dorset Council,", "Somerset Council,"), "Somerset Council stands twice"),
        ("reference/population.csv", replaced(",2010,", ",2009,"), "stands twice for mid-2009"),
        ("reference/population.csv", replaced(",61023,", ",61023.0,"), "in population is not a whole number"),
    ],
)
def test_an_odd_reference_table_is_refused(
    copied: Path, path: str, change: Callable[[str], str], sentence: str
) -> None:
    file = copied / path
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    with pytest.raises(ArtefactError, match=sentence) as caught:
        load_reference(copied)
    assert str(caught.value).startswith(f"{path}, line ")


@pytest.mark.data
@pytest.mark.parametrize(
    ("path", "change", "sentence"),
    [
        (
            PAST,
            replaced("2023-04-01", "2022-04-01"),
            "last day of Allerdale .* is 2022-03-31 by the first, and 2023-03-31 in",
        ),
        (
            PAST,
            replaced("|Eden District Council", ""),
            "last day of Cumbria .* is none by the first, and 2023-03-31 in",
        ),
        (
            PAST,
            replaced("E07000244,district", "E07000244,unitary"),
            "type of East Suffolk Council is unitary by the first, and district in",
        ),
        (
            "reference/councils.csv",
            replaced(",2023-03-31,", ",,"),
            "last day of .* is 2023-03-31 by the first, and none in",
        ),
    ],
)
def test_a_past_that_the_list_of_councils_contradicts_is_refused(
    copied: Path, path: str, change: Callable[[str], str], sentence: str
) -> None:
    file = copied / path
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    with pytest.raises(ArtefactError, match=sentence):
        load_reference(copied)


@pytest.mark.data
@pytest.mark.parametrize(
    ("path", "change", "sentence"),
    [
        (
            "held/values.csv",
            replaced("investigated,5,", "investigated,five,"),
            "“five” in value is not a number",
        ),
        ("held/values.csv", replaced("investigated,5,", "investigatd,5,"), "is not a quantity that is known"),
        ("held/values.csv", replaced("reported", "rumoured"), "is not published or reported"),
        (
            "held/values.csv",
            replaced("ashfield-district", "ashfeld-district"),
            "is not the slug of a council",
        ),
        ("held/values.csv", replaced("2014-15", "2014-16"), "is not a reporting year"),
        ("held/averages.csv", replaced("county,", "parish,"), "is not one of the five authority types"),
        ("held/averages.csv", replaced("lgo.org.uk-", "lgo.org.co-"), "is not a source of held/sources.csv"),
        ("held/national.csv", replaced("4441", "4441.5"), "is not a whole number"),
        ("held/conflicts.csv", replaced(",rate,", ",guess,"), "is not a kind of conflict"),
    ],
)
def test_an_odd_table_of_figures_is_refused(
    copied: Path, path: str, change: Callable[[str], str], sentence: str
) -> None:
    file = copied / path
    file.write_text(change(file.read_text("utf-8")), "utf-8")
    with pytest.raises(ArtefactError, match=sentence) as caught:
        load_held(copied)
    assert str(caught.value).startswith(f"{path}, line ")


@pytest.mark.data
def test_a_value_that_stands_twice_is_refused(copied: Path) -> None:
    file = copied / "held/values.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines, lines[-1]]), "utf-8")
    with pytest.raises(ArtefactError, match="stands twice"):
        load_held(copied)


@pytest.mark.data
def test_postcodes_and_neighbours_name_known_councils(copied: Path) -> None:
    for path, load in (
        ("reference/postcodes.csv.gz", load_postcodes),
        ("reference/neighbours.csv.gz", load_neighbours),
    ):
        file = copied / path
        text = gzip.decompress(file.read_bytes()).decode().replace("adur-district", "adur-distrct", 1)
        file.write_bytes(gzip.compress(text.encode()))
        with pytest.raises(ArtefactError, match=rf"{path}, line \d+"):
            list(load(copied))


@pytest.mark.data
def test_the_committed_artefacts_are_those_recorded(data: Path) -> None:
    assert altered_artefacts(data) == []


@pytest.mark.data
def test_what_was_altered_is_named(copied: Path, data: Path) -> None:
    record = json.loads((data / "provenance.json").read_text("utf-8"))
    kept = {p: told for p, told in record["artefacts"].items() if p.startswith(("reference", "held"))}
    (copied / "provenance.json").write_text(json.dumps({**record, "artefacts": kept}), "utf-8")
    assert altered_artefacts(copied) == []
    values = copied / "held/values.csv"
    values.write_bytes(values.read_bytes()[:-100])
    (copied / "held/national.csv").unlink()
    past = copied / PAST
    past.write_bytes(past.read_bytes().replace(b"unitary", b"unitory"))
    problems = altered_artefacts(copied)
    assert len(problems) == 3
    assert problems[0].startswith("held/national.csv is missing from ")
    assert problems[1].startswith("held/values.csv is cut short: ")
    assert problems[2].startswith(f"{PAST} was altered")


@pytest.mark.data
def test_every_publication_has_licence_and_attribution(data: Path) -> None:
    sources = {source.id: source for source in load_sources(data)}
    assert {"ombudsman", "ons-boundaries", "ons-population", "ons-postcodes", "mysociety"} <= set(sources)
    assert all(source.licence and source.attribution and source.publisher for source in sources.values())
    assert "© Commission for Local Administration in England" in sources["ombudsman"].attribution
    assert "Royal Mail" in sources["ons-postcodes"].attribution
    assert "CC BY 4.0" in sources["mysociety"].attribution


@pytest.mark.parametrize("text", ["", "{", "[]", '{"artefacts": {}}'])
def test_a_broken_record_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "provenance.json").write_text(text, "utf-8")
    with pytest.raises(ArtefactError, match=r"provenance\.json"):
        load_sources(tmp_path)

"""All postcodes of an edition: the fewest beginnings that say where each lies, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.build.data import DATA
from dashboard.reference.postcodes import load_postcodes
from derive.renewal.official_file import OfficialFile
from derive.renewal.postcodes import Told, prefixes, renewed_postcodes
from derive.source import DerivationError
from tests.support.official_files import EDITION, nspl_rows, write_csv

pytestmark = pytest.mark.data

HEAD = ["pcd7", "pcds", "dointr", "doterm", "lad25cd"]
NAME = f"NSPL_{EDITION.upper().replace(' ', '_')}_UK.csv"
EAST, WEST, WALES = ("east", "England"), ("west", "England"), ("", "Wales")


@given(
    st.dictionaries(
        st.builds(
            "{} {}{}".format,
            st.sampled_from(["GU1", "GU11", "CH4"]),
            st.integers(0, 2),
            st.sampled_from("ABD"),
        ),
        st.sampled_from([EAST, WEST, WALES]),
    )
)
def test_every_postcode_lies_where_its_longest_beginning_says(lies: dict[str, Told]) -> None:
    sectors: dict[str, dict[Told, list[str]]] = {}
    for postcode, told in lies.items():
        sectors.setdefault(postcode[:-1], {}).setdefault(told, []).append(postcode.split(" ")[1])
    made = {prefix: (told, level) for prefix, told, level in prefixes(sectors)}
    english = {postcode.split(" ")[0] for postcode, told in lies.items() if told != WALES}
    for postcode, told in lies.items():
        outcode = postcode.split(" ")[0]
        longest = next((one for one in (postcode, postcode[:-1], outcode) if one in made), None)
        assert (longest is None) == (outcode not in english)
        assert longest is None or made[longest][0] == told
    for prefix, (told, level) in made.items():
        below = {
            where
            for postcode, where in lies.items()
            if postcode.startswith(prefix if " " in prefix else f"{prefix} ")
        }
        assert (below == {told}) == (level != "split")


def test_an_edition_that_says_the_same_makes_the_table_that_is_held(tmp_path: Path) -> None:
    """Of another making, the table held is the oracle; a sector is told to be split that three Welsh
    councils share, which for England's councils it is not."""
    made = renewed_postcodes(OfficialFile(write_csv(tmp_path / NAME, nspl_rows())), DATA, EDITION)
    held = {(row.prefix, row.slug or "", row.country, row.level) for row in load_postcodes(DATA)}
    assert {row[0] for row in {*made.table.rows} ^ held} <= {"NP6 1", "NP6 3", "NP7 7"}
    assert made.said[1] == "0 beginnings are new, 0 are gone, 0 lead to another council."
    assert "Left out, since the file has no council for them: 1." in made.said[0]
    assert made.publication.title.endswith(EDITION)
    assert f"© Crown copyright and database right {EDITION[-4:]}" in made.publication.attribution


def live(postcode: str, code: str) -> list[str]:
    return [postcode.replace(" ", ""), postcode, "199001", "", code]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["postcode", "lad25cd"]], "has no column “pcds” of postcodes: it is not the file"),
        ([[*HEAD[:4], "country"]], "has no column of councils, such as “lad25cd”"),
        ([[*HEAD, "oslaua"]], "has 2 columns of councils"),
        ([HEAD, live("GU11AA", "E07000209")], "row 2: “GU11AA” is no postcode with its space"),
        (
            [HEAD, live("GU1 1AA", "E07000999")],
            "codes of no council that is held, or of one that ended: E07000999",
        ),
        ([HEAD, live("CA1 1AA", "E07000028")], "or of one that ended: E07000028. Where councils begin"),
        ([HEAD, live("GU1 1AA", "E10000030")], "or of one that ended: E10000030"),
        ([HEAD, ["GU1 1AA"]], "row 2: 1 cells where there should be 5"),
        ([HEAD, live("GU1 1AA", "")], "1 of 1 live postcodes have no council"),
        ([HEAD, live("GU1 1AA", "E07000209")], "has no postcode of 295 councils: Adur District Council"),
        ([HEAD], "has no postcode of 296 councils"),
        ([], "has no column “pcds”"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused(
    tmp_path: Path, rows: list[list[str]], sentence: str
) -> None:
    file = OfficialFile(write_csv(tmp_path / NAME, rows))
    with pytest.raises(DerivationError) as refused:
        renewed_postcodes(file, DATA, EDITION)
    assert sentence in str(refused.value)


def test_a_postcode_in_two_councils_is_refused(tmp_path: Path) -> None:
    rows = [*nspl_rows()]
    first = next(row for row in rows[1:] if str(row[4]).startswith("E07"))
    other = next(row[4] for row in rows[1:] if str(row[4]).startswith("E07") and row[4] != first[4])
    file = OfficialFile(write_csv(tmp_path / NAME, [*rows, [*first[:4], other, *first[5:]]]))
    with pytest.raises(DerivationError, match=rf"in two councils: .*{first[1]}"):
        renewed_postcodes(file, DATA, EDITION)


def test_a_file_that_lost_many_beginnings_is_looked_at(tmp_path: Path) -> None:
    """Every second row of a lookup: all councils and outcodes are in it, and half of the sectors are not."""
    rows = [*nspl_rows()]
    sparse = [rows[0], *rows[1::2]]
    made = renewed_postcodes(OfficialFile(write_csv(tmp_path / NAME, sparse)), DATA, EDITION)
    assert [said for said in made.said if said.startswith("Look at this: ")]
    assert " of the beginnings held are gone. Is the file whole?" in " ".join(made.said)


def test_a_part_of_the_country_is_refused_though_every_council_is_in_it(tmp_path: Path) -> None:
    seen: dict[str, int] = {}

    def few(row: list[str]) -> bool:
        seen[row[4]] = seen.get(row[4], 0) + 1
        return seen[row[4]] <= 2

    file = OfficialFile(write_csv(tmp_path / NAME, filter(few, nspl_rows())))
    with pytest.raises(
        DerivationError, match=r"no postcode of \d+ of the \d+ outcodes held: .* and [\d,]+ more\.$"
    ):
        renewed_postcodes(file, DATA, EDITION)


@pytest.mark.parametrize(
    ("name", "edition", "sentence"),
    [
        (NAME, "2026", "“2026” is no edition: write its month and year, such as May 2026."),
        (NAME, "August 2040", f"{NAME} is called one of {EDITION}, and is handed in as one of August 2040."),
        ("lookup.csv", "May 2025", "are held, and these are of May 2025. --replace puts"),
        ("lookup.csv", "February 2024", "are held, and these are of February 2024. --replace puts"),
    ],
)
def test_another_edition_is_refused(tmp_path: Path, name: str, edition: str, sentence: str) -> None:
    file = OfficialFile(write_csv(tmp_path / name, [HEAD]))
    with pytest.raises(DerivationError) as refused:
        renewed_postcodes(file, DATA, edition)
    assert sentence in str(refused.value)

"""The derived tables, from a small source folder whose every row is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.reference.held import load_held
from dashboard.reference.load import load_reference
from dashboard.reference.neighbours import load_neighbours
from dashboard.reference.postcodes import load_postcodes
from derive import councils, held, neighbours, population, postcodes
from derive.artefacts import Table, encode, write
from derive.lineage import derive_lineage, derive_reorganisations
from derive.source import DerivationError, SourceFolder
from derive.tables import derive_tables, missing_populations
from tests.derive.small_source import write_small_source

NETHER, OVER, COUNTY = "nether-district-council", "over-and-under-borough-council", "wold-county-council"
WOLD, STEEL = "wold-council", "steel-city-council"


def tables_of(root: Path, changed: dict[str, tuple[str, str]] | None = None) -> dict[str, Table]:
    source = SourceFolder(write_small_source(root, changed))
    return {table.path: table for table in derive_tables(source)}


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Table]:
    return tables_of(tmp_path)


def rows(table: Table, *columns: str) -> list[tuple[str, ...]]:
    places = [table.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in table.rows]


def test_councils(tables: dict[str, Table]) -> None:
    told = rows(tables["reference/councils.csv"], "slug", "codes", "type", "upper_tier", "start", "end")
    assert told == [
        (NETHER, "E07000001:..", "district", COUNTY, "", "2019-03-31"),
        (
            OVER,
            "E07000097:..2013-03-31|E07000002:2013-04-01..",
            "district",
            COUNTY,
            "",
            "2019-03-31",
        ),
        (STEEL, "E08000001:..2025-03-31|E08000002:2025-04-01..", "metropolitan", "", "", ""),
        (WOLD, "E06000009:..", "unitary", "", "2019-04-01", ""),
        (COUNTY, "E10000001:..", "county", "", "", "2019-03-31"),
    ]


def test_names(tables: dict[str, Table]) -> None:
    told = rows(tables["reference/councils.csv"], "short_name", "other_names", "ombudsman_slug")
    assert told == [
        ("Nether", "", ""),
        ("Over and Under", "Over|Over under", ""),
        ("Steel", "Steel Metropolitan Council|The City of Steel", "steel-metropolitan-council"),
        ("Wold", "", ""),
        ("Wold", "Wold County", ""),
    ]


def test_reorganisations_leave_counties_and_recodings_out(tables: dict[str, Table]) -> None:
    assert tables["reference/reorganisations.csv"].rows == (
        (
            *("Wold Council", "E06000009", "unitary", "2019-04-01"),
            "Nether District Council|Over & Under Borough Council",
        ),
    )


def test_lineage_leaves_recodings_out(tmp_path: Path) -> None:
    source = SourceFolder(write_small_source(tmp_path))
    assert derive_lineage(source, councils.derive_councils(source)).rows == (
        (NETHER, WOLD, "merged", "2019-04-01"),
        (OVER, WOLD, "merged", "2019-04-01"),
        (COUNTY, WOLD, "merged", "2019-04-01"),
    )


def test_what_is_no_union_of_whole_councils_is_no_reorganisation(tmp_path: Path) -> None:
    source = SourceFolder(write_small_source(tmp_path))
    known = councils.derive_councils(source)
    lineage = derive_lineage(source, known)
    divided = replace(lineage, rows=((NETHER, WOLD, "split", "2019-04-01"), *lineage.rows[1:]))
    with pytest.raises(
        DerivationError, match="Nether District Council was divided: that is no union of whole"
    ):
        derive_reorganisations(known, divided)
    elsewhere = replace(lineage, rows=(*lineage.rows[:2], (COUNTY, STEEL, "merged", "2019-04-01")))
    with pytest.raises(DerivationError, match=f"these went to others than their districts did: {COUNTY}"):
        derive_reorganisations(known, elsewhere)


def test_population_joins_codes_and_sums_predecessors_once(tables: dict[str, Table]) -> None:
    assert tables["reference/population.csv"].rows == (
        (NETHER, "2018", "100", "estimate"),
        (OVER, "2018", "200", "estimate"),
        (STEEL, "2018", "500", "ONS mid-year estimate"),
        (WOLD, "2018", "300", "sum of predecessors' estimates"),
        (COUNTY, "2018", "300", "sum of districts"),
    )


def test_what_lacks_a_population_is_told(tables: dict[str, Table]) -> None:
    gaps = missing_populations(tables["reference/councils.csv"], tables["reference/population.csv"], 2025)
    assert (WOLD, 2019) not in gaps
    assert {vintage for slug, vintage in gaps if slug == NETHER} == {2014, 2015, 2016, 2017, 2018}
    assert {vintage for slug, vintage in gaps if slug == WOLD} == {2020, 2021, 2022, 2023, 2024, 2025}


def test_postcodes_keep_what_a_sector_does_not_say(tables: dict[str, Table]) -> None:
    assert tables["reference/postcodes.csv.gz"].rows == (
        ("ZZ1", STEEL, "England", "outcode"),
        ("ZZ2 1", WOLD, "England", "split"),
        ("ZZ2 1AA", STEEL, "England", "unit"),
        ("ZZ2 1AC", "", "Scotland", "unit"),
    )


def test_neighbours(tables: dict[str, Table]) -> None:
    by_method = {
        method: [row for row in tables["reference/neighbours.csv.gz"].rows if row[1] == method]
        for method in ("touching", "ons_global", "dfe")
    }
    assert by_method["touching"] == [
        (NETHER, "touching", "1", OVER, "", "2018"),
        (NETHER, "touching", "2", STEEL, "", "2018"),
        (WOLD, "touching", "1", STEEL, "2019", ""),
    ]
    assert by_method["ons_global"] == [
        (STEEL, "ons_global", "2", WOLD, "", ""),
        (STEEL, "ons_global", "3", NETHER, "", ""),
    ]
    assert by_method["dfe"] == [(STEEL, "dfe", "1", WOLD, "", "")]


def test_values_as_printed_figures_first(tables: dict[str, Table]) -> None:
    site, counts, paper = map(
        held.source_id,
        ("https://lgo.org.uk/steel", "https://www.lgo.org.uk/steel-counts", "https://paper.example/nether"),
    )
    assert tables["held/values.csv"].rows == (
        (NETHER, "2019-20", "investigated", "1", "reported", paper),
        (STEEL, "2023-24", "dealt_with", "10", "published", site),
        (STEEL, "2023-24", "investigated", "4", "published", site),
        (STEEL, "2023-24", "received:education_and_childrens_services", "7", "published", counts),
        (STEEL, "2023-24", "upheld", "3", "published", site),
        (STEEL, "2023-24", "upheld_pct", "75", "published", site),
        (STEEL, "2023-24", "upheld_per_100k", "4", "published", site),
    )


def test_what_disagrees_goes_to_the_conflicts(tables: dict[str, Table]) -> None:
    told = rows(tables["held/conflicts.csv"], "slug", "quantity", "kind", "kept", "other")
    assert told == [
        (STEEL, "received:total", "own_count", "", "99"),
        (STEEL, "upheld", "sources", "3", "2"),
    ]
    reasons = [reason for (reason,) in rows(tables["held/conflicts.csv"], "reason")]
    assert reasons[1] == "stated as 3 by lgo.org.uk and as 2 by paper.example"


def test_averages_and_national(tables: dict[str, Table]) -> None:
    assert rows(tables["held/averages.csv"], "type", "year", "measure", "value", "origin") == [
        ("county", "2021-22", "upheld_pct", "71", "reported"),
        ("metropolitan", "2023-24", "upheld_pct", "80", "published"),
    ]
    assert rows(tables["held/averages.csv"], "source")[0] == ("",)
    assert rows(tables["held/national.csv"], "value", "numerator", "denominator") == [("83", "3665", "4441")]


def test_the_readers_take_what_the_derivation_wrote(tables: dict[str, Table], tmp_path: Path) -> None:
    out = tmp_path / "data"
    for table in tables.values():
        write(table, out)
    reference = load_reference(out)
    assert reference.councils[OVER].codes == ("E07000097", "E07000002")
    assert [link.predecessor for link in reference.predecessors(WOLD)] == [NETHER, OVER, COUNTY]
    assert {link.change for link in reference.lineage} == {"merged"}
    assert len(load_held(out).values) == 7
    assert len(list(load_postcodes(out))) == 4
    assert len(load_neighbours(out)) == len(tables["reference/neighbours.csv.gz"].rows)


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tables_of(tmp_path / "a"), tables_of(tmp_path / "b")
    assert {p: encode(t) for p, t in first.items()} == {p: encode(t) for p, t in second.items()}


@pytest.mark.parametrize(
    ("path", "old", "new", "sentence"),
    [
        (
            councils.BY_YEAR,
            "2016,E07000001",
            "2016,E0700009X",
            r"the code E0700009X is not in reference/mysociety",
        ),
        (
            councils.BY_YEAR,
            "2016,E08000001,Steel,E08000001,Steel,York",
            "2016,E08000001,Steel,E08000001,Steel,Yark",
            r"line \d+: E08000001 changes its region",
        ),
        (councils.BY_YEAR, "2016,E08000001", "2016,W06000001", "is not the code of a principal council"),
        (
            councils.MYSOCIETY,
            "E07000001,,2019-03-31",
            "E07000001,,2020-03-31",
            "line 2: Nether .* another day",
        ),
        (
            councils.MYSOCIETY,
            "E06000009,2019-04-01",
            "E06000009,2018-04-01",
            "Wold Council starts or ends on another",
        ),
        (
            councils.MYSOCIETY,
            "E07000097",
            "E07000099",
            "it is not known when the former code E07000099 ended",
        ),
        (councils.MYSOCIETY, "Nether District", "Steel City", "two councils have names with the same slug"),
        (
            councils.OMBUDSMAN_SLUGS,
            "E08000001",
            "E08000009",
            "line 2: no council of England has had the code",
        ),
        (councils.SUCCESSORS, "county abolished", "vanished", "line 4: the change “vanished” is not known"),
        (
            councils.SUCCESSORS,
            "E07000002,Over,E06000009",
            "E07000001,Over,E06000009",
            "ended without successor",
        ),
        (
            population.POPULATION,
            "E08000002,Steel,2018,500",
            "E08000002,Steel,2018,501",
            "two populations of steel",
        ),
        (
            population.POPULATION,
            "E07000002",
            "E07000003",
            "line 3: no council of England has had the code E07000003",
        ),
        (postcodes.POSTCODES.removesuffix(".gz"), "unit", "units", "line 4: the level units"),
        (neighbours.TOUCHING, "4,2025,", "4,2027,", "touch, then do not, then do again"),
        (
            held.FIGURES,
            "E08000001,Steel City",
            "E06000009,Steel City",
            "line 2: E06000009 is not Steel City Council",
        ),
        (held.FIGURES, "Metropolitan borough", "County", "line 2: Steel City Council is no County"),
        (held.FIGURES, "2023-24", "2023-25", "line 2: “2023-25” is not a reporting year"),
        (held.FIGURES, "75.0", "75%", "line 2: “75%” in upheld_pct is not a number"),
        (held.FIGURES, "LGSCO council page", "hearsay", "the source “hearsay” does not fit the address"),
        (held.FIGURES, "https://lgo.org.uk/", "https://l90.org.uk/", "does not fit the address https://l90"),
        (held.COUNTS, "decided,total", "decided,sum", "“decided: sum” is not a count that is known"),
        (held.COUNTS, "received,education", "received,instruction", "is not a count that is known"),
        (held.AVERAGES, "upheld_pct", "upheld", "the measure upheld is not known"),
    ],
)
def test_what_does_not_match_is_refused(tmp_path: Path, path: str, old: str, new: str, sentence: str) -> None:
    with pytest.raises(DerivationError, match=sentence):
        tables_of(tmp_path, {path: (old, new)})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    root = write_small_source(tmp_path)
    (root / held.NATIONAL).unlink()
    with pytest.raises(DerivationError, match=r"published/published_national\.csv is missing from"):
        list(derive_tables(SourceFolder(root)))


def test_two_rows_of_figures_for_one_year_are_refused(tmp_path: Path) -> None:
    root = write_small_source(tmp_path)
    figures = root / held.FIGURES
    figures.write_text(figures.read_text() + figures.read_text().splitlines()[-1] + "\n")
    with pytest.raises(DerivationError, match="two rows for one year"):
        list(derive_tables(SourceFolder(root)))

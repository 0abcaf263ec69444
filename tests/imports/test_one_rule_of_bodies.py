"""A table, a register and a list leave out the same bodies: what is no council is said in one place."""

from pathlib import Path

import pytest

from dashboard.imports.drafts.read_draft import known_names
from dashboard.imports.lists.decision_list import list_file, read_lists
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.register.columns import load_register_words
from dashboard.imports.register.register import read_registers, recognised
from dashboard.imports.store.names_file import OFF_THE_MAP, AcceptedName
from dashboard.imports.tables.table import Known
from dashboard.imports.tables.table_file import read_tables
from dashboard.reference.load import Reference
from tests.support.stores import put_name

YEAR = "2023-24"
LEEDS = "leeds-city-council"
KEEPERS = "The Avon Gorge Board of Keepers"


def in_a_table(path: Path, name: str, known: Known) -> str:
    path.write_text(f"Authority,Upheld,Not upheld\nLeeds City Council,1,2\n{name},3,4\n", "utf-8")
    (table,) = read_tables(path, YEAR, known)
    return "council" if table.rows == 2 else "left out"


def in_a_register(path: Path, name: str, known: Known) -> str:
    case = "2023-05-01,2023-09-01,Housing,Upheld"
    path.write_text(
        "Reference,Authority,Received,Decided,Category,Outcome\n"
        f"23 001 001,Leeds City Council,{case}\n23 001 002,{name},{case}\n",
        "utf-8",
    )
    read = read_registers([recognised(path, load_register_words(known.headings))], known)
    return "council" if len(read.register.cases) == 2 else "left out"


def in_a_list(path: Path, name: str, known: Known) -> str:
    case = "Housing,Homelessness,Upheld,2023-09-01"
    path.write_text(
        "Reference,Authority,Category,Sub-category,Outcome,Decided\n"
        f"23 001 001,Leeds City Council,{case}\n23 001 002,{name},{case}\n",
        "utf-8",
    )
    read = read_lists([list_file(path, load_register_words(known.headings))], known)
    return "council" if len(read.rows) == 2 else "left out"


READERS = (in_a_table, in_a_register, in_a_list)


@pytest.fixture(scope="module")
def taught(reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What is known where a person said of one body that it is no council."""
    store = tmp_path_factory.mktemp("store")
    put_name(store, AcceptedName(KEEPERS, OFF_THE_MAP, "", "A. Person", "Asked", "2026-05-03"), reference)
    return known_names(store, reference)


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("York City Council", "council"),
        ("Bolton MBC", "council"),
        ("City of London Corporation", "council"),
        ("Transport for London", "left out"),
        ("St Example’s Primary School", "left out"),
        ("Example Homecare", "left out"),
        ("Historic England", "left out"),
        ("Lower Example IDB", "left out"),
        ("North London Waste Authority", "left out"),
        ("Kent Police", "left out"),
        ("City of London Police", "left out"),
        (KEEPERS, "left out"),
        ("avon gorge board of keepers", "left out"),
        ("Leeds City Council (school)", "refused"),
        ("Bolton Metropolitan Borough Council Ltd", "refused"),
        ("Guinness Trust", "left out"),
        ("The Mersey Board", "refused"),
        ("Guildhall", "refused"),
    ],
)
def test_every_reader_says_the_same_of_a_name(tmp_path: Path, taught: Known, name: str, becomes: str) -> None:
    for read in READERS:
        try:
            found = read(tmp_path / "file.csv", name, taught)
        except ImportRefusedError:
            found = "refused"
        assert found == becomes, read.__name__


def test_a_footnote_that_speaks_of_a_body_is_a_footnote(tmp_path: Path, taught: Known) -> None:
    path = tmp_path / "file.csv"
    head = "Authority,Upheld,Not upheld\nLeeds City Council,1,2\n"
    path.write_text(f"{head}Figures are those of 2022-23 without schools and the NHS\n", "utf-8")
    with pytest.raises(ImportRefusedError, match="A footnote says that the figures are of 2022-23"):
        read_tables(path, YEAR, taught)

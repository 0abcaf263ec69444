"""The addresses of what to watch: the page in every state, the council's section, the files, any query."""

import csv
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from dashboard.build.content import ReleaseContent
from dashboard.build.database import row_counts
from dashboard.build.release import file_entries
from dashboard.exports.watch_rows import COLUMNS
from dashboard.repository.manifest import DATABASE, MANIFEST, read_manifest
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from tests.support.html_text import visible
from tests.support.tiny_release import build_tiny
from tests.support.tiny_watch import AGAIN, FOLLOWED, PROMISE, content_to_watch, without_days, without_faults
from tests.web.conftest import MAP_FILES

COUNCIL = "/council/blackpool-borough-council/2024-25"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Serve = Callable[[ReleaseContent], Client]


def built_before(release: Path) -> None:
    """Make a release what it would have been before what to watch was worked out."""
    with closing(sqlite3.connect(release / DATABASE)) as connection:
        for table in ("watch_pair", "watch_case", "watch_question", "watch_year"):
            connection.execute(f"DROP TABLE {table}")
    manifest = replace(
        read_manifest(release), rows=row_counts(release / DATABASE), files=file_entries(release)
    )
    (release / MANIFEST).write_text(replace(manifest, id=manifest.content_id()).to_json(), "utf-8")


def served(folder: Path, cache: Path, content: ReleaseContent, *, before: bool = False) -> Client:
    release = build_tiny(folder, content, MAP_FILES)
    if before:
        built_before(release)
    opened = open_releases("demo", demo_allowed=False, directory=folder, environment={})
    return create_app(opened, Settings(cache=cache)).server.test_client()


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Client:
    return served(tmp_path_factory.mktemp("watched"), cache, content_to_watch())


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return visible(answer.text)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (
            "/watch",
            "Looked at in all of England: 9 upheld complaints of the three years from April",
        ),
        ("/watch", "1 upheld complaint has no published decision"),
        ("/watch", "Of 3 recommendations that fell due in 2024-25, one was carried out late and one is not"),
        ("/watch", "due 1 May 2024, carried out 1 June 2024"),
        ("/watch", "Upheld for this fault in three of the 5 published cases of the service"),
        ("/watch", "one follows the same change, agreed before"),
        ("/watch", "taken together. None of them is tested against chance."),
        ("/watch", "Agreed 1 September 2022, made 15 November 2022."),
        ("/watch", "Received 10 January 2024, upheld 1 June 2024."),
        ("/watch?type=unitary&region=north-west&category=housing", "2024-25, unitary councils, North West"),
        ("/watch?type=county", "None here."),
        ("/watch?year=2023-24", "The register is not whole for the three years from April 2021"),
        ("/watch?year=2023-24", "A case whose decision is not published: due 1 January 2024"),
        ("/watch?what=promise", "All sorts of questions"),
        ("/watch?year=2031-32", "not a year held here"),
        ("/watch?region=mars", "not a region of England"),
        ("/watch?what=ranking", "not a sort of question known here"),
        ("/watch?category=%3Cscript%3E", "A service in this address is not known here"),
        ("/watch?what=late&page=7", "not a page of this list"),
        (COUNCIL, "One question about late recommendations, one question about a fault that recurs and one"),
        (COUNCIL, "What to watch in all unitary councils"),
    ],
)
def test_a_page_says_what_it_should(watched: Client, path: str, says: str) -> None:
    assert says in read(watched, path)


def test_no_sort_that_cannot_be_asked_is_a_nought(watched: Client) -> None:
    """Two councils of a type speak for none: nothing was compared, so nothing “stands out”."""
    page = read(watched, "/watch")
    assert page.count("Cannot be seen here") == 2
    assert "None stands out" not in page


@pytest.mark.parametrize(
    ("content", "says", "not_asked"),
    [
        (without_faults(), "The register names no faults: whether one recurs", 4),
        (without_days(), "holds no recommendation that fell due in 2024-25", 4),
        (without_days(), "No change that was agreed has a day in the register", 4),
    ],
)
def test_what_the_register_lacks_is_said_and_is_no_nought(
    tmp_path: Path, cache: Path, content: ReleaseContent, says: str, not_asked: int
) -> None:
    page = read(served(tmp_path, cache, content), "/watch")
    assert says in page
    assert page.count("Cannot be seen here") == not_asked


@pytest.mark.parametrize("path", ["/watch", "/watch.csv", "/watch.xlsx", "/watch?type=county"])
def test_figures_alone_say_that_nothing_can_be_watched(client: Client, path: str) -> None:
    assert "holds figures, and not the cases behind them" in read(client, path)


def test_a_release_built_before_says_so_and_is_shown_as_before(tmp_path: Path, cache: Path) -> None:
    client = served(tmp_path, cache, content_to_watch(), before=True)
    assert "was built before what to watch was worked out" in read(client, "/watch")
    assert "What to watch" not in read(client, COUNCIL)


def test_the_feed_of_a_council_says_each_year_that_raises_a_question(watched: Client) -> None:
    feed = watched.get("/council/blackpool-borough-council/feed.atom").text
    assert re.findall(r"<title>([^<]*what to watch[^<]*)</title>", feed) == [
        "Simulated: Blackpool Borough Council: what to watch, 2024-25",
        "Simulated: Blackpool Borough Council: what to watch, 2023-24",
    ]
    assert "Of the year ended 31 March 2024: One question about late recommendations." in feed
    assert "/council/blackpool-borough-council/2024-25#watch" in feed
    assert re.findall(r"cases? follow[^.]*so;.*?None of them is tested against chance", feed)
    assert feed.count("None of them is tested against chance") == 1  # no promise was followed in 2023-24


def test_every_link_of_the_page_leads_somewhere(watched: Client) -> None:
    page = watched.get("/watch").text
    inside = {
        link
        for link in re.findall(r'href="(/[^"#]*)"', page)
        if not link.startswith("/static") and "held-figures" not in link  # which is not among these releases
    }
    assert any("decisions/sim-22-000-101" in link for link in inside)
    wrong = [link for link in sorted(inside) if watched.get(link.replace("&amp;", "&")).status_code != 200]
    assert wrong == []


def test_nothing_is_ranked_and_nothing_is_red(watched: Client) -> None:
    page = read(watched, "/watch").casefold()
    assert not re.search(r"\b(worst|best|rank(?:ed)?|league|fail\w*)\b", page.replace("nobody is ranked", ""))


def test_the_csv_holds_the_questions_as_the_page_says_them(watched: Client) -> None:
    answer = watched.get("/watch.csv?type=unitary&year=2024-25")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="what-to-watch-demo-2024-25-unitary.csv"'
    )
    assert answer.data.startswith("\ufeff".encode())
    rows = list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"))))
    assert [(row["question"], row["count"], row["base"]) for row in rows] == [
        ("late", "2", "3"),
        ("repeated", "3", "5"),
        ("promise", "1", "5"),
    ]
    late, repeated, promise = rows
    assert (late["late"], late["not_carried_out"], late["expected"]) == ("1", "1", "")
    assert repeated["cases"] == "; ".join((PROMISE, FOLLOWED, AGAIN))
    assert (promise["earlier_cases"], promise["cases"]) == (PROMISE, FOLLOWED)
    assert {row["origin"] for row in rows} == {"simulated"}
    assert [row["chosen"].partition(":")[0] for row in rows] == ["not tested"] * 3
    assert {row["query"] for row in rows} == {"2024-25, unitary councils"}


def test_numbers_of_the_workbook_are_numbers(watched: Client) -> None:
    answer = watched.get("/watch.xlsx")
    assert answer.content_type == XLSX
    about, sheet = openpyxl.load_workbook(BytesIO(answer.data)).worksheets
    assert "2024-25" in {about.cell(row, 2).value for row in range(1, about.max_row + 1)}
    head, *rows = sheet.iter_rows(values_only=True)
    assert list(head) == [column.name for column in COLUMNS]
    numeric = [i for i, column in enumerate(COLUMNS) if column.type in ("integer", "number")]
    cells = [row[i] for row in rows for i in numeric]
    assert {type(cell) for cell in cells} <= {int, float, type(None)}
    assert len(rows) == 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(codec="utf-8"), max_size=40)
    | st.builds(
        "year={}&type={}&region={}&category={}&what={}&beyond={}&page={}".format,
        *[st.sampled_from(["2024-25", "unitary", "london", "housing", "late", "1", "%00", "<", "9" * 30])]
        * 7,
    )
)
def test_any_query_is_answered(watched: Client, query: str) -> None:
    answer = watched.get(f"/watch?{quote(query, safe='=&')}")
    assert answer.status_code == 200
    assert len(answer.data) < 80_000

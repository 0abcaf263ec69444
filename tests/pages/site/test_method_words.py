"""Words of the method stand behind “How sure is this?” on every page, and nowhere in a committee's paper."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from lxml import html as parser
from werkzeug.test import Client

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.pack.paper import write_paper
from dashboard.pages.site.method import SURE
from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.pack_data import PDF_TEMPLATE, pack_data
from dashboard.pdf.pack_docx import compile_docx
from dashboard.pdf.tagged import read
from dashboard.repository.sqlite import SqliteRepository
from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

pytestmark = pytest.mark.data

# An interval may be named where it is explained: “Wilson’s for a share”.
METHOD = re.compile(
    r"\bphi\b|φ|\bfunnel|overdispers|winsor|binomial|jeffreys|pearson|control limit",
    re.IGNORECASE,
)
COUNCILS = ("kent-county-council", "adur-district-council", "birmingham-city-council", "city-of-york-council")
YEAR = "2023-24"
PAGES = (
    *(f"/council/{slug}/{YEAR}" for slug in COUNCILS),
    *(f"/?year={YEAR}&measure={measure}" for measure in ("upheld_pct", "upheld_per_100k", "compliance_pct")),
    f"/?year={YEAR}&tier=lower&period=3",
    f"/compare?councils={','.join(COUNCILS)}&year={YEAR}",
    f"/compare?councils={','.join(COUNCILS)}&view=years",
    "/about",
    "/data",
    f"/council/{COUNCILS[0]}/{YEAR}/letter",
)


@pytest.fixture(scope="module", params=["demo", "held-figures"])
def release(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def client(release: str, releases: Path) -> Client:
    opened = open_releases(release, demo_allowed=True, directory=releases, environment={})
    return create_app(opened, Settings()).server.test_client()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_them_only_behind_the_question(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    page = parser.fromstring(answer.get_data(as_text=True))
    for hidden in page.xpath(f"//details[summary[contains(., '{SURE}')]] | //script | //style"):
        hidden.drop_tree()
    assert METHOD.findall(page.text_content()) == []
    assert METHOD.findall(" ".join(page.xpath("//@aria-label"))) == []


def test_the_question_has_them_so_that_this_could_fail(client: Client) -> None:
    assert METHOD.search(client.get("/about").get_data(as_text=True))


@pytest.mark.parametrize("slug", COUNCILS)
def test_a_paper_says_none_in_any_of_its_forms(
    client: Client, releases: Path, release: str, slug: str
) -> None:
    repository = SqliteRepository(releases / release)
    council = repository.council(slug)
    assert council is not None
    paper = write_paper(CouncilYear(council, YEAR, repository, UNNAMED))
    assert paper is not None
    data = pack_data(paper)
    page = parser.fromstring(client.get(f"/council/{slug}/{YEAR}/pack").get_data(as_text=True))
    for code in page.xpath("//script | //style"):
        code.drop_tree()
    document = Document(io.BytesIO(compile_docx(data, built_at=paper.built_at)))
    forms = {
        "page": page.text_content(),
        "PDF": read(compile_pdf(PDF_TEMPLATE, data, built_at=paper.built_at)).root.text,
        "Word": " ".join(document.element.body.itertext()),
    }
    for form, text in forms.items():
        assert paper.title.split(":")[0] in " ".join(text.split()), form
        assert METHOD.findall(text) == [], form

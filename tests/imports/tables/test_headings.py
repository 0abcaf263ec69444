"""Headings: the wordings seen in the Ombudsman's files, and those nobody declared."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.tables.headings import HEADINGS, TABLES, HeadingsError, load_headings
from dashboard.imports.wording import normalised
from dashboard.reference.quantities import QUANTITIES

KNOWN = load_headings()


@pytest.mark.parametrize(
    ("table", "heading", "meaning"),
    [
        ("received", "Authority Name", "authority"),
        ("received", "Adult Care Services", "received:adult_care_services"),
        ("received", "Benefits & Tax", "received:benefits_and_tax"),
        ("received", "Education & Childrens Services", "received:education_and_childrens_services"),
        ("received", "EDUCATION AND CHILDREN’S SERVICES", "received:education_and_childrens_services"),
        ("received", "Total", "received:total"),
        ("received", "Other", "received:other"),
        ("decided", "Invalid or Incomplete", "decided:invalid_or_incomplete"),
        ("decided", "Incomplete/Invalid", "decided:invalid_or_incomplete"),
        ("decided", "Advice Given", "decided:advice_given"),
        ("decided", "Referred back for Local Resolution", "decided:referred_back_for_local_resolution"),
        ("decided", "Closed after initial enquiries", "decided:closed_after_initial_enquiries"),
        ("decided", "Not Upheld", "decided:not_upheld"),
        ("decided", "Upheld", "upheld"),
        ("decided", "Total", "dealt_with"),
        ("decided", "Uphold rate (%)", "upheld_pct"),
        ("decided", "Uphold rate (%) [note 3]", "upheld_pct"),
        ("decided", "% upheld", "upheld_pct"),
        ("decided", "Percentage of complaints upheld", "upheld_pct"),
        ("decided", "Average uphold rate (%) of similar authorities", "average:upheld_pct"),
        ("decided", "Upheld decisions per 100,000 residents", "upheld_per_100k"),
        ("remedies", "Upheld", "satisfactory_remedy_base"),
        ("remedies", "Satisfactory remedy rate (%)", "satisfactory_remedy_pct"),
        ("remedies", "Compliance rate (%)", "compliance_pct"),
        ("decided", "Compliance rate (%)", "compliance_pct"),
        ("decided", "Complaints upheld†", "upheld"),
    ],
)
def test_what_a_heading_means(table: str, heading: str, meaning: str) -> None:
    assert KNOWN.meaning(heading, table) == meaning


@pytest.mark.parametrize(
    ("heading", "suggested"),
    [
        ("Planing & Develpment", "Planning & Development"),
        ("Advise given", "Advice Given"),
        ("Uphold ratio (%)", "Uphold rate (%)"),
        ("zzzz", None),
    ],
)
def test_an_unknown_heading_gets_the_nearest_wording(heading: str, suggested: str | None) -> None:
    assert KNOWN.meaning(heading, "decided") is None
    assert KNOWN.suggestion(heading) == suggested


@dataclass(frozen=True)
class Taught:
    text: str
    table: str
    quantity: str


def test_an_accepted_heading_is_known_in_its_kind_of_table_alone() -> None:
    taught = load_headings(accepted=[Taught("Cases found for the complainant", "decided", "upheld")])
    assert taught.meaning("CASES FOUND FOR THE COMPLAINANT [note 1]", "decided") == "upheld"
    assert taught.meaning("Cases found for the complainant", "received") is None
    assert KNOWN.meaning("Cases found for the complainant", "decided") is None


@pytest.mark.parametrize("heading", ["Other", "Total", "Housing", "Planning", "Late", "Incomplete", "Null"])
def test_what_means_something_in_its_own_table_alone_is_not_lent(heading: str) -> None:
    own = [table for table in TABLES if normalised(heading) in KNOWN.tables[table]]
    assert own
    assert all(KNOWN.meaning(heading, table) is None for table in TABLES if table not in own)


def test_every_wording_leads_to_a_quantity_of_the_product() -> None:
    aside = {"authority", "year", "unused", "complied"}
    meanings = {told for table in TABLES for told in KNOWN.tables[table].values()} - aside
    plain = {told for told in meanings if not told.startswith(("average:", "complied:"))}
    assert plain == set(QUANTITIES) - aside
    assert {told.removeprefix("average:") for told in meanings if told.startswith("average:")} == {
        *("upheld_pct", "compliance_pct", "satisfactory_remedy_pct", "upheld_per_100k")
    }


def test_a_wording_that_means_two_things_is_told(tmp_path: Path) -> None:
    path = tmp_path / "headings.toml"
    text = HEADINGS.read_text("utf-8").replace('"Advice Given"', '"Advice Given", "Not Upheld"')
    path.write_text(text, "utf-8")
    with pytest.raises(HeadingsError, match="“Not Upheld” means decided:advice_given and decided:not_upheld"):
        load_headings(path)


@given(
    st.sampled_from(sorted(KNOWN.spelt.values())),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.data(),
)
def test_a_wording_is_known_in_any_case_and_spacing(wording, change, data) -> None:
    spaced = change(wording).replace(" ", data.draw(st.sampled_from([" ", "  ", "\u00a0", "\n"])))
    marked = spaced + data.draw(st.sampled_from(["", "*", " [note 1]", " †", "¹", " (note 2)"]))
    assert normalised(marked) == normalised(wording)


@given(st.text())
def test_normalising_ends_where_it_ends(text: str) -> None:
    assert normalised(normalised(text)) == normalised(normalised(normalised(text)))

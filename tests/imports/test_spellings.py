"""317 councils in twenty-five spellings each: none is taken for another, and the usual ones are found."""

from collections import Counter

import pytest

from tests.imports.spellings import FORMS, SPELLINGS, Name, name_of, spellings
from tests.imports.torture.adapter import Importer
from tests.imports.torture.cases import YEAR
from tests.imports.torture.not_yet import NOT_YET, reason

KIND = "spellings of names"
FOUND_BY_THEMSELVES = [
    *(
        "official",
        "plain",
        "letters",
        "letters, small",
        "& for and",
        "and for &",
        "plain with &",
        "apostrophe",
    ),
    *("curly apostrophe", "Saint", "St.", "hyphens as spaces", "City Council of a City of", "new city"),
    *(
        "place and Council",
        "sort of place",
        "Council of the sort of place",
        "Council of the place",
        "inverted",
    ),
    *(
        "capitals",
        "small letters",
        "two spaces",
        "hard spaces",
        "the article",
        "a note",
        "a note in brackets",
    ),
    *("a star", "a raised digit", "its address"),
]
"""Forms that no person should have to accept by hand."""
ALIKE = {"newcastle-city-council"}
"""Councils whose place alone could be another’s (Newcastle-under-Lyme): to ask is right."""
NOBODY = (
    *(
        "East Surrey",
        "West Surrey",
        "East Surrey Council",
        "Surrey West",
        "East Kent",
        "Kentish Town",
        "London",
    ),
    *(
        "Greater London",
        "Greater Manchester",
        "West Midlands",
        "Merseyside",
        "Sussex",
        "Yorkshire",
        "Berkshire",
    ),
    *(
        "Nottingham County Council",
        "Leicester County Council",
        "Worcester County Council",
        "York County Council",
    ),
    *("Kent City Council", "Kent MBC", "LB of Leeds", "London Borough of Leeds", "Royal Borough of Kent"),
    *(
        "Cambridge County Council",
        "Nottinghamshire City Council",
        "Durham City Council",
        "Surrey DC",
        "Essex MBC",
    ),
    *(
        "Lancashire City Council",
        "Norfolk MBC",
        "Devon BC",
        "Newcastle BC",
        "St",
        "City",
        "Council",
        "The",
        "Borough",
    ),
    *(
        "City Council",
        "Borough of",
        "County Council",
        "MBC",
        "North",
        "West",
        "Isle",
        "Royal",
        "London Borough of",
    ),
)
"""Names of no council, though they are like those of some."""


@pytest.fixture(scope="module")
def importer(tmp_path_factory: pytest.TempPathFactory) -> Importer:
    return Importer(tmp_path_factory.mktemp("spellings"))


@pytest.fixture(scope="module")
def names(importer: Importer) -> list[Name]:
    return [name_of(council.name, council.slug) for council in importer.councils(YEAR)]


Found = dict[tuple[str, str], str | None]
"""By form and slug, whose a spelling was taken for; None where it was asked about."""


@pytest.fixture(scope="module")
def found(importer: Importer, names: list[Name]) -> Found:
    return {(form, name.slug): importer.whose(text, YEAR) for name in names for form, text in spellings(name)}


@pytest.mark.data
def test_no_spelling_is_taken_for_another_council_or_left_out(found: Found) -> None:
    wrong = {key: slug for key, slug in found.items() if slug not in (None, key[1])}
    right = sum(slug is not None for slug in found.values())
    print(f"{len(found):,} spellings: {right:,} found ({right / len(found):.1%}), {len(wrong)} wrong")
    each = Counter(form for form, _ in found)
    for form in FORMS:
        known = sum(of == form and slug is not None for (of, _), slug in found.items())
        print(f"  {form:<32}{known:>4} of {each[form]:>3}")
    assert wrong == {}
    assert len(found) == 317 * SPELLINGS


def marked(form: str) -> object:
    why = reason(KIND, form)
    return pytest.param(form, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


@pytest.mark.data
@pytest.mark.parametrize("form", list(map(marked, FOUND_BY_THEMSELVES)))
def test_a_usual_spelling_is_found_by_itself(found: Found, form: str) -> None:
    asked = [s for (of, s), whose in found.items() if of == form and whose is None and s not in ALIKE]
    if asked:
        pytest.fail(f"{len(asked)} are asked about: {', '.join(asked[:5])}", pytrace=False)


def test_what_is_listed_as_not_found_yet_is_a_form() -> None:
    (listed,) = [one for one in NOT_YET if one.kind == KIND] or [None]
    assert listed is None or (listed.tables or set()) <= set(FOUND_BY_THEMSELVES)
    assert set(FOUND_BY_THEMSELVES) <= set(FORMS)


@pytest.mark.data
@pytest.mark.parametrize("text", NOBODY)
def test_the_name_of_nobody_is_found_nowhere(importer: Importer, text: str) -> None:
    assert importer.whose(text, YEAR) is None


@pytest.mark.data
def test_each_council_has_its_spellings_no_two_alike(names: list[Name]) -> None:
    assert len(names) == 317
    for name in names:
        texts = [text for _, text in spellings(name)]
        assert len(texts) == len(set(texts)) == SPELLINGS, name.official
    everything = Counter(text for name in names for _, text in spellings(name))
    assert [text for text, times in everything.items() if times > 1] == []


@pytest.mark.parametrize(
    ("official", "short", "place"),
    [
        ("Bolton Metropolitan Borough Council", "Bolton MBC", "Bolton"),
        ("London Borough of Camden", "LB of Camden", "Camden"),
        ("Kent County Council", "Kent CC", "Kent"),
        ("City of York Council", "York CC", "York"),
        ("Cornwall Council", "", "Cornwall"),
        ("City of London Corporation", "", "City of London"),
    ],
)
def test_a_name_taken_apart(official: str, short: str, place: str) -> None:
    name = name_of(official, "slug")
    assert (name.short, name.place) == (short, place)

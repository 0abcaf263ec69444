"""Signs of a person in a text to be published; and what the Ombudsman's texts are full of, which is none."""

from pathlib import Path

import pytest

from dashboard.domain.personal import personal_in

PHRASES = Path(__file__).parents[2] / "dashboard" / "simulate" / "phrases"
NAME, PHONE, POSTCODE = "a person’s name", "a phone number", "a postcode"
EMAIL, INSURANCE = "an e-mail address", "a National Insurance number"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Write to a.person+case@mail.example.org today", (EMAIL,)),
        ("o'neill@example.co.uk", (EMAIL,)),
        ("Call 020 7946 0958 or", (PHONE,)),
        ("Call (01632) 960 001.", (PHONE,)),
        ("mobile 07700 900123", (PHONE,)),
        ("mobile +44 7700 900123", (PHONE,)),
        ("+44 (0)20 7946 0958", (PHONE,)),
        ("07700900123", (PHONE,)),
        ("lives at SW1A 1AA now", (POSTCODE,)),
        ("lives at sw1a 1aa", (POSTCODE,)),
        ("at M11AE.", (POSTCODE,)),
        ("EC1A 1BB", (POSTCODE,)),
        ("Mr Example complained", (NAME,)),
        ("Mrs. Example", (NAME,)),
        ("Ms O'Example", (NAME,)),
        ("Ms O’Example", (NAME,)),
        ("Miss Ex", (NAME,)),
        ("Mr J Example", (NAME,)),
        ("Mr J. Example", (NAME,)),
        ("Mr and Mrs Example", (NAME,)),
        ("MRS EXAMPLE", (NAME,)),
        ("Mr Étienne", (NAME,)),
        ("Mr\nExample", (NAME,)),
        ("her number QQ 12 34 56 C", ()),
        ("her number AB 12 34 56 C", (INSURANCE,)),
        ("ab123456c", (INSURANCE,)),
        ("Mr van der Example", (NAME,)),
        ("Mr de Example", (NAME,)),
        ("Mr al-Example", (NAME,)),
        ("Mr d’Example", (NAME,)),
        ("Mr J. K. Example", (NAME,)),
        ("Mr J K Example", (NAME,)),
        ("Mr.Example", (NAME,)),
        ("mr Example and mrs Other", (NAME,)),
        ("Dr Example", (NAME,)),
        ("Messrs Example", (NAME,)),
        ("Mr Łukasz", (NAME,)),
        ("Mr Şahin", (NAME,)),
        ("Mr Иванов", (NAME,)),
        ("M\u00adr Example", (NAME,)),
        ("Mr\u200b\u00a0Example", (NAME,)),
        ("Ｍｒ Example", (NAME,)),
        ("0044 7700 900123", (PHONE,)),
        ("07700.900.123", (PHONE,)),
        ("07700\u00a0900123", (PHONE,)),
        ("07700–900–123", (PHONE,)),
        ("07700\u2011900\u2011123", (PHONE,)),
        ("07700/900123", (PHONE,)),
        ("SW1A  1AA", (POSTCODE,)),
        ("SW1A\u00a01AA", (POSTCODE,)),
        ("SW1A-1AA", (POSTCODE,)),
        ("ＳＷ１Ａ １ＡＡ", (POSTCODE,)),
        ("AB-12-34-56-C", (INSURANCE,)),
        ("AB  123456 C", (INSURANCE,)),
        ("a.person＠example.org", (EMAIL,)),
        ("a.person @ example.org", (EMAIL,)),
        ("a.person (at) example.org", (EMAIL,)),
        ("a.person[at]example.org", (EMAIL,)),
        ("a.person@exa\u200bmple.org", (EMAIL,)),
        (
            "Mr Example, 07700 900123, a@b.example, AB123456C, SW1A 1AA",
            (EMAIL, PHONE, POSTCODE, NAME, INSURANCE),
        ),
    ],
)
def test_a_sign_is_told_by_its_kind(text: str, signs: tuple[str, ...]) -> None:
    assert personal_in(text) == signs


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mr X complained about Mrs Y, and Ms Z’s mother.",
        "Mr X's son and Mrs B’s carer",
        "Mr and Mrs X",
        "Ms X. The Council",
        "Mr X.\nThe Council",
        "Mr X\nThe Council",
        "Mr B. In May",
        "Dr X and Dr Y’s notes",
        "the MS in her case; DR plans",
        "between 01.04.2024 and 31.03.2025",
        "01.04.2024 31.03.2025",
        "01/04/2024-31/03/2025",
        "01–04–2024 – 31–03–2025",
        "Mr B and Officer C",
        "Case 23 001 234, 17 002 402b",
        "on 01/02/2024 at 10 and on 01-02-2024 10:30",
        "from 01 02 2024 1000 homes",
        "It paid £0.50, then £1,000,000 and £07700",
        "in 2023-24, 0.5 per cent of 1,234,567 residents",
        "Section 117 of the Act; Part 7; regulation 3(1)",
        "the 1st, 2nd and 3rd stages",
        "class S1 3rd year",
        "E10 per week, M25 and A1M",
        "COVID-19 in April 2020",
        "missing Council records, a mister and a mistake",
        "@council on the web, 5 @ £3",
        "Miss the deadline",
    ],
)
def test_what_is_no_sign(text: str) -> None:
    assert personal_in(text) == ()


def test_no_phrase_of_the_demonstration_has_one() -> None:
    for path in sorted(PHRASES.glob("*.toml")):
        assert personal_in(path.read_text("utf-8")) == (), path.name

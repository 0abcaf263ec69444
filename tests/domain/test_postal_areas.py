"""Postcode areas and the nations they lie in, against lists made from other public lists by hand."""

import pytest

from dashboard.domain.postal_areas import AREAS, Elsewhere, area_of, elsewhere, written_otherwise

AREAS_OF_THE_UNITED_KINGDOM = 121
"""As the Post Office counts them, the three areas of the Crown Dependencies not among them."""
POST_WITHOUT_AN_AREA = {"BF", "BX", "GX", "XX"}


def test_there_are_as_many_areas_as_the_post_office_counts() -> None:
    assert len(AREAS - POST_WITHOUT_AN_AREA - {"IM", "JE", "GY"}) == AREAS_OF_THE_UNITED_KINGDOM


@pytest.mark.parametrize(
    ("outcodes", "place"),
    [
        ("AB10 DD1 DG1 EH1 FK1 G1 HS1 IV1 KA1 KW1 KY1 ML1 PA1 PH1 TD1 ZE1", Elsewhere.SCOTLAND),
        ("CF10 CH5 CH6 CH7 CH8 LD1 LL11 NP20 SA1 SY16 SY23 SY25", Elsewhere.WALES),
        ("BT1 BT94", Elsewhere.NORTHERN_IRELAND),
        ("IM1", Elsewhere.ISLE_OF_MAN),
        ("JE2", Elsewhere.JERSEY),
        ("GY1 GY9 GY10", Elsewhere.GUERNSEY),
        ("BF1", Elsewhere.FORCES),
        ("SW1A M1 CH1 CH4 SY1 SY10 HR3 CA6 NE1 GL16 TR21 PO30", None),
    ],
)
def test_an_outcode_lies_where_its_letters_say(outcodes: str, place: Elsewhere | None) -> None:
    assert {elsewhere(outcode) for outcode in outcodes.split()} == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BFPO 57", Elsewhere.FORCES),
        ("b.f.p.o. 801", Elsewhere.FORCES),
        ("FIQQ 1ZZ", Elsewhere.OVERSEAS),
        ("stHL1ZZ", Elsewhere.OVERSEAS),
        ("GIR 0AA", Elsewhere.NO_PLACE),
        ("BFPO", None),
        ("SW1A 1AA", None),
        ("Leeds", None),
    ],
)
def test_what_is_written_unlike_other_postcodes_is_known(text: str, place: Elsewhere | None) -> None:
    assert written_otherwise(text) is place


def test_an_area_is_the_letters_at_the_beginning() -> None:
    assert [area_of(outcode) for outcode in ("SW1A", "M1", "EC1V", "7")] == ["SW", "M", "EC", ""]

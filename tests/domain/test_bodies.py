"""What is no council, by kind; and what is not told to be none."""

import pytest

from dashboard.domain.bodies import OTHER_BODY, bodies_counted, body_kind

NHS, COMPANY, PARK = "NHS body", "care provider or other company", "national park authority"
TRANSPORT, EMERGENCY, COMBINED = "transport body", "police or fire body", "combined authority"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anytown Hospitals NHS Foundation Trust", NHS),
        ("South Coast Ambulance Trust", NHS),
        ("Anyshire Integrated Care Board", NHS),
        ("Anyshire ICB", NHS),
        ("Anyshire Partnership Care Trust", NHS),
        ("Example Care Limited", COMPANY),
        ("Example Homes Ltd.", COMPANY),
        ("A. Person t/a The Lodge", COMPANY),
        ("Mrs A Person", COMPANY),
        ("The Lodge Care Home", COMPANY),
        ("Example Homecare", COMPANY),
        ("Example Inc.", COMPANY),
        ("Peak District National Park Authority", PARK),
        ("The Broads Authority", PARK),
        ("Lee Valley Regional Park Authority", PARK),
        ("Lower Example Internal Drainage Board", "drainage board"),
        ("Lower Example IDB", "drainage board"),
        ("Transport for London", TRANSPORT),
        ("TfL", TRANSPORT),
        ("South Yorkshire Passenger Transport Executive", TRANSPORT),
        ("Merseytravel", TRANSPORT),
        ("Avon Fire & Rescue", EMERGENCY),
        ("London Fire Commissioner", EMERGENCY),
        ("Anyshire Police and Crime Commissioner", EMERGENCY),
        ("Anyshire Constabulary", EMERGENCY),
        ("WEST MIDLANDS COMBINED AUTHORITY", COMBINED),
        ("The Greater London Authority", COMBINED),
        ("Mayor of London", COMBINED),
        ("Environment Agency", "government body"),
        ("Historic England", "government body"),
        ("St Example’s Primary School", "school or academy"),
        ("School Admission Appeals Panel", "school or academy"),
        ("Example Multi Academy Trust", "school or academy"),
        ("Example Housing Association", "housing association"),
        ("Anytown Town Council", "town or parish council"),
        ("Example Community Council", "town or parish council"),
        ("North London Waste Authority", OTHER_BODY),
        ("Ebbsfleet Development Corporation", OTHER_BODY),
        ("Anyshire Pension Fund", OTHER_BODY),
        ("Anyport Port Health Authority", OTHER_BODY),
        ("London Councils", OTHER_BODY),
        ("Guinness Trust", OTHER_BODY),
    ],
)
def test_a_body_by_its_kind(name: str, kind: str) -> None:
    assert body_kind(name) == kind


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Blackpool Borough Council",
        "City of London Corporation",
        "Anytown Urban District",
        "The Example Board",
        "Firestone",
        "Schoolfield Council",
        "St Albans",
        "Incton Council",
    ],
)
def test_a_name_that_says_no_kind_of_body(name: str) -> None:
    assert body_kind(name) is None


def test_they_are_counted_by_kind() -> None:
    assert bodies_counted(NHS, 1) == "1 NHS body"
    assert bodies_counted(NHS, 2) == "2 NHS bodies"
    assert bodies_counted("housing association", 1_200) == "1,200 housing associations"

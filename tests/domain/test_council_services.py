"""Who runs which service: against what GOV.UK lists for each type of council."""

import pytest

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.council_services import SERVICES, SOURCE, RunBy, runs

OF_DISTRICTS = {"bins", "council-tax", "benefits", "housing", "planning", "environment"}
OF_COUNTIES = {"schools", "sen", "children", "adults", "roads", "tips"}


def test_the_two_tiers_share_the_services_and_no_service_has_two() -> None:
    assert {service.id for service in runs(AuthorityType.DISTRICT)} == OF_DISTRICTS
    assert {service.id for service in runs(AuthorityType.COUNTY)} == OF_COUNTIES
    assert len({service.id for service in SERVICES}) == len(SERVICES) == len(OF_DISTRICTS | OF_COUNTIES)


@pytest.mark.parametrize("kind", [AuthorityType.UNITARY, AuthorityType.METROPOLITAN, AuthorityType.LONDON])
def test_a_council_of_a_single_tier_runs_everything(kind: AuthorityType) -> None:
    assert runs(kind) == SERVICES


def test_every_type_of_council_of_the_two_tiers_is_one_that_runs_something() -> None:
    assert {RunBy.DISTRICT.value, RunBy.COUNTY.value} <= {kind.value for kind in AuthorityType}


def test_sources_and_other_routes_are_pages_to_go_to() -> None:
    urls = [SOURCE, *(service.route.url for service in SERVICES if service.route)]
    assert all(url.startswith("https://") for url in urls)
    assert all(service.route.sentence.endswith(".") for service in SERVICES if service.route)

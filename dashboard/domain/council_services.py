"""Which council runs which service, by tier, and where a complaint about it goes that is not the Ombudsman's.

Where there are two tiers, county and district share the work; any other type of council does all of it.
Source: GOV.UK, "Understand how your council works: types of council"; who hears what else, the
Ombudsman's own pages on what it can and cannot look at. Councils may agree between them to do it otherwise.
"""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.authority_types import AuthorityType


class RunBy(StrEnum):
    """The council of the two tiers that runs a service."""

    DISTRICT = "district"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Route:
    """Who hears a complaint of one kind instead of the Ombudsman: a sentence, and a page to go to."""

    sentence: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class CouncilService:
    """A service as a resident would name it. ``within`` says in a few words what else belongs to it."""

    id: str
    name: str
    run_by: RunBy
    within: str
    route: Route | None = None


SOURCE = "https://www.gov.uk/understand-how-your-council-works"
"""GOV.UK's page on what each type of council does."""

_TRIBUNAL_OF_BENEFITS = Route(
    "If you think the amount is wrong, ask the council to look again and then appeal to a tribunal.",
    "Appeal a benefits decision",
    "https://www.gov.uk/appeal-benefit-decision",
)

SERVICES = (
    CouncilService(
        "bins",
        "Bins and recycling",
        RunBy.DISTRICT,
        "missed collections, street cleaning, fly-tipping",
    ),
    CouncilService(
        "council-tax",
        "Council tax",
        RunBy.DISTRICT,
        "bills, discounts, recovery of debts",
        Route(
            "A wrong band is for the Valuation Office Agency, and a wrong bill for the Valuation Tribunal.",
            "Valuation Tribunal",
            "https://www.valuationtribunal.gov.uk/",
        ),
    ),
    CouncilService(
        "benefits",
        "Housing benefit",
        RunBy.DISTRICT,
        "claims, overpayments, and support with council tax",
        _TRIBUNAL_OF_BENEFITS,
    ),
    CouncilService(
        "housing",
        "Housing and homelessness",
        RunBy.DISTRICT,
        "homelessness, the housing register, private renting",
        Route(
            "About the council as your landlord, such as repairs, the Housing Ombudsman decides.",
            "Housing Ombudsman",
            "https://www.housing-ombudsman.org.uk/",
        ),
    ),
    CouncilService(
        "planning",
        "Planning and building",
        RunBy.DISTRICT,
        "planning applications, enforcement, building control",
        Route(
            "If your own application was refused, appeal to the Planning Inspectorate.",
            "Appeal a planning decision",
            "https://www.gov.uk/appeal-planning-decision",
        ),
    ),
    CouncilService(
        "environment",
        "Noise, pests and licences",
        RunBy.DISTRICT,
        "nuisance, environmental health, licensing of taxis and premises",
    ),
    CouncilService(
        "schools",
        "School places and transport",
        RunBy.COUNTY,
        "admissions and their appeals, school transport, children out of school",
        Route(
            "What happens inside a school is for the school and its governors.",
            "Complain about a school",
            "https://www.gov.uk/complain-about-school",
        ),
    ),
    CouncilService(
        "sen",
        "Special educational needs",
        RunBy.COUNTY,
        "education, health and care plans that are late or not carried out",
        Route(
            "What a plan says, or a refusal to make one, is for the special educational needs tribunal.",
            "Appeal to the tribunal",
            "https://www.gov.uk/appeal-ehc-plan-decision",
        ),
    ),
    CouncilService(
        "children",
        "Children’s social care",
        RunBy.COUNTY,
        "children in need and in care, fostering, leaving care",
    ),
    CouncilService(
        "adults",
        "Adult social care",
        RunBy.COUNTY,
        "assessments, charges, care at home and in care homes",
    ),
    CouncilService(
        "roads",
        "Roads and pavements",
        RunBy.COUNTY,
        "potholes, street lights, drains, highway works",
        Route(
            "For damage or an injury, claim from the council. Motorways and main trunk roads are National "
            "Highways’.",
            "National Highways",
            "https://nationalhighways.co.uk/",
        ),
    ),
    CouncilService(
        "tips",
        "Tips, libraries and trading standards",
        RunBy.COUNTY,
        "household waste sites, libraries, registrars, trading standards",
    ),
)
"""What people complain about most, the district's first."""


def runs(kind: AuthorityType) -> tuple[CouncilService, ...]:
    """Return the services a type of council runs: of the two tiers its own, of any other type all."""
    if kind in (AuthorityType.DISTRICT, AuthorityType.COUNTY):
        return tuple(service for service in SERVICES if service.run_by.value == kind.value)
    return SERVICES

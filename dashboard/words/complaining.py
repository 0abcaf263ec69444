"""How to complain about a council: to the council first, then to the Ombudsman, and within which times.

The times are the Ombudsman's own: up to 12 weeks are usually fair for a council's answer, and a complaint
should reach it within 12 months of when the person knew of the problem.
"""

from dashboard.domain.authority_types import AuthorityType
from dashboard.words.wording import listed, uncapital

TITLE = "Complain to the council first, then to the Ombudsman"
STEPS = (
    (
        "Complain to the council.",
        "Use its own complaints form or write to it, say what should be put right, and keep what you send.",
    ),
    (
        "Wait for its final answer.",
        "There may be two stages. If none has come after 12 weeks, go on to step 3.",
    ),
    (
        "Complain to the Ombudsman.",
        "It is free. Do it within 12 months of finding out about the problem. If it is later, say why.",
    ),
)
NOT_EVERYTHING = (
    "Parking fines go to an independent tribunal; where there is another right of appeal, that comes first. "
    "Complaints about children’s social care may have stages of their own, which take longer."
)
WIDER = (
    "In London and other large cities police, fire and public transport are run across the whole area, not "
    "by one council. Parish and town councils are not covered by the Ombudsman."
)
TWO_TIERS = "They do different jobs. Complain to the one that runs the service."
ONE_TIER = "It runs all council services here."


def whose(kind: AuthorityType) -> str:
    """Say whose council it is to who lives there: "Your district council"."""
    if kind in (AuthorityType.DISTRICT, AuthorityType.COUNTY):
        return f"Your {kind.value} council"
    return "Your council"


def runs(services: tuple[str, ...]) -> str:
    """Return the services a council runs as running text: "bins and recycling, council tax"."""
    return ", ".join(uncapital(name) for name in services)


def ended(names: tuple[str, ...]) -> str:
    """Say who runs an ended council's services."""
    return f"now {listed(names)}" if names else "with no one council in its place"

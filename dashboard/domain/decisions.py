"""What a decision is: its kind, what it is about, and what a council agreed to do.

The ten categories of published decisions differ from the nine of complaints received
(``dashboard.domain.outcomes.Category``); each has sub-categories, which are text.
"""

from enum import StrEnum


class DecisionKind(StrEnum):
    """How a decision is told."""

    STATEMENT = "statement"
    REPORT = "report"  # a public interest report

    @property
    def label(self) -> str:
        """The Ombudsman's word, and what a report is."""
        return "Public interest report" if self is DecisionKind.REPORT else "Statement"


class DecisionCategory(StrEnum):
    """The ten categories of published decisions; the value is the id, ``label`` the Ombudsman's words."""

    ADULT_CARE = "adult_care_services"
    BENEFITS_TAX = "benefits_and_tax"
    CHILDRENS_CARE = "childrens_care_services"
    EDUCATION = "education"
    ENVIRONMENT = "environment_and_regulation"
    HEALTH = "health"
    HOUSING = "housing"
    PLANNING = "planning"
    TRANSPORT = "transport_and_highways"
    OTHER = "other_categories"

    @property
    def label(self) -> str:
        """The Ombudsman's label, apostrophe included."""
        return self.value.replace("_", " ").replace("childrens", "children’s").capitalize()

    @property
    def slug(self) -> str:
        """The category in an address of ours."""
        return self.value.replace("_", "-")


class Remedy(StrEnum):
    """What the Ombudsman recommends: to put things right for a person, or to change how a service works."""

    APOLOGY = "apology"
    PAYMENT = "payment"
    NEW_DECISION = "new_decision"
    PROVIDE_SERVICES = "provide_services"
    PROCEDURE_CHANGE = "procedure_change"
    TRAINING = "training"
    INFORMATION = "provide_information"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _REMEDIES[self]


_REMEDIES = {
    Remedy.APOLOGY: "Apology",
    Remedy.PAYMENT: "Payment",
    Remedy.NEW_DECISION: "New decision or review",
    Remedy.PROVIDE_SERVICES: "Provide services",
    Remedy.PROCEDURE_CHANGE: "Change of policy or procedure",
    Remedy.TRAINING: "Training or guidance for staff",
    Remedy.INFORMATION: "Information to the public or to staff",
    Remedy.OTHER: "Other",
}


def sub_category_slug(label: str) -> str:
    """Return a sub-category in an address of ours: ``Children’s homes`` is ``childrens-homes``."""
    kept = "".join(c if c.isalnum() else " " for c in label.replace("’", "").replace("'", "").lower())
    return "-".join(kept.split())


def ombudsman_slug(label: str) -> str:
    """Return a category or sub-category as the Ombudsman's own addresses write it.

    All that is no letter or digit, an apostrophe too, is a hyphen: ``Children’s care services`` is
    ``children-s-care-services``.
    """
    kept = "".join(c if c.isalnum() else " " for c in label.lower())
    return "-".join(kept.split())

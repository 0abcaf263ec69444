"""What becomes of a complaint: decided outcomes, the overview from 2024-25, and the received categories."""

from enum import StrEnum


class Outcome(StrEnum):
    """The six outcomes of a decided complaint; the value is the id in files and databases."""

    INVALID = "invalid_or_incomplete"
    ADVICE = "advice_given"
    REFERRED_BACK = "referred_back_for_local_resolution"
    CLOSED_INITIAL = "closed_after_initial_enquiries"
    NOT_UPHELD = "not_upheld"
    UPHELD = "upheld"

    @property
    def label(self) -> str:
        """The Ombudsman's label."""
        return self.value.replace("_", " ").capitalize()


NOT_FOR_US = (Outcome.INVALID, Outcome.ADVICE, Outcome.REFERRED_BACK)
ASSESSED_AND_CLOSED = (Outcome.CLOSED_INITIAL,)
INVESTIGATED = (Outcome.NOT_UPHELD, Outcome.UPHELD)


class Category(StrEnum):
    """The nine categories of a received complaint, in the order of the Ombudsman's tables."""

    ADULT_CARE = "adult_care_services"
    BENEFITS_TAX = "benefits_and_tax"
    CORPORATE = "corporate_and_other_services"
    EDUCATION_CHILDREN = "education_and_childrens_services"
    ENVIRONMENT = "environmental_services_and_public_protection_and_regulation"
    HIGHWAYS = "highways_and_transport"
    HOUSING = "housing"
    PLANNING = "planning_and_development"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Ombudsman's label, apostrophe included."""
        return self.value.replace("_", " ").replace("childrens", "children’s").capitalize()


class Compliance(StrEnum):
    """What was found when an agreed recommendation fell due."""

    ON_TIME = "complied_on_time"
    LATE = "complied_late"
    NOT_COMPLIED = "not_complied"

"""Everyday words for the subjects of decisions: what somebody types, and the sub-category it may mean.

Texts of decisions use the Ombudsman's words, “special educational needs” and not “SEN”, so that a search for
a word alone can miss a subject whole. Which words mean which subject is by sense: the abbreviations of the
law and of forms, and what people call a thing. The subjects are the Ombudsman's sub-categories by label; one
that a register does not have is simply never offered.
"""

import re

from dashboard.domain.decisions import DecisionCategory as Of

Subject = tuple[Of, str]
"""A category of decisions, and the label of one of its sub-categories."""

WORDS: dict[Subject, tuple[str, ...]] = {
    (Of.ADULT_CARE, "Assessment and care plan"): ("social worker", "care assessment", "carer", "care act"),
    (Of.ADULT_CARE, "Charging"): ("care fees", "care charges", "deferred payment", "top up fees"),
    (Of.ADULT_CARE, "Direct payments"): ("personal budget",),
    (Of.ADULT_CARE, "Domiciliary care"): ("home care", "home carer", "care at home"),
    (Of.ADULT_CARE, "Residential care"): ("nursing home", "care home", "old people home"),
    (Of.ADULT_CARE, "Safeguarding"): ("adult abuse",),
    (Of.ADULT_CARE, "Disabled facilities grants"): ("dfg", "home adaptation", "stairlift", "adaptation"),
    (Of.ADULT_CARE, "Transport"): ("blue badge", "bus pass", "disabled parking"),
    (Of.BENEFITS_TAX, "COVID-19"): ("covid grant", "business grant", "coronavirus"),
    (Of.BENEFITS_TAX, "Local welfare payments"): ("crisis loan", "welfare assistance", "hardship fund"),
    (Of.BENEFITS_TAX, "Business rates and grants"): ("business rates", "covid grant", "business grant"),
    (Of.BENEFITS_TAX, "Council tax"): ("council tax", "bailiff", "enforcement agent", "liability order"),
    (Of.BENEFITS_TAX, "Council tax support"): ("council tax reduction", "benefits"),
    (Of.BENEFITS_TAX, "Discretionary housing payments"): ("dhp", "bedroom tax"),
    (Of.BENEFITS_TAX, "Housing benefit and council tax benefit"): ("housing benefit", "benefits"),
    (Of.CHILDRENS_CARE, "Child protection"): ("social worker", "social services", "section 47"),
    (Of.CHILDRENS_CARE, "Children’s statutory complaints procedure"): ("statutory complaint", "stage two"),
    (Of.CHILDRENS_CARE, "Disabled children"): ("short breaks", "disabled child", "respite"),
    (Of.CHILDRENS_CARE, "Fostering"): ("foster", "foster carer"),
    (Of.CHILDRENS_CARE, "Friends and family carers"): ("kinship care", "kinship carer", "sgo"),
    (Of.CHILDRENS_CARE, "Leaving care"): ("care leaver",),
    (Of.CHILDRENS_CARE, "Looked after children"): ("foster", "fostering", "foster carer", "kinship care"),
    (Of.CHILDRENS_CARE, "Special guardianship and adoption"): ("adoption", "sgo", "special guardian"),
    (Of.EDUCATION, "Alternative provision"): ("out of school", "home tuition", "section 19", "eotas"),
    (Of.EDUCATION, "School admissions"): ("school place", "school appeal", "admission appeal"),
    (Of.EDUCATION, "School exclusions"): ("exclusion", "excluded", "expelled"),
    (Of.EDUCATION, "School transport"): ("school bus", "school taxi", "home to school"),
    (Of.EDUCATION, "Special educational needs"): ("sen", "send", "ehcp", "ehc plan", "special needs"),
    (Of.ENVIRONMENT, "Antisocial behaviour"): ("asb", "anti social behaviour", "nuisance neighbour"),
    (Of.ENVIRONMENT, "Cemeteries and crematoria"): ("cemetery", "crematorium", "burial", "grave"),
    (Of.ENVIRONMENT, "Licensing"): ("taxi", "private hire", "alcohol licence", "licence"),
    (Of.ENVIRONMENT, "Noise"): ("loud music", "barking", "noisy"),
    (Of.ENVIRONMENT, "Pollution and drainage"): ("smoke", "smell", "flooding", "drain", "sewage", "bonfire"),
    (Of.ENVIRONMENT, "Refuse and recycling"): ("bin", "rubbish", "waste", "missed collection", "fly tipping"),
    (Of.ENVIRONMENT, "Drainage"): ("drain", "flooding", "sewage"),
    (Of.ENVIRONMENT, "Trees"): ("tree", "hedge"),
    (Of.HEALTH, "Continuing healthcare"): ("chc",),
    (Of.HOUSING, "Allocations"): ("housing register", "waiting list", "choice based letting", "banding"),
    (Of.HOUSING, "Council house repairs"): ("damp", "mould", "disrepair", "repair"),
    (Of.HOUSING, "Council house sales and leaseholders"): ("right to buy", "leaseholder", "service charge"),
    (Of.HOUSING, "Disabled facilities grants"): ("dfg", "home adaptation", "stairlift", "adaptation"),
    (Of.HOUSING, "Homelessness"): ("homeless", "eviction", "temporary accommodation", "rent arrears"),
    (Of.HOUSING, "Private housing"): ("hmo", "landlord", "private rented", "rogue landlord", "damp"),
    (Of.OTHER, "Access to information and data"): ("foi", "gdpr", "subject access", "data protection"),
    (Of.OTHER, "Councillor conduct and standards"): ("councillor", "monitoring officer"),
    (Of.OTHER, "Elections and registration"): ("election", "electoral roll", "vote", "registrar"),
    (Of.OTHER, "Elections and electoral register"): ("election", "electoral roll", "vote"),
    (Of.OTHER, "Land"): ("allotment", "council land"),
    (Of.OTHER, "Land and property"): ("allotment", "council land", "right to buy"),
    (Of.OTHER, "Leisure and culture"): ("allotment", "library", "leisure centre", "park", "swimming pool"),
    (Of.PLANNING, "Building control"): ("building regulations",),
    (Of.PLANNING, "Enforcement"): ("planning enforcement", "planning breach", "unauthorised development"),
    (Of.PLANNING, "Planning applications"): ("planning", "planning permission", "extension", "overlooking"),
    (Of.PLANNING, "Trees and high hedges"): ("hedge", "tree preservation", "tpo", "tree"),
    (Of.TRANSPORT, "Blue badges and concessionary travel"): ("blue badge", "bus pass", "disabled parking"),
    (Of.TRANSPORT, "Highway repair and maintenance"): ("pothole", "pavement", "street light", "road repair"),
    (Of.TRANSPORT, "Parking and other penalties"): ("parking", "parking fine", "pcn", "bus lane"),
    (Of.TRANSPORT, "Public transport"): ("bus", "bus pass"),
    (Of.TRANSPORT, "Street furniture and lighting"): ("street light", "lamp post", "bollard"),
    (Of.TRANSPORT, "Rights of way"): ("footpath", "bridleway", "public path"),
    (Of.TRANSPORT, "Traffic management"): ("speed bump", "traffic calming", "ltn", "road closure"),
}
"""By subject what it is called besides its own name. A phrase means it where all its words were typed."""
_WORD = re.compile(r"\w+")


def subjects_meant(typed: str) -> tuple[Subject, ...]:
    """Return the subjects that what was typed may mean, first those whose phrase says most of it.

    Plurals and letter case make no difference, nor does the order of words.
    """
    asked = _words(typed)
    close = [(said, subject) for subject, phrases in _PHRASES if (said := _most_said(phrases, asked))]
    close.sort(key=lambda one: -one[0])
    return tuple(subject for _, subject in close)


def _most_said(phrases: tuple[frozenset[str], ...], asked: frozenset[str]) -> int:
    """Return how many of the words typed the longest phrase that was typed whole has."""
    return max((len(phrase) for phrase in phrases if phrase <= asked), default=0)


def _words(text: str) -> frozenset[str]:
    plain = text.casefold().replace("’", "").replace("'", "")
    return frozenset(_singular(word) for word in _WORD.findall(plain))


def _singular(word: str) -> str:
    """Return an English plural as its singular, near enough to compare: ``cemeteries`` is ``cemetery``."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_PHRASES = tuple(
    (subject, tuple(_words(phrase) for phrase in (subject[1], *said))) for subject, said in WORDS.items()
)

"""Wordings of headings: those the publisher has used, those decorated, and those that mean something else."""

from collections.abc import Iterator

from tests.imports.torture.cases import Expected, Table, refused, right_or_refused
from tests.imports.torture.files import csv_file
from tests.imports.torture.generated.base import (
    ADULT,
    AVERAGE,
    COMPLIANCE,
    DECIDED,
    EVERY,
    NAMES,
    NOT_UPHELD,
    OUTCOMES,
    RATE,
    RECEIVED,
    SATISFACTORY,
    UPHELD,
    Truth,
)

AUTHORITY = (
    "Authority Name",
    "Name of authority",
    "LOCAL AUTHORITY",
    "Council",
    "Body in jurisdiction",
    "authority:",
)

RECEIVED_WORDINGS = {
    ADULT: ("Adult Care Services", "Adult social care", "ADULT CARE SERVICES"),
    "received:benefits_and_tax": ("Benefits & Tax", "Benefits and tax"),
    "received:corporate_and_other_services": ("Corporate & Other Services", "Corporate and other services"),
    "received:education_and_childrens_services": (
        "Education & Childrens Services",
        "Education and children's services",
        "Education & Children’s Services",
    ),
    "received:environmental_services_and_public_protection_and_regulation": (
        "Environmental services and public protection and regulation",
        "Environment Services & Public Protection & Regulation",
        "Environment Services",
    ),
    "received:highways_and_transport": ("Highways & Transport", "Highways and transport"),
    "received:planning_and_development": ("Planning & Development", "Planning and development"),
    RECEIVED: ("Total", "Total received", "Received cases", "Complaints received"),
}
DECIDED_WORDINGS = {
    "decided:invalid_or_incomplete": ("Invalid or Incomplete", "Incomplete/Invalid", "Invalid or incomplete"),
    "decided:advice_given": ("Advice Given", "Advice given"),
    "decided:referred_back_for_local_resolution": (
        "Referred back for Local Resolution",
        "Referred back for local resolution",
    ),
    "decided:closed_after_initial_enquiries": (
        "Closed after initial enquiries",
        "Closed after Initial Enquiries",
    ),
    NOT_UPHELD: ("Not Upheld", "NOT UPHELD", "Not-upheld"),
    UPHELD: ("Upheld", "Complaints upheld", "UPHELD"),
    "dealt_with": ("Total", "Complaints dealt with", "Decided cases", "Total decided"),
    RATE: ("Uphold rate (%)", "Complaints upheld (%)", "Uphold rate", "% upheld", "Uphold rate per cent"),
    AVERAGE: (
        "Average uphold rate (%) of similar authorities",
        "Average uphold rate of similar authorities (%)",
        "Average uphold rate (%) for similar authorities",
    ),
}
REMEDIES_WORDINGS = {
    OUTCOMES: ("Complaints where compliance with the recommended remedy was recorded during the year",),
    SATISFACTORY: (
        "Upheld complaints where the authority provided a satisfactory remedy before the complaint reached "
        "the Ombudsman",
        "Satisfactory remedies provided by the Council",
        "Satisfactory remedies provided by the authority",
    ),
    COMPLIANCE: ("Compliance with Ombudsman recommendations (%)", "Compliance rate (%)"),
}
DECORATIONS = (
    *("{}*", "{} **", "{}†", "{} ‡", "{}¹", "{}²˒³", "{}¹⁰", "{} [1]", "{} [note 3]", "{}[note 1][note 2]"),
    *(
        "{} [notes 1 and 2]",
        "{} (note 2)",
        "{} (see note 2)",
        "{} (1)",
        "{} [r]",
        "{} [a]",
        "{} [footnote 4]",
    ),
    *("{}\u00a0", " {} ", "{}.", "{}:", "\u200b{}", "{}\n", "“{}”"),
)
"""Marks of footnotes, and what is left of a layout: none of them changes what a heading means."""
DOUBTFUL_DECORATIONS = (
    "{}1",
    "{} (a)",
    "{} (i)",
    "{} (r)",
    "{} (revised)",
    "{} [revised]",
    "{} [p]",
    "{} [e]",
)
"""What may be a mark: to read the heading without it is honest, and so is to ask."""

OTHER_MEANINGS = (
    *(
        "Not upheld (%)",
        "% not upheld",
        "Percentage not upheld",
        "Not uphold rate",
        "Upheld per 10,000 residents",
    ),
    *(
        "Upheld per 1,000 residents",
        "Upheld per 100,000 households",
        "Upheld (000s)",
        "Upheld as % of received",
    ),
    *(
        "Upheld as % of all decisions",
        "Target uphold rate (%)",
        "Change in uphold rate (%)",
        "Rank of uphold rate",
    ),
    *(
        "Uphold rate (%) England",
        "National uphold rate (%)",
        "Uphold rate (%) previous year",
        "Uphold rate 2024-25 (%)",
    ),
    *(
        "Median uphold rate (%)",
        "Uphold rate (%) 5-year mean",
        "Uphold rate (%) last year",
        "Lower limit of uphold rate",
    ),
    *(
        "Not investigated",
        "% investigated",
        "Not assessed and closed",
        "Partly upheld",
        "Upheld reports",
        "Not dealt with",
    ),
    *("Upheld: no injustice", "Upheld (adult care only)", "Maladministration", "Uphold rate (%) change"),
    *("Uphold rate (%) quarter 1", "Complaints not decided", "Not complied (%)", "Non-compliance rate (%)"),
)
"""Headings of one word more or less than one that is known, and of another meaning."""


def tables() -> Iterator[Table]:
    """Give the tables of wordings."""
    yield from _authority()
    for kind, wordings in zip(EVERY, (RECEIVED_WORDINGS, DECIDED_WORDINGS, REMEDIES_WORDINGS), strict=True):
        for quantity, texts in wordings.items():
            for text in texts:
                yield _told(f"heading {kind}: {text}", "headings as published", EVERY[kind], quantity, text)
    for text in ("Remedied cases", "Average performance rates", "Compliance with Ombudsman recommendations"):
        yield _doubtful(text)
    for decoration in DECORATIONS:
        text = decoration.format("Uphold rate (%)")
        yield _told(f"heading with a mark: {text!r}", "headings with marks", DECIDED, RATE, text)
    for decoration in DOUBTFUL_DECORATIONS:
        text = decoration.format("Uphold rate (%)")
        yield Table(
            f"heading with a doubtful mark: {text}",
            "headings with marks",
            csv_file(DECIDED.rows({RATE: text})),
            right_or_refused(DECIDED.values(), words=(text,)),
        )
    for text in OTHER_MEANINGS:
        yield _another(text)
    yield from _negations()


def _told(name: str, kind: str, truth: Truth, quantity: str, text: str) -> Table:
    return Table(name, kind, csv_file(truth.rows({quantity: text})), Expected((truth.values(),)))


def _authority() -> Iterator[Table]:
    for text in AUTHORITY:
        file = csv_file(DECIDED.rows(authority=text))
        yield Table(
            f"heading of the names: {text}", "headings as published", file, Expected((DECIDED.values(),))
        )


def _doubtful(text: str) -> Table:
    """A wording that was published and does not say what it counts: left out by its name, or asked about."""
    truth = EVERY["remedies"]
    file = csv_file(truth.having("?", text).rows())
    return Table(f"heading: {text}", "headings of another meaning", file, refused(text))


def _another(text: str) -> Table:
    """A column of a meaning that the product does not hold stands beside those it does."""
    file = csv_file(DECIDED.having("?", text).rows())
    return Table(f"heading: {text}", "headings of another meaning", file, refused(text))


def _negations() -> Iterator[Table]:
    """“No. upheld” counts what is upheld: whoever has to ask must not suggest its opposite, nor its base."""
    for quantity, texts, never in (
        (
            UPHELD,
            ("No. upheld", "No upheld", "Nos. upheld", "# upheld", "Upheld (no.)", "Upheld number"),
            "not upheld",
        ),
        (NOT_UPHELD, ("No. not upheld", "Number not upheld"), "“upheld”"),
    ):
        truth = DECIDED.without(UPHELD if quantity == NOT_UPHELD else NOT_UPHELD)
        for text in texts:
            yield Table(
                f"heading: {text}",
                "negations",
                csv_file(truth.rows({quantity: text})),
                right_or_refused(truth.values(), words=(text,)).never_saying(never),
            )
    for text, never in (
        ("Complaints not investigated", "“complaints investigated”"),
        ("Investigations not completed", "“investigations completed”"),
        ("Not dealt with yet", "“dealt with”"),
        ("Investigated upheld", "“investigated”"),
        ("Uphold rated (%)", "“not upheld”"),
    ):
        file = csv_file(DECIDED.having("?", text).rows())
        yield Table(f"heading: {text}", "negations", file, refused(text).never_saying(never))
    text = "Number of complaints investigated"
    truth = DECIDED.having("investigated", text, [str(a + b) for a, b in _both()])
    expected = right_or_refused(truth.values(), words=(text,))
    yield Table(f"heading: {text}", "negations", csv_file(truth.rows()), expected)


def _both() -> list[tuple[int, int]]:
    columns = {column.quantity: column.cells for column in DECIDED.columns}
    return [(int(columns[UPHELD][at]), int(columns[NOT_UPHELD][at])) for at in range(len(NAMES))]

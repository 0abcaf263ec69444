from dashboard.domain.outcomes import ASSESSED_AND_CLOSED, INVESTIGATED, NOT_FOR_US, Category, Outcome


def test_the_overview_divides_all_six_outcomes() -> None:
    parts = (*NOT_FOR_US, *ASSESSED_AND_CLOSED, *INVESTIGATED)
    assert sorted(parts) == sorted(Outcome)
    assert len(set(parts)) == 6


def test_labels_are_the_ombudsmans() -> None:
    assert [outcome.label for outcome in Outcome] == [
        "Invalid or incomplete",
        "Advice given",
        "Referred back for local resolution",
        "Closed after initial enquiries",
        "Not upheld",
        "Upheld",
    ]
    assert [category.label for category in Category] == [
        "Adult care services",
        "Benefits and tax",
        "Corporate and other services",
        "Education and children’s services",
        "Environmental services and public protection and regulation",
        "Highways and transport",
        "Housing",
        "Planning and development",
        "Other",
    ]

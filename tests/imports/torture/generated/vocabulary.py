"""What a heading, a group, a bracket or a title may say besides what is counted: whose and of when it is."""


def each(texts: str) -> tuple[str, ...]:
    """Return texts that are written with bars between them."""
    return tuple(text.strip() for text in texts.split("|"))


def capital(text: str) -> str:
    """Return a text with its first letter large, and the others as they are."""
    return text[:1].upper() + text[1:]


LAST_YEAR = each(
    "2024-25 | 2024/25 | 2024/5 | 2024–25 | 2024 to 2025 | 24/25 | FY25 | FY 2024/25 "
    "| year to 31.03.2025 | year ended 31 March 2025 | 12 months to March 2025 | 12 months to 31/03/2025 "
    "| April 2024 to March 2025"
)
"""The year 2024-25, and no other."""
THIS_YEAR = each(
    "2025-26 | 2025/26 | 2025–26 | 2025/6 | FY26 | year to 31.03.2026 | year ended 31 March 2026 "
    "| 12 months to March 2026"
)
EARLIER = each(
    "previous year | last year | prior year | year before | 2023-24 and 2024-25 together | 2024 | 2025"
)
"""An earlier year, or one that is not certain."""
PARTS_OF_A_YEAR = each("quarter 1 | Q1 | April to September 2025 | half year | to date")
OTHER_BODIES = each(
    "England | national | national figures | all councils | all authorities | all councils in England "
    "| county councils | London | Wales | North West | average | average of similar authorities | mean "
    "| median | similar authorities"
)
OTHER_THINGS = each(
    "change | difference from last year | target | rank | quartile | lower limit | forecast "
    "| excluding schools | adult care only | partly upheld"
)

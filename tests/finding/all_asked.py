"""Everything that is asked, always the same."""

from tests.finding.asked import Asked
from tests.finding.asked_names import names, places
from tests.finding.asked_postcodes import postcodes
from tests.finding.england import rows


def all_asked() -> list[Asked]:
    """Return it: postcodes, then names, then places."""
    councils = rows()
    return [*postcodes(councils), *names(councils), *places(councils)]

"""How the query of an address of the API is brought to its normal form: nothing of it is left out."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dashboard.addresses.query import Query
from dashboard.addresses.reading import Held, Reading
from dashboard.api.asked import normal
from dashboard.api.route import Route


@dataclass(frozen=True, slots=True)
class Strict(Reading):
    """The reading of a route: what cannot be read stays in the query, so that the route refuses it."""

    route: Route = field(kw_only=True)

    def normal(self, given: Query) -> str:
        """Return the query in its normal form."""
        return normal(given, self.route)


def of_route(route: Route) -> Callable[[Held], Reading]:
    """Return the reading of a route, whatever a release holds."""
    reading = Strict(route=route)
    return lambda _held: reading

"""The form of what to watch: year, type, region, service. A GET, without a script."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.addresses.watch_state import WatchState
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category
from dashboard.domain.regions import Region
from dashboard.markup.form_parts import Options, hidden, select
from dashboard.markup.markup import Markup


def watch_form(state: WatchState, year: str, years: Sequence[str], links: Links) -> Component:
    """Return the form with what is shown chosen in it; a sort of question that is chosen is kept."""
    fields = [
        select("watch", "year", "Three years to", [(one, one) for one in reversed(years)], year),
        select("watch", "type", "Type of council", _every("All types", AuthorityType), state.type),
        select("watch", "region", "Region", _every("All regions", Region), state.region),
        select("watch", "category", "Service", _every("All services", Category), state.service),
    ]
    kept = [("what", state.question), ("beyond", "1" if state.beyond else None), ("release", links.release)]
    return Markup(
        '<form action="/watch" method="get" aria-label="Which councils and services">'
        f'<div class="case-fields">{"".join(fields)}</div>{hidden(kept)}'
        '<button type="submit" class="button-primary">Show</button></form>',
        tag="div",
        className="case-form watch-form",
    )


def _every(all_of: str, kind: type[AuthorityType] | type[Region] | type[Category]) -> Options:
    return [("", all_of), *((one.value, one.label) for one in kind)]

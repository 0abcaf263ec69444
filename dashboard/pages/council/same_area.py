"""The other tier of the same area: a district's county, a county's districts."""

from dash.development.base_component import Component

from dashboard.domain.authority_types import AuthorityType
from dashboard.markup import elements as html
from dashboard.markup.lineage import linked
from dashboard.markup.parts import heading
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council


def same_area(
    council: Council, year: str, repository: Repository, release: str | None, level: int
) -> Component | None:
    """Return the sister councils with links to the same year; None in a single-tier area."""
    if council.type is AuthorityType.DISTRICT:
        county = repository.council(council.upper_tier) if council.upper_tier else None
        sisters: tuple[Council, ...] = (
            (county,) if county is not None and repository.existed(county.slug, year) else ()
        )
        said = "The county council serves the same area: "
    elif council.type is AuthorityType.COUNTY:
        sisters = tuple(one for one in repository.councils(year) if one.upper_tier == council.slug)
        said = "District councils serve parts of the same area: "
    else:
        return None
    if not sisters:
        return None
    top = heading(level, "Also serving this area", id="same-area")
    return html.Section([top, html.P([said, *linked(sisters, year, release), "."])], className="same-area")

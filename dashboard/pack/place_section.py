"""Where the council lies among those of its type: the funnel of the share upheld, and how to read it."""

from dashboard.charts.funnel import funnel_chart
from dashboard.charts.paper import PAPER, PHONE
from dashboard.charts.paper_funnel import paper_funnel
from dashboard.charts.peers import group_of_type
from dashboard.charts.period import period_compared
from dashboard.domain.measures import UPHELD
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Commentary, Picture, Section, quietly, said
from dashboard.pages.council import funnel_texts as say
from dashboard.pages.council.comparison_texts import introduction, simulated_among
from dashboard.statistics.overdispersion import Dispersion
from dashboard.words.wording import capital, council_name


def place_section(known: Known) -> Section:
    """Return the section; of a council that has ended, one that says why there is no funnel."""
    heading = f"Among {known.council.type.councils}"
    if known.ended:
        nothing = (
            f"{capital(council_name(known.council.name))} had ended by {known.year}, so it is not among the "
            f"{known.council.type.councils} of that year and nothing is compared."
        )
        return Section("among", heading, (said(nothing),))
    period = period_compared(known.council, known.year, known.repository)
    group = group_of_type(known.council, known.year, UPHELD, period, known.repository)
    chart = funnel_chart(group)
    if chart is None:
        return Section("among", heading, (said(say.not_compared(group)), Commentary("the comparison")))
    alt = f"{UPHELD.label}. {say.title(chart)}. {say.own_place(chart)} {say.type_places(chart)}"
    wide, narrow = (paper_funnel(chart, alt, width) for width in (PAPER, PHONE))
    missing = say.not_drawn(group)
    small = f"{say.not_targets(chart)} {_spread(group.dispersion)}".strip()
    blocks: list[Block] = [
        said(introduction(group)),
        Picture("funnel-upheld", f"{say.title(chart)}: {say.subtitle(chart)}", alt, wide, narrow),
        said(f"{say.own_place(chart)} {say.type_places(chart)}{simulated_among(group)}"),
        quietly(" ".join(part for part in (small, missing) if part)),
        Commentary("the comparison"),
    ]
    return Section("among", capital(heading), tuple(blocks))


def _spread(found: Dispersion | None) -> str:
    """Say whether councils of the type vary by more than chance; the limits drawn are the exact ones."""
    if found is None:
        return ""
    numbers = f"phi is {found.phi:.2f}, {{}} its threshold of {found.threshold:.2f}"
    if found.overdispersed:
        return (
            f"Councils of this type vary by more than chance ({numbers.format('above')}): the council’s page "
            "has a second view, with wider limits."
        )
    return f"Councils of this type vary no more than chance explains ({numbers.format('not above')})."

"""Where the council lies among those of its type: the picture of the share upheld, and how to read it."""

from dashboard.charts.paper import PAPER, PHONE
from dashboard.charts.paper_funnel import paper_funnel
from dashboard.domain.measures import UPHELD
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Picture, Section, quietly, said
from dashboard.pages.council import funnel_texts as say
from dashboard.pages.council.among import Among, of_type
from dashboard.pages.council.comparison_texts import introduction, not_compared, own_words, span, type_words
from dashboard.words.wording import capital, council_name


def place_section(known: Known) -> Section:
    """Return the section; of a council that has ended, one that says why there is no picture."""
    heading = f"Among {known.council.type.councils}"
    if known.ended:
        nothing = (
            f"{capital(council_name(known.council.name))} had ended by {known.year}, so it is not among the "
            f"{known.council.type.councils} of that year and nothing is compared."
        )
        return Section("among", heading, (said(nothing),))
    among = of_type(known.council, known.year, known.repository).among(UPHELD)
    funnel = among.ready.funnel
    own = own_words(among)
    told = " ".join(part for part in (own, type_words(among)) if part)
    if funnel is None:
        return Section("among", heading, (said(told),))
    alt = f"{UPHELD.label}, {span(among)}. {told}"
    wide, narrow = (
        paper_funnel(funnel, known.council.slug, UPHELD.noun, alt, width) for width in (PAPER, PHONE)
    )
    caption = f"{UPHELD.label}, {span(among)}: {say.subtitle(among, funnel.around)}"
    blocks: list[Block] = [
        said(introduction(among)),
        said(told),
        Picture("funnel-upheld", caption, alt, wide, narrow),
        quietly(_small(among, say.reading(among, funnel.around))),
    ]
    return Section("among", capital(heading), tuple(blocks))


def _small(among: Among, reading: str) -> str:
    parts = (reading, say.spread_words(among.compared), say.not_drawn(among), not_compared(among.counts))
    return " ".join(part for part in parts if part)

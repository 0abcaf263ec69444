"""Where the paper's figures come from: their origins in words, every source, how they were compared."""

from dashboard.addresses import urls
from dashboard.domain.measures import MEASURES, headline
from dashboard.domain.origin import Origin
from dashboard.pack.council_year import Known
from dashboard.pack.england import england
from dashboard.pack.model import Block, Paragraph, Points, Run, Section, Text, on_site, quietly, said, text
from dashboard.words.wording import capital, council_name, listed

LICENCES = (
    "Complaints data © Commission for Local Administration in England. Population estimates: Office for "
    "National "
    "Statistics licensed under the Open Government Licence v.3.0. Derived figures are labelled as derived."
)
_METHOD = (
    "“Lower” and “higher” are our own words for a comparison with the other councils of the type that "
    "allows for chance, and for how far councils of the type vary anyway: fewer than 1 in 40 councils like "
    "the others would be so far out on that side, of “much” fewer than 1 in 1,000. “No clear difference” "
    "does not mean that councils are alike. Where the others’ counts are not all held the comparison is "
    "with the printed average, which includes the council. Shares of fewer than five cases are not "
    "compared. Intervals are 95% intervals."
)


def sources_section(known: Known, permalink: str) -> Section:
    """Return the last section of the paper."""
    release = known.repository.release()
    found = _sources(known)
    blocks: list[Block] = [
        said(f"Each figure carries its origin: {_origins(known)}."),
        quietly(_METHOD),
        Points(tuple(found)) if found else said("No published source is held for this council and year."),
        _official(known),
        said(
            f"Written from the release “{release.name}” ({release.standing}), "
            f"built {release.built_at[:10]}; the same release always gives the same paper."
        ),
        on_site("Its address on this site: ", Run(permalink, href=permalink)),
        quietly(LICENCES),
    ]
    return Section("sources", "Sources and origins", tuple(blocks))


def _origins(known: Known) -> str:
    real = [origin for origin in Origin if origin is not Origin.SIMULATED]
    kinds = [*Origin] if known.repository.release().is_demonstration else real
    meant = {
        Origin.PUBLISHED: "published (by the Ombudsman)",
        Origin.REPORTED: "reported (by a council or the press)",
        Origin.DERIVED: "derived (by us from published or reported figures)",
        Origin.SIMULATED: "simulated (made up for a demonstration; it says nothing of the council)",
    }
    return listed([meant[kind] for kind in kinds])


def _official(known: Known) -> Paragraph:
    council = known.council
    if council.ombudsman_slug:
        href = urls.ombudsman_council(council.ombudsman_slug)
        return said("The Ombudsman’s own page of the council: ", Run(href, href=href))
    href = urls.ombudsman_decisions(council.name, known.year)
    return said(
        "The Ombudsman’s own search: ",
        Run(f"decisions about {council_name(council.name)}, {known.year}", href=href),
        ".",
    )


def _sources(known: Known) -> list[Text]:
    """Return each source's address with what it states, in the order of the paper."""
    states: dict[str, list[str]] = {}

    def note(url: str | None, what: str) -> None:
        if url and what not in states.setdefault(url, []):
            states[url].append(what)

    for measure in MEASURES.values():
        figure = known.figures[measure.id]
        if figure.shown is not None or figure.numerator is not None:
            note(figure.source_url, measure.words.in_short)
        if figure.benchmark is not None and not known.ended:
            note(figure.benchmark.source_url, f"average of {known.council.type.councils}")
    for measure in headline():
        if (found := england(known, measure)) is not None:
            note(found.source_url, f"England’s {measure.words.in_short}")
    for rows, what in ((known.received, "complaints received"), (known.decided, "complaints decided")):
        for row in rows:
            if row.count is not None:
                note(row.source_url, what)
    return [text(f"{capital(listed(what))}: ", Run(url, href=url)) for url, what in states.items()]

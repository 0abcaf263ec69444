"""How councils are compared, in plain language; the method's words and sources behind one question."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard.charts.breaks import BREAKS
from dashboard.domain.formats import words
from dashboard.domain.years import ReportingYear
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading
from dashboard.statistics.small_numbers import FEW_BELOW, TOO_FEW_BELOW
from dashboard.statistics.trend import TREND_POINTS
from dashboard.statistics.who_is_compared import LEAST_COUNCILS
from dashboard.words.breaks import concerned
from dashboard.words.glossary import GLOSSARY, Term

SURE = "How sure is this?"
_FEW = words(TOO_FEW_BELOW)

_PLAIN = (
    "Every percentage stands with its fraction: 67%, 6 of 9. A percentage that we work out is never "
    "rounded to all or none: 444 of 446 is “over 99%”. What the Ombudsman printed stays as it was printed.",
    f"With fewer than {_FEW} cases the counts lead, and a share is not compared; with fewer than "
    f"{FEW_BELOW} the figure is marked “based on few cases”. Who is compared is never decided by the result.",
    "A council is compared with all the other councils of its type, itself left out. Where the others’ "
    "counts are not all held it is compared with the printed average, which includes it, and the page says "
    "so.",
    "From the others’ cases and the council’s own number of them we work out its usual range: what 95 of "
    "100 councils like the others would have. A council whose number lies outside is called “lower” or "
    "“higher”; one outside the range of 998 in 1,000 “much” so. The bar draws that very range.",
    "“No clear difference” does not mean that councils are alike: small numbers cannot show a difference. "
    "Where no result at all could have been outside the range, the page says that the cases are too few.",
    "Where councils of a type vary by more than chance, the range allows for it. Rates for the population "
    "vary so much that they are compared only where it is known how far: where the counts of at least "
    f"{words(LEAST_COUNCILS)} councils and half of the type are held. Below that nothing is said of the "
    "type as a whole either. The rate of a new council’s first year is not compared, since complaints "
    "about its area may still be counted under the councils before it.",
    "A comparison is as good as the weakest of its parts: if any of the others’ figures is simulated, so "
    "is the comparison, and it says so.",
    "Who looks often enough sees a mark. The map says how many luck alone would make, a council’s page how "
    "likely one is somewhere among its figures of single years.",
    "Services differ in how often complaints about them are upheld. Where outcomes by service are held, a "
    "council’s page, its paper and the files say what share the others of its type would have had with "
    "the services its cases are about.",
    "Compliance and the number of complaints are never compared. Compliance is told as the number of "
    "recommendations not complied with.",
    "A change from one year to the next stands beside that of the type, and has an arrow only where the "
    "difference between the two is more than chance explains and the council itself went that way. A trend "
    f"needs {words(TREND_POINTS)} years, and must stand without any one of them. Neither is read across a "
    "break in the measure’s series.",
)

_SURE = (
    "Shares: the number expected of a council is beta-binomial, given its cases and those of the others, "
    "with Jeffreys’ prior (Aitchison and Dunsmore, Statistical prediction analysis, 1975). So the others’ "
    "own chance is in the range. Against a printed average: exact binomial, at the end of its rounding "
    "nearer to the council.",
    "Rates: negative binomial (Greenwood and Yule 1920), the average from the others, the dispersion from "
    "all councils of the type. Three years: the distributions of the years added together; where the three "
    "together vary by more than chance, one distribution with their spread.",
    "Whether a type varies by more than chance (overdispersion): Pearson’s statistic per degree of "
    "freedom, phi, against its distribution where councils do not differ, at 5% (after Osius and Rojek "
    "1992). Where it does not reject, there is no clear sign of variation, which is not proof of none.",
    "“Lower” and “higher” are tails below 2.5%, “much” below 0.1%. In simulations where nothing differs by "
    "more than its type does, at most 5% and 0.2% are marked, but for the largest council of a type that "
    "varies mildly: it is marked in up to one year in nine.",
    "How many marks luck makes: the sum over the councils of the chance that one like its type is "
    "marked. Where the test above decides whether the range has a spread in it, a mark by luck may itself "
    "make the type seem to vary, and is taken back; the chance allows for that.",
    "How likely a mark is somewhere among a council’s figures of single years: one less the product of the "
    "chances of none, what sets it apart from its type taken to last. How far councils vary that seem alike "
    "is not known, so two ends are said: in simulations marks are up to 1.45 times as many where shares "
    "vary too mildly for the test to find it, and down to 0.75 times where nothing varies at all.",
    "Funnel plots draw the same limits for every number of cases, with the range by chance alone as a "
    "second, named view (after Spiegelhalter, Statistics in Medicine 24, 2005). They are not targets.",
    "The 95% intervals in tables and files say how well a figure itself is known: Wilson’s (1927) for a "
    "share; for a rate Garwood’s (1936) below ten events and Byar’s (Breslow and Day 1987) from ten. They "
    "decide no comparison.",
    "Changes: Newcombe’s interval (1998) for a share; the difference from the type’s change by the "
    "construction of Zou and Donner (2008). Trends: Armitage’s test (1955).",
    "Few cases: the Housing Ombudsman publishes a landlord’s figures from five findings, the Financial "
    "Ombudsman Service a firm’s from thirty cases.",
)


def compared_section() -> Component:
    """Return how councils are compared."""
    return html.Section(
        [
            heading(2, "How councils are compared", id="compared"),
            html.P(
                "The numbers are small. A typical district has two or three investigations a year, a council "
                "that runs all services ten to forty. If the true rate were 75% everywhere, then of councils "
                "with six investigations each nearly one in five would show 100%, by luck alone. So this "
                "site never ranks councils, and it never lets chance pass for a difference."
            ),
            html.Ul([html.Li(text) for text in _PLAIN]),
            html.Details(
                [
                    html.Summary(SURE),
                    html.Ul([html.Li(text) for text in _SURE]),
                    meanings([term for term in GLOSSARY if term.behind]),
                ]
            ),
            html.P(
                "A high share of upheld complaints can mean an open council that learns, and a low one a "
                "council whose residents do not know how to complain. Neither end is “good”, and the colours "
                "take no side."
            ),
        ]
    )


def meanings(terms: Sequence[Term]) -> Component:
    """Return words with their meanings, each where a link to it arrives."""
    items = [part for term in terms for part in (html.Dt(term.name, id=term.anchor), html.Dd(term.meaning))]
    return html.Dl(items, className="compare-words")


def breaks_section() -> Component:
    """Return the breaks in the series, each with the measures it belongs to."""
    items: list[Child] = [
        html.Li([html.Strong(b.year), f": {b.words} {concerned(ReportingYear.parse(b.year))}"])
        for b in BREAKS
    ]
    return html.Section(
        [
            heading(2, "Breaks in the series", id="breaks"),
            html.P(
                "Figures on either side of a break cannot be read as one series. Each belongs to some "
                "measures: a trend is interrupted at those of its own measure, and no change is read across "
                "one. A year that is only marked is read with care."
            ),
            html.Ul(items),
        ]
    )

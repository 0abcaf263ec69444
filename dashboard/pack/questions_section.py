"""The questions of a paper under their heading, and how many more there are to watch."""

from dashboard.domain.watch import Question as Watched
from dashboard.pack.council_year import Known
from dashboard.pack.model import Block, Question, Questions, Run, Section, on_site, quietly, said
from dashboard.pack.to_watch import ToWatch
from dashboard.words import watch as say

_INTRO = (
    "These are drawn from the figures above by fixed rules, at most seven; each gives its reason and of how "
    "many cases. They judge nothing, and the committee may have better ones. Figures in their reasons are "
    "those above, of the origins said there."
)


def questions_section(known: Known, asked: tuple[Question, ...], watch: ToWatch | None) -> Section:
    """Return the section; without a question it says so."""
    blocks: list[Block] = (
        [quietly(_INTRO), Questions(asked)] if asked else [said("The figures held raise none.")]
    )
    if watch is not None and any(watch.counts.values()):
        blocks += [quietly(_more(watch)), _where(known)]
    return Section("questions", "Questions the committee might ask", tuple(blocks))


def _more(watch: ToWatch) -> str:
    """Say what the council's list of what to watch has, and that a fault that recurs may be chance."""
    told = f"{say.TITLE}, {watch.year}: {say.in_all(watch.counts)}"
    if watch.counts.get(Watched.REPEATED) and not watch.faults_out:
        told += " No recurring fault stands out among all that was looked at in England."
    told += (
        " None is a finding; above, only what is more than would be expected, or was late, is asked about."
    )
    return f"{told} {say.SIMULATED}." if watch.simulated else told


def _where(known: Known) -> Block:
    address = f"{known.links.council(known.council.slug, known.year)}#watch"
    return on_site("Each with the cases it rests on: ", Run(say.TITLE, href=address), ".")

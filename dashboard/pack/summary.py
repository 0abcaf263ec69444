"""The paper in short: what was upheld and carried out, every figure that stands out, what to watch."""

from dashboard.domain.comparison import Compared, NoComparison
from dashboard.domain.figures import Figure, State
from dashboard.domain.formats import fraction, thousands, words
from dashboard.domain.measures import COMPLIANCE, SATISFACTORY_REMEDY, UPHELD
from dashboard.domain.origin import Origin
from dashboard.pack.council_year import Known, simulated
from dashboard.pack.facts import HIGHER, Facts
from dashboard.pack.model import Block, Paragraph, Run, Section, said
from dashboard.pack.received_section import marked_parts
from dashboard.pack.standing_out import standing_out
from dashboard.statistics.trend import Direction
from dashboard.words import comparisons, values
from dashboard.words import figure as say
from dashboard.words.wording import council_name, counted, uncapital


def summary(known: Known, facts: Facts) -> Section:
    """Return the section: what happened, every figure that stands out, and what else to watch."""
    standing = standing_out(known)
    sentences = [upheld(known), *([] if standing else [compared(known)]), compliance(known), remedied(known)]
    watch = to_watch(known, facts)
    blocks: list[Block] = [_joined([text for text in sentences if text]), *standing]
    if watch:
        blocks.append(said(Run("To watch: ", strong=True), f"{'; '.join(watch)}."))
    return Section("summary", "Summary", tuple(blocks))


def to_watch(known: Known, facts: Facts) -> list[str]:
    """Return what the committee may want to follow, a clause each: what was missed, is new, or stands out."""
    found = []
    if facts.reports:
        found.append(f"{words(facts.reports)} public interest report{'' if facts.reports == 1 else 's'}")
    if facts.complied is not None and facts.complied[0] < facts.complied[1]:
        missed, due = facts.complied[1] - facts.complied[0], facts.complied[1]
        found.append(f"{fraction(missed, due)} recommendations due not carried out")
    if facts.late and facts.due:
        found.append(f"{fraction(facts.late, facts.due)} recommendations due carried out late")
    if facts.open_changes:
        changes = "change" if facts.open_changes == 1 else "changes"
        found.append(
            f"{words(facts.open_changes)} agreed {changes} due by the end of the year, not recorded as done"
        )
    if facts.change in (Direction.UP, Direction.DOWN) and facts.went_that_way:
        way = "rise" if facts.change is Direction.UP else "fall"
        found.append(f"a {way} in the share upheld beyond that of {facts.whose_change} since the year before")
    if facts.trend in (Direction.UP, Direction.DOWN):
        way = "risen" if facts.trend is Direction.UP else "fallen"
        found.append(f"the share upheld has {way} over the years by more than chance explains")
    if facts.unusual_subject is not None:
        found.append(f"more upheld cases about {uncapital(facts.unusual_subject.name)} than elsewhere")
    found += [_part(label, one) for label, one in marked_parts(known)]
    return found


def _part(label: str, compared_with_type: Compared) -> str:
    larger = compared_with_type.comparison in HIGHER
    return (
        f"{uncapital(label)}, a {'larger' if larger else 'smaller'} part of what was received than elsewhere"
    )


def upheld(known: Known) -> str:
    """Say how many complaints were investigated and upheld, or why there is nothing to say."""
    figure, name, year = known.figures[UPHELD.id], council_name(known.council.name), known.year
    whom = f"complaints about {name}"
    if figure.state is State.NO_CASES:
        mark = " (simulated)" if figure.origin is Origin.SIMULATED else ""
        return f"In {year} the Ombudsman completed no investigations of {whom}{mark}."
    counts = say.counts_of(figure)
    if counts is None or figure.shown is None:
        return _without_counts(figure, whom)
    number, base = counts
    value = values.value(figure)
    mark = simulated(figure.shown_origin, figure.origin)
    if base == 1:
        found = "upheld it" if number else "did not uphold it"
        told = f"completed one investigation of a complaint about {name} and {found}"
        return f"In {year} the Ombudsman {told}{' (simulated)' if mark else ''}."
    first = f"In {year} the Ombudsman completed {counted(base, 'investigations')} of {whom}"
    if number == 0:
        return f"{first} and upheld none of them{' (simulated)' if mark else ''}."
    if number == base:
        all_of = "both" if base == 2 else f"all {thousands(base)}"
        return f"{first} and upheld {all_of} (simulated)." if mark else f"{first} and upheld {all_of}."
    return f"{first} and upheld {thousands(number)} of them ({value}{mark})."


def compared(known: Known) -> str:
    """Say how the share upheld stands against the type, its average named."""
    figure, kind = known.figures[UPHELD.id], known.council.type
    if known.ended:
        return "The council had ended by then, so no average of councils applies."
    clause = comparisons.clause(figure.compared, kind)
    if figure.compared.reason is NoComparison.TOO_FEW_CASES:
        said_of = f"That is too few cases to compare with other {kind.councils}"
    elif clause is None:
        return comparisons.sentence(figure, kind) or ""
    else:
        said_of = f"That {clause}"
    inside = []
    if figure.benchmark is not None:
        inside.append(say.average(figure.benchmark, kind, UPHELD).replace(f" of {kind.councils}", "", 1))
    if simulated_by := comparisons.simulated_by(figure):
        inside.append(simulated_by)
    return f"{said_of} ({'; '.join(inside)})." if inside else f"{said_of}."


def compliance(known: Known) -> str:
    """Say what became of the recommendations due."""
    figure = known.figures[COMPLIANCE.id]
    mark = " (simulated)" if Origin.SIMULATED in (figure.origin, figure.shown_origin) else ""
    if figure.state is State.NO_CASES:
        return f"No recommendations fell due in the year{mark}."
    told = say.compliance(figure)
    if told is None:
        if figure.shown is None:
            return ""
        return f"{values.value(figure)} of recommendations due were complied with{mark}."
    if figure.numerator == figure.denominator and (figure.denominator or 0) > 1:
        due = figure.denominator or 0
        what = "Both" if due == 2 else f"All {thousands(due)}"
        return f"{what} recommendations due in the year were carried out{mark}."
    if (figure.denominator or 0) > 1:
        told = told.replace(" due in the year", " recommendations due in the year", 1)
    return f"{told.removesuffix('.')}{mark}."


def remedied(known: Known) -> str:
    """Say in how many upheld cases the council had already put things right."""
    figure = known.figures[SATISFACTORY_REMEDY.id]
    counts = say.counts_of(figure)
    if counts is None or figure.shown is None:
        return ""
    number, base = counts
    mark = simulated(figure.shown_origin, figure.origin)
    right = "the council had already put things right before the complaint reached the Ombudsman"
    if base == 1:
        alone = "" if number else "not "
        told = right.replace("had already", f"had {alone}already")
        return f"In the one upheld case {told}{' (simulated)' if mark else ''}."
    if number == 0:
        return f"In none of the {thousands(base)} upheld cases had {right.replace('had ', '', 1)}" + (
            " (simulated)." if mark else "."
        )
    inside = "" if say.leads_with_counts(figure) else f" ({values.value(figure)}{mark})"
    if not inside and mark:
        inside = " (simulated)"
    return f"In {fraction(number, base)} upheld cases{inside} {right}."


def _without_counts(figure: Figure, whom: str) -> str:
    mark = simulated(figure.shown_origin)
    if figure.shown is None:
        return f"How many {whom} were investigated and upheld in {figure.year} is not held here."
    value = values.value(figure)
    return (
        f"In {figure.year} the Ombudsman upheld {value}{mark} of the {whom} that it investigated; the counts "
        "behind this percentage are not held here."
    )


def _joined(sentences: list[str]) -> Paragraph:
    return said(" ".join(sentences))

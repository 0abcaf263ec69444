"""Questions about what was recommended and agreed: whether it was done, in time, and lasts."""

from dashboard.domain.formats import fraction, words
from dashboard.pack.facts import Asked, Facts
from dashboard.words.wording import capital, noun, was


def public_report(facts: Facts) -> Asked:
    """Ask what followed a public interest report."""
    if not facts.reports:
        return None
    one = facts.reports == 1
    return (
        f"What has been done since the public interest report{'' if one else 's'}, and when "
        f"{'was it' if one else 'were they'} put before councillors?",
        f"The Ombudsman published {words(facts.reports)} public interest report{'' if one else 's'} in "
        f"{facts.year}. A council must consider such a report and say what it will do.",
    )


def not_complied(facts: Facts) -> Asked:
    """Ask about recommendations not carried out."""
    if facts.complied is None or facts.complied[0] == facts.complied[1]:
        return None
    missed, due = facts.complied[1] - facts.complied[0], facts.complied[1]
    if due == 1:
        ask = "Why was the one recommendation that fell due not carried out, and what is its state now?"
    elif missed == 1:
        ask = "Which recommendation was not carried out, why, and what is its state now?"
    else:
        which = f"Which {words(missed)} recommendations were not carried out"
        ask = f"{which}, why, and what is the state of each now?"
    return ask, f"{capital(fraction(missed, due))} due in {facts.year} {was(missed)} not complied with."


def late(facts: Facts) -> Asked:
    """Ask about recommendations carried out late."""
    if not facts.late:
        return None
    them = "recommendation" if facts.late == 1 else "recommendations"
    return (
        f"Why {was(facts.late)} {words(facts.late)} {them} carried out late, and who watches the dates "
        "agreed?",
        f"{_of_due(facts)} in {facts.year} {was(facts.late)} carried out after the date agreed with the "
        "Ombudsman. Keeping to it is the council’s own doing, whatever others do.",
    )


def _of_due(facts: Facts) -> str:
    late = facts.late or 0
    return (
        f"{capital(fraction(late, facts.due))} due" if facts.due else f"{capital(words(late))} of those due"
    )


def open_changes(facts: Facts) -> Asked:
    """Ask about agreed changes of which nothing is recorded after their date."""
    if not facts.open_changes:
        return None
    one = facts.open_changes == 1
    changes = "change that was" if one else f"{words(facts.open_changes)} changes that were"
    return (
        f"Has the {changes} due by the end of the year been made?"
        if one
        else f"Have the {changes} due by the end of the year been made?",
        f"{capital(words(facts.open_changes))} of the {words(facts.changes_agreed)} changes agreed in "
        f"{facts.year} had a date within the year and {'is' if one else 'are'} not recorded as done.",
    )


def changes_last(facts: Facts) -> Asked:
    """Ask whether agreed changes have worked."""
    if not facts.changes_agreed or facts.open_changes:
        return None
    one = facts.changes_agreed == 1
    return (
        "How will the committee know that the "
        f"{'change' if one else f'{words(facts.changes_agreed)} changes'} agreed in "
        f"{facts.year} {'has' if one else 'have'} worked?",
        f"{capital(words(facts.changes_agreed))} {'change' if one else 'changes'} to how services work "
        f"{was(facts.changes_agreed)} agreed with the Ombudsman in {words(facts.changed_in)} "
        f"{noun(facts.changed_in, 'cases')}. That a step was taken does not say that it worked.",
    )


def all_complied(facts: Facts) -> Asked:
    """Ask whether what was carried out is still in place."""
    if facts.complied is None or facts.complied[0] != facts.complied[1] or facts.late:
        return None
    if facts.watch is not None and facts.watch.promise is not None:
        return None  # whether changes are kept up is asked already, of cases
    due = facts.complied[1]
    all_of = "both" if due == 2 else f"all {words(due)}"
    what = "the recommendation" if due == 1 else f"{all_of} recommendations"
    return (
        "Who checks that what was put in place after earlier complaints is still in place?",
        f"The Ombudsman was satisfied with {what} due in {facts.year}; it does not look again later.",
    )


def compliance_missing(facts: Facts) -> Asked:
    """Ask officers for figures that are not held."""
    if facts.compliance_held:
        return None
    return (
        "How many recommendations fell due in the year, and were they carried out on time?",
        f"No compliance figure for {facts.year} is held here; the Ombudsman sends it to the council.",
    )

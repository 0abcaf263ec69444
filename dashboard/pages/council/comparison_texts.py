"""What a council's place among its type says in words: introduction, strips, the cells of the table."""

from dashboard.addresses.view_state import first_year_pooled
from dashboard.charts.peers import Group, Peer
from dashboard.charts.strip import Strip
from dashboard.domain.comparison import Comparison
from dashboard.domain.formats import interval, thousands, words
from dashboard.words.wording import counted

NO_RANKING = "Nothing here is a ranking: councils are named from A to Z."
UNLESS_SAID = "Inside the limits, and published, reported or derived, unless said otherwise."


def span(group: Group) -> str:
    """Return the years a group's figures are of: "2023-24", "2021-22 to 2023-24, three years pooled"."""
    return f"{years_of(group)}, three years pooled" if group.period > 1 else group.year


def years_of(group: Group) -> str:
    """Return the years without more: "2023-24", "2021-22 to 2023-24"."""
    if group.period == 1:
        return group.year
    return f"{first_year_pooled(group.year, group.period)} to {group.year}"


def headline(group: Group) -> str:
    """Return the heading of a measure's comparison."""
    return f"{group.measure.label}, {span(group)}"


def introduction(group: Group) -> str:
    """Say how many councils of the type there are, what is compared, and that nothing is ranked."""
    many = f"There were {thousands(group.councils)} {group.kind.councils} in {group.year}."
    if group.period == 1:
        return f"{many} Their numbers are small, so much of what sets them apart is chance. {NO_RANKING}"
    return (
        f"{many} Most have two or three investigations a year, too few to compare, so three years are "
        f"pooled here, {years_of(group)}. {NO_RANKING}"
    )


def strip_summary(group: Group, drawn: Strip) -> str:
    """Say where the middle half of the type lies, and the council beside it; none is put in an order."""
    enough = sum(not peer.few for peer in group.peers)
    had = f"{thousands(enough)} had {group.measure.words.enough}"
    of_type = f"Of {counted(group.councils, 'councils')}, {had}"
    if drawn.quarters is None:
        spread = f"{of_type}: too few councils to speak of a middle half."
    else:
        low, high = interval(group.measure, *drawn.quarters).rstrip("%").split("–")
        unit = drawn.unit
        spread = (
            f"{of_type}. The middle half of these had between {low}{unit} and {high}{unit} "
            f"{group.measure.words.had}."
        )
    spread += simulated_among(group)
    own = group.own
    return f"{spread} {own.name}: {figure_words(own)}." if own else spread


def missed_summary(group: Group) -> str:
    """Say how many councils of the type complied with all that fell due; the council's own count after it."""
    whole = sum(peer.base == peer.events for peer in group.peers)
    said = (
        f"Of {counted(len(group.peers), 'councils')} with recommendations due, {thousands(whole)} complied "
        f"with all of them. Compliance is counted, not compared.{simulated_among(group)}"
    )
    own = group.own
    if own is None:
        return said
    missed, due = own.base - own.events, counted(own.base, "recommendations")
    what = f"{words(missed)} of {due} not complied with" if missed else f"complied with {_all(own.base)}"
    return f"{said} {own.name}: {what}{_simulated(own)}."


def simulated_among(group: Group) -> str:
    """Say how many of the figures are simulated: whatever is worked out from them all is simulated too."""
    simulated = sum(peer.simulated for peer in group.peers)
    if not simulated:
        return ""
    verb = "is" if simulated == 1 else "are"
    return (
        f" {thousands(simulated)} of these {counted(len(group.peers), 'figures')} {verb} simulated, "
        "and so is what is said here of the type as a whole."
    )


def figure_words(peer: Peer) -> str:
    """Return a council's figure with its fraction and, where it is simulated, that."""
    return f"{peer.text}{_simulated(peer)}"


def peer_note(peer: Peer) -> str:
    """Return what the table says beside a figure: where it lies, unless inside the limits, and its origin."""
    place = {
        Comparison.NO_CLEAR_DIFFERENCE: "",
        Comparison.LOWER: "below 95%",
        Comparison.HIGHER: "above 95%",
        Comparison.MUCH_LOWER: "below 99.8%",
        Comparison.MUCH_HIGHER: "above 99.8%",
        Comparison.NONE: "not compared",
    }[peer.lies]
    return ", ".join(word for word in (place, "simulated" if peer.simulated else "") if word)


def _simulated(peer: Peer) -> str:
    return ", simulated" if peer.simulated else ""


def _all(due: int) -> str:
    return "the one that fell due" if due == 1 else f"all {thousands(due)}"

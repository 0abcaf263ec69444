"""What a council's place among its type says in words: who is compared, who stands out, the middle half."""

from dashboard.addresses.view_state import first_year_pooled
from dashboard.charts.peers import Peer
from dashboard.charts.type_counts import Marked, TypeCounts
from dashboard.domain.comparison import NoComparison, TypeCompared
from dashboard.domain.formats import interval, thousands, words
from dashboard.domain.measure import Measure
from dashboard.pages.council.among import Among
from dashboard.words import comparisons
from dashboard.words.cautions import pooled_across
from dashboard.words.luck import luck_alone
from dashboard.words.standings import of_those_held
from dashboard.words.wording import capital, counted, listed, uncapital

NO_RANKING = "Nothing here is a ranking: councils are named from A to Z."
UNLESS_SAID = "No clear difference, and published, reported or derived, unless said otherwise."
_MOST_NAMES = 8


def span(among: Among) -> str:
    """Return the years the figures are of: "2023-24", "2021-22 to 2023-24, three years pooled"."""
    return f"{years_of(among)}, three years pooled" if among.period > 1 else among.year


def years_of(among: Among) -> str:
    """Return the years without more: "2023-24", "2021-22 to 2023-24"."""
    if among.period == 1:
        return among.year
    return f"{first_year_pooled(among.year, among.period)} to {among.year}"


def headline(among: Among) -> str:
    """Return the heading of a measure's comparison."""
    return f"{among.measure.label}, {span(among)}"


def introduction(among: Among) -> str:
    """Say how many councils of the type there are, what is compared, and that nothing is ranked."""
    many = f"There were {thousands(among.counts.councils)} {among.kind.councils} in {among.year}."
    if among.period == 1:
        return f"{many} Their numbers are small, so much of what sets them apart is chance. {NO_RANKING}"
    return (
        f"{many} Most have two or three investigations a year, too few to compare, so three years are "
        f"pooled here, {years_of(among)}. {NO_RANKING}"
    )


def own_words(among: Among) -> str | None:
    """Say a council's figure and how it stands beside its type; None where it has no counts."""
    own = among.own
    if own is None:
        return None
    compared = own.figure.compared
    if compared.reason is not None:
        stands = uncapital(comparisons.SHORT_REASONS[compared.reason])
    else:
        verdict = comparisons.verdict(compared, comparisons.whom(compared, among.kind))
        stands = f"{verdict}{comparisons.others_simulated(own.figure)}"
    return f"{own.name}: {figure_words(own)}, {stands}."


def type_words(among: Among) -> str:
    """Say who of the type is held and compared, who stands out, what luck does, where the middle half lies.

    A partial sample is not the type: where too few are held, nothing is said of the type as a whole.
    """
    told, compared = among.counts, among.compared
    if compared is None or not told.figures:
        return f"No counts of {among.kind.councils} are held for {span(among)}, so nothing is drawn."
    if not compared.compared:
        return f"{_of_whom(told)}, none is compared. {_why_none(among)}{simulated_among(told)}"
    parts = [f"{_who_is_compared(among, compared)}; {_standing_out(told.marked)}."]
    parts.append(luck_alone(compared.luck))
    parts.append(_middle_half(among.measure, compared) if compared.judged else _not_the_type(among))
    parts.append(pooled_across(among.measure, among.year, among.period) or "")
    return f"{' '.join(part for part in parts if part)}{simulated_among(told)}"


def missed_summary(among: Among) -> str:
    """Say how many councils of the type complied with all that fell due; the council's own count after it."""
    told = among.counts
    base = counted(told.figures, "councils")
    held = f"Of {base}" if told.held == told.councils else f"Of the {base} held (of {told.councils})"
    said = (
        f"{held} with recommendations due, {thousands(told.complete)} complied with all of them. "
        f"Compliance is counted, not compared.{simulated_among(told)}"
    )
    own = among.own
    if own is None:
        return said
    missed, due = own.base - own.events, counted(own.base, "recommendations")
    what = f"{words(missed)} of {due} not complied with" if missed else f"complied with {_all(own.base)}"
    return f"{said} {own.name}: {what}{_simulated(own)}."


def simulated_among(told: TypeCounts) -> str:
    """Say how many of the figures are simulated: whatever is worked out from them all is simulated too."""
    if not told.simulated:
        return ""
    if told.simulated == told.figures > 1:
        return " All these figures are simulated, and so is what is said here of the type as a whole."
    verb = "is" if told.simulated == 1 else "are"
    return (
        f" {thousands(told.simulated)} of these {counted(told.figures, 'figures')} {verb} simulated, "
        "and so is what is said here of the type as a whole."
    )


def not_compared(told: TypeCounts) -> str | None:
    """Count the councils with figures that are not compared, by reason; None where all are."""
    if not told.reasons:
        return None
    reasons = [f"{words(number)} {comparisons.MANY[reason]}" for reason, number in told.reasons.items()]
    return f"Not compared: {listed(reasons)}."


def figure_words(own: Peer) -> str:
    """Return a council's figure with its fraction and, where it is simulated, that."""
    return f"{own.text}{_simulated(own)}"


def _of_whom(told: TypeCounts) -> str:
    return of_those_held(told.held, told.councils, "councils")


def _who_is_compared(among: Among, compared: TypeCompared) -> str:
    """Say how many had cases enough (of a rate: are compared), of how many; all of them, if it is so."""
    told, rate = among.counts, among.measure.is_rate
    number = compared.compared if rate else compared.enough
    doing = "is compared" if rate and number == 1 else "are compared" if rate else f"had {_enough(among)}"
    if number == told.councils > 1:
        whole = f"All {thousands(number)} councils {doing}"
    else:
        whole = f"{_of_whom(told)}, {thousands(number)} {doing}"
    if rate or compared.compared == number:
        return whole
    return f"{whole}, and {thousands(compared.compared)} of them are compared"


def _enough(among: Among) -> str:
    return among.measure.words.enough


def _standing_out(marked: tuple[Marked, ...]) -> str:
    if not marked:
        return "none stands out"
    number = f"{words(len(marked))} {'stands' if len(marked) == 1 else 'stand'} out"
    if len(marked) > _MOST_NAMES:
        return number
    named = [f"{one.name} ({comparisons.SHORT[one.comparison].lower()})" for one in marked]
    return f"{number}: {listed(named)}"


def _middle_half(measure: Measure, compared: TypeCompared) -> str:
    if compared.low_quartile is None or compared.high_quartile is None:
        return f"Fewer than half of the type had {measure.words.enough}: too few to speak of a middle half."
    low, high = interval(measure, compared.low_quartile, compared.high_quartile).rstrip("%").split("–")
    unit = "%" if measure.is_share else ""
    all_held = compared.quartile_councils == compared.held
    whom = "" if all_held else f" of these {thousands(compared.quartile_councils or 0)}"
    return f"The middle half{whom} had between {low}{unit} and {high}{unit} {measure.words.had}."


def _not_the_type(among: Among) -> str:
    return (
        f"That is too few to speak for {among.kind.councils} as a whole, which takes ten councils and half "
        "of the type."
    )


def _why_none(among: Among) -> str:
    """Give the reason that most of those with counts have."""
    reasons = among.counts.reasons
    if not reasons:
        return ""
    reason = max(reasons, key=lambda one: reasons[one])
    if reason is NoComparison.TOO_FEW_CASES:
        return f"None had {among.measure.words.enough}."
    return capital(comparisons.reason(reason, among.kind).removeprefix("Not compared: "))


def _simulated(own: Peer) -> str:
    return ", simulated" if own.simulated else ""


def _all(due: int) -> str:
    return "the one that fell due" if due == 1 else f"all {thousands(due)}"

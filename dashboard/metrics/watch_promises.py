"""After the promise: a change agreed and done, and the same fault and the same change again a year later.

The same fault after an agreed change is what many cases of one kind make. So a pair needs more (rule R15):
the earlier change is recorded as done, or its day had passed, at least a year before the later case was
received, and the very same change was agreed again. Beside the number of such cases stands what they would
be if changes and later cases had nothing to do with each other: each later case keeps its subject, and the
rest of it is drawn from the cases of that subject of the type's other councils in the same years.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import fsum

from dashboard.domain.watch import Change, Fault, Pair, Question, Raised, UpheldCase

_Same = tuple[Fault, Change]
_Done = tuple[date, int, int]
"""The day a change was done, the number of its case and its place there."""
_Promised = Mapping[str, Mapping[_Same, Sequence[_Done]]]
"""What a council had promised, by subject: by fault and change when it was done, ascending."""


def after_promises(cases: Sequence[UpheldCase], since: date, until: date) -> tuple[tuple[Raised, ...], float]:
    """Return, of each council and service, its cases decided ``since`` to ``until`` that follow a promise,
    and how many would be expected of all councils and services together, those without any among them.

    ``cases`` are all there are, earlier ones too. ``base`` counts the later cases of the service whose
    fault is named, whether or not anything had been promised before.
    """
    later = [case for case in cases if since <= case.decided <= until]
    frequency = _Frequency(later)
    done = _promises(cases)
    by_service: dict[tuple[str, str], list[UpheldCase]] = defaultdict(list)
    for case in later:
        by_service[case.slug, case.service].append(case)
    raised, total = [], []
    for (slug, service), own in sorted(by_service.items()):
        promised = done.get(slug, {})
        expected = fsum(frequency.expected(case, promised) for case in own) if promised else 0.0
        total.append(expected)
        pairs = tuple(pair for case in own if (pair := _pair(case, promised)) is not None)
        if pairs:
            by_later = tuple(sorted(pairs, key=lambda pair: pair.later))
            raised.append(
                Raised(Question.PROMISE, slug, service, len(pairs), len(own), expected, pairs=by_later)
            )
    return tuple(raised), fsum(total)


def year_before(day: date) -> date:
    """Return the day a year before; of 29 February the 28th."""
    last = day.month == 2 and day.day == 29
    return date(day.year - 1, day.month, 28 if last else day.day)


def _promises(cases: Iterable[UpheldCase]) -> Mapping[str, _Promised]:
    """Return what each council had promised."""
    found: dict[str, dict[str, dict[_Same, list[_Done]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for case in cases:
        for one in case.agreed:
            if one.done is not None:
                same = (case.fault, one.change)
                kept = max(one.done, case.decided)  # what was done before it was agreed was agreed then
                found[case.slug][case.fault[0]][same].append((kept, case.number, one.position))
    for promised in found.values():
        for of_subject in promised.values():
            for done in of_subject.values():
                done.sort()
    return found


def _pair(case: UpheldCase, promised: _Promised) -> Pair | None:
    """Return the newest promise that a case follows; None where it follows none."""
    of_subject = promised.get(case.fault[0], {})
    limit = year_before(case.received)
    newest: tuple[_Done, int] | None = None
    for again in case.agreed:
        done = of_subject.get((case.fault, again.change), ())
        before = bisect_right(done, limit, key=lambda one: one[0])
        if before and (newest is None or done[before - 1] > newest[0]):
            newest = done[before - 1], again.position
    if newest is None:
        return None
    (_, number, position), again_position = newest
    return Pair(number, position, case.number, again_position)


class _Frequency:
    """How often cases of a subject have a fault and a change, in the councils of each type."""

    def __init__(self, cases: Iterable[UpheldCase]) -> None:
        self._sizes: Counter[tuple[str, str]] = Counter()
        self._own: Counter[tuple[str, str]] = Counter()
        self._with: dict[tuple[str, _Same], set[int]] = defaultdict(set)
        self._whose: dict[int, str] = {}
        for case in cases:
            subject = case.fault[0]
            self._sizes[case.type, subject] += 1
            self._own[case.slug, subject] += 1
            self._whose[case.number] = case.slug
            for one in case.agreed:
                self._with[case.type, (case.fault, one.change)].add(case.number)

    def expected(self, case: UpheldCase, promised: _Promised) -> float:
        """Return the part of the other councils' cases of a case's subject that would follow a promise of its
        council in its place; 0 where nothing was promised of the subject, and else 1 where no other council
        has such a case, so that nothing is made of it."""
        subject = case.fault[0]
        limit = year_before(case.received)
        if not any(done[0][0] <= limit for done in promised.get(subject, {}).values()):
            return 0.0
        others = self._sizes[case.type, subject] - self._own[case.slug, subject]
        if not others:
            return 1.0
        following: set[int] = set()
        for same, done in promised.get(subject, {}).items():
            if done[0][0] <= limit:
                following |= self._with.get((case.type, same), set())
        return sum(self._whose[number] != case.slug for number in following) / others

"""Accepting warnings and taking acceptances back: which are meant, and one change of the store for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from dashboard.checks.acceptances import Acceptance, read_acceptances, write_acceptances
from dashboard.checks.finding import Finding
from dashboard.imports.store.draft import draft_directory, load_draft
from dashboard.imports.store.files import changing_store
from dashboard.imports.store.log import Because, note


class NotAcceptedError(ValueError):
    """It is not clear what is to be accepted, or taken back. The message is a sentence."""


class _Keyed(Protocol):
    """A warning, or the acceptance of one: both are told from others by the same five texts."""

    @property
    def key(self) -> tuple[str, str, str, str, str]: ...


Of = TypeVar("Of", bound=_Keyed)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which warnings of a check are meant: those of some councils (none named: any), of a year and of a
    quantity (None: any). ``expect`` is how many they must be, where that was said."""

    check: str
    slugs: frozenset[str] = frozenset()
    year: str | None = None
    quantity: str | None = None
    expect: int | None = None

    def of(self, there: Iterable[Of]) -> tuple[Of, ...]:
        """Return those that are meant.

        What names neither council nor number means one warning and no more: nobody accepts by the dozen
        what they have not counted. Raises NotAcceptedError where it means several, or another number.
        """
        meant = tuple(one for one in there if self._means(*one.key))
        if self.expect is not None and len(meant) != self.expect:
            raise NotAcceptedError(f"There are {len(meant):,} of {self.check}, not {self.expect:,}.")
        if self.expect is None and not self.slugs and len(meant) > 1:
            raise NotAcceptedError(
                f"{len(meant):,} of {self.check} are meant by this. Name the councils with --council, or say "
                f"that all are meant, and how many: --all-of {self.check} --expect {len(meant)}."
            )
        return meant

    def _means(self, check: str, slug: str, year: str, quantity: str, _sentence: str) -> bool:
        return (
            check == self.check
            and (not self.slugs or slug in self.slugs)
            and self.year in (None, year)
            and self.quantity in (None, quantity)
        )


def accept(store: Path, name: str, findings: Sequence[Finding], because: Because) -> None:
    """Add the acceptances of warnings to a draft, one line a warning; one that is there already stays.

    Raises ImportRefusedError, NotReadableError, LockedError, OSError.
    """
    with changing_store(store) as held:
        load_draft(store, name)
        folder = draft_directory(store, name)
        there = read_acceptances(folder)
        known = {acceptance.key for acceptance in there}
        more = [Acceptance(*f.key, because.reason, because.by, because.on) for f in findings]
        new = [acceptance for acceptance in more if acceptance.key not in known]
        note(held, "accept", because, *(a.sentence for a in new), draft=name)
        write_acceptances(held, folder, (*there, *new))


def take_back(
    store: Path, name: str, meant_of: Callable[[Sequence[Acceptance]], Sequence[Acceptance]], because: Because
) -> Sequence[Acceptance]:
    """Take those of a draft's acceptances out of it that are meant, and return them; their warnings stand
    again. Raises NotAcceptedError and as ``accept``.
    """
    with changing_store(store) as held:
        load_draft(store, name)
        folder = draft_directory(store, name)
        there = read_acceptances(folder)
        meant = meant_of(there)
        if not meant:
            raise NotAcceptedError(f"No acceptance of {name} is meant by this. Nothing was changed.")
        gone = [f"{a.sentence} (accepted by {a.accepted_by} on {a.accepted_on}: {a.reason})" for a in meant]
        note(held, "accept --remove", because, *gone, draft=name)
        write_acceptances(held, folder, [acceptance for acceptance in there if acceptance not in meant])
    return meant

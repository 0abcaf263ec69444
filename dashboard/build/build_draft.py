"""Building a draft of the store into a release, once its checks pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from dashboard import __version__
from dashboard.build import editions
from dashboard.build.assemble import Inputs
from dashboard.build.data import drawn_shapes, inputs_checksum
from dashboard.build.drafted import drafted
from dashboard.build.outlines import Vintage, vintages_after
from dashboard.build.release import build_release
from dashboard.checks.draft import CheckedDraft
from dashboard.checks.years_covered import years_of
from dashboard.imports.store.fingerprint import of_reorganisations, with_data
from dashboard.mapview.export import export
from dashboard.mapview.shapes import Shapes
from dashboard.releases.fingerprint import REORGANISATIONS
from dashboard.releases.locate import HELD
from dashboard.releases.publication_file import read_publications
from dashboard.repository.sqlite import SqliteRepository

STEPS = 2 + editions.STEPS[HELD]
"""How many steps are told: reading, checks, figures, then those of writing, as for the figures held."""


class DraftRefusedError(ValueError):
    """A draft cannot be built; the message is a sentence that says why, and what to do."""


def build_draft(
    checked: CheckedDraft, inputs: Inputs, directory: Path, progress: Callable[[str], None] = lambda _: None
) -> Path:
    """Build the release of a checked draft in the releases folder, and return its directory.

    It records the fingerprint of the draft. Raises DraftRefusedError where its checks do not pass, where it
    is of no year, or where a release of its name has been live, or goes live meanwhile: that one is cited,
    and stays as it is. Raises ContentError, ShapesError, OSError and LockedError as other builds do.
    """
    name = checked.draft.name
    if not checked.judged.passes:
        raise DraftRefusedError(
            f"{name} is not built: {len(checked.judged.errors)} errors, and {len(checked.judged.warnings)} "
            "warnings that nobody accepted."
        )
    years = years_of(checked.draft, checked.corrected.imported)
    if not years:
        raise DraftRefusedError(f"{name} has no figures of any year: import a table or a register first.")

    def allowed(releases: Path) -> None:
        if name in read_publications(releases).ever_live:
            raise DraftRefusedError(
                f"A release “{name}” has been live, and stays as it was published. Import the new figures as "
                "a draft of another name."
            )
        inputs.refuse_changed()

    allowed(directory)
    progress("figures")
    read = inputs.as_read or inputs_checksum(inputs.data)
    begun = inputs.begun_by(years[-1])
    _as_checked(checked, begun)
    vintages = vintages_after(begun.data, begun.committed or begun.reference, begun.new)
    content = drafted(checked, begun, vintages)
    progress("outlines")

    def exported(repository: SqliteRepository) -> Mapping[str, bytes]:
        return {**export(repository), **checked.letters}

    return build_release(
        content,
        directory,
        inputs=inputs_checksum(inputs.data, __version__, *_decided(checked), *map(repr, begun.new)),
        shapes=drawn_shapes(inputs.data, _maps(vintages)),
        export=exported,
        draft=with_data(checked.fingerprint, read) if checked.fingerprint else None,
        allowed=allowed,
        progress=progress,
    )


def _as_checked(checked: CheckedDraft, begun: Inputs) -> None:
    """Refuse to build a draft with other new councils than the store had when it was checked."""
    if checked.fingerprint is None:
        return
    read = of_reorganisations(begun.new).get(REORGANISATIONS)
    if checked.fingerprint.get(REORGANISATIONS) != read:
        raise DraftRefusedError(
            f"The reorganisations of councils were changed while {checked.draft.name} was read: try again."
        )


def _maps(vintages: Iterable[Vintage]) -> Iterator[tuple[Shapes, Shapes]]:
    for vintage in vintages:
        yield vintage.lower, vintage.london
        yield vintage.upper, vintage.london


def _decided(checked: CheckedDraft) -> list[str]:
    """All of a draft that decides its release: its files by checksum, corrections, acceptances."""
    draft = checked.draft
    return [
        f"{draft.kind} {draft.with_held} {draft.embargoed_until} {draft.signatory}",
        *(f"{file.kind} {file.year} {file.sha256}" for file in checked.corrected.imported.inputs),
        *(f"{one.sha256} {one.aside} {one.personal_remedies}" for one in draft.inputs),
        *(repr(correction) for correction in checked.corrected.applied),
        *(repr(acceptance) for _, acceptance in checked.judged.accepted),
    ]

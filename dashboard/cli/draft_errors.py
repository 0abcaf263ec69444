"""What can be wrong with a draft, as the error of the command that was asked to use it."""

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.cli import CommandError


@contextmanager
def draft_errors() -> Iterator[None]:
    """Turn what may be wrong with a draft, its files or a build of it into a sentence for the terminal."""
    from dashboard.build.build_draft import DraftRefusedError  # noqa: PLC0415
    from dashboard.build.content import ContentError  # noqa: PLC0415
    from dashboard.checks.accepting import NotAcceptedError  # noqa: PLC0415
    from dashboard.checks.correcting import NotCorrectedError  # noqa: PLC0415
    from dashboard.imports.problems import ImportRefusedError  # noqa: PLC0415
    from dashboard.imports.store.csv_file import NotReadableError  # noqa: PLC0415
    from dashboard.mapview.shapes import ShapesError  # noqa: PLC0415
    from dashboard.reference.artefact import ArtefactError  # noqa: PLC0415
    from dashboard.releases.publications import PublicationsError  # noqa: PLC0415
    from dashboard.releases.withdrawn import LedgerError  # noqa: PLC0415
    from dashboard.reshape.reshaping import ReshapeError  # noqa: PLC0415

    try:
        yield
    except (ArtefactError, ContentError, LedgerError, ReshapeError, ShapesError) as error:
        raise CommandError(f"{error} What was there stays as it was.") from error
    except (
        *(DraftRefusedError, ImportRefusedError, NotReadableError, PublicationsError),
        *(NotAcceptedError, NotCorrectedError),
    ) as error:
        raise CommandError(str(error)) from error

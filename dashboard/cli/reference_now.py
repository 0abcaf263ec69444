"""The councils as commands know them: the committed data with the reorganisations that the store keeps."""

from pathlib import Path

from dashboard.build.assemble import Inputs, read_inputs
from dashboard.build.data import DATA
from dashboard.imports.store.files import store_directory
from dashboard.imports.store.reorganisations_file import read_reorganisations
from dashboard.reference.load import Reference, load_reference
from dashboard.reorganise.applied import applied


def reference_now(data: Path | None) -> Reference:
    """Return the reference. ``data`` is the folder of the committed data, the project's own where None.

    Raises ArtefactError, and ImportRefusedError for what was kept and does not fit the data.
    """
    return applied(load_reference(data or DATA), read_reorganisations(store_directory()))


def inputs_now(data: Path | None) -> Inputs:
    """Return all that a draft is checked against and built from, likewise. It raises the same."""
    return read_inputs(data or DATA, read_reorganisations(store_directory()))

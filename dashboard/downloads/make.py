"""All files to take away of a release, made once at build."""

from collections.abc import Mapping

from dashboard.downloads.columns import columns_of
from dashboard.downloads.files import figures_csv, figures_json, figures_xlsx
from dashboard.downloads.metadata import csvw, data_package
from dashboard.repository.downloads import CSV, CSVW, JSON, PACKAGE, XLSX
from dashboard.repository.interface import Repository


def downloads(repository: Repository) -> Mapping[str, bytes]:
    """Return the files by logical name."""
    release = repository.release()
    csv, columns = figures_csv(repository), columns_of(repository)
    return {
        CSV: csv,
        XLSX: figures_xlsx(repository),
        JSON: figures_json(repository),
        CSVW: csvw(release, csv, columns),
        PACKAGE: data_package(release, csv, columns),
    }

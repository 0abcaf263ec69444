"""The figures as schema.org describes a dataset, for those who search for data: of real figures alone."""

from typing import Any

from dashboard.addresses import urls
from dashboard.addresses.links import UNNAMED
from dashboard.domain.years import ReportingYear
from dashboard.repository.downloads import CSV, TYPES
from dashboard.repository.records import Release
from dashboard.web.for_machines import is_for_crawlers

_DESCRIPTION = (
    "Complaints about councils in England to the Local Government and Social Care Ombudsman: upheld, "
    "investigated, recommendations complied with and satisfactory remedies, by council and year, each figure "
    "with its origin (published, reported or derived) and its source. What is not held is marked as not held."
)


def dataset(release: Release, address: str) -> dict[str, Any] | None:
    """Return the description of a release's figures; None of a demonstration, or of what is not published."""
    if not is_for_crawlers(release):
        return None
    first, last = ReportingYear.parse(release.years[0]), ReportingYear.parse(release.years[-1])
    formats = {logical: media for logical, media in TYPES.items() if "metadata" not in logical}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Complaints about councils in England, by council and year",
        "description": _DESCRIPTION,
        "url": f"{address}{UNNAMED.plain('data')}",
        "version": release.name,
        "dateModified": release.built_at[:10],
        "temporalCoverage": f"{first.first_day}/{last.last_day}",
        "spatialCoverage": {"@type": "Place", "name": "England"},
        "isAccessibleForFree": True,
        "usageInfo": f"{address}{UNNAMED.plain('data')}",
        "isBasedOn": urls.ombudsman_map(),
        "creditText": "; ".join(dict.fromkeys(source.attribution for source in release.sources)),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media.partition(";")[0],
                "contentUrl": f"{address}{UNNAMED.download(logical)}",
            }
            for logical, media in sorted(formats.items(), key=lambda pair: pair[0] != CSV)
        ],
    }

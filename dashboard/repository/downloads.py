"""The figures to take away: their logical names in a release, which are their addresses too."""

CSV = "data/figures.csv"
XLSX = "data/figures.xlsx"
JSON = "data/figures.json"
CSVW = "data/figures.csv-metadata.json"
PACKAGE = "data/datapackage.json"

TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JSON: "application/json",
    CSVW: "application/csvm+json",
    PACKAGE: "application/json",
}
"""Every file by logical name, with its media type."""

"""The figures to take away, on the data page: each file with what it is for, and how to cite the release."""

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.markup import elements as html
from dashboard.markup.parts import heading
from dashboard.repository.downloads import CSV, CSVW, JSON, PACKAGE, XLSX
from dashboard.repository.records import Release

_FILES = (
    (
        *(CSV, "All figures as CSV"),
        "which begins with the mark of UTF-8, so that Excel reads its letters as they are; what the command "
        "“figures” prints and what the API answers are for programs and have no mark",
    ),
    (
        *(XLSX, "All figures as XLSX"),
        "for a spreadsheet: a table of numbers, with what the release, the measures and the columns are",
    ),
    (JSON, "All figures as JSON", "one object for each figure"),
    (CSVW, "Metadata as CSVW", "what each column of the CSV means, its type and unit, and the licences"),
    (PACKAGE, "Metadata as Data Package", "the same for Data Package tools, with the file’s checksum"),
)


def downloads_section(release: Release, links: Links) -> Component:
    """Return the section."""
    items = [
        html.Li([html.A(words, href=links.download(logical), download=""), f", {use}."])
        for logical, words, use in _FILES
    ]
    permanent = Links(release.name).plain("data")
    return html.Section(
        [
            heading(2, "Download", id="download"),
            html.P(
                "Each file holds one row for each council, year and measure: numerator, denominator, the "
                "printed value where one is held, the average it is compared with, and the origin of each. "
                "Every row names its release."
            ),
            html.Ul(items),
            html.P(
                [
                    "Other programs ask for parts of them, and for cases and letters, by ",
                    html.A("the API", href=links.plain("api")),
                    ".",
                ]
            ),
            html.P(
                [
                    "To cite these figures, name the release: ",
                    html.A(permanent, href=permanent),
                    f". With ?release={release.name} any page keeps showing it after another goes live.",
                ]
            ),
        ]
    )

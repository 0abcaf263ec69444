"""What is published and was, on the data page: the releases there are, and the log of every change."""

from datetime import date

from dash.development.base_component import Component

from dashboard.addresses.links import Links
from dashboard.domain.formats import day
from dashboard.domain.statuses import Status
from dashboard.markup import elements as html
from dashboard.markup.parts import Child, heading, table
from dashboard.repository.catalogue import Catalogue, Publication, ReleaseEntry
from dashboard.repository.downloads import CSV, JSON, XLSX
from dashboard.repository.records import Release
from dashboard.words.wording import capital

_KINDS = {"real": "Real figures only", "demonstration": "Demonstration, with simulated figures"}
_BUNDLED = "Comes with the project"


def releases_section(shown: Release, catalogue: Catalogue) -> list[Component]:
    """Return the table of the releases readers may see; nothing where there is no catalogue."""
    if not catalogue.releases:
        return []
    rows: list[list[Child | list[Child]]] = [_row(entry, shown) for entry in catalogue.releases]
    return [
        heading(2, "Releases", id="releases"),
        html.P(
            "The figures of a release are never changed. When they are put right a new one is published, "
            "and the one before stays here to be cited. One thing does go from all of them: the text of a "
            "decision that is withdrawn. Its line stays, with the day and the reason, and is still counted."
        ),
        table(
            "Releases that can be shown",
            ["Release", "Status", "Figures", "Years", "Published", "Files"],
            rows,
            label="Releases",
        ),
    ]


def changes_section(catalogue: Catalogue) -> list[Component]:
    """Return the log of what was published and rolled back, latest first; nothing where nothing was."""
    if not catalogue.history:
        return []
    return [
        heading(2, "Change log", id="changes"),
        html.Ol(
            [html.Li(_entry(entry)) for entry in catalogue.history], className="plain-list", reversed=True
        ),
    ]


def _row(entry: ReleaseEntry, shown: Release) -> list[Child | list[Child]]:
    name: Component = html.A(entry.name, href=Links(entry.name).plain("data"))
    here: list[Child] = [name, " (this page)"] if entry.name == shown.name else [name]
    status = _BUNDLED if entry.status == Status.BUNDLED else capital(entry.status)
    years = f"{entry.years[0]} to {entry.years[-1]}" if len(entry.years) > 1 else entry.years[0]
    published = _day(entry.publication.at) if entry.publication else "–"
    files: list[Child] = []
    for logical, ending in ((CSV, "CSV"), (XLSX, "XLSX"), (JSON, "JSON")):
        hidden = html.Span(f"{entry.name} as ", className="visually-hidden")
        files += [html.A([hidden, ending], href=Links(entry.name).download(logical), download=""), " "]
    return [here, status, _KINDS[entry.kind], years, published, files[:-1]]


def _entry(entry: Publication) -> list[Child]:
    instead = f" in place of “{entry.previous}”" if entry.previous else ""
    done = "was published" if entry.action == "publish" else "was returned to"
    told: list[Child] = [
        html.Strong(_day(entry.at)),
        f": release “{entry.release}” {done}{instead}, by {entry.by}. Reason: {entry.reason}",
    ]
    if entry.changed:
        told.append(html.Ul([html.Li(sentence) for sentence in entry.changed]))
    return told


def _day(at: str) -> str:
    return day(date.fromisoformat(at[:10]))

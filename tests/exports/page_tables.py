"""The tables of a page as a reader of its HTML has them: caption, heads, and the text of every cell."""

from html.parser import HTMLParser

VOID = {"input", "img", "br", "meta", "link", "hr"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: dict[str, list[list[str]]] = {}
        self._rows: list[list[str]] = []
        self._caption = ""
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._rows, self._caption = [], ""
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("th", "td"):
            self._rows[-1].append("")
            self._open = tag
        elif tag == "caption":
            self._open = tag
        elif tag == "span" and self._open in ("th", "td"):
            self._rows[-1][-1] += "; "  # the smaller line below

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None
        if tag == "table":
            self.tables[self._caption] = self._rows

    def handle_data(self, data: str) -> None:
        if self._open == "caption":
            self._caption += data
        elif self._open:
            self._rows[-1][-1] += data


def tables_of(html: str) -> dict[str, list[list[str]]]:
    """Return the rows of every table by its caption, the head first."""
    reader = _Reader()
    reader.feed(html)
    return reader.tables

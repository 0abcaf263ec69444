"""One table in every encoding, with every delimiter, line end and preamble: it stays the same table."""

import json
from collections.abc import Iterator

from tests.imports.torture.cases import Expected, Table, refused, right_or_refused
from tests.imports.torture.files import File, csv_file, raw, text
from tests.imports.torture.generated.base import DECIDED, RATE, title

ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be")
DELIMITERS = {"commas": ",", "semicolons": ";", "tabs": "\t", "bars": "|"}
NEWLINES = {"unix": "\n", "windows": "\r\n", "old mac": "\r"}
PREAMBLES = {
    "none": [],
    "a title": title("Complaints decided 2025-26"),
    "a title, its source, a blank row": [*title("Complaints decided 2025-26", "Source: case system"), []],
    "curly quotes and a dash": title("Statistics – “final” 2025-26, the Ombudsman’s"),
    "a title in the middle": [["", "", "Complaints decided 2025-26"], []],
    "a sentence with commas": title("Includes reports, statements, and both: 1,250 in all"),
    "contents that look like headings": [["Contents", "Upheld", "Not upheld"], []],
    "twenty rows": [*title(*(f"Line {n} of the introduction" for n in range(20))), []],
    "numbers": [["Version", "3"], ["Councils", "5"], []],
    "separator declared": [["sep=,"]],
}


def tables() -> Iterator[Table]:
    """Give the tables of encodings."""
    right = Expected((DECIDED.values(),))
    rows = [*title("Complaints decided – the year’s figures"), *DECIDED.rows()]
    for encoding in ENCODINGS:
        for name, delimiter in DELIMITERS.items():
            plain = rows if encoding != "latin-1" else [*title("Résumé"), *DECIDED.rows()]
            file = csv_file(plain, encoding=encoding, delimiter=delimiter)
            yield Table(f"{encoding}, {name}", "encodings and delimiters", file, right)
    for name, newline in NEWLINES.items():
        file = csv_file(rows, newline=newline)
        yield Table(f"line ends: {name}", "encodings and delimiters", file, right)
    for name, preamble in PREAMBLES.items():
        yield Table(f"preamble: {name}", "preambles", csv_file([*preamble, *DECIDED.rows()]), right)
    yield from _ends(right)
    yield from _damaged()


def _ends(right: Expected) -> Iterator[Table]:
    """How a file begins and ends."""
    kind = "encodings and delimiters"
    whole = csv_file(DECIDED.rows()).content
    yield Table("no line end at the end", kind, raw(whole.rstrip()), right)
    yield Table("blank lines at the end", kind, raw(whole + b"\r\n" * 5), right)
    yield Table("commas at the end of every line", kind, raw(whole.replace(b"\r\n", b",,\r\n")), right)
    yield Table("rows of commas at the end", kind, raw(whole + b",,,\r\n" * 3), right)
    yield Table("the end-of-file mark of old systems", kind, raw(whole + b"\x1a"), right)
    yield Table("lines ended in two ways", kind, raw(whole.replace(b"\r\n", b"\n", 2)), right)
    yield Table("a mark of UTF-8 twice", kind, raw(b"\xef\xbb\xbf" * 2 + whole), right)
    yield Table("every cell quoted", kind, raw(_quoted(DECIDED.rows())), right)


def _quoted(rows: list[list[str]]) -> bytes:
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode()


def _damaged() -> Iterator[Table]:
    """What is no table any more is refused, whatever it is called."""
    kind = "damaged and other files"
    whole = csv_file(DECIDED.rows()).content.decode()
    for name, content in {
        "UTF-32": whole.encode("utf-32"),
        "a nought byte in a name": whole.replace("Leeds", "Lee\0ds").encode(),
        "a page of the web": f"<html><table><tr><td>{whole}</td></tr></table></html>".encode(),
        "JSON": json.dumps(DECIDED.rows()).encode(),
        "an empty table": b",,,\r\n,,,\r\n",
        "spaces alone": b"   \r\n  \r\n",
        "UTF-16 cut in a letter": whole.encode("utf-16")[:-1],
    }.items():
        yield Table(name, kind, raw(content), refused("table.csv"))
    yield Table(
        "a text called a workbook",
        kind,
        raw(whole.encode(), "table.xlsx"),
        right_or_refused(DECIDED.values()),
    )
    for name, said in {"Kingâ€™s Lynn and West Norfolk": "â€™", "Leeds Cit\ufffd Council": "\ufffd"}.items():
        file = text(f"Authority,Upheld,Not upheld\r\n{name},3,1\r\n")
        yield Table(f"a name read in a wrong encoding: {name}", kind, file, refused("row 2", said))
    yield Table("decimal commas between semicolons", kind, _decimal_commas(), refused("66,7%"))
    mixed = whole.replace(",", ";", 4)
    yield Table("a header of semicolons above rows of commas", kind, text(mixed), refused("table.csv"))


def _decimal_commas() -> File:
    rows = DECIDED.rows({RATE: "Uphold rate (%)"}, cell=lambda cell: "66,7%" if "%" in cell else cell)
    return csv_file(rows, delimiter=";")

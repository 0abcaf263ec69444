"""A workbook written part by part, so that a cell can be whatever a spreadsheet can make of it.

The writers in use cannot make all of it (a value that is an error, a formula that was never worked out, a
struck digit), and what reads a workbook should not be tried only on what its own other half writes.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OWN_FORMATS = 164


@dataclass(frozen=True, slots=True)
class Shown:
    """A number, and the format it is shown in."""

    number: int | float
    format: str


@dataclass(frozen=True, slots=True)
class Raised:
    """A text in pieces, each raised (``superscript``), lowered, struck through, or (empty) as it is."""

    pieces: tuple[tuple[str, str], ...]
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """An error as a value: ``#REF!``."""

    code: str


@dataclass(frozen=True, slots=True)
class Worked:
    """A formula, and what it gave when the workbook was saved; None: it was never worked out."""

    formula: str
    cached: "int | float | str | Fault | None" = None
    attributes: str = ""


Value = str | int | float | Decimal | bool | Shown | Raised | Fault | Worked | None
Merge = str
"""A merged range: ``B1:D1``."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: ``state`` is ``visible``, ``hidden`` or ``veryHidden``; ``hidden_rows`` count from 1."""

    name: str
    rows: Sequence[Sequence[Value]]
    merged: Sequence[Merge] = ()
    state: str = "visible"
    hidden_rows: Sequence[int] = ()


def xlsx_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook."""
    formats = list(
        dict.fromkeys(v.format for s in sheets for row in s.rows for v in row if isinstance(v, Shown))
    )
    texts: dict[str, int] = {}
    parts = {
        f"xl/worksheets/sheet{n}.xml": _sheet(sheet, formats, texts) for n, sheet in enumerate(sheets, 1)
    }
    parts["xl/sharedStrings.xml"] = f"<sst {_NS}>{''.join(texts)}</sst>"
    parts["xl/styles.xml"] = _styles(formats)
    parts["xl/workbook.xml"] = (
        f'<workbook {_NS} xmlns:r="{_REL}"><sheets>'
        + "".join(
            f'<sheet name={quoteattr(s.name)} sheetId="{n}" state="{s.state}" r:id="r{n}"/>'
            for n, s in enumerate(sheets, 1)
        )
        + "</sheets></workbook>"
    )
    books = [f"worksheets/sheet{n}" for n in range(1, len(sheets) + 1)]
    parts["xl/_rels/workbook.xml.rels"] = _relations(
        [
            *((f"{book}.xml", "worksheet") for book in books),
            ("sharedStrings.xml", "sharedStrings"),
            ("styles.xml", "styles"),
        ]
    )
    parts["_rels/.rels"] = _relations([("xl/workbook.xml", "officeDocument")])
    parts["[Content_Types].xml"] = _types(books)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in sorted(parts):
            archive.writestr(name, _HEAD + parts[name])
    return content.getvalue()


def _sheet(sheet: Sheet, formats: Sequence[str], texts: dict[str, int]) -> str:
    rows = []
    for number, row in enumerate(sheet.rows, 1):
        cells = (
            _cell(f"{_letters(at)}{number}", value, formats, texts)
            for at, value in enumerate(row)
            if value is not None and value != ""
        )
        hidden = ' hidden="1"' if number in sheet.hidden_rows else ""
        rows.append(f'<row r="{number}"{hidden}>{"".join(cells)}</row>')
    merged = "".join(f'<mergeCell ref="{place}"/>' for place in sheet.merged)
    merged = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return f"<worksheet {_NS}><sheetData>{''.join(rows)}</sheetData>{merged}</worksheet>"


def _cell(place: str, value: Value, formats: Sequence[str], texts: dict[str, int]) -> str:
    match value:
        case bool():
            kind, content = ' t="b"', f"<v>{int(value)}</v>"
        case int() | float() | Decimal():
            kind, content = "", f"<v>{value}</v>"
        case Shown(number, style):
            kind, content = f' s="{formats.index(style) + 1}"', f"<v>{number}</v>"
        case Fault(code):
            kind, content = ' t="e"', f"<v>{code}</v>"
        case Worked():
            kind, content = _worked(value)
        case Raised(pieces, True):
            kind, content = ' t="inlineStr"', f"<is>{''.join(map(_piece, pieces))}</is>"
        case Raised(pieces, False):
            kind, content = _shared(f"<si>{''.join(map(_piece, pieces))}</si>", texts)
        case _:
            kind, content = _shared(f'<si><t xml:space="preserve">{escape(str(value))}</t></si>', texts)
    return f'<c r="{place}"{kind}>{content}</c>'


def _shared(item: str, texts: dict[str, int]) -> tuple[str, str]:
    return ' t="s"', f"<v>{texts.setdefault(item, len(texts))}</v>"


def _worked(value: Worked) -> tuple[str, str]:
    formula = f"<f{value.attributes}>{escape(value.formula)}</f>"
    match value.cached:
        case None:
            return "", formula
        case str() as said:
            return ' t="str"', f"{formula}<v>{escape(said)}</v>"
        case Fault(code):
            return ' t="e"', f"{formula}<v>{code}</v>"
        case number:
            return "", f"{formula}<v>{number}</v>"


def _piece(piece: tuple[str, str]) -> str:
    said, how = piece
    style = {
        "": "",
        "struck": "<rPr><strike/></rPr>",
        "superscript": '<rPr><vertAlign val="superscript"/></rPr>',
        "subscript": '<rPr><vertAlign val="subscript"/></rPr>',
    }[how]
    return f'<r>{style}<t xml:space="preserve">{escape(said)}</t></r>'


def _styles(formats: Sequence[str]) -> str:
    own = "".join(
        f'<numFmt numFmtId="{_OWN_FORMATS + n}" formatCode={quoteattr(style, {chr(34): "&quot;"})}/>'
        for n, style in enumerate(formats)
    )
    used = "".join(
        f'<xf numFmtId="{_OWN_FORMATS + n}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>'
        for n in range(len(formats))
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f"<styleSheet {_NS}>{f'<numFmts>{own}</numFmts>' if own else ''}<fonts><font/></fonts>"
        f"<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs>{plain}</cellStyleXfs>"
        f"<cellXfs>{plain}{used}</cellXfs>"
        '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    each = (
        f'<Relationship Id="r{n}" Type="{_REL}/{kind}" Target="{to}"/>'
        for n, (to, kind) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _types(books: Sequence[str]) -> str:
    parts = {
        "/xl/workbook.xml": "sheet.main",
        "/xl/styles.xml": "styles",
        "/xl/sharedStrings.xml": "sharedStrings",
        **{f"/xl/{book}.xml": "worksheet" for book in books},
    }
    each = "".join(
        f'<Override PartName="{part}" ContentType="{_OFFICE}.{kind}+xml"/>' for part, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def _letters(column: int) -> str:
    return (
        chr(ord("A") + column)
        if column < 26
        else f"{chr(ord('A') + column // 26 - 1)}{chr(ord('A') + column % 26)}"
    )

"""Reading a tagged PDF back as an assistive technology does: by its structure tree, not by its lines."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from dashboard.letters.pdf_errors import PdfError

_BFCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_BFRANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass
class Element:
    """One element of the structure tree: its tag, attributes, own text and children, in reading order."""

    tag: str
    attributes: dict[str, Any]
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, white space made single."""
        raw = "".join(part if isinstance(part, str) else f"{part.text} " for part in self.parts)
        return " ".join(raw.split())

    def all(self, *tags: str) -> Iterator["Element"]:
        """Go through the elements of these tags in it, in reading order."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.tag in tags:
                    yield part
                yield from part.all(*tags)


@dataclass
class TaggedPdf:
    """A tagged PDF: its catalogue, the root of its structure, and what is no content of each page."""

    pdf: pikepdf.Pdf
    root: Element
    artefacts: list[list[str]]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.pdf.pages)

    @property
    def text(self) -> str:
        """The whole text in reading order, without artefacts."""
        return self.root.text

    @property
    def metadata(self) -> dict[str, str]:
        """What the file says of itself (XMP), by ``{namespace}name``."""
        with self.pdf.open_metadata() as told:
            return {key: str(value) for key, value in told.items()}


def read(content: bytes) -> TaggedPdf:
    """Read a tagged PDF from its bytes. Raises PdfError for one that is unreadable or not tagged whole."""
    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError as error:
        raise PdfError(f"It cannot be read as a PDF: {error}.") from error
    if "/StructTreeRoot" not in pdf.Root:
        raise PdfError("It has no structure tree.")
    texts: dict[tuple[tuple[int, int], int], str] = {}
    artefacts = []
    for page in pdf.pages:
        marked, unmarked = _marked_text(page)
        artefacts.append(unmarked)
        texts.update({(page.obj.objgen, number): text for number, text in marked.items()})
    root = Element("Root", {})
    _fill(root, pdf.Root.StructTreeRoot.get("/K"), None, texts)
    return TaggedPdf(pdf, root, artefacts)


def _fill(parent: Element, kid: Any, page: Any, texts: dict[tuple[tuple[int, int], int], str]) -> None:
    if isinstance(kid, Array):
        for one in kid:
            _fill(parent, one, page, texts)
    elif isinstance(kid, Dictionary):
        page = kid.get("/Pg", page)
        if "/MCID" in kid:
            parent.parts.append(texts.get((page.objgen, int(kid.MCID)), ""))
        elif "/S" in kid:
            element = Element(str(kid.S)[1:], _attributes(kid))
            parent.parts.append(element)
            _fill(element, kid.get("/K"), page, texts)
    elif kid is not None and page is not None:
        parent.parts.append(texts.get((page.objgen, int(kid)), ""))


def _attributes(element: Any) -> dict[str, Any]:
    told = element.get("/A", Array())
    dictionaries = [told] if isinstance(told, Dictionary) else [a for a in told if isinstance(a, Dictionary)]
    found: dict[str, Any] = {
        key[1:]: value for one in dictionaries for key, value in one.items() if key != "/O"
    }
    for name in ("/Alt", "/T", "/Lang"):
        if name in element:
            found[name[1:]] = str(element[name])
    return found


def _marked_text(page: Any) -> tuple[dict[int, str], list[str]]:
    """Return a page's text by marked content id, and the texts of its artefacts."""
    fonts = {name: _to_unicode(font) for name, font in page.resources.get("/Font", {}).items()}
    marked: dict[int, str] = {}
    artefacts: list[str] = []
    stack: list[int | str | None] = []  # of marked content: its id, “artefact”, or None for neither
    font: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = list(instruction.operands)
        match operator := str(instruction.operator):
            case "BDC" | "BMC":
                properties = operands[1] if len(operands) > 1 else None
                if isinstance(properties, Dictionary) and "/MCID" in properties:
                    stack.append(int(properties.MCID))
                elif operands[0] == Name.Artifact:
                    stack.append("artefact")
                    artefacts.append("")
                else:
                    stack.append(None)
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                strings = operands[0] if operator == "TJ" else [operands[0]]
                text = "".join(
                    _decoded(bytes(one), font) for one in strings if isinstance(one, pikepdf.String)
                )
                inside = next((mark for mark in reversed(stack) if mark is not None), None)
                if inside is None:
                    raise PdfError(f"text that is neither content nor artefact: “{text}”")
                if isinstance(inside, int):
                    marked[inside] = marked.get(inside, "") + text
                else:
                    artefacts[-1] += text
    return marked, artefacts


def _decoded(raw: bytes, font: dict[bytes, str]) -> str:
    return "".join(font.get(raw[at : at + 2], "\ufffd") for at in range(0, len(raw), 2))


def _to_unicode(font: Any) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for kind, body in _BLOCK.findall(font.ToUnicode.read_bytes()):
        if kind == b"char":
            for code, text in _BFCHAR.findall(body):
                found[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be")
        else:
            for first, last, text in _BFRANGE.findall(body):
                start = int(text, 16)
                for offset, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                    found[code.to_bytes(2, "big")] = chr(start + offset)
    return found

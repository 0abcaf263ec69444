"""From a template and data to a tagged PDF (PDF/UA-1), the same bytes on every machine."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import typst

from dashboard.letters.pdf_errors import PdfError
from dashboard.pdf.row_heads import with_row_heads

_NEXT_TO_NOTHING = 80.0  # mm from the top of a page: its margin, and a fifth of what it holds
_WAYS: tuple[Mapping[str, object], ...] = ({}, {"tight": True}, {"apart": True})
"""What a template may be told besides its data so that its last page is no nearly empty one: nothing, to set
its text closer, to begin its annex on a page of its own."""
TEMPLATES = Path(__file__).parent / "templates"


def compile_pdf(template: str, data: Mapping[str, object], *, built_at: str) -> bytes:
    """Return the PDF of a template with its data.

    ``template`` is the name of a file in ``dashboard/pdf/templates/`` (which may import the others there);
    ``data`` is what JSON can hold and reaches it as ``json(bytes(sys.inputs.data))``, as text that no markup
    is read from. ``built_at`` (ISO, UTC: the release's) is the date the file says it was made. Fonts are
    those within typst: the machine's own are not looked at. Raises PdfError.

    A compiler keeps what it has laid out: about 60 MB after twenty letters. For batches; a server that has
    no memory to spare uses ``dashboard.pdf.pdf_pool``.
    """
    path = TEMPLATES / template
    if path.parent != TEMPLATES or not path.is_file():
        raise PdfError(f"There is no template “{template}”.")
    try:
        ways = (_compiler(path, {**data, **way}) for way in _WAYS)
        fit = next((way for way in ways if not _ends_on_an_empty_page(way)), None)
        compiler = fit or _compiler(path, data)
        made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=_seconds(built_at))
    except (typst.TypstError, TypeError, ValueError) as error:
        raise PdfError(f"“{template}” could not be set: {error}") from error
    if not isinstance(made, bytes):
        raise PdfError(f"“{template}” gave no single PDF.")
    return with_row_heads(made)


def _compiler(path: Path, data: Mapping[str, object]) -> typst.Compiler:
    told = json.dumps(data, ensure_ascii=False)
    return typst.Compiler(path, root=TEMPLATES, ignore_system_fonts=True, sys_inputs={"data": told})


def _ends_on_an_empty_page(compiler: typst.Compiler) -> bool:
    """Say whether the last page of several holds next to nothing, of a template that tells where it ends.

    Such a template marks its end as ``<end>``, with page and millimetres from the top.
    """
    (end,) = json.loads(compiler.query("<end>", field="value")) or (None,)
    return end is not None and end["page"] > 1 and end["y"] < _NEXT_TO_NOTHING


def _seconds(built_at: str) -> int:
    """Return ISO text as seconds since 1970; what names no zone is UTC."""
    moment = datetime.fromisoformat(built_at)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())

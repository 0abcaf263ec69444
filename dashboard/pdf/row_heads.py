"""Row heads of tables in the structure tree, which typst does not yet write.

A table here has a head of columns and rows headed by their first cell, as on the pages. typst tags the
first as heads and the second as data; this makes them heads too.
"""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name


def with_row_heads(content: bytes) -> bytes:
    """Return a tagged PDF whose table rows are headed by their first cells; the same bytes for the same."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for table_body in pdf.objects:
            if isinstance(table_body, Dictionary) and table_body.get("/S") == Name.TBody:
                for row in table_body.K:
                    _head(row)
        saved = io.BytesIO()
        pdf.save(saved, deterministic_id=True, fix_metadata_version=False)
    return saved.getvalue()


def _head(row: pikepdf.Object) -> None:
    """Make a row's first cell its head. Which heads are a cell's then follows from their scopes alone:
    the list of them that typst gives each cell names those of columns only."""
    for cell in row.K:
        for attributes in cell.get("/A", Array()):
            if "/Headers" in attributes:
                del attributes["/Headers"]
    first = row.K[0]
    first.S = Name.TH
    for attributes in first.get("/A", Array()):
        if attributes.get("/O") == Name.Table:
            attributes.Scope = Name.Row
            return
    first.A = Array([Dictionary(O=Name.Table, Scope=Name.Row), *first.get("/A", Array())])

"""Text that a spreadsheet would run, made text."""

_RUN = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before what looks like one.

    Lines end as the file's do; other control characters, which nobody can read, become the mark of what
    cannot be shown.
    Source: OWASP, CSV injection.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join("\N{REPLACEMENT CHARACTER}" if _forbidden(c) else c for c in lines)
    return f"'{shown}" if shown.lstrip(" ").startswith(_RUN) else shown


def _forbidden(character: str) -> bool:
    return ord(character) < 32 and character not in "\t\n"

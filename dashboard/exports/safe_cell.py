"""Text that a spreadsheet would run, made text."""

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before what looks like one.

    Control characters, which no reader of the file can show, become the mark of what cannot be shown.
    Source: OWASP, CSV injection.
    """
    shown = "".join("\N{REPLACEMENT CHARACTER}" if _forbidden(c) else c for c in text)
    return f"'{shown}" if shown.lstrip(" ").startswith(_RUN) else shown


def _forbidden(character: str) -> bool:
    return ord(character) < 32 and character not in "\t\r\n"

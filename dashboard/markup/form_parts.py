"""Small parts of forms as HTML: what a field offers, and what a form keeps without showing it."""

from collections.abc import Iterable, Sequence

from dashboard.markup.html import text

Options = Sequence[tuple[str, str]]
"""The values a field offers, each with its words."""


def options(offered: Iterable[tuple[str, str]], chosen: str | None) -> str:
    """Return the options of a select with one of them chosen; None is the one whose value is empty."""
    one = chosen or ""
    return "".join(
        f'<option value="{text(value)}"{" selected" if value == one else ""}>{text(words)}</option>'
        for value, words in offered
    )


def field(form: str, name: str, label: str, control: str) -> str:
    """Return a control under its label; its id is the form's name and its own: ``case-year``."""
    return f'<div class="case-field"><label for="{form}-{name}">{text(label)}</label>{control}</div>'


def select(form: str, name: str, label: str, offered: Options, chosen: str | None) -> str:
    """Return a choice of one among values, under its label."""
    control = f'<select id="{form}-{name}" name="{name}">{options(offered, chosen)}</select>'
    return field(form, name, label, control)


def hidden(kept: Iterable[tuple[str, str | None]]) -> str:
    """Return fields that are sent with a form and not shown; what is empty is not sent."""
    return "".join(
        f'<input type="hidden" name="{name}" value="{text(value)}">' for name, value in kept if value
    )


def keep_release(release: str | None) -> str:
    """Return the field by which a form stays in the release that was asked for; empty where none was."""
    return hidden([("release", release)])

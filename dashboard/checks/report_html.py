"""The report of a draft's checks as one page that stands alone: to be read, printed and passed on."""

from collections.abc import Iterable, Sequence
from html import escape
from importlib import resources
from pathlib import Path

from dashboard.checks.draft import CheckedDraft
from dashboard.checks.report import (
    Group,
    accepted_groups,
    correction_line,
    counted,
    grouped,
    how_to_accept,
    summary,
    verdict,
)

_STYLES = Path(__file__).resolve().parents[2] / "assets" / "css"
_SITE = ("tokens.css", "base.css")


def report_html(checked: CheckedDraft, checked_at: str) -> str:
    """Return the page. ``checked_at`` is the time of the check, ISO, UTC."""
    judged = checked.judged
    name = checked.draft.name
    errors, warnings = grouped(judged.errors), grouped(judged.warnings)
    state = "fails" if judged.errors else "waits" if judged.warnings else "passes"
    sections = [
        ("errors", "Errors", len(judged.errors), _findings(errors)),
        ("warnings", "Warnings to be looked at", len(judged.warnings), _findings(warnings)),
        ("accepted", "Warnings accepted", len(judged.accepted), _accepted(checked)),
        ("unmet", "Acceptances that meet no warning any more", len(judged.unmet), _unmet(checked)),
        ("corrections", "Corrections applied", len(checked.corrected.applied), _corrections(checked)),
        ("inputs", "Input files", len(checked.corrected.imported.inputs), _inputs(checked)),
    ]
    there = [section for section in sections if section[2]]
    accept = ""
    if warnings and not errors:
        command = escape(how_to_accept(name, warnings))
        accept = f"<p>To accept those of one check: <code>{command}</code></p>"
    body = [
        f"<h1>Checks of the draft {escape(name)}</h1>",
        f'<p class="verdict verdict-{state}"><strong>{escape(verdict(checked))}</strong></p>',
        f"<p>{escape(summary(checked))} Checked {checked_at[:10]}, {checked_at[11:16]} UTC.</p>",
        _not_compared(checked.not_compared),
        accept,
        _list(map(escape, checked.notes)) if checked.notes else "",
        '<nav aria-label="Parts of the report"><ul class="parts">',
        *(f'<li><a href="#{key}">{title}</a> ({number:,})</li>' for key, title, number, _ in there),
        "</ul></nav>",
        *(
            f'<section id="{key}"><h2>{title} ({number:,})</h2>{content}</section>'
            for key, title, number, content in there
        ),
        '<p class="small">Of a draft: not published, and not for publication.</p>',
    ]
    return _page(f"Checks of {name}: {state}", "\n".join(part for part in body if part))


def _not_compared(sentences: Sequence[str]) -> str:
    if not sentences:
        return ""
    return (
        '<section id="not-compared" class="verdict verdict-waits"><h2>Not compared, for want of an earlier '
        f"year ({len(sentences)})</h2>{_list(map(escape, sentences))}</section>"
    )


def _findings(groups: Sequence[Group]) -> str:
    return "\n".join(
        f"<h3>{escape(group.title)} <code>{escape(group.check)}</code></h3>"
        + _table(
            f"{counted(len(group.findings), 'finding')}",
            ("What", "Where", "What to do"),
            (
                (escape(f.sentence), escape(str(f.place)) if f.place else "–", escape(f.suggestion) or "–")
                for f in group.findings
            ),
            label=group.title,
        )
        for group in groups
    )


def _accepted(checked: CheckedDraft) -> str:
    return "\n".join(
        f"<h3>{escape(group.title)}</h3><p>Accepted by {escape(group.by)} on {group.on}: "
        f"{escape(group.reason)}</p>"
        f"<details><summary>{counted(len(group.sentences), 'warning')}</summary>"
        f"{_list(map(escape, group.sentences))}</details>"
        for group in accepted_groups(checked.judged.accepted)
    )


def _unmet(checked: CheckedDraft) -> str:
    said = "What they accepted is not said any more: take these lines out of acceptances.csv."
    lines = (f"Line {a.line}: {escape(a.sentence)}" for a in checked.judged.unmet)
    return f"<p>{said}</p>{_list(lines)}"


def _corrections(checked: CheckedDraft) -> str:
    return _list(escape(correction_line(c, checked.material.reference)) for c in checked.corrected.applied)


def _inputs(checked: CheckedDraft) -> str:
    return _table(
        "The files the draft is made of, by name and checksum",
        ("File", "Kind", "Year", "Rows", "SHA-256"),
        (
            (
                escape(f.name),
                escape(f.kind),
                escape(f.year or "–"),
                f"{f.rows:,}",
                f'<code class="sum">{f.sha256}</code>',
            )
            for f in checked.corrected.imported.inputs
        ),
        label="Input files",
    )


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, label: str) -> str:
    heads = "".join(f'<th scope="col">{text}</th>' for text in head)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    return (
        f'<div class="table-box" role="region" tabindex="0" aria-label="{escape(label)}">'
        f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _page(title: str, body: str) -> str:
    site = "\n".join((_STYLES / name).read_text("utf-8") for name in _SITE)
    own = (resources.files("dashboard.checks") / "report.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{escape(title)}</title>\n'
        f"<style>\n{site}\n{own}</style>\n</head>\n<body>\n"
        f'<main id="main" class="frame report">\n{body}\n</main>\n</body>\n</html>\n'
    )

"""A draft: which input files a release to come is made from, in ``store/drafts/<name>/draft.json``."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.imports.place import Place
from dashboard.imports.problems import refused
from dashboard.imports.store.aside import NOTHING_ASIDE, Aside, aside_from
from dashboard.releases.changing import Changing
from dashboard.releases.locate import BUNDLED, is_name

REAL = "real"
DEMONSTRATION = "demonstration"
KINDS = (REAL, DEMONSTRATION)
REGISTER = "register"
COMPLIANCE = "compliance"
DECISIONS = "decisions"
"""The kinds of inputs that are of no one year: a register, outcomes of its own, a list of decisions."""
INPUT_KINDS = ("received", "decided", "remedies", REGISTER, COMPLIANCE, DECISIONS)
FILE = "draft.json"
CORRECTIONS_FILE, ACCEPTANCES_FILE, LETTERS_FOLDER = "corrections.csv", "acceptances.csv", "letters"
"""What lies beside a draft: what people decided about it, and the official letters."""


@dataclass(frozen=True, slots=True)
class DraftInput:
    """One table, register or list of a draft. ``kind`` is ``received``, ``decided``, ``remedies``,
    ``register``, ``compliance`` or ``decisions``; ``year`` that of a table, None for the others; ``years``
    those a register was said to be whole for (none said: for none), ``expect_cases`` how many cases were said
    to be decided in them, ``aside`` what is left out of the file. ``personal_remedies``: the publisher said
    that what was recommended for persons may be published. A workbook with three tables is three inputs."""

    sha256: str
    name: str
    kind: str
    year: str | None
    imported_at: str
    bytes: int
    rows: int
    years: tuple[str, ...] = ()
    expect_cases: int | None = None
    aside: Aside = NOTHING_ASIDE
    personal_remedies: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is stored. ``with_held``: the figures held fill what the inputs leave open.
    ``embargoed_until``: no page of it is public before that day. ``signatory`` signs its letters (empty:
    they are this project's, and say so)."""

    name: str
    kind: str = REAL
    inputs: tuple[DraftInput, ...] = ()
    with_held: bool = False
    embargoed_until: date | None = None
    signatory: str = ""


def draft_directory(store: Path, name: str) -> Path:
    """Return the folder of a draft: its inputs, corrections, acceptances, letters and report."""
    return store / "drafts" / name


def check_name(name: str) -> None:
    """Refuse a name that no draft can have. Raises ImportRefusedError."""
    if not is_name(name):
        raise refused(
            Place(name or "the name"),
            "A draft's name is made of small letters and digits, with -, _ or . between them.",
            "An example is 2025-26.",
        )
    if name in BUNDLED:
        raise refused(
            Place(name), "This name belongs to a release that comes with the project.", "Choose another."
        )


def load_draft(store: Path, name: str) -> Draft:
    """Read a draft. Raises ImportRefusedError when there is none, or what is stored is not one."""
    check_name(name)
    path = draft_directory(store, name) / FILE
    try:
        return _from_json(name, json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        raise refused(
            Place(name), "There is no draft of this name.", "The import command begins one."
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise refused(Place(str(path)), f"The draft cannot be read: {error!r}.") from error


def has_draft(store: Path, name: str) -> bool:
    """Say whether there is a draft of this name."""
    return (draft_directory(store, name) / FILE).exists()


def draft_names(store: Path) -> tuple[str, ...]:
    """Return the names of the drafts there are, A to Z."""
    return tuple(sorted(path.parent.name for path in (store / "drafts").glob(f"*/{FILE}")))


def save_draft(held: Changing, draft: Draft) -> None:
    """Store a draft, in the place of what was stored of it, in one step. Raises OSError."""
    held.write(draft_directory(held.folder, draft.name) / FILE, draft_text(draft))


def draft_text(draft: Draft) -> str:
    """Return the text of a draft as it is stored."""
    until = draft.embargoed_until
    told = {**asdict(draft), "embargoed_until": until.isoformat() if until else None}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _from_json(name: str, told: dict[str, Any]) -> Draft:
    kind = told["kind"]
    if kind not in KINDS:
        raise ValueError(f"kind is {kind}")
    until = told.get("embargoed_until")
    inputs = tuple(
        DraftInput(**{**one, "years": tuple(one.get("years", ())), "aside": aside_from(one.get("aside"))})
        for one in told["inputs"]
    )
    return Draft(
        name,
        kind,
        inputs,
        bool(told.get("with_held", False)),
        date.fromisoformat(until) if until else None,
        str(told.get("signatory", "")),
    )

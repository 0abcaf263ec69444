"""A list of decisions among the inputs of a draft: read as what it is, and never beside a register."""

from collections.abc import Sequence

from dashboard.imports.imported import Place
from dashboard.imports.lists.decision_list import ListRead, list_file, read_lists
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.register.columns import DECISIONS as DECISION_LIST
from dashboard.imports.register.columns import RegisterWords
from dashboard.imports.register.file import recognise
from dashboard.imports.store.aside import Aside
from dashboard.imports.store.draft import DECISIONS, REGISTER, DraftInput
from dashboard.imports.store.files import Copied
from dashboard.imports.tables.table import Known


def read_list(copies: Sequence[Copied], known: Known, words: RegisterWords, aside: Aside) -> ListRead:
    """Read the files of a list, together. Raises ImportRefusedError with all that is wrong."""
    return read_lists([list_file(copied.path, words, aside) for copied in copies], known)


def not_with_decisions(first: Copied) -> ImportRefusedError:
    """Return the error of what is asked of tables or registers, asked of a list."""
    return refused(
        Place(first.name),
        "A list of decisions is of no year and is no register, and has no remedies.",
        "Give --decisions without --year, --register, --expect-cases and --with-personal-remedies.",
    )


def refuse_a_list(copied: Copied, words: RegisterWords, aside: Aside) -> None:
    """Refuse a list of decisions that nobody said is one: as anything else it would become figures."""
    if recognise(copied.path, words, aside, (DECISION_LIST,)) is not None:
        raise refused(
            Place(copied.name),
            "This is a list of decisions, and no table or register: no figure follows from it.",
            "Give --decisions to import it as what it is.",
        )


def check_one_of_both(inputs: Sequence[DraftInput]) -> None:
    """Refuse a register and a list in one draft: the list would say of some decisions that they are all."""
    kinds = {one.kind: one.name for one in inputs}
    if REGISTER in kinds and DECISIONS in kinds:
        raise refused(
            Place(kinds[DECISIONS]),
            f"The draft would have a list of decisions and a register, {kinds[REGISTER]}: it may have one.",
            "The register says itself which of its decisions are published.",
        )

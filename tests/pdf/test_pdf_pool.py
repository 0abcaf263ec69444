"""PDFs made in processes of their own: the same, or a clear failure."""

import sys
import threading

import pytest

from dashboard.letters.letter import write_letter
from dashboard.letters.pdf_errors import PdfError, PressBusyError
from dashboard.pdf.compile import compile_pdf
from dashboard.pdf.letter_data import TEMPLATE, letter_data
from dashboard.pdf.pdf_pool import Press
from tests.support.sample import BLACKPOOL, sample

BUILT_AT = "2026-01-05T10:00:00Z"


def data() -> dict[str, object]:
    told = write_letter(BLACKPOOL, "2023-24", sample())
    assert told is not None
    return letter_data(told, sample().release())


def python(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", script)


def test_a_process_of_its_own_makes_the_same_bytes() -> None:
    assert Press().compile(TEMPLATE, data(), built_at=BUILT_AT) == compile_pdf(
        TEMPLATE, data(), built_at=BUILT_AT
    )


@pytest.mark.parametrize("template", ["none.typ", "../compile.py", "../../../etc/passwd", ""])
def test_only_the_project_s_templates_are_set(template: str) -> None:
    with pytest.raises(PdfError, match="There is no template"):
        Press().compile(template, {}, built_at=BUILT_AT)


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("import time; time.sleep(60)", "was not set within 0.2 seconds"),
        ("import sys; sys.exit(1)", "The process said nothing"),
        ("import sys; sys.exit('out of memory')", "out of memory"),
        ("print('no PDF')", "The process said nothing"),
    ],
)
def test_a_process_that_fails_is_told_why(script: str, says: str) -> None:
    limit = 0.2 if "sleep" in script else 15.0
    with pytest.raises(PdfError, match=says):
        Press(limit=limit, command=python(script)).compile(TEMPLATE, {}, built_at=BUILT_AT)


def test_a_process_without_memory_is_told_and_the_next_is_set() -> None:
    starved = ("sh", "-c", f"ulimit -v 60000 && exec {sys.executable} -m dashboard.pdf.pdf_worker")
    with pytest.raises(PdfError):
        Press(command=starved).compile(TEMPLATE, data(), built_at=BUILT_AT)
    assert Press().compile(TEMPLATE, data(), built_at=BUILT_AT).startswith(b"%PDF-")


def test_no_more_than_so_many_at_once() -> None:
    press = Press(at_once=1, wait=0.05, limit=5.0, command=python("import sys; sys.stdin.read(); input()"))
    started = threading.Event()
    release = threading.Event()

    def hold() -> None:
        with press.place():
            started.set()
            release.wait(5)

    thread = threading.Thread(target=hold)
    thread.start()
    started.wait(5)
    try:
        with pytest.raises(PressBusyError):
            press.compile(TEMPLATE, {}, built_at=BUILT_AT)
    finally:
        release.set()
        thread.join()


def test_a_press_is_free_again_after_a_failure() -> None:
    press = Press(at_once=1, wait=0.05, command=python("import sys; sys.exit('no')"))
    for _ in range(3):
        with pytest.raises(PdfError, match="no"):
            press.compile(TEMPLATE, {}, built_at=BUILT_AT)

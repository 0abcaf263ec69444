"""Rule 8: what luck alone does is one number, said in one way wherever it is said."""

import re
from pathlib import Path

import pytest

import dashboard
from dashboard.words.luck import luck_alone


@pytest.mark.parametrize(
    ("expected", "many"),
    [
        (0.0, "fewer than one"),
        (0.7, "fewer than one"),
        (0.94, "fewer than one"),
        (0.96, "about one"),
        (1.2, "about one"),
        (1.5, "about two"),
        (7.6, "about eight"),
        (24.5, "about 25"),
    ],
)
def test_it_is_a_round_number_and_never_less_than_it_is_likely(expected: float, many: str) -> None:
    assert luck_alone(expected) == f"Luck alone would mark {many}."


def test_nothing_else_has_words_for_it() -> None:
    folder = Path(dashboard.__file__).parent
    others = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        if re.search(r"[Ll]uck alone would (hardly )?mark", path.read_text(encoding="utf-8"))
    }
    assert others == {"words/luck.py"}

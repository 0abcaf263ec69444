"""The page of the statistical rules names files that are there, every rule, and where each threshold is."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "statistics.md").read_text("utf-8")
RULES = tuple(f"R{number}" for number in range(1, 16))
NO_RULE = {
    "__init__",  # nothing in it
    "exact",  # binomial and Poisson tails
    "false_discovery",  # doubtful counts of a draft, and what stands out among many
    "overdispersion",  # the same
    "pooled",  # sums
    "type_comparison",  # records
}


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`((?:dashboard|tests)/[^`]+|decisions/[^`]+)`", PAGE)))
)
def test_a_file_that_is_named_is_there(name: str) -> None:
    assert (PROJECT / ("docs" if name.startswith("decisions") else "") / name).exists()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_line(rule: str) -> None:
    assert re.search(rf"^\| {rule} ", PAGE, re.MULTILINE)


@pytest.mark.parametrize(
    "module", sorted((PROJECT / "dashboard" / "statistics").glob("*.py")), ids=lambda p: p.stem
)
def test_every_module_of_the_statistics_is_the_home_of_a_rule(module: Path) -> None:
    assert f"`dashboard/statistics/{module.name}`" in PAGE or module.stem in NO_RULE

"""Every letter of every year of both releases, read by rules: how many break each, and where first."""

from collections import Counter

from dashboard.releases.locate import releases_directory
from dashboard.repository.sqlite import SqliteRepository
from tests.support.letter_rules import NAMES, faults_beside, faults_of, written

RELEASES = ("demo", "held-figures")


def main() -> int:
    """Print a row for each rule, a column for each release; 1 where any letter breaks one."""
    letters: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {release: Counter() for release in RELEASES}
    first: dict[str, str] = {}
    for release in RELEASES:
        repository = SqliteRepository(releases_directory() / release)
        for year in repository.release().years:
            for council, letter in written(repository, year):
                letters[release] += 1
                for fault in (*faults_of(letter), *faults_beside(council, letter, repository)):
                    found[release][fault] += 1
                    first.setdefault(fault, f"{council.slug} {year} ({release})")
    print(f"{'rule':<48}" + "".join(f"{release:>14}" for release in RELEASES))
    print(f"{'letters read':<48}" + "".join(f"{letters[release]:>14,}" for release in RELEASES))
    for name in NAMES:
        counts = "".join(f"{found[release][name]:>14}" for release in RELEASES)
        print(f"{name:<48}{counts}  {first.get(name, '')}")
    return 1 if first or min(letters[release] for release in RELEASES) == 0 else 0

"""Checking a release, told as a person reads it: whole, and, for a demonstration, true to what is held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.build.case_check import CasesChecked, check_counts
from dashboard.build.comparison_check import ComparisonsChecked, check_comparisons
from dashboard.build.fidelity import Fidelity, fidelity
from dashboard.build.larger_parts_check import LargerPartsChecked, check_larger_parts
from dashboard.build.watch_check import WatchChecked, check_watch
from dashboard.metrics.type_dispersion import TypeDispersion
from dashboard.releases.verify import verify
from dashboard.repository.manifest import Manifest, read_manifest
from dashboard.repository.sqlite import SqliteRepository
from dashboard.statistics.variation import Variation


@dataclass(frozen=True, slots=True)
class Checked:
    """The report of a check, line by line, and the problems: none when the release passes."""

    report: tuple[str, ...]
    problems: tuple[str, ...]


def check(release: Path) -> Checked:
    """Check a release directory. One that is not whole is not looked into further."""
    problems = verify(release)
    if problems:
        return Checked((f"{release.name}: not whole.",), tuple(problems))
    manifest = read_manifest(release)
    report = list(_whole(manifest))
    repository = SqliteRepository(release)
    different: tuple[str, ...] = ()
    if repository.cases() is not None:
        years = repository.register_years()
        cases = check_counts(release, years)
        different = cases.different
        report.append(_counts_told(cases, years))
        watched = check_watch(release)
        different = (*different, *watched.different)
        report.append(_watched_told(watched))
    elif (listed := repository.listed()) is not None:
        some = listed.scope().total
        report.append(f"  Some of the Ombudsman’s decisions: {some:,}, of which no count is made.")
    larger = check_larger_parts(release)
    different = (*different, *larger.different)
    report.append(_larger_told(larger))
    compared = check_comparisons(release)
    different = (*different, *compared.different)
    report.append(_comparisons_told(compared))
    if manifest.seed is None:  # no register was simulated for it: a draft's figures are checked as a draft
        return Checked(tuple(report), different)
    found = fidelity(repository)
    return Checked((*report, *_told(found, manifest, repository)), (*different, *found.problems))


def _counts_told(cases: CasesChecked, years: tuple[str, ...]) -> str:
    if not years:
        return "  Counts and cases: the register is whole for no year, so no count is held to it."
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    held = f"{cases.counts:,} counts of {cases.council_years:,} councils’ years, {span}"
    if not cases.different:
        return f"  Counts and cases: {held}; each equals the number of its cases."
    return f"  Counts and cases: {held}; {len(cases.different):,} do not equal the number of their cases."


def _watched_told(watched: WatchChecked) -> str:
    if watched.questions is None:
        return "  What to watch: it was built before that was worked out; build it again."
    made = f"What to watch: {watched.questions:,} questions worked out again from their cases"
    return _again_told(made, watched.different)


def _larger_told(larger: LargerPartsChecked) -> str:
    if larger.parts is None:
        return "  Larger parts: it was built before they were worked out; build it again."
    return _again_told(
        f"Larger parts: {larger.parts:,} worked out again from cases and counts", larger.different
    )


def _comparisons_told(compared: ComparisonsChecked) -> str:
    made = f"Comparisons: {compared.comparisons:,} figures compared again from their cases and counts"
    return _again_told(made, compared.different)


def _again_told(made: str, different: Sequence[str]) -> str:
    """Say whether what was made again stands as it is stored."""
    how = f"{len(different):,} stand otherwise" if different else "each stands as it is stored"
    return f"  {made}; {how}."


def _whole(manifest: Manifest) -> Iterator[str]:
    size = sum(entry.bytes for entry in manifest.files.values()) / 1e6
    yield (
        f"{manifest.name}: {manifest.kind}, {manifest.status}, "
        f"built {manifest.built_at} by version {manifest.built_by}."
    )
    yield f"  Whole: {len(manifest.files)} files, {size:.1f} MB, every checksum as built."
    if manifest.kind == "real":
        values = _count(manifest, "held_value")
        yield f"  Nothing in it is simulated. It holds {values:,} values of its sources."


def _count(manifest: Manifest, table: str) -> int:
    return sum(manifest.rows.get(table, {}).values())


def _told(found: Fidelity, manifest: Manifest, repository: SqliteRepository) -> Iterator[str]:
    all_of = found.reproduced
    met = sum(average.met for average in found.averages)
    yield f"  {found.cases:,} simulated cases, seed {manifest.seed}, counted again."
    yield (
        f"  Held since {manifest.years[0]}: {all_of.values_reproduced:,} of {all_of.values:,} values and "
        f"{all_of.council_years_reproduced:,} of {all_of.council_years:,} council-years are reproduced whole."
    )
    yield (
        f"  Not reproduced, and named: {len(found.exceptions)} printed values that follow from no cases, "
        "shown as printed with a note."
    )
    for departure in found.exceptions:
        council = repository.council(departure.slug)
        yield (
            f"    {departure.year}  {council.name if council else departure.slug}, "
            f"{departure.quantity}: {departure.reason}"
        )
    yield f"  Averages of the five types met to their printed rounding: {met} of {len(found.averages)}."
    yield from _dispersion_table(found.dispersions)


def _dispersion_table(dispersions: tuple[TypeDispersion, ...]) -> Iterator[str]:
    yield "  Dispersion of the share upheld, phi (and councils with an investigation):"
    yield f"    {'type':<22}{'year':<10}{'demonstration':>15}{'held figures':>16}"
    for row in dispersions:
        yield f"    {row.type.label:<22}{row.year:<10}{_phi(row.everyone):>15}{_phi(row.held):>16}"


def _phi(dispersion: Variation | None) -> str:
    return "–" if dispersion is None else f"{dispersion.phi:.2f} ({dispersion.councils})"

"""A table's row of figures with one origin in words: where they differ, each simulated one is marked."""

from collections.abc import Sequence

from dashboard.domain.figures import Figure
from dashboard.domain.origin import Origin
from dashboard.words import figure_in_table as words


def told(figures: Sequence[Figure | None]) -> tuple[list[str], str]:
    """Return the cells of a row, and its origin: "published", "partly simulated, partly published"."""
    shown = [words.shown(figure) if figure is not None else words.NOT_HELD for figure in figures]
    origins = [_origins(figure) for figure in figures]
    found = set().union(*origins)
    if not found:
        return shown, words.NOTHING
    if Origin.SIMULATED not in found:
        return shown, ", ".join(origin.value for origin in Origin if origin in found)
    if found == {Origin.SIMULATED}:
        return shown, Origin.SIMULATED.value
    real = " or ".join(o.value for o in Origin if o in found and o is not Origin.SIMULATED)
    marked = [
        f"{text}, simulated" if Origin.SIMULATED in own else text
        for text, own in zip(shown, origins, strict=True)
    ]
    return marked, f"partly simulated, partly {real}"


def _origins(figure: Figure | None) -> set[Origin]:
    """Return the origins of a figure's value and counts; nothing where it shows nothing."""
    if figure is None or (figure.shown is None and figure.numerator is None):
        return set()
    twin = figure.printed is not None and figure.origin is Origin.DERIVED
    pair = (figure.shown_origin,) if twin else (figure.shown_origin, figure.origin)
    return {origin for origin in pair if origin is not None}

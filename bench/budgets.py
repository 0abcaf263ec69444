"""The budgets, and the table that sets what was measured beside them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """One budget: a limit not to be passed, upwards or downwards (``at_least``). None: only measured."""

    label: str
    unit: str
    limit: float | None = None
    at_least: bool = False

    def kept(self, measured: float) -> bool | None:
        """Tell whether a figure keeps within the limit; None where there is none."""
        if self.limit is None:
            return None
        return measured >= self.limit if self.at_least else measured <= self.limit


BUDGETS = {
    "bytes_gzip": Budget("first load without charts, gzip", "kB", 400),
    "bytes_br": Budget("first load without charts, br", "kB"),
    "requests": Budget("requests of the first load", ""),
    "visible_local": Budget("map visible, local", "ms"),
    "visible_mid": Budget("map visible, mid", "ms", 500),
    "ready_local": Budget("controls ready, local", "ms"),
    "ready_mid": Budget("controls ready, mid", "ms", 1200),
    "recolour_local": Budget("recolour, local", "ms", 30),
    "recolour_mid": Budget("recolour, mid", "ms", 30),
    "opening_local": Budget("open a council, local", "ms"),
    "opening_mid": Budget("open a council, mid", "ms", 150),
    "foreign": Budget("requests to other hosts", "", 0),
    "posts": Budget("POST requests", "", 0),
    "rate_map": Budget("map page (tutorial: its callback), 16 at once", "/s", 1000, at_least=True),
    "p95_map": Budget("the same, 95th percentile", "ms", 100),
    "rate_panel": Budget("council page, 16 at once", "/s", 1000, at_least=True),
    "p95_panel": Budget("the same, 95th percentile", "ms", 100),
    "memory": Budget("memory of a worker after load (PSS)", "MB", 75),
    "start": Budget("start to first answer", "s", 2),
}

Figures = dict[str, float | None]


def table(product: Figures, tutorial: Figures) -> str:
    """Return the table: measure, budget, product, kept or not, tutorial, how many times better."""
    rows = [("measure", "budget", "product", "", "tutorial", "ratio")]
    for key, budget in BUDGETS.items():
        ours, theirs = product.get(key), tutorial.get(key)
        sign = "≥ " if budget.at_least else "≤ "
        limit = "" if budget.limit is None else f"{sign}{_figure(budget.limit)} {budget.unit}".rstrip()
        kept = {True: "ok", False: "OVER", None: ""}[None if ours is None else budget.kept(ours)]
        rows.append(
            (
                budget.label,
                limit,
                _with_unit(ours, budget.unit),
                kept,
                _with_unit(theirs, budget.unit),
                _ratio(ours, theirs, budget.at_least),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def broken(product: Figures) -> list[str]:
    """Return the labels of the budgets that are passed."""
    return [
        budget.label
        for key, budget in BUDGETS.items()
        if (value := product.get(key)) is not None and budget.kept(value) is False
    ]


def _ratio(ours: float | None, theirs: float | None, at_least: bool) -> str:
    if not ours or not theirs:
        return ""
    return f"{ours / theirs if at_least else theirs / ours:.1f}x"


def _with_unit(value: float | None, unit: str) -> str:
    return "not measured" if value is None else f"{_figure(value)} {unit}".rstrip()


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"

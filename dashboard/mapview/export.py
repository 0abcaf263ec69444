"""The files the map is recoloured from: every measure and year of a tier and period, with its sentences.

The script chooses and draws; what is said, and in which class a council is, is settled here, so the
copy and the rules exist once.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from dashboard.addresses.view_state import Reading, ViewState
from dashboard.domain.authority_types import AuthorityType, Tier
from dashboard.domain.figures import Figure
from dashboard.domain.measure import Measure
from dashboard.domain.measures import on_map
from dashboard.mapview.classes import class_label
from dashboard.mapview.columns import (
    CLASSES,
    COMPARISONS,
    ORIGINS,
    STATES,
    ColumnPool,
    Wordings,
    average,
    encode,
    letters,
)
from dashboard.mapview.drawn import tiles_held
from dashboard.mapview.legend import order
from dashboard.mapview.svg import drawn_as
from dashboard.mapview.texts import MapTexts, texts
from dashboard.mapview.view import of_year, on_tier
from dashboard.repository.interface import Repository
from dashboard.repository.records import Council
from dashboard.words.map_phrases import phrases

PERIODS = (1, 3)


def logical_name(tier: Tier, period: int) -> str:
    """Return the logical name of the file of a tier and period."""
    return f"map/{tier.value}-{period}.json"


def export(repository: Repository) -> dict[str, bytes]:
    """Return the map's files of a release by logical name."""
    return {
        logical_name(tier, period): _json(_Covering(repository, tier, period).data())
        for tier in Tier
        for period in PERIODS
    }


@dataclass(frozen=True, slots=True)
class _Covering:
    """A tier in a period, over all years."""

    repository: Repository
    tier: Tier
    period: int

    def data(self) -> dict[str, object]:
        years = self.repository.release().years
        drawn = {c.slug: c for year in years for c in self._councils(year)}
        councils = sorted(drawn.values(), key=lambda c: (c.short_name.casefold(), c.slug))
        places = {c.slug: i for i, c in enumerate(councils)}
        said, standing = _Sentences(), Wordings()
        told = {year: self._year(year, places, said, standing) for year in years}
        return {
            "tier": self.tier.value,
            "period": self.period,
            "councils": [[c.slug, c.name, c.short_name, c.type.value] for c in councils],
            "measures": {m.id: _measure(m) for m in on_map()},
            "letters": {
                "classes": letters(CLASSES),
                "states": letters(STATES),
                "comparisons": letters(COMPARISONS),
                "origins": letters(ORIGINS),
                "said": standing.by_letter,
            },
            "phrases": phrases(),
            "years": told,
            "sentences": said.all,
        }

    def _councils(self, year: str) -> tuple[Council, ...]:
        return on_tier(self.repository.councils(year), self.tier)

    def _year(
        self, year: str, places: Mapping[str, int], said: "_Sentences", standing: Wordings
    ) -> dict[str, object]:
        councils = self._councils(year)
        pool = ColumnPool()
        measures = {}
        for measure in on_map():
            figures = self.repository.year_figures(year, measure.id, self.period)
            measures[measure.id] = {
                **encode([figures[c.slug] for c in councils], pool, standing),
                "averages": _averages(councils, figures, measure),
                "texts": {key: said.add(told) for key, told in self._texts(year, measure, figures)},
            }
        return {
            "shapes": self._shapes(year, tiles=False),
            "tiles": self._shapes(year, tiles=True) if tiles_held(self.repository, self.tier, year) else None,
            "councils": [places[c.slug] for c in councils],
            "columns": pool.columns,
            "measures": measures,
        }

    def _shapes(self, year: str, *, tiles: bool) -> str:
        return self.repository.static_url(drawn_as(self.repository.map_shapes(self.tier, year, tiles=tiles)))

    def _texts(
        self, year: str, measure: Measure, figures: Mapping[str, Figure]
    ) -> Iterator[tuple[str, MapTexts]]:
        councils = self._councils(year)
        for kind in (None, *(k for k in AuthorityType if self.tier in k.tiers)):
            for reading in Reading:
                state = ViewState(measure.id, year, self.tier, kind, reading, self.period, None, None)
                view = of_year(state, councils, figures)
                yield f"{kind.value if kind else 'all'}-{reading.value}", texts(view)


def _averages(
    councils: tuple[Council, ...], figures: Mapping[str, Figure], measure: Measure
) -> dict[str, list[str]]:
    told = {}
    for council in councils:
        benchmark = figures[council.slug].benchmark
        if benchmark is not None:
            told[council.type.value] = average(benchmark, measure.id)
    return told


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "label": measure.label,
        "unit": measure.unit.value,
        "compared": measure.compared,
        "legend": {
            reading.value: [[kind.value, class_label(kind, measure, reading)] for kind in order(reading)]
            for reading in Reading
        },
    }


class _Sentences:
    """Every text once: most are shared by many views."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._places: dict[str, int] = {}

    def add(self, told: MapTexts) -> dict[str, object]:
        """Return the texts of a view by field, each as its place in ``all``."""
        return {
            name: self._place(text) if isinstance(text, str) else [self._place(part) for part in text]
            for name, text in asdict(told).items()
        }

    def _place(self, text: str) -> int:
        if text not in self._places:
            self._places[text] = len(self.all)
            self.all.append(text)
        return self._places[text]


def _json(data: Mapping[str, object]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()

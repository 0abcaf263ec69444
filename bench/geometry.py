"""The map's shapes as GeoJSON in longitude and latitude, for the tutorial version.

Made back from ``data/boundaries``, so its detail is that of the product's own map (400 m, on a grid of
200 m). A tutorial would load a file of the Statistics Office, of two to twenty times as many points: what
is measured here is kind to it.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely

from dashboard.mapview.shapes import Shapes, load_shapes
from dashboard.reshape.svg_paths import decode

_DECIMALS = 5


def geojson(path: Path) -> dict[str, Any]:
    """Return a boundaries file as a FeatureCollection whose features have the slug as ``id``, 5 decimals."""
    shapes = load_shapes(path)
    to_degrees = pyproj.Transformer.from_crs(shapes.crs, "EPSG:4326", always_xy=True)
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": shape.slug,
                "properties": {"slug": shape.slug},
                "geometry": shapely.geometry.mapping(_degrees(shape.d, shapes, to_degrees)),
            }
            for shape in shapes.shapes
        ],
    }


def _degrees(path: str, shapes: Shapes, to_degrees: pyproj.Transformer) -> Any:
    shape = shapely.Polygon()
    for ring in decode(path):
        shape = shape.symmetric_difference(shapely.Polygon(ring))  # holes are rings inside rings

    def moved(units: np.ndarray) -> np.ndarray:
        scale = shapes.metres_per_unit
        east, north = shapes.origin[0] + units[:, 0] * scale, shapes.origin[1] - units[:, 1] * scale
        return np.round(np.column_stack(to_degrees.transform(east, north)), _DECIMALS)

    # plotly fills what lies to the right of a ring's direction: shells run clockwise
    return shapely.orient_polygons(shapely.transform(shape, moved), exterior_cw=True)

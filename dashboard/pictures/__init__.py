"""Pictures to take away: the map, charts and social cards as SVG that says everything by itself (pure)."""

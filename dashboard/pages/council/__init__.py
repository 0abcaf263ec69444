"""A council's page and panel: its measures, its trend, its place among others, its services."""

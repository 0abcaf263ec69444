"""Serving a release: routes, HTML, HTTP, the Dash application. Never pandas, geopandas, scipy or numpy."""

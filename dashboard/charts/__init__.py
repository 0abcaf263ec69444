"""Charts as plain dicts for plotly, each with the table of the same values."""

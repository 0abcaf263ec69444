"""Which way the parts of the project may look, and the page that says so."""

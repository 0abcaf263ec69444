"""How anything is said: strings only, one voice for every place that shows it."""

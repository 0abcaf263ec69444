"""The tiles: what a layout keeps of the map, and how it is drawn."""

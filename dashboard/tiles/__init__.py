"""Equal-area tiles: one hexagon a council, laid out so that neighbours and directions are kept."""

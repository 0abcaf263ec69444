"""The geometry of the map: outlines as polygons on whole units, drawn for a map, and joined or divided."""

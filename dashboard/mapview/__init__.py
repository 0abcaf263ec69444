"""The map: its classes, colours, legend, names, texts, SVG, and the data a browser recolours it from."""

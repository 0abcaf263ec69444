"""Which releases there are: found, locked, verified, published; and what is written to disk, whole."""

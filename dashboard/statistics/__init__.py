"""Statistics of small counts: pure functions of the standard library, each formula with its source."""

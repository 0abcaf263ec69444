"""Your council's performance: complaints about England's councils, on a map, with their letters."""

__version__ = "0.1.0"

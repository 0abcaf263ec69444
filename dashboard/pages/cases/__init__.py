"""Decisions: their search, one of them, those of a council, and the links from a figure to its cases."""

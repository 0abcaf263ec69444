"""Counts from cases, figures from counts: pure functions, whatever the cases came from."""

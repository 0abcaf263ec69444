"""Reorganisations of councils as they are handed in: read, checked against the councils there are, told."""

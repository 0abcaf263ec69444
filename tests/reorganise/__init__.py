"""Tests of reorganisations: read, checked, told, applied."""

"""Atom feeds (RFC 4287) of decisions, improvements and letters: pure, the same bytes for the same release."""

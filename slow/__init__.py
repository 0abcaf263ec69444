"""Checks that take minutes or need other programs: ``make slow``, outside of ``make test``."""

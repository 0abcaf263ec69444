"""The torture set: tables as a publisher may send them, each with what must come of it, written before it
is run.

``python -m tests.imports.torture`` runs them all and prints a table by kind. ``adapter.py`` alone knows the
importer; ``not_yet.py`` lists what it does not do yet.
"""

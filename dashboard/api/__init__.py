"""The API, version 1: its table of routes, what each is asked and answers, and its description (pure)."""

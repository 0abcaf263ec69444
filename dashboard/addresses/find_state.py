"""What the address of the search for a council may say besides the words."""

from dashboard.addresses.query import Parameter

_ALL = "all"
SHOW = Parameter("show", "a part of a list", "known here", lambda text: text if text == _ALL else None)
"""``show=all``: all that is found is listed, not the first of it."""

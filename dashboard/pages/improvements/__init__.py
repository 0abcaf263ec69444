"""What councils agreed to change: the search, a council's own, and the section of its page."""

"""The budgets, measured on the served product and, in the same run, on the usual tutorial version."""

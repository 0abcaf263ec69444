"""Councils side by side: who is compared, what stands in the tables, and the words beside it. Pure."""

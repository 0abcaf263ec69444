"""The phrases that simulated decisions are worded with, as data: one file a category, and what all share."""

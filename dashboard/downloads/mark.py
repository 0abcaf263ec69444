"""The mark of a CSV file for people."""

MARK = "\ufeff"
"""What a CSV that people open begins with: without it Excel reads UTF-8 as another alphabet's letters.

Files of the API and what ``figures`` prints are for programs, and have none.
"""

"""Tables made by rule: one change at a time to a table whose figures are known."""

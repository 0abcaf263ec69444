"""Component trees as HTML and JSON, and the small parts that pages of every subject share."""

"""From assembled content to a release directory, and whether what was built is true to its cases."""

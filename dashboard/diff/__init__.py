"""What differs between two releases: councils, figures, classes, averages, letters, failing checks."""

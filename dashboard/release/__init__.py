"""Building a release, verifying it, choosing the one to serve, and printing its figures."""

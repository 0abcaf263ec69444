"""Every comparison of a release worked out again by a second path: SQL, numpy and scipy, nothing of the product."""
